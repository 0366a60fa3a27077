"""From Bolt to our handlers and back: one table of kinds of requests, and a table of names behind each.

Bolt asks its listeners one after another and gathers thirty arguments for each, which takes as long as what a report
writes: we are a middleware instead, the last one, and asked once. A handler is an ordinary function of an open session
and a request; it runs in one transaction, and what a kind's method gives is the acknowledgement, which goes out after
that commit, so that a receipt is never a lie.
"""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncApp, AsyncBoltContext, AsyncBoltRequest
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_sdk.web.async_client import AsyncWebClient
from sqlmodel import Session

from bot.domain import subscriptions
from bot.domain.agreement_text_signs import reads_as_agreement
from bot.domain.asked_otherwise import Wanted, may_be
from bot.domain.errors import Gone
from bot.domain.progress_question import is_question
from bot.domain.screening import held_back
from bot.domain.swedish import fold
from handlers import delivery, errors, files, files_sent, later, request, units, uploads
from handlers.answers import Answer, Attach, Home, Open, Say, Unsaved
from handlers.request import Request
from handlers.tables import Handler, Route, Tables
from storage.database import Database

Take = Callable[[dict[str, Any], AsyncBoltContext], Awaitable[delivery.Payload]]


class Router(AsyncMiddleware):
    def __init__(self, tables: Tables, db: Database, now: Callable[[], datetime]) -> None:
        self.tables = tables
        self.db = db
        self.now = now
        self.after = delivery.AfterAck()
        self.kinds: Mapping[str, Take] = {
            "command": self.command,
            "block_actions": self.action,
            "view_submission": self.view,
            "shortcut": self.shortcut,
            "message_action": self.shortcut,
            "block_suggestion": self.suggest,
            "event app_home_opened": self.home_opened,
            "event message": self.written,
            "event app_mention": self.written,
            "event user_change": self.user_changed,
        }

    def register(self, app: AsyncApp) -> None:
        app.use(self)
        app.error(self.failed)

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,  # noqa: ARG002  Bolt names them
        next: Callable[[], Awaitable[BoltResponse]],
    ) -> BoltResponse:
        take = self.kinds.get(_kind(req.body))
        if take is None:
            return await next()  # to nobody, of which Bolt tells `failed`
        return BoltResponse(status=200, body=await take(req.body, req.context) or "")

    async def command(self, body: dict[str, Any], context: AsyncBoltContext) -> delivery.Payload:
        route, asked = self.understood(request.from_command(body, self.now()))
        answer = await self.answer(route, asked)
        if isinstance(answer, Open):
            self.after.run(delivery.open_view(answer, body, context.client))
        self.attach(answer, asked, context.client)
        return delivery.to_command(answer)

    async def action(self, body: dict[str, Any], context: AsyncBoltContext) -> delivery.Payload:
        asked = request.from_action(body, self.now())
        route = self.tables.actions.get(_name(body["actions"][0]))
        if route is None:
            raise Gone("Knappen gäller inte längre. Skriv hjälp till mig så ser du vad jag kan.")
        answer = await self.answer(route, asked)
        self.after.run(later.after_action(answer, body, self.db, context.client))
        self.attach(answer, asked, context.client)
        if asked.origin == "home":
            self.after.run(self.publish_home(asked, context.client))
        return {}

    async def view(self, body: dict[str, Any], context: AsyncBoltContext) -> delivery.Payload:
        asked = request.from_view(body, self.now())
        try:
            answer = await self.answer(self.tables.views[body["view"]["callback_id"]], asked)
        except Unsaved as unsaved:
            answer = unsaved.answer
        self.after.run(later.after_view(answer, body, self.db, context.client))
        self.after.run(self.publish_home(asked, context.client))
        return delivery.to_view(answer)

    async def shortcut(self, body: dict[str, Any], context: AsyncBoltContext) -> delivery.Payload:
        """From the menu of a message, or from anywhere."""
        answer = await self.answer(self.tables.shortcuts[body["callback_id"]], request.from_shortcut(body, self.now()))
        if isinstance(answer, Open):
            self.after.run(delivery.open_view(answer, body, context.client))
        return {}

    async def suggest(self, body: dict[str, Any], _context: AsyncBoltContext) -> delivery.Payload:
        """What a menu offers for the letters so far."""
        name = body["view"]["callback_id"] if body["action_id"] == "value" else _name(body)
        asked = request.from_suggestion(body, self.now())
        return {"options": await self.db.read(self.tables.suggestions[name], asked)}

    async def home_opened(self, body: dict[str, Any], context: AsyncBoltContext) -> delivery.Payload:
        if body["event"].get("tab") == "home":
            await self.publish_home(request.from_event(body, self.now()), context.client)
        return {}

    async def written(self, body: dict[str, Any], context: AsyncBoltContext) -> delivery.Payload:
        """A line in a DM, or to the bot by name. Edits, joins and other bots' messages are not lines."""
        event, client = body["event"], context.client
        direct = event.get("channel_type") == "im"
        if direct and event.get("files") and not event.get("bot_id"):
            sent = request.from_event(body, self.now())
            if await uploads.accepted(sent, event["files"], self.db):
                self.after.run(uploads.read(sent, event["files"][0], self.db, client))
        elif not (event.get("subtype") or event.get("bot_id")) and (direct or event["type"] == "app_mention"):
            route, asked = self.understood(request.from_event(body, self.now(), drop=f"<@{context.bot_user_id}>"))
            answer = await self.write(units.reply, route, asked)
            self.attach(answer, asked, client)
            if asked.place:
                self.after.run(delivery.told(asked, client))
        return {}

    async def user_changed(self, body: dict[str, Any], _context: AsyncBoltContext) -> delivery.Payload:
        """Slack tells of every change of everybody's profile: only what concerns us is written down."""
        asked = request.from_user_change(body, self.now())
        if await self.db.read(self.tables.concerns_us, asked):
            await self.answer(self.tables.user_change, asked)
        return {}

    async def failed(
        self, error: Exception, body: dict[str, Any], client: AsyncWebClient, context: AsyncBoltContext
    ) -> BoltResponse:
        """Bolt's one place for errors: the same Swedish sentence, wherever the person is looking."""
        said = errors.sentence(error, body, reading=self.only_reads(body, f"<@{context.bot_user_id}>"))
        if "command" in body:
            return BoltResponse(status=200, body=delivery.to_command(Say(said)))
        if body.get("type") == "view_submission":
            return BoltResponse(status=200, body=delivery.to_view(errors.in_form(error, said, body)))
        if body.get("type") == "block_actions":
            self.after.run(delivery.failed(said, errors.in_modal(said), body, client))
        elif body.get("type") in ("shortcut", "message_action"):
            self.after.run(delivery.open_view(Open(errors.in_modal(said)), body, client))
        elif isinstance(user := body.get("event", {}).get("user"), str):
            self.after.run(delivery.direct(said, user, client))
        return BoltResponse(status=200, body="")

    def only_reads(self, body: dict[str, Any], drop: str) -> bool:
        """Whether it was a look at something; what is not known to be may have been meant to be saved."""
        if "actions" in body:
            route = self.tables.actions.get(_name(body["actions"][0]))
        elif body.get("event", {}).get("type") == "app_home_opened":
            route = self.tables.home
        elif body.get("type") in ("shortcut", "message_action"):
            route = self.tables.shortcuts.get(body["callback_id"])
        elif "command" in body or "event" in body:
            route, _ = self.route(errors.written(body).replace(drop, "").strip())
        else:
            return False
        return route is not None and not route.changes

    def understood(self, asked: Request) -> tuple[Route, Request]:
        """The route of a typed text, and the text without the word that chose it; nobody sees what is held back."""
        if reads_as_agreement(asked.text):
            return self.tables.agreement, asked
        route, rest = self.route(asked.text)
        if route.screened and (held := held_back(rest)):
            return self.tables.held_back, asked._replace(text=held.cleaned, held=held)
        return route, asked.with_text(rest)

    def route(self, text: str) -> tuple[Route, str]:
        if subscriptions.read(text):
            return self.tables.subscription, text
        word, _, rest = text.partition(" ")
        route = self.tables.commands.get(fold(word))
        if route and not (route.unless and route.unless(rest)):
            return route, rest.strip()
        if is_question(text):
            return self.tables.question, text
        return (self.tables.follow_up if may_be(Wanted.FOLLOW_UP, text) else self.tables.line), text

    async def answer(self, route: Route, asked: Request) -> Answer:
        if route.changes:
            return await self.write(units.once, route, asked)
        return await files_sent.kept(await self.db.read(route.handler, asked), asked, self.db)

    async def write(self, unit: Callable[[Session, Handler, Request], Answer], route: Route, asked: Request) -> Answer:
        if route.first:
            asked = asked._replace(found=await self.db.read(route.first, asked))
        return await self.db.write(unit, route.handler, asked)

    def attach(self, answer: Answer, asked: Request, client: AsyncWebClient) -> None:
        if isinstance(answer, Attach):
            self.after.run(files.attach(answer, asked.user_id, client))

    async def publish_home(self, asked: Request, client: AsyncWebClient) -> None:
        answer = await self.answer(self.tables.home, asked)
        if isinstance(answer, Home):
            await client.views_publish(user_id=asked.user_id, view=answer.view)


def _kind(body: Mapping[str, Any]) -> str:
    """What Slack calls it; a command says only which one."""
    if "command" in body:
        return "command"
    return f"event {body['event']['type']}" if "event" in body else body.get("type", "")


def _name(action: Mapping[str, Any]) -> str:
    """Without the number that tells equal buttons apart: see `blocks.actions`."""
    name: str = action["action_id"].partition("#")[0]
    return name
