"""Every kind of request that Slack is asked for has its method, and the others are left to Bolt."""

import json
from pathlib import Path

from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncBoltRequest

from handlers import TABLES
from handlers.routing import Router
from tests.seeded import START

MANIFEST = Path(__file__).parents[1] / "manifest.json"
UNHANDLED = BoltResponse(status=404)


def router() -> Router:
    return Router(tables=TABLES, db=None, now=lambda: START)  # type: ignore[arg-type]


def test_every_event_of_the_manifest_is_taken() -> None:
    events = json.loads(MANIFEST.read_text("utf-8"))["settings"]["event_subscriptions"]["bot_events"]
    assert events
    assert {f"event {name.partition('.')[0]}" for name in events} <= set(router().kinds)


async def test_a_kind_that_nobody_takes_is_passed_on() -> None:
    async def unhandled() -> BoltResponse:
        return UNHANDLED

    request = AsyncBoltRequest(body={"type": "dialog_cancellation"}, mode="socket_mode")
    assert await router().async_process(req=request, resp=BoltResponse(status=200), next=unhandled) is UNHANDLED
