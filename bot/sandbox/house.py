"""The sandbox and the real bot in it, together on this machine: what the demo shows and the tests go through."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from aiohttp import web
from pydantic import SecretStr

from bot.sandbox import personas
from bot.sandbox.clock import Clock
from bot.sandbox.interactions import SandboxPerson
from bot.sandbox.page import add_page
from bot.sandbox.server import APP_TOKEN, BOT_TOKEN, Running, Sandbox, create_sandbox, start
from bot.sandbox.workspace import BOT, User, Workspace
from bot.server import Bot, running
from bot.services.upkeep import look_ahead, look_back
from bot.settings import Settings
from bot.web_calendars import Calendars
from bot.web_pages import Pages
from handlers import calendar_feeds, publications
from storage import outbox
from storage.pace import Pace

SIGNING_SECRET = "sandbox-signing-secret"
STEPS = {"hour": timedelta(hours=1), "day": timedelta(days=1)}
A_DAY, MAX = timedelta(days=1), datetime.max.replace(tzinfo=UTC)
REDELIVERY = (0.0, 0.0)  # at once: nobody wants to wait for Slack's minutes


@dataclass(frozen=True)
class House:
    """`upkeep`: winding the clock also does what the bot's own ticks do when real time passes."""

    sandbox: Sandbox
    bot: Bot
    url: str
    upkeep: bool = True

    @property
    def clock(self) -> Clock:
        return self.sandbox.clock

    def person(self, key: str) -> SandboxPerson:
        """By the short name in `personas`, such as "anna"."""
        user_id = next(persona.user_id for persona in personas.PERSONAS if persona.key == key)
        return self.sandbox.person(user_id)

    async def wind(self, how: str | timedelta, whose: str = "") -> None:
        """By a time, an "hour", a "day", or to the next "reminder", of the user `whose` if there is one.

        The bot does each thing when it becomes due.
        """
        await self.settled()
        if how == "reminder":
            await self._wind_to_next(whose if await self._next_due(whose) else "")
            return
        end = self.clock.now() + (STEPS[how] if isinstance(how, str) else how)
        while (at := await self._next_stop()) < end:
            await self._wind_to(at)
        await self._wind_to(end)

    async def _wind_to_next(self, whose: str) -> None:
        """Past what turns out to have nothing to say. Stays where nothing is due."""
        while await self._next_due(whose):
            stop = await self._next_stop()
            await self._wind_to(stop)
            if await self.bot.db.read(outbox.has_been_due, stop, whose):
                return

    async def _next_stop(self) -> datetime:
        """With upkeep no longer than what time brings about is written down ahead; without it only what waits comes."""
        if not self.upkeep:
            return await self._next_due() or MAX
        await self.bot.db.write(look_ahead, self.clock.now())
        await self.bot.db.write(look_back, self.clock.now())
        return min(await self._next_due() or MAX, self.clock.now() + A_DAY)

    async def _next_due(self, whose: str = "") -> datetime | None:
        return await self.bot.db.read(outbox.next_due, self.clock.now(), whose)

    async def _wind_to(self, at: datetime) -> None:
        self.clock.wind_to(at)
        await self.settled()

    async def settled(self) -> None:
        """Until everybody sees what the bot has to say by now."""
        await self.sandbox.delivery.settled()
        await self.bot.settled()


def new_workspace(clock: Clock) -> Workspace:
    """Everybody has a conversation with the bot; the channel in Timrå is shared with the other organisation."""
    workspace = Workspace(clock)
    for one in personas.PERSONAS:
        workspace.add_user(User(one.user_id, one.team_id, one.key, one.name, one.title))
        workspace.im(one.user_id)
    known = [one.user_id for one in personas.PERSONAS]
    ours = [one.user_id for one in personas.PERSONAS if not one.external]
    workspace.add_channel("trygghet-timra", [BOT, *known], is_ext_shared=True)
    workspace.add_channel("trygghet-hofors", [BOT, *ours])
    return workspace


@asynccontextmanager
async def open_house(
    database_url: str,
    clock: Clock,
    *,
    port: int = 0,
    http: bool = False,
    upkeep: bool = True,
    public_url: str | None = None,
    public_pages: bool = False,
) -> AsyncIterator[House]:
    """With the page on it. The bot comes in over Socket Mode, or `http`. Raises OSError if the port is taken.

    `public_url`: what the bot calls its own web server, which it has with `http`. `public_pages`: what that would serve
    to others than Slack stands on the sandbox's own address.
    """
    opened: asyncio.Future[House] = asyncio.get_running_loop().create_future()

    async def wind(how: str, whose: str) -> None:
        await (await opened).wind(how, whose)

    app = create_sandbox(new_workspace(clock), clock, signing_secret=SIGNING_SECRET, redelivery=REDELIVERY)
    add_page(app, wind, {persona.user_id: persona.does for persona in personas.PERSONAS})
    if public_pages:
        _serve_public(app, opened, clock)
    async with AsyncExitStack() as stack:
        workspace = await start(app, port=port)
        stack.push_async_callback(workspace.stop)
        told = {"public_url": workspace.url if public_pages else public_url, "public_pages": public_pages}
        settings = _settings(workspace, database_url, http=http).model_copy(update=told)
        bot = await stack.enter_async_context(running(settings, clock.now, pace=Pace(timedelta(0))))
        if http:
            workspace.sandbox.delivery.http_url = bot.url
        if upkeep:
            await bot.db.write(look_ahead, clock.now())
        opened.set_result(House(workspace.sandbox, bot, workspace.url, upkeep))
        yield opened.result()


def _serve_public(app: web.Application, opened: "asyncio.Future[House]", clock: Clock) -> None:
    async def page(request: web.Request) -> web.Response:
        return await Pages((await opened).bot.db).answer(request)

    async def calendar(request: web.Request) -> web.Response:
        return await Calendars((await opened).bot.db, clock.now).answer(request)

    app.add_routes([web.get(publications.ROUTE, page), web.get(calendar_feeds.ROUTE, calendar)])


def _settings(workspace: Running, database_url: str, *, http: bool) -> Settings:
    way_in = (
        {"slack_signing_secret": SecretStr(SIGNING_SECRET), "port": 0}
        if http
        else {"slack_app_token": SecretStr(APP_TOKEN)}
    )
    return Settings.model_validate(
        {"slack_bot_token": BOT_TOKEN, "database_url": database_url, "slack_api_url": workspace.api_url, **way_in}
    )
