"""Every kind of request that Slack is asked for has its method, and the others are left to Bolt."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncBoltRequest

from handlers import TABLES
from handlers.routing import Router
from tests.seeded import START

MANIFEST = Path(__file__).parents[1] / "manifest.json"
UNHANDLED = BoltResponse(status=404)
SHORTCUTS = {"global": "shortcut", "message": "message_action"}
INTERACTIVE = ("block_actions", "view_submission", "block_suggestion")


def router() -> Router:
    return Router(tables=TABLES, db=None, now=lambda: START)  # type: ignore[arg-type]


def asked_for(manifest: dict[str, Any]) -> Iterator[str]:
    """What Slack then sends, by the names of its documentation."""
    features, settings = manifest["features"], manifest["settings"]
    yield from ("command" for _ in features["slash_commands"])
    yield from (SHORTCUTS[one["type"]] for one in features["shortcuts"])
    yield from INTERACTIVE if settings["interactivity"]["is_enabled"] else ()
    yield from (f"event {name.partition('.')[0]}" for name in settings["event_subscriptions"]["bot_events"])


def test_every_kind_of_the_manifest_is_taken_and_no_other() -> None:
    manifest = json.loads(MANIFEST.read_text("utf-8"))

    assert set(asked_for(manifest)) == set(router().kinds)


def test_every_shortcut_of_the_manifest_has_its_handler() -> None:
    shortcuts = json.loads(MANIFEST.read_text("utf-8"))["features"]["shortcuts"]

    assert {one["callback_id"] for one in shortcuts} == set(TABLES.shortcuts)


async def test_a_kind_that_nobody_takes_is_passed_on() -> None:
    async def unhandled() -> BoltResponse:
        return UNHANDLED

    request = AsyncBoltRequest(body={"type": "dialog_cancellation"}, mode="socket_mode")
    assert await router().async_process(req=request, resp=BoltResponse(status=200), next=unhandled) is UNHANDLED
