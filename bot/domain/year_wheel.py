"""Where each occurrence of a year stands, and what that makes of a month."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from bot.domain.words import OccurrenceState, OutcomeStatus


class WheelStanding(StrEnum):
    """In the order in which they are told."""

    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not_done"
    NOT_NEEDED = "not_needed"
    UNKNOWN = "unknown"
    MISSING = "missing"
    AHEAD = "ahead"
    CANCELLED = "cancelled"


def standing(state: OccurrenceState, status: OutcomeStatus | None, ends_at: datetime, now: datetime) -> WheelStanding:
    if state is OccurrenceState.CANCELLED:
        return WheelStanding.CANCELLED
    if status is not None:
        return WheelStanding(status.value)
    return WheelStanding.MISSING if ends_at <= now else WheelStanding.AHEAD


def counted(standings: Iterable[WheelStanding]) -> list[tuple[WheelStanding, int]]:
    """How many of each, those that there are."""
    many = Counter(standings)
    return [(one, many[one]) for one in WheelStanding if many[one]]
