"""The running bot: database, way in, dispatcher and ticks; started in one order and stopped in the other."""

import asyncio
import signal
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import datetime

import aiohttp
from aiohttp import web
from slack_sdk.errors import SlackApiError

from bot.app import Built, create_app, only_serve, open_session
from bot.domain.errors import Unavailable
from bot.scheduler import start_scheduler
from bot.services.installation import ensure_administrator
from bot.settings import Settings
from bot.socket_mode import SocketDoor
from bot.web import create_web
from bot.web_calendars import Calendars
from bot.web_pages import Pages
from handlers import calendar_feeds, publications
from handlers.posting import TIMEOUT, code
from handlers.sending import Limits, Sender, real_time
from storage import migrate
from storage.database import Database
from storage.pace import Pace


class CannotStart(Exception):
    """The message is one Swedish line for whoever starts the bot."""


@dataclass(frozen=True)
class Bot:
    """`url` is its own web server's, empty without one."""

    db: Database
    built: Built
    sender: Sender
    url: str

    async def settled(self) -> None:
        """Until all that was acknowledged is done, and all that is due is sent or waits for another try."""
        await self.built.router.after.finished()
        await self.sender.send_all()


async def serve(settings: Settings, *, answers: bool = True, sends: bool = True) -> None:
    """Until SIGTERM or Ctrl-C. Raises CannotStart."""
    stopped = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    async with running(settings, real_time, answers=answers, sends=sends, host="0.0.0.0"):
        only_serve()
        await stopped.wait()


@asynccontextmanager
async def running(
    settings: Settings,
    now: Callable[[], datetime],
    *,
    answers: bool = True,
    sends: bool = True,
    host: str = "127.0.0.1",
    pace: Pace | None = None,
) -> AsyncIterator[Bot]:
    """`now` is the business clock; `pace` is for those who need not keep Slack's. Raises CannotStart."""
    async with AsyncExitStack() as stack:
        db = await _database(settings, stack)
        session = await stack.enter_async_context(open_session(settings))
        with _refusals(settings):
            built = await create_app(settings, db, now, session)
            stack.push_async_callback(built.router.after.finished)
            if settings.lofte_admin:
                await db.write(ensure_administrator, built.team_id, settings.lofte_admin, now())
            limits = Limits(pace or Pace(per_second=settings.posts_per_second))
            sender = Sender(db, built.client, now, limits=limits)
            sending = _keep_sending(sender, stack) if sends else None
            scheduler = start_scheduler(db, built.client, now, sender if sends else None)
            stack.callback(scheduler.shutdown)
            door = await _open_door(settings, built, stack) if answers and settings.slack_app_token else None
            routes = _public(settings, db, now)
            served = create_web(built.app, db, sender, door, sending, answers=answers, public=routes)
            url = await _open_web(settings, served, host, stack)
        yield Bot(db, built, sender, url)


@contextmanager
def _refusals(settings: Settings) -> Iterator[None]:
    """What Slack can have against it, in one Swedish line."""
    try:
        yield
    except SlackApiError as error:
        raise CannotStart(
            f"Slack släpper inte in boten ({code(error)}): kontrollera SLACK_BOT_TOKEN och SLACK_APP_TOKEN."
        ) from error
    except (aiohttp.ClientError, TimeoutError) as error:
        raise CannotStart(f"Slack svarar inte på {settings.slack_api_url} ({type(error).__name__}).") from error


async def _database(settings: Settings, stack: AsyncExitStack) -> Database:
    db = Database(settings.database_url)
    stack.callback(db.close)
    if not (await _is_current(db) or await asyncio.to_thread(migrate.is_ready, db.url)):
        raise CannotStart("Databasen är inte uppdaterad: kör python -m bot migrate.")
    return db


async def _is_current(db: Database) -> bool:
    try:
        return await db.read(migrate.has_newest)
    except Unavailable as error:
        raise CannotStart("Databasen svarar inte: kontrollera DATABASE_URL.") from error


def _keep_sending(sender: Sender, stack: AsyncExitStack) -> "asyncio.Task[None]":
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(sender.run(), name="sender")

    def wake() -> None:
        loop.call_soon_threadsafe(sender.wake)

    async def stop() -> None:
        sender.stop()
        await asyncio.wait([task])

    sender.db.on_outbox(wake)
    stack.push_async_callback(stop)
    return task


async def _open_door(settings: Settings, built: Built, stack: AsyncExitStack) -> SocketDoor:
    token = settings.slack_app_token.get_secret_value() if settings.slack_app_token else ""
    door = SocketDoor(built.app, built.client, token)
    stack.push_async_callback(door.close)
    await door.open()
    return door


def _public(settings: Settings, db: Database, now: Callable[[], datetime]) -> list[web.RouteDef]:
    """What others than Slack may ask for."""
    routes = []
    if settings.public_url:
        routes.append(web.get(calendar_feeds.ROUTE, Calendars(db, now).answer))
    if settings.public_pages:
        routes.append(web.get(publications.ROUTE, Pages(db).answer))
    return routes


async def _open_web(settings: Settings, app: web.Application, host: str, stack: AsyncExitStack) -> str:
    if settings.port is None:
        return ""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=TIMEOUT.total_seconds())
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    try:
        await web.TCPSite(runner, host, settings.port).start()
    except OSError as error:
        raise CannotStart(f"Porten {settings.port} är upptagen: välj en annan med PORT.") from error
    return f"http://{host}:{runner.addresses[0][1]}"
