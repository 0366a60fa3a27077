"""Terminating an agreement before its period is over."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.domain.calendar import day_bounds, local_day
from bot.domain.errors import FieldErrors
from bot.domain.permissions import Actor
from bot.domain.swedish import range_text
from bot.services import agreement_ends as ends
from bot.views.agreement_ends import Ending, WantedEnd
from storage import agreement_ends, records
from storage.agreements import AgreementRow


def ending(session: Session, actor: Actor, agreement_id: int, now: datetime) -> Ending:
    """For the form, which asks before. Raises Gone and NotAllowed."""
    found = ends.changeable(session, actor, agreement_id)
    since = day_bounds(local_day(now))[1]
    return Ending(found, len(agreement_ends.ahead(session, agreement_ends.activities(session, found.id), since, now)))


def terminate(
    session: Session, actor: Actor, agreement_id: int, wanted: WantedEnd, now: datetime
) -> tuple[AgreementRow, int]:
    """With how many occurrences were called off. Raises Gone, NotAllowed, and FieldErrors for a day outside it."""
    found = ends.changeable(session, actor, agreement_id, hold=True)
    first = found.period_start - timedelta(days=1)  # the day before: it never held
    if not first <= wanted.last <= found.period_end:
        days = range_text(found.period_start, found.period_end, local_day(now))
        raise FieldErrors({"last": f"Den gäller {days}. Välj en dag då."})
    agreement_ends.terminate(session, agreement_id, wanted.last)
    ids = agreement_ends.activities(session, agreement_id)
    reason = f"överenskommelsen är uppsagd ({wanted.said})"
    cancelled = ends.end(session, actor, found, ids, wanted.last, reason, now)
    ends.day_has_come(session, now)
    records.audit(
        session, now, actor.person_id, "terminate", "agreement", agreement_id, reason=wanted.reason, cancelled=cancelled
    )
    return found, cancelled
