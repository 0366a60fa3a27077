"""The real bot against the sandbox: both ways in, its roles, its health, and how it stops."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest
from slack_bolt.async_app import AsyncAck
from sqlalchemy import text
from sqlmodel import Session, select

from bot.domain.words import Purpose, Role
from bot.sandbox.faults import Fault
from bot.sandbox.house import House
from bot.sandbox.server import APP_TOKEN, BOT_TOKEN, Running
from bot.sandbox.workspace import TEAM
from bot.server import Bot, CannotStart, running
from bot.services import people
from bot.settings import Settings
from bot.socket_mode import SocketDoor
from storage import migrate, outbox
from storage.models import RoleGrant
from tests.databases import Create
from tests.house import START, OpenHouse, furnished
from tests.sandbox_bot import ANNA, bolt_app, running_sandbox

HELLO = {"text": "Hej"}


def put_hello(session: Session) -> None:
    outbox.put(session, key="hej", purpose=Purpose.NOTICE, due_at=START, channel=ANNA, payload=HELLO)


def rename(session: Session, table: str, to: str) -> None:
    session.connection().execute(text(f"ALTER TABLE {table} RENAME TO {to}"))


def settings(slack: Running, url: str, **more: Any) -> Settings:
    given = {"slack_bot_token": BOT_TOKEN, "slack_app_token": APP_TOKEN, "slack_api_url": slack.api_url, "port": 0}
    return Settings.model_validate({**given, "database_url": url, **more})


@pytest.fixture
async def slack() -> AsyncIterator[Running]:
    async with running_sandbox() as slack:
        yield slack


@pytest.fixture
def url(database_from: Callable[[Create], str]) -> str:
    return database_from(migrate.upgrade)


@asynccontextmanager
async def bot_in(slack: Running, url: str, *, answers: bool = True, sends: bool = True) -> AsyncIterator[Bot]:
    async with running(settings(slack, url), slack.sandbox.clock.now, answers=answers, sends=sends) as bot:
        yield bot


async def fault(given: Settings) -> str | None:
    """Why the bot does not start."""
    try:
        async with running(given, lambda: START):
            return None
    except CannotStart as error:
        return str(error)


@asynccontextmanager
async def open_door(slack: Running, listener: Callable[..., Awaitable[None]]) -> AsyncIterator[SocketDoor]:
    app = bolt_app(slack)
    app.command("/lofte")(listener)
    door = SocketDoor(app, app.client, APP_TOKEN)
    await door.open()
    yield door


async def page(bot: Bot, path: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(bot.url + path) as answer:
        return answer.status, await answer.text()


@pytest.mark.parametrize("http", [False, True], ids=["socket mode", "http"])
async def test_a_command_and_a_line_are_answered(open_at: OpenHouse, http: bool) -> None:
    house = await open_at(furnished, http=http)
    anna = house.person("anna")
    await anna.command("trygghet-timra", "/lofte hjälp")
    await anna.write(ANNA, "hjälp")
    await house.settled()

    command, line = anna.sees("trygghet-timra")[-1], anna.sees(ANNA)[-1]
    assert command.text == line.text
    assert "failed" not in command.text


async def test_what_is_committed_is_sent_without_waiting_for_the_tick(house: House) -> None:
    await house.bot.db.write(put_hello)

    message = await house.person("anna").until(house.person("anna").last)
    assert message.text == "Hej"


async def test_no_call_to_slack_stands_before_the_first_receipt(house: House) -> None:
    calls = house.sandbox.faults.calls
    before = calls.total()
    await house.person("anna").command("trygghet-timra", "/lofte hjälp")

    assert (calls["auth.test"], calls.total()) == (1, before)


async def test_who_only_answers_sends_nothing_and_who_only_sends_is_not_connected(slack: Running, url: str) -> None:
    async with bot_in(slack, url, sends=False) as answering:
        await answering.db.write(put_hello)
    seen = slack.sandbox.person(ANNA).sees(ANNA)
    async with bot_in(slack, url, answers=False):
        message = await slack.sandbox.person(ANNA).until(slack.sandbox.person(ANNA).last)

        assert (seen, message.text, slack.sandbox.sockets.connections) == ([], "Hej", 0)


async def test_a_bot_that_can_work_is_ready(slack: Running, url: str) -> None:
    async with bot_in(slack, url) as bot:
        assert [await page(bot, path) for path in ("/healthz", "/readyz")] == [(200, "ok\n"), (200, "ok\n")]


async def test_a_bot_without_its_socket_is_not_ready(slack: Running, url: str) -> None:
    async with bot_in(slack, url) as bot:
        slack.sandbox.faults.next("apps.connections.open", Fault.SERVER_ERROR, times=9)
        slack.sandbox.sockets.drop()
        while (ready := await page(bot, "/readyz"))[0] == 200:
            pass

        assert (ready, (await page(bot, "/healthz"))[0]) == ((503, "socket closed\n"), 200)


async def test_a_bot_that_has_stopped_sending_is_not_ready(slack: Running, url: str) -> None:
    async with bot_in(slack, url) as bot:
        sending = next(task for task in asyncio.all_tasks() if task.get_name() == "sender")
        sending.cancel()
        await asyncio.wait([sending])

        assert await page(bot, "/readyz") == (503, "sender stopped\n")


async def test_sending_goes_on_after_an_error(slack: Running, url: str, caplog: pytest.LogCaptureFixture) -> None:
    async with bot_in(slack, url) as bot:
        await bot.db.write(rename, "outbox_message", "gone")
        while not any(record.name == "handlers.sending" for record in caplog.records):
            bot.sender.wake()
            await asyncio.sleep(0)
        await bot.db.write(rename, "gone", "outbox_message")
        await bot.db.write(put_hello)
        message = await slack.sandbox.person(ANNA).until(slack.sandbox.person(ANNA).last)

    assert message.text == "Hej"


async def test_what_was_sent_is_counted(slack: Running, url: str) -> None:
    async with bot_in(slack, url) as bot:
        await bot.db.write(put_hello)
        await bot.settled()

        assert "lofte_messages_sent_total 1\n" in (await page(bot, "/metrics"))[1]


async def test_the_first_administrator_is_known_from_the_start(slack: Running, url: str) -> None:
    given = settings(slack, url, lofte_admin=ANNA)
    for _ in range(2):
        async with running(given, lambda: START) as bot:
            grants = await bot.db.read(lambda session: session.exec(select(RoleGrant.role)).all())
            actor = await bot.db.read(people.actor, TEAM, ANNA, START)

    assert (actor.user_id, grants) == (ANNA, [Role.ADMINISTRATOR])


async def test_what_was_received_is_acknowledged_before_the_door_closes(slack: Running) -> None:
    begun, go = asyncio.Event(), asyncio.Event()

    async def slow(ack: AsyncAck) -> None:
        begun.set()
        await go.wait()
        await ack("Hej")

    async with open_door(slack, slow) as door:
        command = asyncio.create_task(slack.sandbox.person(ANNA).command("samverkan", "/lofte"))
        await begun.wait()
        closing = asyncio.create_task(door.close())
        go.set()
        await asyncio.gather(closing, command)

    assert [message.text for message in slack.sandbox.person(ANNA).sees("samverkan")] == ["Hej"]


async def test_a_token_that_slack_does_not_know_stops_the_start(slack: Running, url: str) -> None:
    line = "Slack släpper inte in boten (invalid_auth): kontrollera SLACK_BOT_TOKEN och SLACK_APP_TOKEN."
    for wrong in ({"slack_bot_token": "xoxb-2"}, {"slack_app_token": "xapp-2"}):
        assert await fault(settings(slack, url, **wrong)) == line


async def test_a_slack_that_does_not_answer_stops_the_start(slack: Running, url: str) -> None:
    given = settings(slack, url, slack_api_url="http://127.0.0.1:9/api/")

    assert await fault(given) == "Slack svarar inte på http://127.0.0.1:9/api/ (ClientConnectorError)."


async def test_a_port_that_is_taken_stops_the_start(slack: Running, url: str) -> None:
    port = int(slack.url.rpartition(":")[2])

    assert await fault(settings(slack, url, port=port)) == f"Porten {port} är upptagen: välj en annan med PORT."


async def test_a_database_that_does_not_answer_stops_the_start(slack: Running) -> None:
    given = settings(slack, "postgresql://127.0.0.1:9/lofte")

    assert await fault(given) == "Databasen svarar inte: kontrollera DATABASE_URL."


async def test_sqlite_is_brought_up_to_date_and_postgresql_says_what_to_do(slack: Running, database_url: str) -> None:
    is_sqlite = database_url.startswith("sqlite")
    expected = None if is_sqlite else "Databasen är inte uppdaterad: kör python -m bot migrate."

    assert await fault(settings(slack, database_url)) == expected
    assert migrate.is_current(database_url) is is_sqlite
