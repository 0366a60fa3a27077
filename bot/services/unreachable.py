"""Slack does not let us reach somebody: the coordinators are told, once for each person and reason."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.calendar import local_day
from bot.domain.words import Purpose, Role
from bot.services.leaving import account_gone
from bot.views import unreachable as views
from storage import leaving, outbox, people

CLOSED_ACCOUNT = {"account_inactive", "user_disabled"}


def tell_coordinators(session: Session, person_id: int, reason: str, now: datetime) -> None:
    """`reason` is Slack's word for it."""
    if reason in CLOSED_ACCOUNT:
        account_gone(session, person_id, now)
        return
    today = local_day(now)
    person = people.people(session, [person_id])[person_id]
    places = leaving.places(session, person_id, today)
    told = {one.id for one in people.with_role_in(session, Role.COORDINATOR, places, today)}
    for coordinator_id in sorted(told - {person_id}):
        key = f"unreachable:{person_id}:{reason}:{coordinator_id}"
        if not leaving.is_told(session, key):
            message = views.unreachable(person.user_id, reason)
            outbox.put(session, key=key, purpose=Purpose.NOTICE, due_at=now, person_id=coordinator_id, payload=message)
