"""From the workspace to the app: over Socket Mode, or as signed HTTP posts. Only unacked events are sent again."""

import asyncio
import hashlib
import hmac
import json
import time
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import aiohttp

from bot.sandbox.elements import Json
from bot.sandbox.faults import Fault, Faults
from bot.sandbox.socket_mode import NotAcked, SocketMode

__all__ = ["Delivery", "NotAcked"]

SLACKS_REDELIVERY = (0.0, 60.0, 300.0)


class Delivery:
    """`http_url` is the app's root, to which /slack/events is added. All seconds are real ones."""

    def __init__(
        self,
        sockets: SocketMode,
        faults: Faults,
        *,
        http_url: str | None = None,
        signing_secret: str = "",
        ack_seconds: float = 3.0,
        redelivery: Sequence[float] = SLACKS_REDELIVERY,
    ) -> None:
        self.sockets = sockets
        self.faults = faults
        self.http_url = http_url
        self.signing_secret = signing_secret
        self.ack_seconds = ack_seconds
        self.redelivery = redelivery
        self._session: aiohttp.ClientSession | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def send(self, kind: str, payload: Json, retry: int = 0, reason: str = "") -> Json:
        """`kind`: slash_commands, interactive or events_api. Gives the ack's payload, or raises NotAcked."""
        fault = self.faults.of_delivery(kind)
        if fault is Fault.DROPPED_SOCKET:
            self.sockets.drop()
            raise NotAcked("operation_timeout")
        if self.http_url:
            ack = await self._post(kind, payload, retry, reason)
        else:
            ack = await self.sockets.send(_envelope(kind, payload, retry, reason), self.ack_seconds)
        if fault is Fault.LOST_ACK:
            raise NotAcked("operation_timeout")
        return ack

    async def event(self, payload: Json) -> None:
        """Returns after the first attempt; the further ones follow in the background (see `settled`)."""
        try:
            await self.send("events_api", payload)
        except NotAcked as failure:
            if not failure.final:
                self._tasks.add(task := asyncio.create_task(self._send_again(payload)))
                task.add_done_callback(self._tasks.discard)

    async def settled(self) -> None:
        """Until no event waits to be sent again."""
        await asyncio.gather(*self._tasks)

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session:
            await self._session.close()

    async def _send_again(self, payload: Json) -> None:
        for attempt, delay in enumerate(self.redelivery, start=1):
            await asyncio.sleep(delay)
            try:
                await self.send("events_api", payload, attempt, "timeout")
            except NotAcked as failure:
                if failure.final:
                    return
            else:
                return

    async def _post(self, kind: str, payload: Json, retry: int, reason: str) -> Json:
        self._session = self._session or aiohttp.ClientSession()
        content_type, body = _http_body(kind, payload)
        headers = {"Content-Type": content_type, **self._signature(body), **_retry_headers(retry, reason)}
        try:
            async with asyncio.timeout(self.ack_seconds):
                async with self._session.post(f"{self.http_url}/slack/events", data=body, headers=headers) as answer:
                    return _http_ack(answer.status, answer.headers, await answer.text())
        except TimeoutError as failure:
            raise NotAcked("operation_timeout") from failure
        except aiohttp.ClientError as failure:
            raise NotAcked("dispatch_failed") from failure

    def _signature(self, body: str) -> dict[str, str]:
        now = str(int(time.time()))
        digest = hmac.new(self.signing_secret.encode(), f"v0:{now}:{body}".encode(), hashlib.sha256).hexdigest()
        return {"X-Slack-Request-Timestamp": now, "X-Slack-Signature": f"v0={digest}"}


def _envelope(kind: str, payload: Json, retry: int, reason: str) -> Json:
    envelope = {"type": kind, "payload": payload, "accepts_response_payload": kind != "events_api"}
    return {**envelope, "retry_attempt": retry, "retry_reason": reason} if kind == "events_api" else envelope


def _http_body(kind: str, payload: Json) -> tuple[str, str]:
    if kind == "events_api":
        return "application/json", json.dumps(payload)
    fields = payload if kind == "slash_commands" else {"payload": json.dumps(payload)}
    return "application/x-www-form-urlencoded", urlencode(fields)


def _retry_headers(retry: int, reason: str) -> dict[str, str]:
    return {"X-Slack-Retry-Num": str(retry), "X-Slack-Retry-Reason": f"http_{reason}"} if retry else {}


def _http_ack(status: int, headers: Mapping[str, str], text: str) -> Json:
    if status != 200:
        raise NotAcked("http_service_error", final=headers.get("X-Slack-No-Retry") == "1")
    if headers.get("Content-Type", "").startswith("application/json"):
        ack: Json = json.loads(text)
        return ack
    return {"text": text} if text else {}
