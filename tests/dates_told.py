"""What is told of dates that must not be forgotten, and an agreement that has some."""

from datetime import date, datetime

from sqlmodel import Session, select

from bot.domain.calendar import DAY
from bot.sandbox.house import House
from bot.services import dates
from storage.models import Agreement, AgreementMunicipality, Municipality
from tests.scenes import LEAD, agreed
from tests.seen import heard, shown


async def told(house: House, at: datetime, key: str = "dina") -> list[str]:
    """New by then, when two replicas have written down what is due a day before and again in the morning."""
    before = len(heard(house.person(key)))
    for moment in (at - DAY, at):
        await house.wind(moment - house.clock.now())
        for _ in range(2):
            await house.bot.db.write(dates.plan, moment)
        await house.settled()
    return [shown(message) for message in heard(house.person(key))[before:]]


async def in_force(house: House, first: date, last: date) -> None:
    """A promise in Timrå with one activity, the foot patrols."""
    await agreed(house, "fotpatrullering", {"anna": LEAD})
    await house.bot.db.write(_in_force, first, last)


def _in_force(session: Session, first: date, last: date) -> None:
    agreement = session.exec(select(Agreement)).one()
    agreement.period_start, agreement.period_end = first, last
    place = session.exec(select(Municipality.id).where(Municipality.name == "Timrå")).one()
    session.add(AgreementMunicipality(agreement_id=agreement.id, municipality_id=place))
