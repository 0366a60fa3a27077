"""A follow-up as JSON: for other programs, and as what is kept of a settled one."""

from functools import cache

from pydantic import TypeAdapter

from bot.domain.follow_up import FollowUp


def dump(follow_up: FollowUp) -> str:
    return _adapter().dump_json(follow_up).decode()


def load(text: str) -> FollowUp:
    """Raises pydantic.ValidationError (a ValueError). What an older version did not know gets its default."""
    return _adapter().validate_json(text)


@cache
def _adapter() -> TypeAdapter[FollowUp]:
    return TypeAdapter(FollowUp)
