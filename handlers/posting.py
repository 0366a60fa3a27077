"""One attempt to bring one message to Slack, and what came of it."""

from collections import Counter
from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, TypeVar

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.services.outbox import Outgoing
from storage.models import OutboxMessage

T = TypeVar("T")

TIMEOUT = timedelta(seconds=10)
"""No request to Slack takes longer; the client's session is opened with it."""

EVENT_TYPE = "lofte_message"
CLOCK_SKEW = 60.0  # seconds that our clock and Slack's may differ
DEFAULT_RETRY_AFTER = 30  # seconds

LOST = {"message_not_found", "cant_update_message", "edit_window_closed"}
"""Why a message cannot be updated any more: then a new one is sent."""

PASSING = {"internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org",
           "invalid_auth", "not_authed", "token_expired", "token_revoked", "missing_scope"}  # fmt: skip
"""Nothing is wrong with the message: Slack has trouble, or the installation has, and somebody will see to it."""


@dataclass(frozen=True, slots=True)
class Sent:
    channel: str
    ts: str


@dataclass(frozen=True, slots=True)
class NotNow:
    """Slack surely did not take it, and told how long to wait."""

    wait: timedelta


@dataclass(frozen=True, slots=True)
class Uncertain:
    """It may have arrived."""

    error: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Slack will never take it."""

    error: str


Result = Sent | NotNow | Uncertain | Refused


class Post:
    """`counts`: sent, failed, asked (whether an earlier attempt arrived) and unanswered (sent without knowing)."""

    def __init__(self, client: AsyncWebClient) -> None:
        self.client = client
        self.counts: Counter[str] = Counter()

    async def attempt(self, message: OutboxMessage, outgoing: Outgoing) -> Result:
        result = await _answer(self._bring(message, outgoing))
        self.counts["sent"] += isinstance(result, Sent)
        return result

    async def arrived(self, message: OutboxMessage, channel: str) -> Result | None:
        """What is not to be sent any more may have arrived at an earlier attempt; None when it has not."""
        return await _answer(self._found(message, channel)) if message.attempts > 1 else None

    async def _bring(self, message: OutboxMessage, outgoing: Outgoing) -> Sent:
        if outgoing.update_ts and (updated := await self._updated(outgoing, outgoing.update_ts)):
            return updated
        # The tries that surely did not arrive are not counted: see storage.outbox.release.
        if message.attempts > 1 and (found := await self._found(message, outgoing.channel)):
            return found
        mark = {"event_type": EVENT_TYPE, "event_payload": {"id": message.id}}
        answer = await self.client.chat_postMessage(channel=outgoing.channel, metadata=mark, **outgoing.payload)
        return Sent(answer["channel"], answer["ts"])

    async def _updated(self, outgoing: Outgoing, ts: str) -> Sent | None:
        """The same update twice is no harm, so nobody asks whether the first arrived."""
        try:
            await self.client.chat_update(channel=outgoing.channel, ts=ts, **outgoing.payload)
        except SlackApiError as error:
            if code(error) in LOST:
                return None
            raise
        return Sent(outgoing.channel, ts)

    async def _found(self, message: OutboxMessage, channel: str) -> Sent | None:
        """What an earlier attempt left in Slack. Where Slack may not be asked it is sent again rather than lost."""
        self.counts["asked"] += 1
        try:
            return await self._look_for(message, channel)
        except SlackApiError as error:
            if isinstance(_judged(error), Refused) or code(error) == "missing_scope":
                self.counts["unanswered"] += 1
                return None
            raise

    async def _look_for(self, message: OutboxMessage, channel: str) -> Sent | None:
        if channel.startswith(("U", "W")):  # history wants the conversation's own id
            channel = (await self.client.conversations_open(users=channel))["channel"]["id"]
        started = message.first_attempt_at.timestamp() if message.first_attempt_at else 0.0
        pages = await self.client.conversations_history(
            channel=channel, oldest=f"{started - CLOCK_SKEW:.6f}", include_all_metadata=True, limit=100
        )
        async for page in pages:
            for row in page["messages"]:
                if _is(row, message.id):
                    return Sent(channel, row["ts"])
        return None


async def _answer(asking: Awaitable[T]) -> T | Result:
    try:
        return await asking
    except SlackApiError as error:
        return _judged(error)
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        return Uncertain(type(error).__name__)


def code(error: SlackApiError) -> str:
    """Slack's word for it, or the HTTP status where there is none. Never the payload, which holds what people wrote."""
    data = getattr(error.response, "data", None)
    return str(data["error"]) if isinstance(data, dict) and data.get("error") else f"http_{_status(error)}"


def _judged(error: SlackApiError) -> Result:
    if _status(error) == 429:
        seconds = str(error.response.headers.get("Retry-After", ""))
        return NotNow(timedelta(seconds=int(seconds) if seconds.isdecimal() else DEFAULT_RETRY_AFTER))
    if _status(error) >= 500 or code(error) in PASSING:
        return Uncertain(code(error))
    return Refused(code(error))


def _status(error: SlackApiError) -> int:
    """The SDK hands over its own answer, or aiohttp's where the body was not JSON."""
    answer: Any = error.response
    return int(getattr(answer, "status_code", 0) or getattr(answer, "status", 0))


def _is(row: dict[str, Any], message_id: int) -> bool:
    mark = row.get("metadata") or {}
    return mark.get("event_type") == EVENT_TYPE and mark.get("event_payload", {}).get("id") == message_id
