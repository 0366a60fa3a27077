"""The workspace can be told to fail, and says how often each method was called."""

import time
from collections import Counter, defaultdict, deque
from enum import StrEnum

EVERY_METHOD = "*"


class Fault(StrEnum):
    RATE_LIMITED = "rate_limited"
    SERVER_ERROR = "server_error"
    MISSING_SCOPE = "missing_scope"
    """The workspace has not given the app the right to ask this."""
    TIMEOUT = "timeout"
    """Nothing is done and no answer comes."""
    ANSWER_LOST = "answer_lost"
    """The call is carried out, then the connection breaks."""
    LOST_ACK = "lost_ack"
    """The app's ack never arrives. For deliveries, as the next one."""
    DROPPED_SOCKET = "dropped_socket"
    """The sockets break, and the payload with them."""


class Faults:
    """Scripts are by method ("chat.postMessage", EVERY_METHOD) or by delivery ("events_api", "interactive" …)."""

    def __init__(self) -> None:
        self.calls: Counter[str] = Counter()
        self.retry_after = 1
        self.hang_seconds = 60.0
        self.pace_seconds = 0.0
        """Between two messages to a channel. Slack's pace is one second."""
        self.unknown_blocks: set[str] = set()
        """Types of blocks that this workspace does not have yet: Slack hands out new ones to some before others."""
        self._scripts: defaultdict[str, deque[Fault]] = defaultdict(deque)
        self._refused: dict[str, str] = {}
        self._free_at: dict[str, float] = {}

    def next(self, name: str, fault: Fault, times: int = 1) -> None:
        self._scripts[name].extend([fault] * times)

    def refuse(self, id_: str, code: str = "channel_not_found") -> None:
        """Every call about this person or channel answers with the code."""
        self._refused[id_] = code

    def accept(self, id_: str) -> None:
        self._refused.pop(id_, None)

    def of_call(self, method: str) -> Fault | None:
        self.calls[method] += 1
        return self._take(method) or self._take(EVERY_METHOD)

    def of_delivery(self, kind: str) -> Fault | None:
        return self._take(kind)

    def refusal(self, *ids: str) -> str | None:
        return next((self._refused[id_] for id_ in ids if id_ in self._refused), None)

    def too_fast(self, channel: str) -> bool:
        now = time.monotonic()
        if now < self._free_at.get(channel, 0.0):
            return True
        self._free_at[channel] = now + self.pace_seconds
        return False

    def _take(self, name: str) -> Fault | None:
        script = self._scripts[name]
        return script.popleft() if script else None
