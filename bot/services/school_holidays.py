"""When the schools of a municipality are closed; its coordinators say."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from bot.domain.calendar import local_day
from bot.domain.errors import Gone, NotAllowed
from bot.domain.permissions import Action, Actor
from bot.domain.school_holidays import NamedHoliday
from bot.views.school_holidays import HolidayList
from storage import access, records, school_holidays

ONLY_COORDINATORS = "Bara samordnaren lägger in skollov, så inget är ändrat."


def listing(session: Session, actor: Actor, now: datetime) -> HolidayList:
    """What is not over where the actor plans. Raises NotAllowed."""
    places = actor.municipalities(Action.PLAN)
    if not places:
        raise NotAllowed(ONLY_COORDINATORS)
    return HolidayList(
        school_holidays.from_day(session, places, local_day(now)), list(access.municipalities(session, places))
    )


def add(
    session: Session, actor: Actor, municipality_id: int, holidays: Sequence[NamedHoliday], now: datetime
) -> HolidayList:
    """Raises NotAllowed."""
    _require(actor, municipality_id)
    school_holidays.put(session, municipality_id, holidays)
    count = len(holidays)
    records.audit(session, now, actor.person_id, "add_school_holidays", "municipality", municipality_id, count=count)
    return listing(session, actor, now)


def remove(session: Session, actor: Actor, holiday_id: int, now: datetime) -> HolidayList:
    """What is planned already stays. Raises Gone and NotAllowed."""
    found = school_holidays.find(session, holiday_id)
    if found is None:
        raise Gone("Det lovet är redan borttaget.")
    _require(actor, found.municipality_id)
    school_holidays.remove(session, holiday_id)
    records.audit(session, now, actor.person_id, "remove_school_holiday", "municipality", found.municipality_id)
    return listing(session, actor, now)


def _require(actor: Actor, municipality_id: int) -> None:
    if not actor.may(Action.PLAN, municipality_id):
        raise NotAllowed(ONLY_COORDINATORS)
