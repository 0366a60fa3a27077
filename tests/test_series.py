"""Changing one of several that were planned together."""

from datetime import datetime

import pytest
from sqlmodel import Session, col, select

from bot.domain.recurrence import Span
from bot.domain.series import shifted
from bot.domain.words import Form, OccurrenceState, Part
from bot.sandbox.house import House
from bot.sandbox.personas import DINA
from bot.services import occurrences, people
from storage.models import Occurrence, OccurrencePerson, Person
from tests.factories import stockholm
from tests.scenes import LEAD, WITH, agreed, planned
from tests.seen import heard, shown, submitted, typed

Days = tuple[tuple[int, int], tuple[int, int]]
TUESDAYS = [(1, 12), (8, 12), (15, 12)]


async def series(house: House, kind: str = "trygghetsvandring") -> list[int]:
    """Three Tuesdays in December 18–20; Bo leads, Anna is with him."""
    activity = await agreed(house, kind, {"bo": LEAD, "anna": WITH}, place="Timrå centrum")
    return await house.bot.db.write(_series, activity, house.clock.now())


async def opened(house: House, number: int, action: str) -> str:
    """The form of one of them, in the coordinator's plan."""
    await typed(house, "dina", "/lofte plan")
    dina = house.person("dina")
    assert dina.modal
    rows = [block["block_id"] for block in dina.modal.blocks if _has(block, action)]
    await dina.press(dina.modal, action, rows[number])
    await house.settled()
    return shown(dina.modal)


async def changed(house: House, number: int, action: str, scope: str, **fields: object) -> str:
    await opened(house, number, action)
    return await submitted(house, "dina", scope=scope, **fields)


async def test_the_form_asks_how_far_the_change_goes(house: House) -> None:
    await series(house)
    assert (
        await opened(house, 1, "occurrence_move")
        == """\
*Tisdag 8 december kl. 18–20: trygghetsvandring, Timrå centrum*
<@U0BO> och <@U0ANNA> får veta det.
Dag: 2026-12-08
Börjar: 18:00
Slutar: 20:00
Plats: Timrå centrum
Vad gäller ändringen: Bara det här"""
    )


async def test_this_and_the_following_get_another_weekday_time_and_place(house: House) -> None:
    await series(house)
    receipt = await changed(
        house, 1, "occurrence_move", "Det här och de som följer (2 tillfällen)",
        day="2026-12-09", starts="19:00", ends="21:00", place="Torget",
    )  # fmt: skip
    assert (
        receipt
        == """\
*Flyttat: 2 tillfällen, trygghetsvandring, Timrå*
• ons 9 dec kl. 19–21
• ons 16 dec kl. 19–21
<@U0BO> och <@U0ANNA> får veta det."""
    )
    assert await house.bot.db.read(starts) == [
        stockholm(1, 18, month=12),
        stockholm(9, 19, month=12),
        stockholm(16, 19, month=12),
    ]


async def test_others_are_told_once_of_them_all(house: House) -> None:
    await series(house)
    await changed(house, 0, "occurrence_move", "Alla som är kvar (3 tillfällen)", day="2026-12-03")
    assert [shown(one) for one in heard(house.person("bo"))] == [
        """\
*Flyttat: 3 tillfällen, trygghetsvandring, Timrå*
<@U0DINA> flyttade dem.
• tis 1 dec kl. 18–20 → tor 3 dec kl. 18–20, Timrå centrum
• tis 8 dec kl. 18–20 → tor 10 dec kl. 18–20, Timrå centrum
• tis 15 dec kl. 18–20 → tor 17 dec kl. 18–20, Timrå centrum
[Mina tillfällen]"""
    ]


async def test_a_protected_series_says_nothing_on_a_lock_screen(house: House) -> None:
    await series(house, "trafikkontroll")
    await changed(house, 0, "occurrence_move", "Alla som är kvar (3 tillfällen)", day="2026-12-03")
    assert [one.text for one in heard(house.person("bo"))] == ["Du har en påminnelse"]


async def test_all_are_called_off_with_a_reason(house: House) -> None:
    await series(house)
    receipt = await changed(house, 0, "occurrence_cancel", "Alla som är kvar (3 tillfällen)", reason="Personal")
    assert receipt.startswith(
        "*Inställt: 3 tillfällen, trygghetsvandring, Timrå*\nAnledning: personal. Inga fler påminnelser "
        "kommer.\n• tis 1 dec"
    )
    assert await house.bot.db.read(states) == [(OccurrenceState.CANCELLED, "personal")] * 3
    assert shown(heard(house.person("anna"))[-1]).startswith(
        "*Inställt: 3 tillfällen, trygghetsvandring, Timrå*\nAnledning: personal. <@U0DINA> ställde in dem."
    )


async def test_this_and_the_following_get_other_people(house: House) -> None:
    await series(house)
    receipt = await changed(
        house, 1, "occurrence_people", "Det här och de som följer (2 tillfällen)", lead="U0HUGO", others=["U0BO"]
    )
    assert receipt == (
        "*2 tillfällen, trygghetsvandring, Timrå*\nLeder: <@U0HUGO> · Medverkande: <@U0BO>\n"
        "De som är nya eller inte längre är med får veta det."
    )
    assert await house.bot.db.read(named) == [
        {"U0BO": Part.LEAD, "U0ANNA": Part.PARTICIPANT}, *[{"U0HUGO": Part.LEAD, "U0BO": Part.PARTICIPANT}] * 2,
    ]  # fmt: skip
    assert shown(heard(house.person("hugo"))[-1]).startswith("*Du är med på: 2 tillfällen, trygghetsvandring, Timrå*")
    assert shown(heard(house.person("anna"))[-1]).startswith("*Du är inte längre med på: 2 tillfällen")
    assert heard(house.person("bo")) == []


async def test_a_conflict_is_shown_when_it_is_moved(house: House) -> None:
    await series(house)
    other = await agreed(house, "fotpatrullering", {"bo": LEAD}, title="Fotpatrull i centrum")
    await planned(house, other, stockholm(9, 19, month=12), stockholm(9, 21, month=12))
    receipt = await changed(house, 1, "occurrence_move", "Bara det här", day="2026-12-09")
    assert receipt.endswith("*Krockar:*\n• ons 9 dec kl. 19–21: <@U0BO> är redan på Fotpatrull i centrum")


@pytest.mark.parametrize(
    ("form", "one", "before", "after", "expected"),
    [
        (Form.DATED, ((3, 18), (3, 20)), ((1, 18), (1, 20)), ((2, 22), (3, 1)), ((4, 22), (5, 1))),
        (Form.WINDOW, ((9, 0), (16, 0)), ((2, 0), (9, 0)), ((16, 0), (23, 0)), ((23, 0), (30, 0))),
    ],
)  # fmt: skip
def test_the_others_move_by_as_many_days(form: Form, one: Days, before: Days, after: Days, expected: Days) -> None:
    assert shifted(span(one), span(before), span(after), form) == span(expected)


def test_the_clock_on_the_wall_is_kept_when_clocks_change() -> None:
    before = Span(stockholm(23, 18, month=3, year=2027), stockholm(23, 20, month=3, year=2027))
    after = Span(stockholm(24, 18, month=3, year=2027), stockholm(24, 20, month=3, year=2027))
    one = Span(stockholm(30, 18, month=3, year=2027), stockholm(30, 20, month=3, year=2027))
    assert shifted(one, before, after, Form.DATED) == Span(
        stockholm(31, 18, month=3, year=2027), stockholm(31, 20, month=3, year=2027)
    )


def span(days: Days) -> Span:
    (first, begins), (last, ends) = days
    return Span(stockholm(first, begins), stockholm(last, ends))


def starts(session: Session) -> list[datetime]:
    return list(session.exec(select(Occurrence.starts_at).order_by(col(Occurrence.id))))


def states(session: Session) -> list[tuple[str, str | None]]:
    return [(row.state, row.cancel_reason) for row in session.exec(select(Occurrence).order_by(col(Occurrence.id)))]


def named(session: Session) -> list[dict[str, Part]]:
    found: dict[int, dict[str, Part]] = {}
    statement = select(OccurrencePerson.occurrence_id, Person.user_id, OccurrencePerson.part).join(Person)
    for occurrence_id, user, part in session.exec(statement.order_by(col(OccurrencePerson.occurrence_id))):
        found.setdefault(occurrence_id, {})[user] = Part(part)
    return list(found.values())


def _has(block: dict[str, object], action: str) -> bool:
    elements = block.get("elements")
    return isinstance(elements, list) and any(one.get("action_id") == action for one in elements)


def _series(session: Session, activity_id: int, now: datetime) -> list[int]:
    dina = people.actor(session, DINA.team_id, DINA.user_id, now)
    spans = [(stockholm(day, 18, month=month), stockholm(day, 20, month=month)) for day, month in TUESDAYS]
    return [row.id for row in occurrences.plan_series(session, dina, activity_id, spans, now)]
