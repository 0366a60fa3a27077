"""The Web API as the real client meets it: errors, rates, faults, files, response URLs."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.faults import EVERY_METHOD, Fault
from bot.sandbox.server import Running
from tests.sandbox_bot import ANNA, BO, EXTERNAL, button, running_sandbox, web_client


@pytest.fixture
async def running() -> AsyncIterator[Running]:
    async with running_sandbox() as running:
        yield running


@pytest.fixture
def client(running: Running) -> AsyncWebClient:
    return web_client(running)


async def error_of(call: Any) -> str:
    with pytest.raises(SlackApiError) as failure:
        await call
    return str(failure.value.response["error"])


async def test_a_wrong_token_is_refused(running: Running) -> None:
    assert await error_of(web_client(running, "xoxb-wrong").auth_test()) == "invalid_auth"


async def test_a_missing_token_is_refused(running: Running) -> None:
    assert await error_of(AsyncWebClient(base_url=running.api_url).auth_test()) == "not_authed"


async def test_an_unknown_method_is_named(client: AsyncWebClient) -> None:
    assert await error_of(client.api_call("chat.sing")) == "unknown_method"


async def test_a_missing_argument_is_named(client: AsyncWebClient) -> None:
    with pytest.raises(SlackApiError) as failure:
        await client.api_call("chat.delete", json={"ts": "1"})

    assert failure.value.response["errors"] == ["[ERROR] missing required field: channel"]


async def test_an_unknown_channel_is_refused(client: AsyncWebClient) -> None:
    assert await error_of(client.chat_postMessage(channel="C404", text="Hej")) == "channel_not_found"


async def test_a_channel_without_the_bot_is_refused(running: Running, client: AsyncWebClient) -> None:
    channel = running.sandbox.workspace.add_channel("polisen", [ANNA])

    assert await error_of(client.chat_postMessage(channel=channel.id, text="Hej")) == "not_in_channel"


async def test_a_message_to_a_person_lands_in_their_dm(running: Running, client: AsyncWebClient) -> None:
    answer = await client.chat_postMessage(channel=ANNA, text="Hej")

    assert answer["channel"] == running.sandbox.workspace.im(ANNA).id


async def test_broken_blocks_are_refused_and_kept(running: Running, client: AsyncWebClient) -> None:
    blocks = [{"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}]

    assert await error_of(client.chat_postMessage(channel=ANNA, text="Hej", blocks=blocks)) == "invalid_blocks"
    assert len(running.sandbox.workspace.broken_rules) == 1


async def test_nothing_to_say_is_refused(client: AsyncWebClient) -> None:
    assert await error_of(client.api_call("chat.postMessage", json={"channel": ANNA})) == "no_text"


async def test_an_update_without_blocks_keeps_them(running: Running, client: AsyncWebClient) -> None:
    posted = await client.chat_postMessage(channel=ANNA, text="Hej", blocks=[button("Ja", "yes")])

    await client.chat_update(channel=posted["channel"], ts=posted["ts"], text="Hej igen")

    message = running.sandbox.person(ANNA).last()
    assert message
    assert (message.text, len(message.blocks)) == ("Hej igen", 1)


async def test_other_peoples_messages_cannot_be_updated(running: Running, client: AsyncWebClient) -> None:
    message = await running.sandbox.person(ANNA).write("samverkan", "Hej")

    code = await error_of(client.chat_update(channel=message.channel, ts=message.ts, text="Nej"))

    assert code == "cant_update_message"


async def test_an_ephemeral_message_cannot_be_updated(running: Running, client: AsyncWebClient) -> None:
    channel = running.sandbox.workspace.find_channel("samverkan")
    assert channel
    posted = await client.chat_postEphemeral(channel=channel.id, user=ANNA, text="Hej")

    code = await error_of(client.chat_update(channel=channel.id, ts=posted["message_ts"], text="Nej"))

    assert code == "message_not_found"


async def test_history_gives_metadata_since_a_moment(client: AsyncWebClient) -> None:
    first = await client.chat_postMessage(channel=ANNA, text="Ett")
    metadata = {"event_type": "reminder", "event_payload": {"id": 7}}
    await client.chat_postMessage(channel=ANNA, text="Två", metadata=metadata)

    answer = await client.conversations_history(channel=first["channel"], oldest=first["ts"], include_all_metadata=True)

    assert [(m["text"], m["metadata"]) for m in answer["messages"]] == [("Två", metadata)]


async def test_external_people_are_known_but_not_listed(client: AsyncWebClient) -> None:
    listed = [member["id"] for member in (await client.users_list())["members"]]
    known = (await client.users_info(user=EXTERNAL, include_locale=True))["user"]

    assert EXTERNAL not in listed
    assert (known["is_stranger"], "locale" in known) == (False, False)


async def test_long_lists_come_in_pages(client: AsyncWebClient) -> None:
    first = await client.users_list(limit=3)
    second = await client.users_list(limit=3, cursor=first["response_metadata"]["next_cursor"])

    assert (len(first["members"]), len(second["members"])) == (3, 1)


async def test_a_file_is_shared_as_a_message(running: Running, client: AsyncWebClient) -> None:
    channel = running.sandbox.workspace.im(ANNA).id

    await client.files_upload_v2(channel=channel, filename="uppföljning.csv", content="a;b", title="Uppföljning")

    message = running.sandbox.person(ANNA).last()
    assert message
    assert [(file.title, file.content) for file in message.files] == [("Uppföljning", b"a;b")]


async def test_the_limit_answers_with_retry_after(running: Running, client: AsyncWebClient) -> None:
    running.sandbox.faults.next("chat.postMessage", Fault.RATE_LIMITED)

    with pytest.raises(SlackApiError) as failure:
        await client.chat_postMessage(channel=ANNA, text="Hej")

    assert (failure.value.response.status_code, failure.value.response.headers["Retry-After"]) == (429, "1")


async def test_a_channel_has_a_pace(running: Running, client: AsyncWebClient) -> None:
    running.sandbox.faults.pace_seconds = 60.0
    await client.chat_postMessage(channel=ANNA, text="Hej")
    await client.chat_postMessage(channel=BO, text="Hej")

    assert await error_of(client.chat_postMessage(channel=ANNA, text="Hej")) == "ratelimited"


async def test_every_method_can_fail(running: Running, client: AsyncWebClient) -> None:
    running.sandbox.faults.next(EVERY_METHOD, Fault.SERVER_ERROR)

    assert await error_of(client.auth_test()) == "internal_error"


async def test_a_lost_answer_leaves_the_message_behind(running: Running, client: AsyncWebClient) -> None:
    running.sandbox.faults.next("chat.postMessage", Fault.ANSWER_LOST)

    with pytest.raises(aiohttp.ClientError):
        await client.chat_postMessage(channel=ANNA, text="Hej")

    assert [message.text for message in running.sandbox.person(ANNA).sees(ANNA)] == ["Hej"]


async def test_a_hanging_call_does_nothing(running: Running, client: AsyncWebClient) -> None:
    running.sandbox.faults.next("chat.postMessage", Fault.TIMEOUT)

    with pytest.raises(TimeoutError):
        await asyncio.wait_for(client.chat_postMessage(channel=ANNA, text="Hej"), 0.1)

    assert running.sandbox.person(ANNA).sees(ANNA) == []


async def test_a_refused_person_cannot_be_written_to(running: Running, client: AsyncWebClient) -> None:
    running.sandbox.faults.refuse(ANNA, "account_inactive")

    assert await error_of(client.chat_postMessage(channel=ANNA, text="Hej")) == "account_inactive"


async def post_to(running: Running, key: str, **body: Any) -> tuple[int, str]:
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{running.url}/response/{key}", json=body) as answer,
    ):
        return answer.status, await answer.text()


async def test_a_response_url_takes_five_posts(running: Running) -> None:
    key = running.sandbox.workspace.response_urls.issue(running.sandbox.workspace.im(ANNA).id, ANNA)

    statuses = [(await post_to(running, key, text="Hej"))[0] for _ in range(6)]

    assert statuses == [200, 200, 200, 200, 200, 404]


async def test_a_response_url_dies(running: Running) -> None:
    running.sandbox.workspace.response_urls.life = 0.0
    key = running.sandbox.workspace.response_urls.issue("D1", ANNA)

    assert await post_to(running, key, text="Hej") == (404, '{"ok": false, "error": "expired_url"}')


async def test_a_response_url_can_take_the_message_away(running: Running, client: AsyncWebClient) -> None:
    posted = await client.chat_postMessage(channel=ANNA, text="Hej")
    key = running.sandbox.workspace.response_urls.issue(posted["channel"], ANNA, posted["ts"])

    await post_to(running, key, delete_original=True)

    assert running.sandbox.person(ANNA).sees(ANNA) == []
