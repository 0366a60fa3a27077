"""The law's two years: a municipality updates its situation picture, and follows up its plan, at least so often."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from sqlmodel import Session

from bot.domain import digest_policy as policy
from bot.domain.calendar import local_day
from bot.domain.digest_policy import LegalDuty, Milestone
from bot.domain.errors import FieldErrors, NotAllowed
from bot.domain.permissions import Actor
from bot.domain.words import MessageState, Role
from bot.views import statute as views
from bot.views.blocks import Message
from bot.views.statute import Warned
from storage import access, digests
from storage import statute as stored

NOT_HERE = "Bara samordnaren i kommunen anger när planen följdes upp. Inget är ändrat."
AHEAD = "Den dagen har inte varit än. Välj dagen då planen följdes upp."


def marks(session: Session, now: datetime) -> Iterator[tuple[int, date, Milestone]]:
    """The municipality, since when the years are counted, and the mark that was passed. What is counted from the same
    day is warned of at once.
    """
    for municipality_id, clocks in _clocks(session, now).items():
        for since in sorted(set(clocks.values())):
            if mark := policy.statute(since, now):
                yield municipality_id, since, mark


def soon(session: Session, municipality_id: int, now: datetime) -> list[tuple[LegalDuty, date]]:
    """What is to be done there within two months, or should have been, and by when."""
    clocks = _clocks(session, now).get(municipality_id, {})
    return [(duty, policy.statute_deadline(since)) for duty, since in clocks.items() if policy.statute(since, now)]


def build(session: Session, actor: Actor, municipality_id: int, since: date, now: datetime) -> Message | MessageState:
    """Dropped when everything has been done anew, or to who does not coordinate there any more."""
    clocks = _clocks(session, now).get(municipality_id, {})
    due = [duty for duty, begun in clocks.items() if begun == since]
    if not due or not coordinates(actor, municipality_id):
        return MessageState.DROPPED
    done = any(municipality_id in _last_done(session)[duty] for duty in due)
    warned = Warned(municipality_id, _name(session, municipality_id), due, since, policy.statute_deadline(since), done)
    return views.warning(warned, now)


def place(session: Session, actor: Actor, municipality_id: int) -> str:
    """The name of it, for the form. Raises NotAllowed."""
    if not coordinates(actor, municipality_id):
        raise NotAllowed(NOT_HERE)
    return _name(session, municipality_id)


def follow_up(session: Session, actor: Actor, municipality_id: int, on: date, now: datetime) -> Warned:
    """The plan was followed up that day: what will be warned of next. Raises NotAllowed and FieldErrors."""
    name = place(session, actor, municipality_id)
    if on > local_day(now):
        raise FieldErrors({"on": AHEAD})
    stored.follow_up(session, actor.person_id, municipality_id, on, now)
    since = stored.follow_ups(session)[municipality_id]
    return Warned(municipality_id, name, [LegalDuty.FOLLOW_UP], since, policy.statute_deadline(since), True)


def coordinates(actor: Actor, municipality_id: int) -> bool:
    """Still: what is sent was written down some days before."""
    return Role.COORDINATOR in actor.roles.get(municipality_id, ())


def _clocks(session: Session, now: datetime) -> dict[int, dict[LegalDuty, date]]:
    """By municipality, the day from which each duty is counted: when it was last done, else the oldest agreement."""
    begun: dict[int, date] = {}
    for one in digests.in_force(session, local_day(now)):
        begun[one.municipality_id] = min(one.period_start, begun.get(one.municipality_id, one.period_start))
    done = _last_done(session)
    return {
        place: {duty: max(done[duty].get(place, first), policy.STATUTE_FROM) for duty in LegalDuty}
        for place, first in begun.items()
    }


def _last_done(session: Session) -> Mapping[LegalDuty, Mapping[int, date]]:
    return {LegalDuty.PICTURE: stored.pictures(session), LegalDuty.FOLLOW_UP: stored.follow_ups(session)}


def _name(session: Session, municipality_id: int) -> str:
    return dict(access.municipalities(session, [municipality_id]))[municipality_id]
