"""Slack's end of both transports, with as little work of its own as possible: what it costs is in every figure."""

import asyncio
import json
import time
from abc import ABC, abstractmethod
from typing import Any
from urllib.parse import urlencode

from aiohttp import web
from slack_sdk.signature import SignatureVerifier

from bot.sandbox.socket_mode import SocketMode
from tests.benchmarks.rows import TEAM, user_id

SECRET = "bench"
LINE = "rapport trafikkontroll 45 fordon 2 rattfylla lugnt"
ACK_SECONDS = 10.0

Json = dict[str, Any]


def command(officer: int) -> Json:
    """As Slack sends it: every field is a string, in both transports."""
    return {
        "token": "t",
        "team_id": TEAM,
        "team_domain": "bench",
        "channel_id": "D0BENCH",
        "channel_name": "directmessage",
        "user_id": user_id(officer),
        "user_name": "anna",
        "command": "/lofte",
        "text": LINE,
        "api_app_id": "A0BENCH",
        "is_enterprise_install": "false",
        "response_url": "http://127.0.0.1/nowhere",
        "trigger_id": f"{officer}.1.bench",
    }


class Transport(ABC):
    """A command is prepared before the clock starts."""

    name: str

    @abstractmethod
    def prepare(self, body: Json) -> Any: ...

    @abstractmethod
    async def send(self, prepared: Any, worker: int) -> str:
        """Gives the acknowledgement as JSON, empty when it says nothing."""


class Socket(Transport):
    name = "Socket Mode"

    def __init__(self, sockets: SocketMode) -> None:
        self._sockets = sockets

    def prepare(self, body: Json) -> Json:
        return {"type": "slash_commands", "payload": body, "accepts_response_payload": True}

    async def send(self, prepared: Json, worker: int) -> str:  # noqa: ARG002  any worker's goes through the one socket
        answer = await self._sockets.send(prepared, ACK_SECONDS)
        return json.dumps(answer, ensure_ascii=False) if answer else ""


class Http(Transport):
    """A connection for each worker, kept alive."""

    name = "HTTP"

    def __init__(self, port: int) -> None:
        self._port = port
        self._connections: dict[int, tuple[asyncio.StreamReader, asyncio.StreamWriter]] = {}

    def prepare(self, body: Json) -> bytes:
        form, at = urlencode(body), str(int(time.time()))
        signature = SignatureVerifier(SECRET).generate_signature(timestamp=at, body=form)
        lines = [
            "POST /slack/events HTTP/1.1",
            "Host: 127.0.0.1",
            "Content-Type: application/x-www-form-urlencoded",
            f"Content-Length: {len(form)}",
            f"X-Slack-Request-Timestamp: {at}",
            f"X-Slack-Signature: {signature}",
        ]
        return "\r\n".join([*lines, "", form]).encode()

    async def send(self, prepared: bytes, worker: int) -> str:
        reader, writer = await self._connection(worker)
        writer.write(prepared)
        head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        if not head.startswith("http/1.1 200"):
            raise RuntimeError(f"not acknowledged: {head}")
        return (await reader.readexactly(int(_header(head, "content-length")))).decode()

    async def _connection(self, worker: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if worker not in self._connections:
            self._connections[worker] = await asyncio.open_connection("127.0.0.1", self._port)
        return self._connections[worker]

    def close(self) -> None:
        for _, writer in self._connections.values():
            writer.close()


class Api:
    """The Web API that an app asks at its start. One for each app, so that it is known whose socket is whose."""

    def __init__(self) -> None:
        self.sockets = SocketMode()
        self.port = 0
        self._runner = web.AppRunner(self._routes())

    async def start(self) -> None:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        await self.sockets.close()
        await self._runner.cleanup()

    def _routes(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/auth.test", self._auth_test)
        app.router.add_post("/apps.connections.open", self._open)
        app.router.add_get("/link", self.sockets.link)
        return app

    async def _auth_test(self, _request: web.Request) -> web.Response:
        return web.json_response({"ok": True, "team_id": TEAM, "user_id": "U0BOT", "bot_id": "B0BOT"})

    async def _open(self, _request: web.Request) -> web.Response:
        url = f"ws://127.0.0.1:{self.port}/link?ticket={self.sockets.new_ticket()}"
        return web.json_response({"ok": True, "url": url})


def _header(head: str, name: str) -> str:
    return next(line.partition(":")[2] for line in head.split("\r\n") if line.startswith(f"{name}:"))
