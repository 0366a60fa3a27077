"""Triggers and response URLs: the two keys that Slack lends an app. They live in real time, not in the wound clock."""

import itertools
import time
from dataclasses import dataclass


class ApiError(Exception):
    """An answer with `ok: false`; the code is Slack's."""

    def __init__(self, code: str, *messages: str) -> None:
        super().__init__(code, *messages)
        self.code = code
        self.messages = messages


@dataclass
class Trigger:
    user: str
    view: str | None
    """The modal in which the person acted, if any."""
    born: float
    used: bool = False


class Triggers:
    """Each opens one modal, within `life` real seconds."""

    def __init__(self, life: float = 3.0) -> None:
        self.life = life
        self._serial = itertools.count(1)
        self._known: dict[str, Trigger] = {}

    def issue(self, user: str, view: str | None = None) -> str:
        trigger_id = f"{next(self._serial)}.{user}"
        self._known[trigger_id] = Trigger(user, view, time.monotonic())
        return trigger_id

    def redeem(self, trigger_id: str) -> Trigger:
        trigger = self._known.get(trigger_id)
        if trigger is None:
            raise ApiError("invalid_trigger_id")
        if trigger.used:
            raise ApiError("exchanged_trigger_id")
        if time.monotonic() - trigger.born >= self.life:
            raise ApiError("expired_trigger_id")
        trigger.used = True
        return trigger


@dataclass
class ResponseUrl:
    channel: str
    user: str
    message_ts: str | None
    """The message whose button was pressed, if any."""
    born: float
    posts: int = 0


class ResponseUrls:
    """Each takes `posts` posts within `life` real seconds."""

    def __init__(self, life: float = 30 * 60, posts: int = 5) -> None:
        self.life = life
        self.posts = posts
        self._serial = itertools.count(1)
        self._known: dict[str, ResponseUrl] = {}

    def issue(self, channel: str, user: str, message_ts: str | None = None) -> str:
        key = f"{channel}-{next(self._serial)}"
        self._known[key] = ResponseUrl(channel, user, message_ts, time.monotonic())
        return key

    def redeem(self, key: str) -> ResponseUrl:
        link = self._known.get(key)
        if link is None:
            raise ApiError("invalid_url")
        if time.monotonic() - link.born >= self.life:
            raise ApiError("expired_url")
        if link.posts >= self.posts:
            raise ApiError("used_url")
        link.posts += 1
        return link
