"""The follow-up as it is asked for in chat and on the command line, and the files that come of it."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.sandbox.house import House
from tests.databases import Create
from tests.house import lived_in
from tests.seen import heard, pressed, seen, typed, wrote

HEAD = """\
*Uppföljning: Ockelbo 2026 (exempel)*
Utkast, version 1. Siffrorna är från i dag, måndag 23 november. Perioden går till 31 december 2026."""
FIGURES = """\
2 aktiviteter går enligt plan.
*Utlovat:* inga antal är utlovade.
*Planerat:* En bättre gemensam lägesbild som grund för insatser, till exempel i trafiken 10 av 12 · ungdomsforum 3 av 4
Nyaste rapport: fredag 30 oktober (för 3 veckor sedan). Inga rapporter saknas."""
FILES = "[Ladda ner webbsida | Ladda ner tabell | Ladda ner data]"
DRAFT = f"{HEAD}\n{FIGURES}\n[Ladda ner Word] [Fastställ] {FILES}"
SETTLED = f"""\
*Uppföljning: Ockelbo 2026 (exempel)*
Fastställd i dag, måndag 23 november av <@U0DINA>, version 1. Siffrorna är från samma dag. De ändras inte mer.
{FIGURES}
[Ladda ner Word] [Gör ett nytt utkast] {FILES}"""

Url = Callable[[Create], str]


async def files(house: House, key: str) -> dict[str, bytes]:
    await house.settled()
    return {file.name: file.content for message in heard(house.person(key)) for file in message.files}


async def test_a_coordinator_settles_what_she_has_seen(full_house: House) -> None:
    assert await typed(full_house, "dina", "/lofte uppföljning Ockelbo 2026") == DRAFT
    assert await pressed(full_house, "dina", "Fastställ") == SETTLED
    await pressed(full_house, "dina", "Ladda ner webbsida")
    page = (await files(full_house, "dina"))["uppfoljning_ockelbo_2026.html"].decode()
    assert "Fastställd 23 november 2026. Siffrorna ändras inte mer." in page


async def test_a_line_is_enough_and_of_several_municipalities_one_is_chosen(full_house: House) -> None:
    asked = await wrote(full_house, "dina", "uppföljning 2026")
    assert asked == "*Vilken kommuns uppföljning för 2026 vill du se?*\n[Välj kommun]"

    await full_house.person("dina").press(heard(full_house.person("dina"))[-1], "follow_up_show", value="Ockelbo")
    assert await seen(full_house, "dina") == DRAFT


async def test_a_chief_gets_the_files_and_no_button_to_settle(full_house: House) -> None:
    shown = await wrote(full_house, "cia", "uppföljning Ockelbo 2026")
    assert shown == DRAFT.replace(" [Fastställ]", "")

    for label in ("Ladda ner Word", "Ladda ner tabell", "Ladda ner data", "Ladda ner webbsida"):
        await pressed(full_house, "cia", label)
        assert "kommer som" in shown_last(full_house, "cia", "kommer som")
    sent = await files(full_house, "cia")
    assert sorted(sent) == [f"uppfoljning_ockelbo_2026.{suffix}" for suffix in ("csv", "docx", "html", "json")]
    assert sent["uppfoljning_ockelbo_2026.docx"].startswith(b"PK")
    assert json.loads(sent["uppfoljning_ockelbo_2026.json"])["place"] == "Ockelbo"


def shown_last(house: House, key: str, words: str) -> str:
    """The newest of the bot's messages that says so."""
    return next(one.text for one in reversed(heard(house.person(key))) if words in one.text)


def here(*arguments: str) -> int:
    return main(["follow-up", *arguments])


@pytest.fixture
def database(database_from: Url, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """Where a command finds it; files are written in a folder of their own."""
    monkeypatch.chdir(tmp_path)
    url = database_from(lived_in)
    monkeypatch.setenv("DATABASE_URL", url)
    return url


@pytest.mark.usefixtures("database")
def test_the_command_line_writes_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = "Skrivet: uppfoljning_timra_2022.docx. Inte fastställd: siffrorna är från nu.\n"

    assert here("--municipality", "timrå", "--period", "2022") == 0
    assert capsys.readouterr() == (line, "")
    assert (tmp_path / "uppfoljning_timra_2022.docx").read_bytes().startswith(b"PK")


@pytest.mark.usefixtures("database")
def test_the_name_of_the_file_says_the_format(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "timra.csv"

    assert here("--municipality", "Timrå", "--period", "2022", str(path)) == 0
    assert capsys.readouterr().out.startswith(f"Skrivet: {path}.")
    rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    assert [row["Aktivitet"] for row in rows if row["Gjort"] == "9"] == ["Trafikkontroller vid riskplatser"] * 2


@pytest.mark.usefixtures("database")
def test_a_police_area_begins_with_a_row_for_each_municipality(tmp_path: Path) -> None:
    path = tmp_path / "gästrikland.csv"

    assert here("--municipality", "Gästrikland", "--period", "2023-H1", str(path)) == 0
    rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    assert [(row["Kommun"], row["Slag"]) for row in rows[:2]] == [("Hofors", "summa"), ("Ockelbo", "summa")]


@pytest.mark.usefixtures("database")
def test_what_is_wrong_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    for wrong, line in (
        (("2022", "--format", "pdf"), "Formatet pdf finns inte. Välj docx, html, csv eller json."),
        (("2022", "borta/timra.csv"), "Filen borta/timra.csv går inte att skriva."),
    ):
        assert here("--municipality", "Timrå", "--period", *wrong) == 2
        assert capsys.readouterr().err == f"{line}\n"
