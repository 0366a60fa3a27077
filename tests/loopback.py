"""Slack's end of posting, for faults and benchmarks: it keeps what it took, and fails as often as it is told to."""

import asyncio
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

Json = dict[str, Any]
STORM = 0.4  # seconds that each lasts
CALMS = 6  # as long, between two storms
RETRY_AFTER = 1


@dataclass(frozen=True, slots=True)
class Posted:
    """`by` is who sent it, `at` when it was taken (monotonic)."""

    id: int
    channel: str
    by: str
    at: float


@dataclass
class Troubles:
    """Shares of all posts; `storms` are of 429 and 500 in turn, and of half of all."""

    answer_lost: float = 0.0
    cut: float = 0.0
    storms: bool = False
    chance: random.Random = field(default_factory=lambda: random.Random(1))

    def happens(self, share: float) -> bool:
        return self.chance.random() < share

    def storm(self) -> int | None:
        turn = int(time.monotonic() / STORM) % (2 * CALMS)
        return {0: 429, CALMS: 500}.get(turn) if self.storms and self.happens(0.5) else None


class Loopback:
    """A post is taken also when who sent it is gone before the answer."""

    def __init__(self, latency: float = 0.0, troubles: Troubles | None = None) -> None:
        self.latency = latency
        self.troubles = troubles or Troubles()
        self.posts: list[Posted] = []
        self.calls: Counter[str] = Counter()
        self.early = 0
        """Posts to a channel before the time that Slack had told it to wait."""
        self.url = ""
        self._by_channel: defaultdict[str, list[Json]] = defaultdict(list)
        self._closed_until: dict[str, float] = {}
        self._lines: set[asyncio.StreamWriter] = set()

    async def hang_up(self) -> None:
        for line in self._lines:
            line.close()
        while self._lines:
            await asyncio.sleep(0)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._lines.add(writer)
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            while answer := await self._one(reader):
                writer.write(answer)
        self._lines.discard(writer)
        writer.close()

    async def _one(self, reader: asyncio.StreamReader) -> bytes:
        """Nothing: the line is cut."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        first, *lines = head.split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
        body = await reader.readexactly(int(headers.get("content-length", 0)))
        url = urlsplit(first.split(" ")[1])
        arguments = dict(parse_qsl(url.query))
        if body:
            is_json = headers.get("content-type", "").startswith("application/json")
            arguments |= json.loads(body) if is_json else dict(parse_qsl(body.decode()))
        method = url.path.rpartition("/")[2]
        self.calls[method] += 1
        if method in ("chat.postMessage", "chat.update"):
            return await self._post(arguments, headers.get("user-agent", "").split(" ")[0])
        return self._read(method, arguments)

    async def _post(self, arguments: Json, by: str) -> bytes:
        channel = conversation(arguments["channel"])
        if self.troubles.happens(self.troubles.cut):
            return b""
        if (storm := self._storm(channel)) is not None:
            return storm
        await asyncio.sleep(self.latency)
        ts = self._take(channel, arguments.get("metadata"), by)
        if self.troubles.happens(self.troubles.answer_lost):
            return b""
        return _answer(200, {"ok": True, "channel": channel, "ts": ts})

    def _storm(self, channel: str) -> bytes | None:
        now = time.monotonic()
        self.early += now < self._closed_until.get(channel, 0.0)
        status = self.troubles.storm()
        if status == 429:
            self._closed_until[channel] = now + RETRY_AFTER
        return None if status is None else _answer(status, {"ok": False, "error": f"storm_{status}"})

    def _take(self, channel: str, metadata: Json | None, by: str) -> str:
        ts = f"{time.time():.6f}"
        self.posts.append(Posted((metadata or {}).get("event_payload", {}).get("id", 0), channel, by, time.monotonic()))
        self._by_channel[channel].append({"ts": ts, "metadata": metadata})
        return ts

    def _read(self, method: str, arguments: Json) -> bytes:
        match method:
            case "conversations.open":
                return _answer(200, {"ok": True, "channel": {"id": conversation(arguments["users"])}})
            case "conversations.history":
                since = float(arguments["oldest"])
                rows = [row for row in self._by_channel[arguments["channel"]] if float(row["ts"]) >= since]
                return _answer(200, {"ok": True, "messages": rows})
            case _:
                return _answer(200, {"ok": True, "team_id": "T0BENCH", "user_id": "U0BOT", "bot_id": "B0BOT"})


def conversation(channel: str) -> str:
    """A user's id leads to the conversation with that user."""
    return f"D{channel[1:]}"


@asynccontextmanager
async def loopback(latency: float = 0.0, troubles: Troubles | None = None) -> AsyncIterator[Loopback]:
    slack = Loopback(latency, troubles)
    server = await asyncio.start_server(slack.serve, "127.0.0.1", 0)
    slack.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/api/"
    try:
        yield slack
    finally:
        server.close()
        await slack.hang_up()


def _answer(status: int, body: Json) -> bytes:
    said = json.dumps(body).encode()
    head = [
        f"HTTP/1.1 {status} -", "Content-Type: application/json", f"Content-Length: {len(said)}",
        f"Retry-After: {RETRY_AFTER}",
    ]  # fmt: skip
    return "\r\n".join([*head, "", ""]).encode() + said
