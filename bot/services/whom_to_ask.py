"""Who can help somebody with what they may not do, or see, themselves."""

from collections.abc import Collection
from datetime import date

from sqlmodel import Session

from bot.domain.swedish import joined
from bot.domain.words import Role
from storage import people


def coordinators(session: Session, municipality_ids: Collection[int], today: date) -> str:
    """As mentions, each once."""
    there = people.with_role_in(session, Role.COORDINATOR, municipality_ids, today)
    return joined([f"<@{person.user_id}>" for person in there]) or "Samordnaren där"
