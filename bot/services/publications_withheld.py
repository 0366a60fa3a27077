"""A page for citizens is not shown any more once something that it tells of is protected.

The whole page, and at once: it is a text, and nobody can take one place or day out of it with certainty. Coordinators
are told, and publish it anew, without the time and place.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.domain.calendar import local_day
from bot.domain.errors import Gone
from bot.domain.words import Purpose, Role
from bot.views import publications as views
from storage import access, outbox, people, places, publications_withheld, records
from storage import publications as stored
from storage.publications import Published

NOT_HANDED_OUT = (
    "Innehållet är inte med. Något som det kan berätta om har blivit skyddat sedan det publicerades. Pröva det för sig."
)

PROTECTED_SINCE = (
    "Något på den sidan kan ha blivit skyddat sedan den publicerades, så du får den inte som fil. "
    "Publicera på nytt och hämta den sidan i stället."
)


def withhold(session: Session, by: int | None, activity_id: int, now: datetime) -> None:
    """The activity has just been protected, by somebody or by a plan that was read from a file."""
    for municipality_id in publications_withheld.telling_of(session, activity_id):
        places.hold(session, municipality_id)
        page = stored.newest_page(session, municipality_id)
        if page and page.stands:
            stored.withhold(session, page.id, now)
            records.audit(session, now, by, "withhold", "publication", page.id)
            _tell(session, page, now)


def hand_out(session: Session, municipality_id: int, rows: Iterable[dict[str, Any]]) -> None:
    """To who asks for public records: the rows, less the content of what was published before.

    Each says when it was asked for, not when it was done: what is withheld may have been asked for a moment later.
    """
    protected_at = publications_withheld.protected_at(session, municipality_id)
    for row in rows:
        withheld = row["withdrawn_at"] is not None and row["withdrawn_by_id"] is None
        if protected_at and (withheld or row["published_at"] <= protected_at):
            row["content"] = NOT_HANDED_OUT


def check_may_be_shown(session: Session, page: Published) -> None:
    """To be put on the web again. Raises Gone."""
    protected_at = publications_withheld.protected_at(session, page.municipality_id)
    if protected_at and (page.withheld or page.at <= protected_at):
        raise Gone(PROTECTED_SINCE)


def _tell(session: Session, page: Published, now: datetime) -> None:
    said = views.withheld(page, dict(access.municipalities(session, [page.municipality_id]))[page.municipality_id])
    for person in people.with_role(session, Role.COORDINATOR, page.municipality_id, local_day(now)):
        key = f"withheld:{page.id}:{person.id}"
        outbox.put(session, key=key, purpose=Purpose.NOTICE, due_at=now, person_id=person.id, payload=said)
