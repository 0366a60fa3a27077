"""The same person at the same hour: shown to who plans, by the name of the other activity."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from sqlmodel import Session

from bot.domain.permissions import Actor
from bot.domain.recurrence import Span
from bot.domain.words import Part
from storage import conflicts
from storage.conflicts import Busy
from storage.occurrences import Named


def found(
    session: Session, actor: Actor, spans: Sequence[Span], named: Sequence[Named], *, but: Collection[int] = ()
) -> list[Busy]:
    """Of what the actor may not know of there is no title. `but` are occurrences that are no conflict: their own."""
    ids = [one.person_id for one in named if one.part is not Part.SUBSTITUTE]
    if not spans or not ids:
        return []
    taken = conflicts.busy(session, ids, min(one.starts for one in spans), max(one.ends for one in spans))
    return [
        one if _may_know(actor, one) else replace(one, title="")
        for one in taken
        if one.occurrence_id not in but
        and any(one.starts_at < span.ends and span.starts < one.ends_at for span in spans)
    ]


def _may_know(actor: Actor, one: Busy) -> bool:
    """Who has no role there learns nothing of what is done there."""
    return one.municipality_id in actor.roles and actor.sees(one.municipality_id, protected=one.protected)
