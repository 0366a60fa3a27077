"""What a renderer must know beside the blocks: who looks, at which place, and what has been entered there."""

import urllib.parse
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.sandbox.elements import Json, Values, value_of
from bot.sandbox.workspace import User, Workspace

Offers = Mapping[tuple[str, str], list[Json]]
"""What the app offered at the latest search, by block id and action id."""


@dataclass(frozen=True, slots=True)
class Scene:
    workspace: Workspace
    user: User
    place: str
    """Unique on the page: begins the ids of everything rendered here."""
    heading: str = "h2"
    values: Values = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    offers: Offers = field(default_factory=dict)

    def person(self, user_id: str) -> str:
        user = self.workspace.users.get(user_id)
        return user.real_name if user else user_id

    def channel(self, channel_id: str) -> str:
        channel = self.workspace.channels.get(channel_id)
        return channel.name if channel else channel_id

    def local(self, unix: float) -> datetime:
        return datetime.fromtimestamp(unix, UTC).astimezone(ZoneInfo(self.user.tz))

    @property
    def now(self) -> datetime:
        return self.workspace.clock.now().astimezone(ZoneInfo(self.user.tz))

    def entered(self, block: Json, element: Json) -> object:
        entry = self.values.get(block.get("block_id", ""), {}).get(element.get("action_id", ""))
        return value_of(entry) if entry else None

    def id(self, *parts: str) -> str:
        return "-".join(urllib.parse.quote(part, safe="") for part in (self.place, *parts))


def field_name(block: Json, element: Json) -> str:
    """Names the element in a posted form; `named` reads it back."""
    return "/".join(urllib.parse.quote(part, safe="") for part in (block["block_id"], element["action_id"]))


def named(name: str) -> tuple[str, ...]:
    return tuple(urllib.parse.unquote(part) for part in name.split("/"))
