"""Files that go through the outbox: a message's row says what they are, and they are made when it is sent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

PICTURE, FILE, INSTEAD = "picture", "file", "instead"
"""In a payload, and not for Slack: what is to be drawn or written, and what to send should Slack not take this."""


@dataclass(frozen=True, slots=True)
class Made:
    """`alt` is what a picture shows, for those who do not see it."""

    content: bytes
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Upload:
    """`make` needs no session. `heavy`: it is seconds of work, so it is done in a process of its own and picklable."""

    name: str
    make: Callable[[], Made]
    heavy: bool


def is_upload(payload: Mapping[str, Any] | None) -> bool:
    return payload is not None and (PICTURE in payload or FILE in payload)
