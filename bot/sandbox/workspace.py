"""What the workspace holds: people, channels, messages, Home tabs, open modals and files. All in memory."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from bot.sandbox.clock import Clock
from bot.sandbox.elements import Values, with_ids
from bot.sandbox.short_lived import ResponseUrls, Triggers

Json = dict[str, Any]
T = TypeVar("T")

TEAM = "T0SANDBOX"
EXTERNAL_TEAM = "T0EXTERN"
APP = "A0LOFTE"
BOT = "U0LOFTE"
BOT_ID = "B0LOFTE"
SLACKBOT = "USLACKBOT"

PATIENCE = 20.0  # seconds, of real time; a busy machine needs some


@dataclass
class User:
    id: str
    team_id: str
    name: str
    real_name: str
    title: str = ""
    tz: str = "Europe/Stockholm"
    is_bot: bool = False
    deleted: bool = False

    @property
    def external(self) -> bool:
        """Of the other organisation (Slack Connect): sees shared channels, presses buttons, cannot run commands."""
        return self.team_id != TEAM


@dataclass
class Channel:
    id: str
    name: str
    members: list[str]
    is_im: bool = False
    is_ext_shared: bool = False


@dataclass
class File:
    id: str
    name: str
    title: str = ""
    content: bytes = b""
    channels: list[str] = field(default_factory=list)
    user: str = BOT
    alt: str = ""
    """What a picture shows, for those who do not see it."""


@dataclass
class Message:
    ts: str
    channel: str
    user: str
    text: str
    blocks: list[Json] = field(default_factory=list)
    metadata: Json | None = None
    thread_ts: str | None = None
    ephemeral_to: str | None = None
    edited_at: datetime | None = None
    files: list[File] = field(default_factory=list)
    reactions: dict[str, list[str]] = field(default_factory=dict)
    values: dict[str, Values] = field(default_factory=dict)
    """What each person has chosen in the message's menus, by user id."""


@dataclass
class View:
    """A modal or a Home tab on one person's screen. `errors` is by block id; "" concerns the whole view."""

    id: str
    user: str
    body: Json
    hash: str
    root_id: str
    previous_id: str | None = None
    values: Values = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def blocks(self) -> list[Json]:
        blocks: list[Json] = self.body["blocks"]
        return blocks


class Workspace:
    def __init__(self, clock: Clock, commands: Iterable[str] = ("/lofte", "/trygg")) -> None:
        self.clock = clock
        self.url = "http://127.0.0.1"
        self.commands = set(commands)
        self.users: dict[str, User] = {}
        self.channels: dict[str, Channel] = {}
        self.messages: dict[str, list[Message]] = {}
        self.homes: dict[str, View] = {}
        self.modals: dict[str, list[View]] = {}
        self.files: dict[str, File] = {}
        self.broken_rules: list[str] = []
        self.triggers = Triggers()
        self.response_urls = ResponseUrls()
        self.revision = 0
        self._serial = 0
        self._waiting: set[asyncio.Event] = set()
        self.add_user(User(BOT, TEAM, "lofte", "Löftet", "Bot", is_bot=True))
        self.add_user(User(SLACKBOT, TEAM, "slackbot", "Slackbot", is_bot=True))

    def add_user(self, user: User) -> User:
        self.users[user.id] = user
        return user

    def add_channel(self, name: str, members: Iterable[str], *, is_ext_shared: bool = False) -> Channel:
        channel = Channel(self.new_id("C"), name, list(members), is_ext_shared=is_ext_shared)
        self.channels[channel.id] = channel
        return channel

    def im(self, user: str) -> Channel:
        """The direct message between the bot and this person; made when first asked for."""
        for channel in self.channels.values():
            if channel.is_im and user in channel.members:
                return channel
        channel = Channel(self.new_id("D"), "", [BOT, user], is_im=True)
        self.channels[channel.id] = channel
        return channel

    def find_channel(self, ref: str) -> Channel | None:
        """By channel id, channel name, or the id of the person whose direct message is meant."""
        if ref in self.channels:
            return self.channels[ref]
        if ref in self.users:
            return self.im(ref)
        return next((channel for channel in self.channels.values() if channel.name == ref.lstrip("#")), None)

    def post(self, channel: str, user: str, text: str, blocks: list[Json] | None = None, **more: Any) -> Message:
        """`more` are further fields of Message, such as `ephemeral_to` or `metadata`."""
        message = Message(self.new_ts(), channel, user, text, with_ids(blocks or [], self.new_id), **more)
        self.messages.setdefault(channel, []).append(message)
        self.touch()
        return message

    def update(
        self, message: Message, text: str, blocks: list[Json] | None = None, metadata: Json | None = None
    ) -> None:
        """What is left out stays as it was, as in `chat.update`."""
        message.text = text
        message.blocks = message.blocks if blocks is None else with_ids(blocks, self.new_id)
        message.metadata = message.metadata if metadata is None else metadata
        message.edited_at = self.clock.now()
        self.touch()

    def delete(self, message: Message) -> None:
        self.messages[message.channel].remove(message)
        self.touch()

    def find(self, channel: str, ts: str) -> Message | None:
        return next((message for message in self.messages.get(channel, []) if message.ts == ts), None)

    def visible(self, user: str, channel: str) -> list[Message]:
        if user not in self.channels[channel].members:
            return []
        return [m for m in self.messages.get(channel, []) if m.ephemeral_to in (None, user)]

    def new_ts(self) -> str:
        self._serial += 1
        return f"{int(self.clock.now().timestamp())}.{self._serial:06d}"

    def new_id(self, prefix: str) -> str:
        self._serial += 1
        return f"{prefix}0{self._serial:08d}"

    def touch(self) -> None:
        """Something that a person can see has changed: wakes everybody in `until`."""
        self.revision += 1
        for event in self._waiting:
            event.set()

    async def until(self, condition: Callable[[], T | None], seconds: float = PATIENCE) -> T:
        """The first true answer of `condition`, asked again at every change. Raises TimeoutError (real seconds)."""
        event = asyncio.Event()
        self._waiting.add(event)
        try:
            async with asyncio.timeout(seconds):
                while not (answer := condition()):
                    await event.wait()
                    event.clear()
        finally:
            self._waiting.discard(event)
        return answer
