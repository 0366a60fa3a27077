"""What somebody who says no more than that they want to report is shown."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.permissions import Actor
from bot.domain.words import Part
from bot.services import report_candidates as candidates
from bot.views.report_forms import Start
from storage import unreported
from storage.occurrences import Listed


def start(session: Session, actor: Actor, now: datetime) -> Start:
    waiting, allowed = _likely(session, actor, now), candidates.mine(session, actor, now)
    own = [one.kind for one in allowed if one.mine]
    kinds = [*own, *(one.kind for one in waiting), *(one.kind for one in allowed)]
    return Start(waiting, list(dict.fromkeys(kinds)))


def _likely(session: Session, actor: Actor, now: datetime) -> list[Listed]:
    """What the person has yet to report: what is over, the latest first, then what goes on, the soonest over first."""
    begun = unreported.begun(session, actor.person_id, now)
    own = [one.occurrence for one in begun if one.part is not Part.SUBSTITUTE]
    over = [one for one in own if one.ends_at <= now]
    return over + sorted((one for one in own if one.ends_at > now), key=lambda one: one.ends_at)
