"""A plan with a new period out of a file: nobody is reminded of what lies outside it."""

from dataclasses import replace
from datetime import date

from sqlmodel import Session, col, select

from bot.documents import plan_csv
from bot.domain.agreement_file import AgreementFile
from bot.domain.words import OccurrenceState, Part
from bot.sandbox.house import House
from bot.services import agreements, plan_files
from bot.views.plan_files import summary
from storage.models import Activity, Occurrence, OutboxMessage
from tests import agreement_plans, factories
from tests.factories import NOW, stockholm
from tests.seen import pressed, seen

SHORTER = [
    "Medborgarlöfte för Timrå 2026: 2 lika",
    "Ändras om överenskommelsen: period",
    "Tillfällen som ställs in, för att de ligger utanför den nya perioden: 1",
]


def until(last: date) -> AgreementFile:
    file = agreement_plans.promise()
    return replace(file, period=replace(file.period, end=last))


def test_what_lies_outside_a_shorter_period_is_called_off_and_counted(session: Session) -> None:
    agreements.add(session, agreement_plans.promise(), NOW)
    walks = session.exec(select(Activity).where(Activity.key == "vandringar")).one()
    bo = factories.person(session, "UBO")
    days = [stockholm(15, 18), stockholm(1, 18, month=12), stockholm(8, 18, month=12)]
    for day in days:  # the first is over, and lacks its report
        factories.occurrence(session, walks, (bo, Part.LEAD), starts=day)
    file = until(date(2026, 12, 7))

    assert summary(plan_files.difference(session, file, NOW)) == SHORTER
    assert summary(plan_files.take_in(session, None, file, NOW)) == SHORTER
    states = session.exec(select(Occurrence.state).order_by(col(Occurrence.starts_at))).all()
    assert states == [OccurrenceState.PLANNED, OccurrenceState.PLANNED, OccurrenceState.CANCELLED]
    told = session.exec(select(OutboxMessage.payload).where(col(OutboxMessage.key).startswith("agreement:"))).all()
    assert [payload["text"] for payload in told if payload] == [
        "Inställt: 1 tillfälle i Medborgarlöfte för Timrå 2026. Anledning: perioden är ändrad. "
        "Överenskommelsen är ändrad. Inga fler påminnelser kommer."
    ]


async def test_who_is_named_on_it_hears_who_changed_the_period(house: House) -> None:
    await house.bot.db.write(agreement_plans.put, house.clock.now())
    dina = house.person("dina")
    await dina.share(dina.user.id, "plan.csv", plan_csv.write(until(date(2026, 12, 7))))
    await house.settled()

    assert await pressed(house, "dina", "Spara planen") == "\n".join([f"*Sparat: {SHORTER[0]}*", *SHORTER[1:]])
    assert await seen(house, "bo") == (
        "*Inställt: 1 tillfälle i Medborgarlöfte för Timrå 2026*\n"
        "Anledning: perioden är ändrad. <@U0DINA> ändrade överenskommelsen. Inga fler påminnelser kommer.\n"
        "[Mina tillfällen]"
    )
