"""People's profiles in Slack: Slack tells of changes, and is asked about everyone once a day, a few at a time."""

import asyncio
import logging
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from sqlmodel import Session

from bot.services import profiles
from bot.services.profiles import Profile
from handlers.answers import Answer, Nothing
from handlers.posting import code
from handlers.request import Request
from storage import profiles as stored
from storage.database import Database
from storage.profiles import Located

BATCH = 20
PAUSE = 0.7  # seconds: Slack takes a hundred such questions a minute, and others ask too

log = logging.getLogger(__name__)


def concerns_us(session: Session, request: Request) -> bool:
    """Slack tells of everybody's every change: most are a new picture, or of somebody we do not know."""
    return profiles.is_news(session, request.team_id, request.user_id, _profile(request.fields))


def changed(session: Session, request: Request) -> Answer:
    profiles.told_of(session, request.team_id, request.user_id, _profile(request.fields), request.now)
    return Nothing()


async def refresh(db: Database, client: AsyncWebClient, now: datetime, *, pause: float = PAUSE) -> None:
    """One batch, the new ones first. Those whom Slack does not tell of stay as they are until tomorrow."""
    today = now.astimezone(UTC).date()
    if not await db.read(stored.is_any_unasked, today):
        return
    for person in await db.write(stored.claim, today, BATCH):
        profile = await _asked(client, person)
        if profile and profiles.differs(person, profile):
            await db.write(profiles.follow, person, profile, now)
        await asyncio.sleep(pause)


async def _asked(client: AsyncWebClient, person: Located) -> Profile | None:
    try:
        return _profile((await client.users_info(user=person.user_id))["user"])
    except SlackApiError as error:
        log.warning("profile of person %s: %s", person.person_id, code(error))
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        log.warning("profile of person %s: %s", person.person_id, type(error).__name__)
    return None


def _profile(user: Mapping[str, Any]) -> Profile:
    return Profile(zone=user.get("tz") or "", gone=bool(user.get("deleted")))
