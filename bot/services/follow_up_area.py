"""The follow-up of a whole police area: made anew each time, as each municipality settles its own."""

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Session

from bot.domain.errors import Gone, NotAllowed
from bot.domain.periods import Period
from bot.domain.permissions import Action, Actor
from bot.services import follow_up_versions
from bot.views.follow_up_area import AreaFollowUp
from storage import access, agreements

NOT_HERE = "Du kan inte se uppföljningen för hela lokalpolisområdet. Skriv uppföljning och kommunens namn till mig."
GONE = "Lokalpolisområdet finns inte längre. Skriv uppföljning till mig, så visar jag det som finns."


def gathered(
    session: Session, place: str, municipality_ids: Collection[int], period: Period, now: datetime
) -> AreaFollowUp:  # fmt: skip
    """Asks for no rights. Raises UserError where there is nothing to follow up."""
    made = follow_up_versions.gathered(session, municipality_ids, period, now, place=place)
    return AreaFollowUp(made, access.municipalities(session, municipality_ids))


def opened(session: Session, actor: Actor, municipality_id: int, period: Period, now: datetime) -> AreaFollowUp:
    """Of the area that the municipality lies in, by a button. Raises Gone, NotAllowed and UserError."""
    names = agreements.places(session)
    areas = [(name, ids) for name, ids in names.items() if municipality_id in ids and len(ids) > 1]
    if not areas:
        raise Gone(GONE)
    place, ids = areas[0]
    if not ids <= set(actor.municipalities(Action.FOLLOW_UP)):
        raise NotAllowed(NOT_HERE)
    return gathered(session, place, ids, period, now)
