"""python -m bot export and import of plans."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.documents import plan_csv, plan_sheet
from bot.services import plan_files
from tests.plans import TEXT, plan, retitled

Here = Callable[..., tuple[int, str, str]]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Here:
    """Runs a command in an empty folder, where `timra.yaml` is taken in: exit code, output, errors."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'lofte.db'}")
    Path("timra.yaml").write_text(TEXT, encoding="utf-8")

    def told(*arguments: str) -> tuple[int, str, str]:
        return (main(list(arguments)), *capsys.readouterr())

    assert told("import", "timra.yaml") == (0, "Inlagt: Medborgarlöfte för Timrå 2027\n", "")
    return told


def test_what_is_written_in_each_format_changes_nothing_when_it_is_read(here: Here) -> None:
    for name in ("plan.xlsx", "plan.csv", "plan.yaml"):
        written = f"Skrivet: {name}. Skyddade platser och tider som inte står i filen: 2.\n"
        assert here("export", "--agreement", "timra_2027", name) == (0, written, "")
        given_out = str(plan_files.read_plan_file(name, Path(name).read_bytes()))
        assert [secret for secret in ("E4 Sörberge", "kl. 22") if secret in given_out] == []
        assert here("import", name) == (0, "Oförändrat: Medborgarlöfte för Timrå 2027\n", "")


def test_a_change_is_shown_without_being_made_and_then_made(here: Here) -> None:
    Path("ny.csv").write_bytes(plan_csv.write(retitled(plan(), "Vandringar")))
    shown = "Medborgarlöfte för Timrå 2027: 1 ändrad, 1 lika\nÄndrade: Vandringar (titel)\n"

    for _ in range(2):
        assert here("import", "ny.csv", "--dry-run") == (0, f"Utan fel: Medborgarlöfte för Timrå 2027\n{shown}", "")
    assert here("import", "ny.csv") == (0, f"Ändrat: {shown}", "")


def test_a_file_with_a_fault_changes_nothing(here: Here) -> None:
    content = plan_csv.write(retitled(plan(), "Vandringar")).replace(b";trafikkontroll;", b";kontrol;")
    Path("fel.csv").write_bytes(content)
    code, _, errors = here("import", "fel.csv")

    assert (code, "• Rad 37, Slag: ”kontrol” finns inte." in errors) == (2, True)
    here("export", "--municipality", "Timrå", "--format", "yaml")
    assert plan_files.read_plan_file("a.yaml", Path("timra_2027.yaml").read_bytes()).activities[0].title == (
        "Trygghetsvandringar"
    )


def test_an_empty_template_is_written(here: Here) -> None:
    assert here("export", "--template", "mall.xlsx") == (0, "Skrivet: mall.xlsx\n", "")
    assert Path("mall.xlsx").read_bytes()[:2] == plan_sheet.write(None)[:2]


def test_what_is_not_there_is_told(here: Here) -> None:
    assert here("export", "--municipality", "Sundsvall") == (2, "", "Det finns ingen plan för ”Sundsvall”.\n")
