"""One attempt to bring one message to Slack, and what came of it."""

import json
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, TypeVar, cast

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.services.outbox import Outgoing
from handlers.results import NotNow, Refused, Result, Sent, Uncertain
from storage.leases import Taken

T = TypeVar("T")
Json = dict[str, Any]
JSON = {"Content-Type": "application/json;charset=utf-8"}

TIMEOUT = timedelta(seconds=10)
"""No request to Slack takes longer; the client's session is opened with it."""

POST, UPDATE, HISTORY = "chat.postMessage", "chat.update", "conversations.history"
EVENT_TYPE = "lofte_message"
CLOCK_SKEW = 60.0  # seconds that our clock and Slack's may differ
DEFAULT_RETRY_AFTER = 30  # seconds
SHORTLY = timedelta(seconds=1)
ALL_CHANNELS = 5
"""So many channels refused for the rate, one after another: then it is the workspace's that is used up."""

LOST = {"message_not_found", "cant_update_message", "edit_window_closed"}
"""Why a message cannot be updated any more: then a new one is sent."""

PASSING = {"internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org",
           "invalid_auth", "not_authed", "token_expired", "token_revoked", "missing_scope"}  # fmt: skip
"""Nothing is wrong with the message: Slack has trouble, or the installation has, and somebody will see to it."""


class _TooLate(Exception):
    """Not begun, or it might end after its lease."""


class _Held(Exception):
    """Not begun: Slack has told us to leave this method alone for a while."""

    def __init__(self, wait: timedelta) -> None:
        self.wait = wait


class Post:
    """`counts`: sent, failed, asked (whether an earlier attempt arrived) and unanswered (sent without knowing).

    A request takes no longer than `timeout`, and Slack may carry it out as long again after we have stopped waiting:
    so long before the end of its lease nothing more is begun.
    """

    def __init__(self, client: AsyncWebClient, real_now: Callable[[], datetime], timeout: timedelta = TIMEOUT) -> None:
        self.client = client
        self._headers = {**client.headers, "Authorization": f"Bearer {client.token}", **JSON}
        self.counts: Counter[str] = Counter()
        self._real_now = real_now
        self._margin = 2 * timeout
        self._held: dict[str, datetime] = {}
        self._refused_in_a_row = 0

    @property
    def is_held(self) -> bool:
        """Slack takes no posts from the whole workspace for a while."""
        return bool(self._wait(POST))

    async def attempt(self, message: Taken, outgoing: Outgoing) -> Result:
        return await self.counted(self._bring(message, outgoing), has_other=outgoing.has_other)

    async def counted(self, bringing: Awaitable[Sent], *, has_other: bool = False) -> Result:
        result = await result_of(bringing)
        if has_other and isinstance(result, Refused):
            return replace(result, foreseen=True)
        self.counts["sent"] += isinstance(result, Sent)
        self.counts["failed"] += isinstance(result, Refused)
        return result

    async def arrived(self, message: Taken, channel: str) -> Result | None:
        """What is not to be sent any more may have arrived at an earlier attempt; None when it has not."""
        return await result_of(self._found(message, channel)) if message.attempts > 1 else None

    def is_in_time(self, message: Taken) -> bool:
        """What would not be done before its lease ends is not begun."""
        return self._real_now() + self._margin < message.lease_until

    async def conversation(self, channel: str) -> str:
        """Its own id: a message may be posted to a person's, but neither history nor files know that one."""
        if not channel.startswith(("U", "W")):
            return channel
        opened: str = (await self._asked("conversations.open", {"users": channel}))["channel"]["id"]
        return opened

    async def _bring(self, message: Taken, outgoing: Outgoing) -> Sent:
        if outgoing.update_ts and (updated := await self._updated(message, outgoing, outgoing.update_ts)):
            return updated
        # The tries that surely did not arrive are not counted: see storage.marks.
        if message.attempts > 1 and (found := await self._found(message, outgoing.channel)):
            return found
        mark = {"event_type": EVENT_TYPE, "event_payload": {"id": message.id}}
        answer = await self._write(message, POST, {"channel": outgoing.channel, "metadata": mark, **outgoing.payload})
        return Sent(answer["channel"], answer["ts"])

    async def _updated(self, message: Taken, outgoing: Outgoing, ts: str) -> Sent | None:
        """The same update twice is no harm, so nobody asks whether the first arrived."""
        try:
            await self._write(message, UPDATE, {"channel": outgoing.channel, "ts": ts, **outgoing.payload})
        except SlackApiError as error:
            if code(error) in LOST:
                return None
            raise
        return Sent(outgoing.channel, ts)

    async def _write(self, message: Taken, method: str, body: Json) -> Json:
        if not self.is_in_time(message):
            raise _TooLate
        with self._heeding(method):
            said = await self._posted(method, body)
        if method == POST:
            self._refused_in_a_row = 0
        return said

    async def _found(self, message: Taken, channel: str) -> Sent | None:
        """What an earlier attempt left in Slack. Where Slack may not be asked it is sent again rather than lost."""
        self.counts["asked"] += 1
        try:
            return await self._look_for(message, channel)
        except SlackApiError as error:
            if isinstance(_judged(error), Refused) or code(error) == "missing_scope":
                self.counts["unanswered"] += 1
                return None
            raise

    async def _look_for(self, message: Taken, channel: str) -> Sent | None:
        channel = await self.conversation(channel)
        oldest = f"{message.first_attempt_at.timestamp() - CLOCK_SKEW:.6f}"
        asked = {"channel": channel, "oldest": oldest, "include_all_metadata": 1, "limit": 100}
        async for page in await self._asked(HISTORY, asked):
            for row in page["messages"]:
                if _is(row, message.id):
                    return Sent(channel, row["ts"])
        return None

    async def _asked(self, method: str, params: Json) -> AsyncSlackResponse:
        with self._heeding(method):
            return await self.client.api_call(method, params=params)

    @contextmanager
    def _heeding(self, method: str) -> Iterator[None]:
        if wait := self._wait(method):
            raise _Held(wait)
        try:
            yield
        except SlackApiError as error:
            self._heed(method, error)
            raise

    async def _posted(self, method: str, body: Json) -> Json:
        """As the SDK's `api_call`, which spends as much on preparations as on the request. Raises SlackApiError."""
        client, session = self.client, cast(aiohttp.ClientSession, self.client.session)
        options: Json = {"headers": self._headers, "proxy": client.proxy, "ssl": client.ssl or True}
        async with session.post(client.base_url + method, data=json.dumps(body).encode(), **options) as answer:
            said = _decoded(await answer.read())
        if answer.status == 200 and said.get("ok"):
            return said
        response = AsyncSlackResponse(
            client=client, http_verb="POST", api_url=client.base_url + method, req_args={}, data=said,
            headers=cast(Any, answer.headers), status_code=answer.status,
        )  # fmt: skip
        raise SlackApiError(method, response)  # type: ignore[no-untyped-call]

    def _heed(self, method: str, error: SlackApiError) -> None:
        """A post is refused for its channel's sake, and others go on; any other method for the whole workspace's."""
        if (wait := _retry_after(error)) is None:
            return
        self._refused_in_a_row += method == POST
        if method != POST or self._refused_in_a_row >= ALL_CHANNELS:
            self._held[method] = self._real_now() + wait

    def _wait(self, method: str) -> timedelta:
        until = self._held.get(method)
        return max(until - self._real_now(), timedelta(0)) if until else timedelta(0)


async def result_of(asking: Awaitable[T]) -> T | Result:
    try:
        return await asking
    except SlackApiError as error:
        return _judged(error)
    except _Held as held:
        return NotNow(held.wait)
    except _TooLate:
        return NotNow(SHORTLY)
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        return Uncertain(type(error).__name__)


def _decoded(said: bytes) -> Json:
    """Nothing when it is not of Slack's, but of something in between."""
    try:
        found = json.loads(said)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def code(error: SlackApiError) -> str:
    """Slack's word for it, or the HTTP status where there is none. Never the payload, which holds what people wrote."""
    data = getattr(error.response, "data", None)
    return str(data["error"]) if isinstance(data, dict) and data.get("error") else f"http_{_status(error)}"


def _judged(error: SlackApiError) -> Result:
    wait, said = _retry_after(error), code(error)
    if wait is not None:
        return NotNow(wait)
    if _status(error) >= 500 or said in PASSING or said.startswith("http_"):  # no word of Slack's own: no refusal
        return Uncertain(said)
    return Refused(said)


def _retry_after(error: SlackApiError) -> timedelta | None:
    if _status(error) != 429:
        return None
    seconds = str(error.response.headers.get("Retry-After", ""))
    return timedelta(seconds=int(seconds) if seconds.isdecimal() else DEFAULT_RETRY_AFTER)


def _status(error: SlackApiError) -> int:
    """The SDK hands over its own answer, or aiohttp's where the body was not JSON."""
    answer: Any = error.response
    return int(getattr(answer, "status_code", 0) or getattr(answer, "status", 0))


def _is(row: dict[str, Any], message_id: int) -> bool:
    mark = row.get("metadata") or {}
    return mark.get("event_type") == EVENT_TYPE and mark.get("event_payload", {}).get("id") == message_id
