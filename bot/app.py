"""The bot as a Bolt app: every handler registered, one way out to Slack."""

import gc
import logging
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import aiohttp
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

import handlers
from bot.services.publications_offered import Publishing
from bot.settings import Settings
from handlers.posting import TIMEOUT
from handlers.routing import Router
from storage.database import Database

SWITCH = 0.0005
"""Seconds after which a thread at work lets another in. Whoever waits for Slack waits so long for who builds messages:
at Python's five milliseconds, fifty on their way to a Slack 50 ms away became a fiftieth fewer."""


@dataclass(frozen=True, slots=True)
class Built:
    """`team_id` is the workspace that the bot is installed in."""

    app: AsyncApp
    router: Router
    client: AsyncWebClient
    team_id: str


class ShareClient(AsyncMiddleware):
    """One client for all. Bolt makes a new one for each request, with a proxy from the environment unless it has one.

    A class, since for a function Bolt gathers thirty arguments each time.
    """

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,  # noqa: ARG002  Bolt names them
        next: Callable[[], Awaitable[BoltResponse]],
    ) -> BoltResponse | None:
        req.context["client"] = self._client
        return await next()


class OneBot(AsyncAuthorize):
    """The same bot whoever asks. A class, as `ShareClient` is."""

    def __init__(self, bot: AuthorizeResult) -> None:
        self._bot = bot

    async def __call__(self, **_: Any) -> AuthorizeResult:
        return self._bot


def only_serve() -> None:
    """For a process that does nothing else.

    A report makes 1 500 objects and no cycles to speak of, so Python's collector finds nothing in them: as it is set at
    first it looks twice a report, and now and then at everything there is.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    sys.setswitchinterval(SWITCH)


def open_session(settings: Settings) -> aiohttp.ClientSession:
    """One for everything, since the SDK's own time-out and proxy do not reach a shared session."""
    limit = aiohttp.ClientTimeout(total=TIMEOUT.total_seconds())
    return aiohttp.ClientSession(timeout=limit, proxy=settings.proxy)


def web_client(settings: Settings, session: aiohttp.ClientSession) -> AsyncWebClient:
    token = settings.slack_bot_token.get_secret_value() if settings.slack_bot_token else None
    # The SDK's retries would post twice what Slack took without being able to say so.
    client = AsyncWebClient(token, settings.slack_api_url, session=session, retry_handlers=[])
    client.proxy = settings.proxy  # the SDK takes one from the environment for any address, this machine's too
    return client


async def create_app(
    settings: Settings, db: Database, now: Callable[[], datetime], session: aiohttp.ClientSession
) -> Built:
    """Asks Slack who the bot is. Raises SlackApiError, aiohttp.ClientError or TimeoutError."""
    client = web_client(settings, session)
    me = await client.auth_test()
    bot = AuthorizeResult.from_auth_test_response(bot_token=client.token, auth_test_response=me)
    logger = logging.getLogger("slack_bolt")
    logger.setLevel(logging.ERROR)  # Bolt warns of a token in the environment that it does not use
    secret = settings.slack_signing_secret
    app = AsyncApp(
        name="lofte",  # else Bolt reads the source of everybody who called, for a name
        logger=logger,
        client=AsyncWebClient(proxy="none"),  # nobody calls with it: see `ShareClient`
        signing_secret=secret.get_secret_value() if secret else "",
        authorize=OneBot(bot),
        before_authorize=ShareClient(client),
        process_before_response=True,
        raise_error_for_unhandled_request=True,
    )
    undo_within = timedelta(hours=settings.undo_hours)
    publishing = Publishing(settings.public_threshold, settings.public_url if settings.public_pages else None)
    router = handlers.register(app, db, now, undo_within, public_url=settings.public_url, publishing=publishing)
    return Built(app, router, client, me["team_id"])
