"""The bot's own web server: Slack's calls in HTTP mode, how the bot is, and what others may ask for."""

import asyncio
from collections.abc import Sequence

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp
from sqlalchemy import text
from sqlmodel import Session

from bot.domain.errors import Unavailable
from bot.socket_mode import SocketDoor
from handlers.sending import Sender
from storage.database import Database

COUNTS = ("sent", "failed", "asked", "unanswered")


def create_web(
    app: AsyncApp,
    db: Database,
    sender: Sender,
    door: SocketDoor | None,
    sending: "asyncio.Task[None] | None",
    *,
    answers: bool,
    public: Sequence[web.RouteDef] = (),
) -> web.Application:
    async def take(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await app.async_dispatch(await to_bolt_request(request)))

    async def alive(_request: web.Request) -> web.Response:
        return web.Response(text="ok\n")

    async def ready(_request: web.Request) -> web.Response:
        if fault := await _fault(db, door, sending):
            return web.Response(text=f"{fault}\n", status=503)
        return web.Response(text="ok\n")

    async def metrics(_request: web.Request) -> web.Response:
        counts = sender.post.counts
        return web.Response(text="".join(f"lofte_messages_{name}_total {counts[name]}\n" for name in COUNTS))

    made = web.Application()
    made.add_routes([web.get("/healthz", alive), web.get("/readyz", ready), web.get("/metrics", metrics)])
    if answers and door is None:
        made.router.add_post("/slack/events", take)
    if answers:
        made.add_routes(public)
    return made


async def _fault(db: Database, door: SocketDoor | None, sending: "asyncio.Task[None] | None") -> str | None:
    if door and not await door.is_open():
        return "socket closed"
    if sending and sending.done():
        return "sender stopped"
    try:
        await db.read(_ask)
    except Unavailable:
        return "database unavailable"
    return None


def _ask(session: Session) -> None:
    session.connection().execute(text("SELECT 1"))
