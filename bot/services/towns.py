"""Finding a municipality by a part of its name."""

from sqlmodel import Session

from bot.domain.permissions import Action, Actor
from bot.domain.swedish import fold
from storage import access


def named_like(session: Session, actor: Actor, action: Action, letters: str) -> list[tuple[int, str]]:
    """Ids and names, where the actor may do that; those that begin so come first."""
    typed = fold(letters).strip()
    every = access.municipalities(session, actor.municipalities(action))
    found = [one for one in every if typed in fold(one[1])]
    return sorted(found, key=lambda one: not fold(one[1]).startswith(typed))
