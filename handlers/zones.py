"""Asks Slack where people are: new ones within a minute, everyone once a day, a few at a time."""

import asyncio
import logging
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.services import zones
from handlers.posting import code
from storage import zones as stored
from storage.database import Database
from storage.zones import Located

BATCH = 20
PAUSE = 0.7  # seconds: Slack takes a hundred such questions a minute, and others ask too

log = logging.getLogger(__name__)


async def refresh(db: Database, client: AsyncWebClient, now: datetime, *, pause: float = PAUSE) -> None:
    """One batch. Whom Slack does not tell of keeps the zone they have until tomorrow."""
    today = now.astimezone(UTC).date()
    if not await db.read(stored.is_any_unasked, today):
        return
    for person in await db.write(stored.claim, today, BATCH):
        zone = await _asked(client, person)
        if zone and zone != person.zone:
            await db.write(zones.moved, person.person_id, zone, now)
        await asyncio.sleep(pause)


async def _asked(client: AsyncWebClient, person: Located) -> str | None:
    try:
        user: Mapping[str, Any] = (await client.users_info(user=person.user_id))["user"]
    except SlackApiError as error:
        log.warning("zone of person %s: %s", person.person_id, code(error))
        return None
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        log.warning("zone of person %s: %s", person.person_id, type(error).__name__)
        return None
    return user.get("tz")
