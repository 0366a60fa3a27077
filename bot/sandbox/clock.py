"""The business clock: what the workspace and the bot call now. Acks, triggers and response URLs live in real time."""

import time
from datetime import UTC, datetime, timedelta


class Clock:
    """Aware UTC. Runs on from `start` (else from the real now), or stands still until wound; never goes backwards."""

    def __init__(self, start: datetime | None = None, *, running: bool = True) -> None:
        if start is not None and start.tzinfo is None:
            raise ValueError("the clock needs an aware datetime")
        self._base = start.astimezone(UTC) if start else datetime.now(UTC)
        self._started = time.monotonic()
        self._running = running

    def now(self) -> datetime:
        elapsed = time.monotonic() - self._started if self._running else 0.0
        return self._base + timedelta(seconds=elapsed)

    def wind(self, step: timedelta) -> None:
        if step < timedelta(0):
            raise ValueError("the clock never goes backwards")
        self._base += step

    def wind_to(self, at: datetime) -> None:
        """Nothing happens if `at` is already past."""
        self.wind(max(at - self.now(), timedelta(0)))
