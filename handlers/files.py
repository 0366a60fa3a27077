"""Files between the bot and Slack: what is sent to a person's direct message, and what a person has sent there.

Both follow the acknowledgement, since a file takes longer than Slack waits; whoever waits is told when it fails.
"""

import logging
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError, SlackRequestError
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import Unavailable, UserError
from handlers.answers import Attach
from handlers.processes import Stopped, apart

LARGEST = 5 * 1024 * 1024  # bytes: more than any plan, report or agreement
FAILURES = (SlackApiError, SlackRequestError, ClientError, OSError, TimeoutError, Unavailable, Stopped)
HEAVY_TEXT = 20_000  # signs or bytes: longer than most agreements, and every document that is laid out
NOT_SENT = "Filen kom inte fram. Inget annat är ändrat. Be om den igen om en minut."
TOO_LARGE = "Filen är större än 5 MB, så jag har inte läst den. Dela den eller spara den utan bilder, och skicka igen."
NOT_FETCHED = "Jag kunde inte hämta filen från Slack, så inget är sparat. Skicka den igen om en minut."
NOT_IN_SLACK = "Filen ligger inte i Slack, så jag har inte läst den. Ladda upp själva filen här i stället för en länk."

log = logging.getLogger(__name__)


async def attach(answer: Attach, user_id: str, client: AsyncWebClient) -> None:
    """Into the direct message with the person."""
    opened = await client.conversations_open(users=user_id)
    channel = opened["channel"]["id"]
    try:
        content = await apart(answer.make, heavy=answer.heavy)
        await client.files_upload_v2(channel=channel, filename=answer.name, content=content, title=answer.name)
    except FAILURES as error:
        log.warning("attach: %s", type(error).__name__)
        await client.chat_postMessage(channel=channel, text=why_not(error))


def why_not(error: Exception) -> str:
    """A file was not made, or did not arrive."""
    return error.sentence if isinstance(error, Stopped) else NOT_SENT


async def fetch(file: Mapping[str, Any], client: AsyncWebClient) -> bytes:
    """What a person sent. Raises UserError."""
    if int(file.get("size") or 0) > LARGEST:
        raise UserError(TOO_LARGE)
    url = str(file.get("url_private_download") or file.get("url_private") or "")
    if not _is_slacks(url, client):
        raise UserError(NOT_IN_SLACK)
    try:
        return await _download(url, client)
    except FAILURES as error:
        log.warning("fetch: %s", type(error).__name__)
        raise UserError(NOT_FETCHED) from error


def _is_slacks(url: str, client: AsyncWebClient) -> bool:
    """A file may be a link to somewhere else, which must not see our token."""
    there, ours = urlsplit(url), urlsplit(client.base_url)
    host = there.hostname or ""
    return there.scheme == ours.scheme and (host == ours.hostname or host.endswith(f".{ours.hostname}"))


async def _download(url: str, client: AsyncWebClient) -> bytes:
    if client.session is None:
        raise RuntimeError("the Web API client needs a shared session")
    async with client.session.get(url, headers={"Authorization": f"Bearer {client.token}"}) as response:
        response.raise_for_status()
        if response.content_type == "text/html":  # Slack's way to say that we may not: a page to sign in on
            raise UserError(NOT_FETCHED)
        parts = []
        async for part in response.content.iter_chunked(65536):
            parts.append(part)
            if sum(map(len, parts)) > LARGEST:
                raise UserError(TOO_LARGE)
    return b"".join(parts)
