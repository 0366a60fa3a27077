"""A follow-up as JSON: for other programs, and as what is kept of a settled one."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import to_json

from bot.domain.follow_up import FollowUp
from bot.domain.standing import COUNT

KEYS = {"goal_count": COUNT}


def dump(follow_up: FollowUp) -> str:
    return to_json(_by_name(follow_up)).decode()


def load(text: str) -> FollowUp:
    """Raises pydantic.ValidationError (a ValueError). What an older version did not know gets its default."""
    return _adapter().validate_json(text)


def _by_name(value: Any) -> Any:
    """Figures are tuples with names, which would be written as lists without them."""
    if is_dataclass(value):
        return {one.name: _by_name(getattr(value, one.name)) for one in fields(value)}
    if hasattr(value, "_asdict"):
        return {KEYS.get(key, key): _by_name(one) for key, one in value._asdict().items()}
    if isinstance(value, tuple):
        return [_by_name(one) for one in value]
    return {key: _by_name(one) for key, one in value.items()} if isinstance(value, Mapping) else value


@cache
def _adapter() -> TypeAdapter[FollowUp]:
    return TypeAdapter(FollowUp)
