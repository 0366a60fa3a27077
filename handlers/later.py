"""What takes longer than Slack waits: said to be under way, done beside all else, and then told."""

from collections.abc import Mapping
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import Gone
from bot.views.blocks import Message
from handlers import delivery, errors
from handlers.answers import Answer, Find, Later, Replace, Say, Show, Work
from handlers.finding import find
from handlers.processes import apart
from storage.database import Database


async def after_action(answer: Answer, body: Mapping[str, Any], db: Database, client: AsyncWebClient) -> None:
    if isinstance(answer, Later):
        await _do(answer, body, db, client)
        return
    await delivery.after_action(answer, body, client)
    if isinstance(answer, Work):
        await _work(answer, body, db, client)


async def after_view(answer: Answer, body: Mapping[str, Any], db: Database, client: AsyncWebClient) -> None:
    if isinstance(answer, Find):
        await find(answer, body, db, client)
    elif isinstance(answer, Work):
        await _work(answer, body, db, client)
    elif isinstance(answer, Show) and answer.beneath:
        await delivery.after_view(await db.read(answer.beneath), body, client)


async def _do(answer: Later, body: Mapping[str, Any], db: Database, client: AsyncWebClient) -> None:
    await delivery.after_action(Replace(answer.message), body, client)
    try:
        done = await db.bulk(answer.work)
    except Exception as error:  # whatever it is, the person is told, and has the button again
        if not isinstance(error, Gone):  # or an earlier press is doing it, and says so in the same message
            await delivery.after_action(Replace(_as_it_was(body)), body, client)
        await delivery.after_action(Say(errors.sentence(error, {})), body, client)
    else:
        await delivery.after_action(Replace(done), body, client)


async def _work(answer: Work, body: Mapping[str, Any], db: Database, client: AsyncWebClient) -> None:
    try:
        await db.write(answer.save, await apart(answer.make, heavy=answer.heavy))
    except Gone:  # it was saved already, or given up meanwhile, and whoever did so has been told
        return
    except Exception as error:  # whatever it is, the person hears of it
        await delivery.direct(errors.sentence(error, {}), body["user"]["id"], client)


def _as_it_was(body: Mapping[str, Any]) -> Message:
    return {"text": body["message"]["text"], "blocks": body["message"].get("blocks", [])}
