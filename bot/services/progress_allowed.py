"""Where somebody who asks how it is going may see that, and what is said of where they may not."""

from collections.abc import Collection, Mapping
from datetime import date

from sqlmodel import Session

from bot.domain.errors import NotAllowed
from bot.domain.permissions import Action, Actor
from bot.domain.swedish import joined
from bot.services.whom_to_ask import coordinators
from storage import access

MOST_NAMED = 5
NOWHERE = "Du har ingen kommun att se läget i än. Samordnaren i din kommun kan lägga till dig."
NOT_THERE = "Du kan inte se läget i {where}. {who} kan hjälpa dig."
IN_PART = "Svaret om {where} gäller bara {part}: läget i resten kan du inte se. {who} kan hjälpa dig."


def allowed(session: Session, actor: Actor, asked: Mapping[str, Collection[int]], today: date) -> list[int]:
    """The municipalities that were asked about, by the place's name, else all of the actor's. Raises NotAllowed."""
    mine, wanted = actor.municipalities(Action.SEE_PROGRESS), set().union(*asked.values())
    found = [one for one in mine if one in wanted] if asked else mine
    if found:
        return found
    if not asked:
        raise NotAllowed(NOWHERE)
    raise NotAllowed(NOT_THERE.format(where=joined(list(asked)), who=coordinators(session, sorted(wanted)[:1], today)))


def refused(session: Session, actor: Actor, asked: Mapping[str, Collection[int]], today: date) -> str:
    """The places that were asked about and may not be seen, or only in part, beside what may be."""
    mine = set(actor.municipalities(Action.SEE_PROGRESS))
    return " ".join(
        _refused(session, where, set(ids) & mine, sorted(set(ids) - mine)[:1], today)
        for where, ids in asked.items()
        if set(ids) - mine
    )


def _refused(session: Session, where: str, seen: Collection[int], others: Collection[int], today: date) -> str:
    who = coordinators(session, others, today)
    if not seen:
        return NOT_THERE.format(where=where, who=who)
    names = [name for _, name in access.municipalities(session, seen)]
    part = joined(names) if len(names) <= MOST_NAMED else f"{len(names)} av kommunerna"
    return IN_PART.format(where=where, part=part, who=who)
