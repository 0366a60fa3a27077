"""A real Bolt app, small enough to read, connected to a sandbox workspace over loopback."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.clock import Clock
from bot.sandbox.server import APP_TOKEN, BOT_TOKEN, Running, create_sandbox, start
from bot.sandbox.workspace import BOT, EXTERNAL_TEAM, TEAM, User, Workspace
from bot.socket_mode import PING_SECONDS

START = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
ANNA = "U0ANNA"
BO = "U0BO"
EXTERNAL = "U0EXTERN"


def text(words: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": words}


def button(label: str, action_id: str) -> dict[str, Any]:
    return {
        "type": "actions",
        "elements": [{"type": "button", "text": text(label), "action_id": action_id, "value": "7"}],
    }


def field(block_id: str, label: str, **element: Any) -> dict[str, Any]:
    return {
        "type": "input",
        "block_id": block_id,
        "label": text(label),
        "element": {"type": "plain_text_input", "action_id": "v", **element},
    }


def modal(*blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "type": "modal",
        "callback_id": "form",
        "title": text("Rapport"),
        "submit": text("Spara"),
        "blocks": list(blocks),
        **more,
    }


def home(*blocks: dict[str, Any]) -> dict[str, Any]:
    return {"type": "home", "blocks": list(blocks)}


def new_workspace(clock: Clock) -> Workspace:
    workspace = Workspace(clock)
    workspace.add_user(User(ANNA, TEAM, "anna", "Anna Ek", "Områdespolis"))
    workspace.add_user(User(BO, TEAM, "bo", "Bo Alm", "Fältsekreterare"))
    workspace.add_user(User(EXTERNAL, EXTERNAL_TEAM, "eva", "Eva Lind", "Bostadsbolag"))
    workspace.add_channel("samverkan", [BOT, ANNA, BO, EXTERNAL], is_ext_shared=True)
    return workspace


@asynccontextmanager
async def running_sandbox(**settings: Any) -> AsyncIterator[Running]:
    clock = Clock(START, running=False)
    running = await start(create_sandbox(new_workspace(clock), clock, **settings))
    try:
        yield running
    finally:
        await running.stop()


def web_client(running: Running, token: str = BOT_TOKEN) -> AsyncWebClient:
    return AsyncWebClient(token=token, base_url=running.api_url, retry_handlers=[])


def bolt_app(running: Running, **settings: Any) -> AsyncApp:
    return AsyncApp(client=web_client(running), process_before_response=True, **settings)


@asynccontextmanager
async def connected(
    app: AsyncApp, running: Running, ping_interval: float = PING_SECONDS
) -> AsyncIterator[AsyncSocketModeHandler]:
    handler = AsyncSocketModeHandler(app, APP_TOKEN, ping_interval=ping_interval)
    await handler.connect_async()  # type: ignore[no-untyped-call]
    await running.sandbox.sockets.connected.wait()
    try:
        yield handler
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]


@asynccontextmanager
async def running_with(register: Callable[[AsyncApp], None], **settings: Any) -> AsyncIterator[Running]:
    """A sandbox and a bot in it, of which `register` says what it does."""
    async with running_sandbox(**settings) as running:
        app = bolt_app(running)
        register(app)
        async with connected(app, running):
            yield running
