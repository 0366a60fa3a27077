"""Asking Slack for somebody, once the form has been acknowledged. The address asked for is kept and logged nowhere."""

import logging
from collections.abc import Mapping
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from handlers.answers import Find, Sought
from handlers.posting import code
from storage.database import Database

log = logging.getLogger(__name__)


async def find(answer: Find, body: Mapping[str, Any], db: Database, client: AsyncWebClient) -> None:
    view = await db.read(answer.then, await _asked(answer, client))
    await client.views_update(view_id=body["view"]["id"], view=view)


async def _asked(answer: Find, client: AsyncWebClient) -> Sought:
    try:
        if answer.email:
            found: Sought = (await client.users_lookupByEmail(email=answer.email))["user"]
        else:
            found = (await client.users_info(user=answer.user_id))["user"]
    except SlackApiError as error:
        log.info("looking for somebody: %s", code(error))
        return code(error)
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        log.warning("looking for somebody: %s", type(error).__name__)
        return type(error).__name__
    return found
