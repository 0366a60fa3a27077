"""All of a municipality's data, asked for in Slack and on the command line."""

import io
import json
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session, col, select

from bot.__main__ import main
from bot.sandbox.house import House
from storage.models import AuditEvent
from tests.databases import on_both_databases
from tests.plans import TEXT
from tests.scenes import LEAD, agreed, planned
from tests.seen import CHANNEL, heard, pressed, shown, typed, wrote

DAY, HOURS = timedelta(days=1), timedelta(hours=2)
OTHERS = """\
*Vilken kommuns uppgifter ska lämnas ut?*
[Hofors] [Kommunen i exemplet] [Ockelbo] [Timrå]"""
SENT = """\
*Alla uppgifter om Timrå kommer som en zip-fil i vårt direktmeddelande*
1 skyddat tillfälle som inte är över är inte med. Det ska prövas för sig.
1 skyddat tillfälle som är över är med som datum och siffror, utan klockslag, plats och anteckning. Det ska prövas \
för sig.
1 skyddad aktivitets vanliga plats eller tid är inte med.
Sekretess prövas vid varje begäran. Läs igenom innan något lämnas ut.
[Skicka med skyddade som är över]"""


@pytest.fixture
async def checked(house: House) -> House:
    """One traffic check yesterday, and one tomorrow."""
    activity = await agreed(house, "trafikkontroll", {"anna": LEAD}, place="E4 Sörberge")
    for starts in (house.clock.now() - DAY, house.clock.now() + DAY):
        await planned(house, activity, starts, starts + HOURS)
    return house


async def received(house: House, key: str) -> dict[str, Any]:
    """The tables in the newest file from the bot."""
    await house.settled()
    *_, file = [file for message in heard(house.person(key)) for file in message.files]
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".json"))
        tables: dict[str, Any] = json.loads(archive.read(name))["tabeller"]
    return tables


def taken_out(session: Session) -> list[Any]:
    return list(session.exec(select(AuditEvent.detail).where(col(AuditEvent.action) == "take_out")))


@on_both_databases
async def test_a_coordinator_gets_all_that_is_not_secret_and_then_what_is_over(checked: House) -> None:
    await typed(checked, "dina", "/lofte lämna ut timrå")
    assert shown(checked.person("dina").sees(CHANNEL)[-1]) == SENT
    assert [one["plats"] for one in (await received(checked, "dina"))["tillfallen"]] == [None]

    await pressed(checked, "dina", "Skicka med skyddade som är över", CHANNEL)
    said = shown(checked.person("dina").sees(CHANNEL)[-1])
    assert "1 skyddat tillfälle som är över är med helt och hållet. Det ska prövas för sig.\n" in said
    assert [one["plats"] for one in (await received(checked, "dina"))["tillfallen"]] == ["E4 Sörberge"]
    assert await checked.bot.db.read(taken_out) == [{"whole": False}, {"whole": True}]


async def test_without_a_name_it_asks_which_and_a_name_that_is_not_there_is_told(house: House) -> None:
    assert await wrote(house, "dina", "lämna ut") == OTHERS
    assert await wrote(house, "dina", "lämna ut Tmrå") == (
        "Det finns ingen kommun som heter ”Tmrå” i boten. Skriv namnet som det står i överenskommelsen.\n"
        "Du skrev: ”lämna ut Tmrå”"
    )


async def test_staff_and_chiefs_take_nothing_out(house: House) -> None:
    for key in ("anna", "cia"):
        assert await wrote(house, key, "lämna ut Timrå") == (
            "Bara samordnaren och administratören tar ut alla uppgifter om en kommun. Be någon av dem.\n"
            "Du skrev: ”lämna ut Timrå”"
        )


async def test_what_else_begins_with_that_word_is_a_line_like_any_other(house: House) -> None:
    assert (await wrote(house, "anna", "lämna över fotpatrullen")).startswith("*Jag förstod inte")


def test_the_command_line_writes_a_folder_and_mixes_it_with_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'lofte.db'}")
    Path("timra.yaml").write_text(TEXT, encoding="utf-8")
    main(["import", "timra.yaml"])
    capsys.readouterr()

    assert main(["take-out", "--municipality", "timrå", "--to", "ut"]) == 0
    first, *withheld = capsys.readouterr().out.splitlines()
    names = {str(path.relative_to("ut")) for path in Path("ut").rglob("*") if path.is_file()}
    assert first == f"Skrivet: ut, {len(names)} filer. Börja med läs mig.txt."
    assert withheld[-1] == "1 skyddad aktivitets vanliga plats eller tid är inte med."
    assert {"läs mig.txt", "timra.txt", "timra.json", "timra.xlsx", "csv/rapporter.csv"} <= names

    assert main(["take-out", "--municipality", "Timrå", "--to", "ut"]) == 2
    assert capsys.readouterr().err == "Mappen ut är inte tom. Välj en annan med --to, så blandas inget.\n"
    assert main(["take-out", "--municipality", "Sundsvall"]) == 2
    assert capsys.readouterr().err.startswith("Det finns ingen kommun som heter ”Sundsvall” i boten.")
