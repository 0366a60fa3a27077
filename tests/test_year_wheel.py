"""The wheel of the year: by month what is planned, done and missing."""

from datetime import date

from sqlmodel import Session, select

from bot.domain.words import Form, GoalOrigin, OccurrenceState, OutcomeStatus, Per
from bot.sandbox.house import House
from storage.models import Goal, Occurrence, Outcome, Person
from tests.factories import stockholm
from tests.scenes import LEAD, agreed, planned
from tests.seen import pressed, seen, shown, typed, wrote

DAYS = ((6, 10), (13, 10), (20, 10), (26, 11), (8, 12))


async def year(house: House, kind: str = "trygghetsvandring") -> int:
    """In Timrå: one done, one that was not, one without a report, two ahead."""
    activity = await agreed(house, kind, {"bo": LEAD}, place="Timrå centrum")
    await house.bot.db.write(_told, activity)
    return activity


async def shown_month(house: House, who: str, month: str) -> str:
    person = house.person(who)
    last = person.last()
    assert last
    await person.press(last, "year_wheel_month", value=month)
    return await seen(house, who)


async def test_the_year_by_month(house: House) -> None:
    await year(house)
    assert (
        await typed(house, "cia", "/lofte årshjul timrå")
        == """\
*Årshjul 2026, Timrå*
*Januari:* inget planerat
*Februari:* inget planerat
*Mars:* inget planerat
*April:* inget planerat
*Maj:* inget planerat
*Juni:* inget planerat
*Juli:* inget planerat
*Augusti:* inget planerat
*September:* inget planerat
*Oktober:* 1 gjord · 1 blev inte av · 1 saknar rapport
*November:* 1 planerad
*December:* 1 planerad
[Visa en månad] [2025] [2027]"""
    )


async def test_a_month_by_its_days(house: House) -> None:
    await year(house)
    await typed(house, "cia", "/lofte arshjul Timrå 2026")
    assert (
        await shown_month(house, "cia", "Oktober 2026")
        == """\
*Oktober 2026, Timrå*
*Trygga kvällar:* tis 6 gjord · tis 13 blev inte av · tis 20 saknar rapport
[Visa hela året]"""
    )
    assert (await pressed(house, "cia", "Visa hela året")).startswith("*Årshjul 2026, Timrå*")


async def test_a_day_ahead_has_its_time(house: House) -> None:
    await year(house)
    await typed(house, "cia", "/lofte årshjul timrå")
    assert "*Trygga kvällar:* tor 26 kl. 18–20" in await shown_month(house, "cia", "November 2026")


async def test_who_plans_moves_a_day_ahead_from_its_month(house: House) -> None:
    await year(house)
    await typed(house, "dina", "/lofte årshjul timrå")
    assert await shown_month(house, "dina", "November 2026") == (
        "*November 2026, Timrå*\n"
        "*Trygga kvällar:* tor 26 kl. 18–20\n"
        "[Flytta ett tillfälle] [Ställ in ett tillfälle] [Visa hela året]"
    )
    dina = house.person("dina")
    last = dina.last()
    assert last
    await dina.press(last, "occurrence_move", value="tor 26 kl. 18–20: Trygga kvällar")
    assert "Dag: 2026-11-26" in await seen(house, "dina")


async def test_a_protected_day_ahead_is_only_counted(house: House) -> None:
    await year(house, "trafikkontroll")
    wheel = await typed(house, "cia", "/lofte årshjul timrå")
    assert "*November:* inget planerat\n" in wheel
    assert "Skyddade och planerade under året: 2. Dag och tid visas när de är över." in wheel
    assert "Inget att visa." in await shown_month(house, "cia", "November 2026")
    await typed(house, "dina", "/lofte årshjul timrå")
    assert "tor 26 kl. 18–20" in await shown_month(house, "dina", "November 2026")


async def test_what_is_not_planned_yet_stands_last(house: House) -> None:
    activity = await year(house)
    await house.bot.db.write(_goal, activity)
    await agreed(house, "dialog", {"bo": LEAD}, title="Samtal på torget")
    await agreed(house, "kampanj", {"bo": LEAD}, title="Pågår", form=Form.CONTINUOUS)
    wheel = await typed(house, "dina", "/lofte årshjul Timrå")
    assert "*Inte planerat än:* Trygga kvällar (5 av 12) och Samtal på torget (inget antal är bestämt)." in wheel


async def test_a_quarter_stands_where_it_ends(house: House) -> None:
    going_on = await agreed(house, "kampanj", {"bo": LEAD}, title="Fler huskurage", form=Form.CONTINUOUS)
    await planned(house, going_on, stockholm(1, 0, month=10), stockholm(1, 0, month=1, year=2027))
    await typed(house, "cia", "/lofte årshjul Timrå")
    assert "*Fler huskurage:* kvartal 4\n" in await shown_month(house, "cia", "December 2026")


async def test_who_plans_has_what_is_not_planned_one_choice_away(house: House) -> None:
    await agreed(house, "trygghetsvandring", {"bo": LEAD})
    assert "Planera det som saknas" in await typed(house, "dina", "/lofte årshjul Timrå")
    dina = house.person("dina")
    last = dina.last()
    assert last
    await dina.press(last, "year_plan_form", value="Trygga kvällar")

    assert (await seen(house, "dina")).startswith("*Trygga kvällar, Timrå*\nInget antal är bestämt.\nHur många")
    assert "Planera det som saknas" not in await typed(house, "cia", "/lofte årshjul Timrå")


async def test_another_year(house: House) -> None:
    await year(house)
    await typed(house, "cia", "/lofte årshjul Timrå")
    assert (await pressed(house, "cia", "2027")).startswith("*Årshjul 2027, Timrå*\n*Januari:* inget planerat")


async def test_several_municipalities_are_asked_about(house: House) -> None:
    await year(house)
    assert await wrote(house, "dina", "årshjul") == "*Vilken kommuns årshjul vill du se?*\n[Välj kommun]"
    dina = house.person("dina")
    last = dina.last()
    assert last
    await dina.press(last, "year_wheel_show", value="Timrå")
    assert (await seen(house, "dina")).startswith("*Årshjul 2026, Timrå*")


async def test_it_opens_in_the_window_of_the_plan(house: House) -> None:
    await year(house)
    await typed(house, "dina", "/lofte plan")
    await pressed(house, "dina", "Årshjul")
    dina = house.person("dina")
    assert dina.modal
    assert "Vilken kommuns årshjul vill du se?" in shown(dina.modal)


async def test_where_somebody_has_no_role_nothing_is_shown(house: House) -> None:
    await year(house)
    assert "Du kan inte se årshjulet där." in await typed(house, "eva", "/lofte årshjul Hofors")


def _told(session: Session, activity_id: int) -> None:
    reporter = session.exec(select(Person.id).where(Person.user_id == "U0BO")).one()
    rows = [
        Occurrence(
            activity_id=activity_id, starts_at=stockholm(day, 18, month=month), ends_at=stockholm(day, 20, month=month)
        )
        for day, month in DAYS
    ]
    session.add_all(rows)
    session.flush()
    for row, status in zip(rows[:2], (OutcomeStatus.DONE, OutcomeStatus.NOT_DONE), strict=True):
        row.state = OccurrenceState.REPORTED
        session.add(
            Outcome(
                occurrence_id=row.id, number=f"TIM-{row.id}", status=status, reported_by_id=reporter,
                reported_at=row.ends_at,
            )
        )  # fmt: skip


def _goal(session: Session, activity_id: int) -> None:
    session.add(
        Goal(
            activity_id=activity_id, origin=GoalOrigin.PROMISED, count=12, unit="vandringar", per=Per.YEAR,
            valid_from=date(2026, 1, 1), valid_to=date(2026, 12, 31),
        )
    )  # fmt: skip
