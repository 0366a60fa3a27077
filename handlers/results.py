"""What came of one attempt to bring one message to Slack."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Sent:
    """`ts` is unknown of a file."""

    channel: str
    ts: str | None


@dataclass(frozen=True, slots=True)
class NotNow:
    """Slack surely did not take it. How long to leave it, and its channel, alone."""

    wait: timedelta


@dataclass(frozen=True, slots=True)
class Uncertain:
    """It may have arrived."""

    error: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Slack will never take it. `foreseen`: not every Slack does, and what is sent then is written beside it."""

    error: str
    foreseen: bool = False


Result = Sent | NotNow | Uncertain | Refused
