"""How an answer reaches the person: in the acknowledgement where Slack allows it, else just after it."""

import asyncio
import logging
from collections.abc import Awaitable, Mapping
from typing import Any

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import Unavailable, UserError
from bot.views.blocks import View
from handlers import beneath
from handlers.answers import (
    Answer,
    Attach,
    Bring,
    Draw,
    Errors,
    Find,
    Home,
    Later,
    Nothing,
    Open,
    Replace,
    Say,
    Show,
    Tell,
    Work,
)
from handlers.request import Request

Body = Mapping[str, Any]
Payload = dict[str, Any]

TOLD: Payload = {"text": "Jag har svarat dig i ett direktmeddelande."}

log = logging.getLogger(__name__)


class AfterAck:
    """What follows an acknowledgement at once. What must arrive does not go here, but through the outbox."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    def run(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(_logged(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def finished(self) -> None:
        """Waits for what is under way; at shutdown."""
        await asyncio.gather(*self._tasks)


async def _logged(work: Awaitable[None]) -> None:
    try:
        await work
    except (SlackApiError, ClientError, OSError, TimeoutError, Unavailable, UserError) as error:
        log.warning("after ack: %s", _code(error))


def _code(error: Exception) -> str:
    """Slack's word for what went wrong, or the error's type: payloads hold what people wrote, addresses a secret."""
    return str(error.response.get("error")) if isinstance(error, SlackApiError) else type(error).__name__


def to_command(answer: Answer) -> Payload:
    if isinstance(answer, Tell | Draw):
        return {**TOLD, "response_type": "ephemeral"}
    if isinstance(answer, Say | Replace | Attach | Bring):
        return {**answer.message, "response_type": "ephemeral"}
    return {}


def to_view(answer: Answer) -> Payload:
    match answer:
        case Errors(fields):
            return {"response_action": "errors", "errors": dict(fields)}
        case Show(view) | Find(meanwhile=view) | Work(meanwhile=Show(view)):
            return {"response_action": "update", "view": view}
        case Open(view):
            return {"response_action": "push", "view": view}
        case _:
            return {}


async def open_view(answer: Open, body: Body, client: AsyncWebClient) -> None:
    view = beneath.remembered(answer.view, body) if answer.beneath else answer.view
    await client.views_open(trigger_id=body["trigger_id"], view=view)


async def after_action(answer: Answer, body: Body, client: AsyncWebClient) -> None:
    match answer:
        case Open(view) if in_modal(body):
            await client.views_push(trigger_id=body["trigger_id"], view=view)
        case Open():
            await open_view(answer, body, client)
        case Show(view):
            await client.views_update(view_id=body["view"]["id"], view=view)
        case Home(view):
            await client.views_publish(user_id=body["user"]["id"], view=view)
        case Work(meanwhile):
            await after_action(meanwhile, body, client)
        case Say(message) | Replace(message) | Attach(message) | Bring(message):
            await _beside(message, body, client, replace=isinstance(answer, Replace))
        case Nothing() | Errors() | Tell() | Draw() | Later() | Find():
            pass


async def after_view(message: Payload, body: Body, client: AsyncWebClient) -> None:
    """The message that the form was opened from becomes this."""
    if address := beneath.address(body["view"]):
        await _beside(message, {"response_url": address}, client, replace=True)


async def failed(said: Payload, modal: View, body: Body, client: AsyncWebClient) -> None:
    """What went wrong, where the person is looking: on top of the open modal, else beside the message."""
    if not in_modal(body):
        await _beside(said, body, client, replace=False)
        return
    try:
        await client.views_push(trigger_id=body["trigger_id"], view=modal)
    except SlackApiError:  # the press is too old by now, or three modals are open
        await direct(said, body["user"]["id"], client)


async def direct(message: Payload, user_id: str, client: AsyncWebClient) -> None:
    await client.chat_postMessage(channel=user_id, **message)


async def told(asked: Request, client: AsyncWebClient) -> None:
    """To somebody who wrote to the bot in a channel."""
    await client.chat_postEphemeral(channel=asked.place, user=asked.user_id, **TOLD)


async def _beside(message: Payload, body: Body, client: AsyncWebClient, *, replace: bool) -> None:
    """Through the response URL, which works in channels that the bot is not in; without one, in the person's DM."""
    url = body.get("response_url")
    if not url:
        await direct(message, body["user"]["id"], client)
        return
    payload = {**message, "replace_original": replace, "response_type": "ephemeral"}
    session = client.session
    if session is None:
        raise RuntimeError("the Web API client needs a shared session")
    async with session.post(url, json=payload) as response:
        response.raise_for_status()


def in_modal(body: Body) -> bool:
    return (body.get("view") or {}).get("type") == "modal"
