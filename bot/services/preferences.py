"""How a person wants to be told, and when they are away: seen and changed by nobody but themselves."""

from datetime import date, datetime

from sqlmodel import Session

from bot.domain.calendar import local_day
from bot.domain.manners import Manners
from bot.domain.manners_check import check_hours
from bot.domain.permissions import Actor
from bot.domain.subscriptions import PROGRESS
from bot.services import absences, digests, reminders, subscriptions
from bot.views.preferences import ChosenSettings, OwnSettings
from storage import absences as stored_absences
from storage import preferences, records
from storage import subscriptions as stored_subscriptions


def settings(session: Session, actor: Actor, now: datetime) -> OwnSettings:
    manners = of(session, actor, now)
    today = _today(manners, now)
    kinds = preferences.kinds_of(session, actor.person_id)
    planned = stored_absences.planned(session, actor.person_id, today)
    hears = subscriptions.cadence(session, actor) if subscriptions.is_chief(actor) else None
    return OwnSettings(manners, kinds, planned, today, hears, subscriptions.mine(session, actor))


def of(session: Session, actor: Actor, now: datetime) -> Manners:
    return preferences.manners_of(session, [actor.person_id], local_day(now))[actor.person_id]


def save(session: Session, actor: Actor, chosen: ChosenSettings, now: datetime) -> OwnSettings:
    """The reminders and the list of the week follow. Raises FieldErrors."""
    check_hours(chosen.manners)
    preferences.save(session, actor.person_id, chosen.manners)
    records.audit(session, now, actor.person_id, "save", "preferences", actor.person_id)
    if chosen.hears and subscriptions.is_chief(actor):
        stored_subscriptions.subscribe(session, actor.person_id, PROGRESS, chosen.hears)
    if chosen.leave:
        absences.plan(session, actor, chosen.leave, chosen.manners, _today(chosen.manners, now), now)
    _replan(session, actor, now)
    return settings(session, actor, now)


def remove_absence(session: Session, actor: Actor, absence_id: int, now: datetime) -> OwnSettings:
    """Raises Gone."""
    absences.remove(session, actor, absence_id, now)
    _replan(session, actor, now)
    return settings(session, actor, now)


def _replan(session: Session, actor: Actor, now: datetime) -> None:
    reminders.replan_person(session, actor.person_id, now)
    digests.replan(session, actor.person_id, now)


def _today(manners: Manners, now: datetime) -> date:
    """Where the person is."""
    return local_day(now, manners.zone)
