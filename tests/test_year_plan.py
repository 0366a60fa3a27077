"""A year planned at once, as the coordinator sees it."""

from datetime import date, datetime

from sqlmodel import Session, col, select

from bot.domain.words import GoalOrigin, Per
from bot.sandbox.house import House
from storage.models import Agreement, Goal, Occurrence, OccurrencePerson, Reminder
from tests.factories import stockholm
from tests.scenes import LEAD, SUBSTITUTE, agreed, planned
from tests.seen import pressed, seen, submitted, typed, wrote

SPRING = {"first": "2027-01-01", "last": "2027-05-31"}
EVENING = {"starts": "18:00", "ends": "20:00"}


async def walks(house: House, kind: str = "trygghetsvandring", **more: object) -> int:
    """Bo leads, Hugo stands in; agreed on for two years."""
    activity = await agreed(house, kind, {"bo": LEAD, "hugo": SUBSTITUTE}, place="Timrå centrum", **more)
    await house.bot.db.write(_two_years)
    return activity


async def opened(house: House, words: str = "trygga kvällar") -> str:
    return await typed(house, "dina", f"/lofte planera {words}")


async def proposed(house: House, **fields: object) -> str:
    await opened(house)
    return await submitted(house, "dina", **fields)


async def saved(house: House, **skip: object) -> str:
    return await submitted(house, "dina", **skip)


async def test_the_form_begins_with_the_year_the_people_and_the_place(house: House) -> None:
    await walks(house)
    assert (
        await opened(house)
        == """\
*Trygga kvällar, Timrå*
Inget antal är bestämt.
Hur många planerar ni:
Eller: när:
Veckodag: Vilken vardag som helst
Börjar:
Slutar:
Från: 2027-01-01
Till: 2027-12-31
Röda dagar: Undvik röda dagar och aftnar
Skollov: Skollov spelar ingen roll
Inga skollov är inlagda för Timrå.
[Skollov]
Leder: U0BO
Medverkar:
Ersättare: U0HUGO
Plats: Timrå centrum"""
    )


async def test_a_number_is_spread_evenly_and_shown_before_it_is_saved(house: House) -> None:
    await walks(house)
    assert (
        await proposed(house, count="5", weekday="Tisdag", **SPRING, **EVENING)
        == """\
*5 tillfällen, Trygga kvällar, Timrå*
Kl. 18–20, Timrå centrum
Leder: <@U0BO> · Ersättare: <@U0HUGO>
*Januari 2027:* tis 19
*Februari 2027:* tis 16
*Mars 2027:* tis 16
*April 2027:* tis 13
*Maj 2027:* tis 11
Ta inte med:
Inget är sparat än.
[Ändra]"""
    )
    assert await house.bot.db.read(_starts) == []


async def test_the_plan_is_saved_whole_with_people_and_reminders(house: House) -> None:
    activity = await walks(house)
    await proposed(house, count="5", weekday="Tisdag", **SPRING, **EVENING)
    receipt = await saved(house)
    assert receipt.startswith(
        "*Planerat: 5 tillfällen, Trygga kvällar, Timrå*\nLeder: <@U0BO> · Ersättare: <@U0HUGO>\nPlanerat antal: 5.\n"
    )
    assert await house.bot.db.read(_starts) == [
        stockholm(day, 18, month=month, year=2027) for month, day in enumerate((19, 16, 16, 13, 11), 1)
    ]
    series, people, reminders = await house.bot.db.read(_written)
    assert (len(series), people, reminders > 5) == (1, 10, True)
    assert await house.bot.db.read(_goals, activity) == [(GoalOrigin.PLANNED, 5, Per.PERIOD)]


async def test_what_is_not_wanted_is_left_out(house: House) -> None:
    await walks(house)
    await proposed(house, line="3 mars, 7 april, 5 maj kl. 18–20", **SPRING)
    receipt = await saved(house, skip=["ons 7 apr kl. 18–20"])
    assert "*Planerat: 2 tillfällen" in receipt
    assert "*April" not in receipt


async def test_times_that_differ_stand_at_each_day(house: House) -> None:
    await walks(house)
    preview = await proposed(house, line="3 mars kl. 18–20, 7 april kl. 17–19", **SPRING)
    assert "*Mars 2027:* ons 3 kl. 18–20\n*April 2027:* ons 7 kl. 17–19\n" in preview


async def test_without_a_number_nothing_is_planned_and_it_may_stay_so(house: House) -> None:
    await walks(house)
    preview = await proposed(house, **SPRING)
    assert "Hur många planerar ni? Du har inte skrivit något antal, så inget är planerat." in preview


async def test_to_change_it_shows_what_was_filled_in(house: House) -> None:
    await walks(house)
    await proposed(house, count="5", weekday="Tisdag", **SPRING, **EVENING)
    form = await pressed(house, "dina", "Ändra")
    assert "Hur många planerar ni: 5" in form
    assert "Veckodag: Tisdag\nBörjar: 18:00\nSlutar: 20:00\nFrån: 2027-01-01\nTill: 2027-05-31" in form


async def test_school_holidays_are_entered_beside_a_form_that_is_being_filled_in(house: House) -> None:
    await walks(house)
    await opened(house)
    await house.person("dina").fill("count", "5")
    assert "Inga skollov är inlagda." in await pressed(house, "dina", "Skollov")
    await house.person("dina").close()
    assert "Hur många planerar ni: 5" in await seen(house, "dina")


async def test_a_time_is_asked_for_at_its_field(house: House) -> None:
    await walks(house)
    assert "Börjar: ← Skriv vilken tid det börjar." in await proposed(house, count="5", **SPRING)


async def test_a_plan_that_changed_meanwhile_is_shown_again(house: House) -> None:
    activity = await walks(house)
    await proposed(house, line="2 mars, 9 mars kl. 18–20", **SPRING)
    await planned(house, activity, stockholm(2, 18, month=3, year=2027), stockholm(2, 20, month=3, year=2027))
    assert (await saved(house)).startswith("*Förslaget har ändrats sedan du såg det.*\n*1 tillfälle, ")
    assert "*Planerat: 1 tillfälle" in await saved(house)


async def test_in_a_direct_message_there_is_a_button(house: House) -> None:
    await walks(house)
    assert await wrote(house, "dina", "planera trygga kvällar") == "Planera året: Trygga kvällar, Timrå\n[Öppna planen]"


async def test_words_that_mean_nothing_lead_to_the_whole_plan(house: House) -> None:
    await walks(house)
    modal = await opened(house, "simhallen")
    assert modal == "Jag hittar ingen aktivitet att planera som heter ”simhallen”.\n[Visa hela planen]"


async def test_others_are_told_whom_to_ask(house: House) -> None:
    await walks(house)
    assert "Bara samordnaren planerar tillfällen" in await typed(house, "anna", "/lofte planera trygga kvällar")
    assert house.person("anna").modal is None


def _two_years(session: Session) -> None:
    for one in session.exec(select(Agreement)):
        one.period_end = date(2027, 12, 31)
        session.add(one)


def _starts(session: Session) -> list[datetime]:
    return list(session.exec(select(Occurrence.starts_at).order_by(col(Occurrence.starts_at))))


def _written(session: Session) -> tuple[set[int | None], int, int]:
    series = set(session.exec(select(Occurrence.series_id)))
    return series, len(session.exec(select(OccurrencePerson)).all()), len(session.exec(select(Reminder)).all())


def _goals(session: Session, activity_id: int) -> list[tuple[GoalOrigin, int, Per]]:
    found = session.exec(select(Goal).where(Goal.activity_id == activity_id)).all()
    return [(one.origin, one.count, one.per) for one in found]
