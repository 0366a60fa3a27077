"""A person runs commands, writes and presses in the sandbox; a real Bolt app hears and answers."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from slack_bolt.app.async_app import AsyncApp

from bot.sandbox.faults import Fault
from bot.sandbox.interactions import SandboxPerson
from bot.sandbox.server import Running
from tests.sandbox_bot import ANNA, BO, EXTERNAL, button, home, running_with


async def report(ack: Any, command: Any) -> None:
    await ack(f"Hej <@{command['user_id']}>: {command['text']}")


async def menu(ack: Any, say: Any) -> None:
    await ack()
    await say(text="Välj", blocks=[button("Rapportera", "report")])


async def pressed(ack: Any, body: Any, respond: Any) -> None:
    await ack()
    value = body["actions"][0]["value"]
    await respond(text=f"Tack, {value} är sparat.", replace_original=True)


async def heard(event: Any, say: Any) -> None:
    await say(f"Du skrev: {event['text']}")


async def show_home(event: Any, client: Any) -> None:
    await client.views_publish(user_id=event["user"], view=home(button("Läget", "state")))


def register(app: AsyncApp) -> None:
    app.command("/lofte")(report)
    app.command("/trygg")(menu)
    app.action("report")(pressed)
    app.event("message")(heard)
    app.event("app_mention")(heard)
    app.event("app_home_opened")(show_home)


@pytest.fixture
async def running() -> AsyncIterator[Running]:
    async with running_with(register, redelivery=(0.0, 0.0, 0.0)) as running:
        yield running
        assert running.sandbox.workspace.broken_rules == []


@pytest.fixture
def anna(running: Running) -> SandboxPerson:
    return running.sandbox.person(ANNA)


def texts(person: SandboxPerson, channel: str) -> list[str]:
    return [message.text for message in person.sees(channel)]


async def test_the_ack_of_a_command_is_seen_by_one_person_only(running: Running, anna: SandboxPerson) -> None:
    await anna.command("samverkan", "/lofte rapport 45 fordon")

    assert texts(anna, "samverkan") == [f"Hej <@{ANNA}>: rapport 45 fordon"]
    assert texts(running.sandbox.person(BO), "samverkan") == []


async def test_names_in_a_command_arrive_as_ids(anna: SandboxPerson) -> None:
    await anna.command("samverkan", "/lofte lämna till @bo & <andra>")

    assert texts(anna, "samverkan") == [f"Hej <@{ANNA}>: lämna till <@{BO}> &amp; &lt;andra&gt;"]


async def test_a_command_that_is_not_acked_shows_slacks_error(running: Running, anna: SandboxPerson) -> None:
    running.sandbox.faults.next("slash_commands", Fault.LOST_ACK)

    await anna.command("samverkan", "/lofte rapport")

    assert texts(anna, "samverkan") == ['/lofte failed with the error "operation_timeout"']


async def test_external_people_cannot_run_commands(running: Running) -> None:
    eva = running.sandbox.person(EXTERNAL)

    await eva.command("samverkan", "/lofte rapport")

    assert texts(eva, "samverkan") == ["`/lofte` is not a valid command"]


async def test_external_people_can_press_buttons(running: Running, anna: SandboxPerson) -> None:
    eva = running.sandbox.person(EXTERNAL)
    await anna.command("samverkan", "/trygg")

    await eva.press_label("Rapportera")

    assert texts(eva, "samverkan") == ["Tack, 7 är sparat."]


async def test_a_replaced_message_loses_its_buttons(anna: SandboxPerson) -> None:
    await anna.command("samverkan", "/trygg")
    await anna.press_label("Rapportera")

    message = anna.last()

    assert message
    assert message.blocks == []


async def test_the_bot_answers_a_direct_message(anna: SandboxPerson) -> None:
    await anna.write(ANNA, "45 fordon")

    await anna.until(lambda: texts(anna, ANNA) == ["45 fordon", "Du skrev: 45 fordon"])


async def test_the_bot_hears_a_mention_in_a_channel(anna: SandboxPerson) -> None:
    await anna.write("samverkan", "@lofte hur går det?")

    await anna.until(lambda: texts(anna, "samverkan")[1:] == ["Du skrev: <@U0LOFTE> hur går det?"])


async def test_the_bot_does_not_hear_other_talk(running: Running, anna: SandboxPerson) -> None:
    await anna.write("samverkan", "Ses kl. 18")

    assert running.sandbox.faults.calls["chat.postMessage"] == 0


async def test_opening_home_lets_the_bot_publish_it(anna: SandboxPerson) -> None:
    await anna.open_home()

    view = await anna.until(lambda: anna.home)

    assert view.blocks[0]["elements"][0]["text"]["text"] == "Läget"


async def test_an_unacked_event_is_delivered_again(running: Running, anna: SandboxPerson) -> None:
    running.sandbox.faults.next("events_api", Fault.LOST_ACK, times=2)

    await anna.write(ANNA, "hej")
    await running.sandbox.delivery.settled()

    assert texts(anna, ANNA).count("Du skrev: hej") == 3


async def test_an_unacked_press_is_not_delivered_again(running: Running, anna: SandboxPerson) -> None:
    await anna.command("samverkan", "/trygg")
    running.sandbox.faults.next("interactive", Fault.DROPPED_SOCKET)

    await anna.press_label("Rapportera")

    assert texts(anna, "samverkan") == ["Välj", "Det gick inte (operation_timeout). Försök igen."]
