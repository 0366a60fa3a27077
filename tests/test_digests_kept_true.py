"""The list of a week is true all week, and nothing in it is told in another message the same morning."""

from bot.sandbox.house import House
from tests.factories import stockholm
from tests.mondays import BUTTONS, on_monday, told, walk
from tests.scenes import LEAD, WITH, scene
from tests.seen import pressed, submitted

DOOR = "[Mina tillfällen]"
NOTHING_LEFT = f"*Din vecka 49: inget mer som väntar*\n{DOOR}"


async def test_what_is_moved_stands_at_its_new_time(house: House) -> None:
    await walk(house)
    await on_monday(house)
    await pressed(house, "bo", "Flytta")
    await submitted(house, "bo", day="2026-12-03")
    fact = "Torsdag 3 december kl. 18–20: trygghetsvandring, Timrå centrum"
    assert told(house, "bo")[0] == f"*Din vecka 49: 1 tillfälle*\n*{fact}*\nDu leder.\n{BUTTONS}\n{DOOR}"


async def test_what_is_moved_out_of_the_week_is_gone(house: House) -> None:
    await walk(house)
    await on_monday(house)
    await pressed(house, "bo", "Flytta")
    await submitted(house, "bo", day="2026-12-10")
    assert told(house, "bo")[0] == NOTHING_LEFT


async def test_what_is_cancelled_is_gone_from_everybodys_list(house: House) -> None:
    await walk(house, {"bo": LEAD, "hugo": WITH})
    await on_monday(house)
    await pressed(house, "bo", "Ställ in")
    await submitted(house, "bo", reason="weather")
    assert (told(house, "bo")[0], told(house, "hugo")[0]) == (NOTHING_LEFT, NOTHING_LEFT)


async def test_what_is_handed_over_is_gone_from_the_givers(house: House) -> None:
    await walk(house)
    await on_monday(house)
    await pressed(house, "bo", "Kan inte – lämna över")
    await submitted(house, "bo", colleague="U0HUGO")
    await pressed(house, "hugo", "Ja, jag tar den")
    assert told(house, "bo")[0] == NOTHING_LEFT


async def test_what_is_reported_elsewhere_lacks_its_report_no_more(house: House) -> None:
    await scene(house, "fotpatrullering", {"anna": LEAD, "bo": WITH}, stockholm(27, 19), stockholm(27, 21))
    await on_monday(house)
    await pressed(house, "anna", "Rapportera")
    await submitted(house, "anna", m_timmar="2")
    assert told(house, "bo")[0] == NOTHING_LEFT


async def test_what_it_tells_is_not_told_again_the_same_morning(house: House) -> None:
    starts, ends = stockholm(1, 9, month=12), stockholm(1, 11, month=12)
    await scene(house, "trygghetsvandring", {"bo": LEAD}, starts, ends, place="Timrå centrum")
    await on_monday(house)
    house.clock.wind_to(stockholm(30, 12))
    await house.settled()
    fact = "I morgon, tisdag 1 december kl. 9–11: trygghetsvandring, Timrå centrum"
    assert told(house, "bo") == [f"*Din vecka 49: 1 tillfälle*\n*{fact}*\nDu leder.\n{BUTTONS}\n{DOOR}"]


async def test_what_is_next_week_is_still_announced(house: House) -> None:
    starts, ends = stockholm(7, 9, month=12), stockholm(7, 11, month=12)
    await walk(house)
    await scene(house, "trygghetsvandring", {"bo": LEAD}, starts, ends, place="Bergeforsen")
    await on_monday(house)
    house.clock.wind_to(stockholm(30, 12))
    await house.settled()
    assert [one.splitlines()[0] for one in told(house, "bo")] == [
        "*Din vecka 49: 1 tillfälle*",
        "*Måndag 7 december kl. 9–11: trygghetsvandring, Bergeforsen, Timrå*",
    ]


async def test_when_the_list_does_not_come_it_is_announced(house: House) -> None:
    """The list is too late at six in the evening, the reminder of a walk the next morning is not."""
    starts, ends = stockholm(1, 9, month=12), stockholm(1, 11, month=12)
    await scene(house, "trygghetsvandring", {"bo": LEAD}, starts, ends, place="Timrå centrum")
    await on_monday(house, stockholm(30, 18, 1))
    assert told(house, "bo")[0].startswith("*I morgon, tisdag 1 december kl. 9–11: trygghetsvandring, Timrå centrum*")
