"""A page for citizens is not shown any more once something that it tells of is protected.

The whole page, and at once: it is a text, and nobody can take one place or day out of it with certainty. Coordinators
are told, and publish it anew, without the time and place.
"""

from datetime import datetime

from sqlmodel import Session

from bot.domain.calendar import local_day
from bot.domain.words import Purpose, Role
from bot.views import publications as views
from storage import access, outbox, people, records
from storage import publications as stored
from storage.publications import Published


def withhold(session: Session, by: int | None, activity_id: int, now: datetime) -> None:
    """The activity has just been protected, by somebody or by a plan that was read from a file."""
    for municipality_id in stored.telling_of(session, activity_id):
        stored.hold(session, municipality_id)
        page = stored.newest_page(session, municipality_id)
        if page and page.stands:
            stored.withhold(session, page.id, now)
            records.audit(session, now, by, "withhold", "publication", page.id)
            _tell(session, page, now)


def _tell(session: Session, page: Published, now: datetime) -> None:
    said = views.withheld(page, dict(access.municipalities(session, [page.municipality_id]))[page.municipality_id])
    for person in people.with_role(session, Role.COORDINATOR, page.municipality_id, local_day(now)):
        key = f"withheld:{page.id}:{person.id}"
        outbox.put(session, key=key, purpose=Purpose.NOTICE, due_at=now, person_id=person.id, payload=said)
