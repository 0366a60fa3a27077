"""Slack's end of Socket Mode: tickets, sockets, envelopes and their acks."""

import asyncio
import itertools
import json
import uuid

from aiohttp import WSCloseCode, WSMsgType, web

from bot.sandbox.elements import Json
from bot.sandbox.workspace import APP

MAX_CONNECTIONS = 10


class NotAcked(Exception):
    """The app did not answer in time; `code` is what Slack shows. `final`: the app asked not to be told again."""

    def __init__(self, code: str, *, final: bool = False) -> None:
        super().__init__(code)
        self.code = code
        self.final = final


class SocketMode:
    def __init__(self) -> None:
        self.connected = asyncio.Event()
        """Set while the app holds at least one socket that gets payloads."""
        self._tickets: set[str] = set()
        self._open: dict[web.WebSocketResponse, asyncio.Transport | None] = {}
        self._live: list[web.WebSocketResponse] = []
        self._turn = itertools.count()
        self._acks: dict[str, asyncio.Future[Json]] = {}

    @property
    def connections(self) -> int:
        return len(self._live)

    def new_ticket(self) -> str:
        ticket = str(uuid.uuid4())
        self._tickets.add(ticket)
        return ticket

    async def link(self, request: web.Request) -> web.WebSocketResponse:
        """GET /link?ticket=…, each ticket once."""
        if request.query.get("ticket") not in self._tickets:
            raise web.HTTPForbidden(text="invalid ticket")
        self._tickets.discard(request.query["ticket"])
        socket = web.WebSocketResponse(timeout=1.0)
        await socket.prepare(request)
        if self.connections >= MAX_CONNECTIONS:
            await socket.send_json(_disconnect("too_many_websockets"))
            await socket.close()
            return socket
        self._open[socket] = request.transport
        try:
            await self._serve(socket)
        finally:
            self._open.pop(socket, None)
            self._retire(socket)
        return socket

    async def send(self, envelope: Json, seconds: float) -> Json:
        """Any one socket gets the envelope; gives the payload of its ack. Raises NotAcked."""
        envelope_id = str(uuid.uuid4())
        ack: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        self._acks[envelope_id] = ack
        code = "dispatch_failed"
        try:
            async with asyncio.timeout(seconds):
                await self.connected.wait()
                socket = self._live[next(self._turn) % self.connections]
                await socket.send_json({"envelope_id": envelope_id, **envelope})
                code = "operation_timeout"
                return await ack
        except (TimeoutError, ConnectionError) as failure:
            raise NotAcked(code) from failure
        finally:
            del self._acks[envelope_id]

    async def disconnect(self, reason: str = "refresh_requested") -> None:
        """Asks the app to come back on a new socket (`warning` is the other polite reason). The old one goes silent."""
        for socket in [*self._live]:
            self._retire(socket)
            await socket.send_json(_disconnect(reason))

    def drop(self) -> None:
        """Breaks every socket without a word."""
        for socket, transport in [*self._open.items()]:
            self._retire(socket)
            if transport:
                transport.abort()

    async def close(self) -> None:
        self._live.clear()
        await asyncio.gather(*(socket.close(code=WSCloseCode.GOING_AWAY) for socket in [*self._open]))

    async def _serve(self, socket: web.WebSocketResponse) -> None:
        await socket.send_json(self._hello())
        self._live.append(socket)
        self.connected.set()
        async for message in socket:
            if message.type == WSMsgType.TEXT:
                self._take_ack(message.data)

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": self.connections + 1,
            "connection_info": {"app_id": APP},
            "debug_info": {"host": "sandbox", "approximate_connection_time": 3600},
        }

    def _take_ack(self, data: str) -> None:
        ack = json.loads(data)
        waiting = self._acks.get(ack.get("envelope_id"))
        if waiting and not waiting.done():
            waiting.set_result(ack.get("payload") or {})

    def _retire(self, socket: web.WebSocketResponse) -> None:
        if socket in self._live:
            self._live.remove(socket)
        if not self._live:
            self.connected.clear()


def _disconnect(reason: str) -> Json:
    return {"type": "disconnect", "reason": reason, "debug_info": {"host": "sandbox"}}
