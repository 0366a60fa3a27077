"""A chart in the direct message with the bot: as Slack draws it, or a picture where Slack does not draw charts yet."""

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from handlers.answers import Draw
from handlers.files import FAILURES, log, why_not
from handlers.posting import code
from handlers.processes import apart

NOT_DRAWN = "invalid_blocks"
"""Slack's word for blocks that it does not know: charts came to some workspaces before others."""


async def draw(answer: Draw, user_id: str, client: AsyncWebClient) -> None:
    opened = await client.conversations_open(users=user_id)
    channel = opened["channel"]["id"]
    try:
        await client.chat_postMessage(channel=channel, **answer.message)
    except SlackApiError as error:
        if code(error) != NOT_DRAWN:
            raise
        await _as_picture(answer, channel, client)


async def _as_picture(answer: Draw, channel: str, client: AsyncWebClient) -> None:
    """With what it says as its alternative text, and in words beside it."""
    if answer.plain:
        await client.chat_postMessage(channel=channel, **answer.plain)
    try:
        made = await apart(answer.make, heavy=True)
        await client.files_upload_v2(
            channel=channel,
            filename=answer.name,
            title=answer.name,
            content=made.png,
            alt_txt=made.alt,
            initial_comment="" if answer.plain else answer.message["text"],
        )
    except FAILURES as error:
        log.warning("draw: %s", type(error).__name__)
        await client.chat_postMessage(channel=channel, text=why_not(error))
