"""A follow-up of several municipalities, with a row for each before the agreements."""

from collections.abc import Collection
from dataclasses import replace

from sqlmodel import Session

from bot.domain import follow_up_places
from bot.domain.follow_up import FollowUp
from bot.domain.follow_up_places import Judged
from storage import access, follow_up_agreements


def side_by_side(session: Session, made: FollowUp, municipality_ids: Collection[int]) -> FollowUp:
    """Two statements more."""
    ids = [one.id for one in made.agreements]
    where = follow_up_agreements.municipalities(session, ids, municipality_ids) if ids else {}
    agreements = tuple(replace(one, municipalities=where.get(one.id, ())) for one in made.agreements)
    agreed: dict[tuple[str, ...], list[Judged]] = {}
    for one in agreements:
        counted = [(activity.progress, activity.planned) for activity in one.activities() if not activity.via]
        agreed.setdefault(one.municipalities, []).extend(counted)
    every = [name for _, name in access.municipalities(session, municipality_ids)]
    places = follow_up_places.side_by_side(agreed, every, over=made.over)
    return replace(made, agreements=agreements, places=places)
