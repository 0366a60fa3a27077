"""Where, when and with whom a report says that it was: kept with each version, and shown as dates that hold later."""

from datetime import datetime

import pytest
from sqlmodel import Session, col, select

from bot.domain.reading import read_report
from bot.domain.told import Told
from bot.sandbox.house import House
from bot.views import reminders
from bot.views import told as views
from storage.models import Outcome
from tests import longest
from tests.factories import stockholm
from tests.scenes import LEAD, agreed
from tests.seen import pressed, submitted, wrote

LINE = "trafikkontroll vid E4 Sörberge igår 18-20 45 fordon med 2 ordningsvakter, lugnt"
ECHO = "Plats: E4 Sörberge · Tid: 22 november kl. 18–20 · Med: 2 ordningsvakter · Anteckning: ”lugnt”"
NOW = stockholm(23, 9)


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("trafikkontroll igår 18-20 45 fordon", "22 november kl. 18–20"),
        ("trafikkontroll i fredags 45 fordon", "20 november"),
        ("trafikkontroll v 47 45 fordon", "16–22 november"),
        ("trafikkontroll i fredags kl 22-02 45 fordon", "20 november kl. 22–02"),
        ("trafikkontroll i morse 45 fordon", "23 november på morgonen"),
        ("trafikkontroll fredag kväll 45 fordon", "20 november på kvällen"),
        ("trafikkontroll igår fm 45 fordon", "22 november på förmiddagen"),
        ("trafikkontroll i natt 45 fordon", "natten till 23 november"),
        ("trafikkontroll igår kväll 18-22 45 fordon", "22 november kl. 18–22"),
        ("trafikkontroll häromdagen 45 fordon", ""),
        ("trafikkontroll 45 fordon", ""),
    ],
)
def test_a_relative_word_becomes_a_date(line: str, time: str) -> None:
    assert views.time(read_report(line, now=NOW).report().told) == time


def test_a_part_of_a_day_ends_at_the_hour() -> None:
    told = read_report("trafikkontroll igår kväll 45 fordon", now=NOW).report().told
    assert (told.started_at, told.ended_at, told.part_of_day) == (stockholm(22, 18), stockholm(22, 22), True)


def test_a_field_that_the_form_did_not_have_is_kept() -> None:
    told = Told("torget", NOW, None, ("fältarna",))
    assert views.read({}, told) == told
    assert views.read({views.PLACE: "parken", views.PARTIES: None}, told) == Told("parken", NOW)


@pytest.mark.parametrize(("concerned", "told"), [(True, True), (False, False)])
def test_who_has_left_something_protected_does_not_read_where_it_was(concerned: bool, told: bool) -> None:
    one = next(iter(longest.of_every_kind()))._replace(protected=True)
    receipt, by = longest.receipt(one), longest.saved(one, by=1)
    said = reminders.settled(one, [], 99, receipt, by, NOW, concerned=concerned)
    assert ("Plats:" in str(said)) is told


async def reported(house: House) -> None:
    await agreed(house, "trafikkontroll", {"anna": LEAD})
    receipt = await wrote(house, "anna", LINE)
    assert receipt.splitlines()[1] == f"Fordon: 45 · {ECHO}"


async def versions(house: House) -> list[tuple[int, str, datetime | None, datetime | None, list[str], str]]:
    def kept(session: Session) -> list[tuple[int, str, datetime | None, datetime | None, list[str], str]]:
        rows = session.exec(select(Outcome).order_by(col(Outcome.version)))
        return [(one.version, one.place, one.started_at, one.ended_at, one.parties, one.note) for one in rows]

    return await house.bot.db.read(kept)


async def test_every_version_keeps_what_was_told(house: House) -> None:
    await reported(house)
    form = await pressed(house, "anna", "Ändra")
    assert "Tid: 22 november kl. 18–20\nPlats: E4 Sörberge\nMed: 2 ordningsvakter\nAnteckning: lugnt" in form
    changed = await submitted(house, "anna", m_fordon="46", told_place="E4 Timrå")
    assert f"Fordon: 46 · {ECHO.replace('Sörberge', 'Timrå')}" in changed
    when = stockholm(22, 18), stockholm(22, 20)
    assert await versions(house) == [
        (1, "E4 Sörberge", *when, ["2 ordningsvakter"], "lugnt"),
        (2, "E4 Timrå", *when, ["2 ordningsvakter"], "lugnt"),
    ]


async def test_a_part_of_a_day_is_shown_as_that_also_when_it_has_been_kept(house: House) -> None:
    await agreed(house, "trafikkontroll", {"anna": LEAD})
    assert "Tid: 22 november på kvällen" in await wrote(house, "anna", "trafikkontroll igår kväll 45 fordon")
    assert "Tid: 22 november på kvällen\n" in await pressed(house, "anna", "Ändra")


async def test_a_person_is_not_named_as_the_company(house: House) -> None:
    await reported(house)
    await pressed(house, "anna", "Ändra")
    assert "Med: ring 070-174 06 05 ← Texten ser ut" in await submitted(
        house, "anna", told_parties="ring 070-174 06 05"
    )
