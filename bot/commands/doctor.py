"""Looks at what the bot needs before it is started, and says what it finds; changes nothing."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

import aiohttp
from pydantic import SecretStr
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.app import open_session, web_client
from bot.settings import Settings
from handlers.posting import code
from storage import migrate

NO_PAGES = "PUBLIC_PAGES: av, så inga sidor för medborgare visas. De behöver PUBLIC_PAGES, PUBLIC_URL och PORT."


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One Swedish line."""

    good: bool
    text: str


async def examine(settings: Settings) -> list[Diagnosis]:
    found = [await asyncio.to_thread(_database, settings)]
    async with open_session(settings) as session:
        client = web_client(settings, session)
        found.append(await _bot_token(client))
        if settings.slack_app_token:
            found.append(await _app_token(client, settings.slack_app_token))
    if settings.public_pages:
        found.append(Diagnosis(True, f"PUBLIC_PAGES: sidorna för medborgare visas på {settings.public_url}."))
    else:
        found.append(Diagnosis(True, NO_PAGES))
    return found


def _database(settings: Settings) -> Diagnosis:
    url = make_url(settings.database_url)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
        return Diagnosis(True, "Databasen: skapas när boten startar.")
    try:
        current = migrate.is_current(settings.database_url)
    except SQLAlchemyError as error:
        return Diagnosis(False, f"Databasen: svarar inte ({type(error).__name__}).")
    if current:
        return Diagnosis(True, "Databasen: svarar och är uppdaterad.")
    if url.get_backend_name() == "sqlite":
        return Diagnosis(True, "Databasen: svarar och uppdateras när boten startar.")
    return Diagnosis(False, "Databasen: svarar men är inte uppdaterad, kör python -m bot migrate.")


async def _bot_token(client: AsyncWebClient) -> Diagnosis:
    try:
        answer = await client.auth_test()
    except (SlackApiError, aiohttp.ClientError, TimeoutError) as error:
        return Diagnosis(False, f"SLACK_BOT_TOKEN: {_why(error)}.")
    return Diagnosis(True, f"SLACK_BOT_TOKEN: gäller för {answer['team']}.")


async def _app_token(client: AsyncWebClient, token: SecretStr) -> Diagnosis:
    try:
        await client.apps_connections_open(app_token=token.get_secret_value())
    except (SlackApiError, aiohttp.ClientError, TimeoutError) as error:
        return Diagnosis(False, f"SLACK_APP_TOKEN: {_why(error)}.")
    return Diagnosis(True, "SLACK_APP_TOKEN: gäller.")


def _why(error: Exception) -> str:
    if isinstance(error, SlackApiError):
        return f"Slack godtar den inte ({code(error)})"
    return f"Slack svarar inte ({type(error).__name__})"
