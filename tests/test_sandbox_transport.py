"""Socket Mode and signed HTTP: tickets, refreshes, broken sockets, signatures, redelivery."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from slack_bolt.app.async_app import AsyncApp

from bot.sandbox.faults import Fault
from bot.sandbox.server import APP_TOKEN, Running
from bot.sandbox.socket_mode import NotAcked
from tests.sandbox_bot import ANNA, bolt_app, connected, running_sandbox, web_client

SECRET = "a-signing-secret"


async def greet(ack: Any) -> None:
    await ack("Hej")


async def silent(_ack: Any) -> None:
    pass


@pytest.fixture
async def running() -> AsyncIterator[Running]:
    async with running_sandbox(ack_seconds=20.0) as running:
        yield running


def greeting_app(running: Running, listener: Callable[[Any], Awaitable[None]] = greet) -> AsyncApp:
    app = bolt_app(running)
    app.command("/lofte")(listener)
    return app


async def answer_to_command(running: Running) -> str:
    anna = running.sandbox.person(ANNA)
    await anna.command("samverkan", "/lofte")
    message = anna.last()
    assert message
    return message.text


async def test_a_polite_refresh_loses_nothing(running: Running) -> None:
    async with connected(greeting_app(running), running):
        await running.sandbox.sockets.disconnect("refresh_requested")

        assert await answer_to_command(running) == "Hej"


async def test_the_app_comes_back_after_a_broken_socket(running: Running) -> None:
    async with connected(greeting_app(running), running, ping_interval=0.3):
        running.sandbox.sockets.drop()

        assert await answer_to_command(running) == "Hej"


async def test_either_of_two_connections_gets_a_payload(running: Running) -> None:
    async with connected(greeting_app(running), running), connected(greeting_app(running), running):
        await asyncio.gather(*(running.sandbox.person(ANNA).command("samverkan", "/lofte") for _ in range(4)))

        assert running.sandbox.sockets.connections == 2
        assert len(running.sandbox.person(ANNA).sees("samverkan")) == 4


async def test_without_a_connection_the_command_is_not_dispatched() -> None:
    async with running_sandbox(ack_seconds=0.05) as running:
        assert await answer_to_command(running) == '/lofte failed with the error "dispatch_failed"'


async def test_a_listener_that_never_acks_times_out() -> None:
    async with running_sandbox(ack_seconds=0.2) as running, connected(greeting_app(running, silent), running):
        assert await answer_to_command(running) == '/lofte failed with the error "operation_timeout"'


async def test_a_ticket_is_good_once(running: Running) -> None:
    url = (await web_client(running).apps_connections_open(app_token=APP_TOKEN))["url"]
    async with aiohttp.ClientSession() as session:
        async with session.ws_connect(url) as socket:
            assert (await socket.receive_json())["type"] == "hello"
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(url)


async def test_an_eleventh_connection_is_turned_away(running: Running) -> None:
    sockets = []
    async with aiohttp.ClientSession() as session:
        for _ in range(11):
            url = (await web_client(running).apps_connections_open(app_token=APP_TOKEN))["url"]
            sockets.append(await session.ws_connect(url))
            first = await sockets[-1].receive_json()

    assert first["reason"] == "too_many_websockets"


@asynccontextmanager
async def http_bot(listen: Callable[[AsyncApp], object], secret: str = SECRET) -> AsyncIterator[Running]:
    """A sandbox that posts to a Bolt app behind HTTP."""
    async with running_sandbox(signing_secret=SECRET, redelivery=(0.0,)) as running:
        app = bolt_app(running, signing_secret=secret)
        listen(app)
        runner = web.AppRunner(app.web_app("/slack/events"))
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        running.sandbox.delivery.http_url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            yield running
        finally:
            await runner.cleanup()


def greeting(app: AsyncApp) -> None:
    app.command("/lofte")(greet)


async def test_a_command_over_http_is_answered() -> None:
    async with http_bot(greeting) as running:
        assert await answer_to_command(running) == "Hej"


async def test_a_wrong_signature_is_an_http_error() -> None:
    async with http_bot(greeting, "another-secret") as running:
        assert await answer_to_command(running) == '/lofte failed with the error "http_service_error"'


async def test_an_event_over_http_says_that_it_is_a_retry() -> None:
    retries: list[list[str] | None] = []

    async def note_retry(request: Any) -> None:
        retries.append(request.headers.get("x-slack-retry-num"))

    async with http_bot(lambda app: app.event("message")(note_retry)) as running:
        running.sandbox.faults.next("events_api", Fault.LOST_ACK)
        await running.sandbox.person(ANNA).write(ANNA, "hej")
        await running.sandbox.delivery.settled()

    assert retries == [None, ["1"]]


async def test_nobody_at_the_other_end_is_not_an_ack() -> None:
    async with running_sandbox(http_url="http://127.0.0.1:9") as running:
        with pytest.raises(NotAcked, match="dispatch_failed"):
            await running.sandbox.delivery.send("interactive", {})
