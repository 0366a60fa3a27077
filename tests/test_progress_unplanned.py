"""What nobody had planned is told apart from what was: "24 av 24 planerade" never becomes 25."""

from datetime import date

import pytest
from sqlmodel import Session, select

from bot.domain.progress import Tally, Verdict
from bot.domain.progress_text import short
from bot.domain.words import Form, GoalOrigin, Per
from bot.sandbox.house import House
from storage.models import Activity, Goal
from tests import longest
from tests.factories import stockholm
from tests.scenes import LEAD, agreed, planned
from tests.seen import pressed, wrote


async def decided(house: House, activity_id: int, count: int, origin: GoalOrigin = GoalOrigin.PLANNED) -> None:
    def add(session: Session) -> None:
        activity = session.exec(select(Activity).where(Activity.id == activity_id)).one()
        goal = Goal(
            activity_id=activity.id, origin=origin, count=count, unit="kontroller", per=Per.YEAR,
            valid_from=date(2026, 1, 1), valid_to=date(2026, 12, 31),
        )  # fmt: skip
        session.add(goal)

    await house.bot.db.write(add)


async def two_checks(house: House, origin: GoalOrigin = GoalOrigin.PLANNED, *, count: int = 1) -> str:
    """One that was planned, then one that was not; gives the last line of figures."""
    check = await agreed(house, "trafikkontroll", {"anna": LEAD})
    await decided(house, check, count, origin)
    await planned(house, check, stockholm(23, 7), stockholm(23, 8))
    await wrote(house, "anna", "trafikkontroll 45 fordon")
    await wrote(house, "anna", "trafikkontroll 30 fordon")
    return (await pressed(house, "anna", "En till")).splitlines()[2]


async def test_one_more_than_planned_is_told_beside_the_plan(house: House) -> None:
    assert await two_checks(house) == "1 kontroll i år, av 1 planerad, och 1 som inte var planerad."


async def test_until_all_that_was_planned_is_done_each_counts(house: House) -> None:
    line = await two_checks(house, count=2)
    assert line == "2 av 2 planerade kontroller är gjorda i år."


async def test_towards_what_was_promised_all_count(house: House) -> None:
    line = await two_checks(house, GoalOrigin.PROMISED, count=2)
    assert line == "2 av 2 utlovade kontroller är gjorda i år."


async def test_where_nothing_was_planned_ahead_all_count(house: House) -> None:
    check = await agreed(house, "trafikkontroll", {"anna": LEAD})
    await decided(house, check, 24)
    receipt = await wrote(house, "anna", "trafikkontroll 45 fordon")
    assert receipt.splitlines()[2].startswith("1 av 24 planerade kontroller är gjorda i år")


@pytest.mark.parametrize(
    ("unplanned", "text"), [(0, "24 av 24"), (1, "24 av 24 (+1 inte planerad)"), (2, "24 av 24 (+2 inte planerade)")]
)
def test_a_chief_reads_it_too(unplanned: int, text: str) -> None:
    one = longest.progress(Form.DATED, Verdict.FINISHED, 1)
    tally = Tally(
        Form.DATED, done=24 + unplanned, planned_total=24, goal=24, goal_origin=GoalOrigin.PLANNED, unplanned=unplanned
    )
    assert short(one._replace(tally=tally), with_origin=False) == text
