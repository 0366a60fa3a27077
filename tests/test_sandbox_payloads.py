"""What the app is told: every field that Slack sends, for each thing a person can do."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from slack_bolt.app.async_app import AsyncApp

from bot.sandbox.elements import NotThere
from bot.sandbox.interactions import SandboxPerson
from bot.sandbox.server import Running
from tests.sandbox_bot import ANNA, EXTERNAL, home, modal, running_with, text, web_client

CHOICES = [{"text": text("Väder"), "value": "weather"}, {"text": text("Personal"), "value": "staff"}]
MENUS = {
    "type": "actions",
    "block_id": "menus",
    "elements": [
        {"type": "static_select", "action_id": "reason", "options": CHOICES},
        {"type": "overflow", "action_id": "more", "options": CHOICES},
        {"type": "datepicker", "action_id": "day", "initial_date": "2026-11-23"},
        {"type": "checkboxes", "action_id": "boxes", "options": CHOICES},
        {"type": "users_select", "action_id": "who"},
        {"type": "external_select", "action_id": "place", "min_query_length": 1},
    ],
}


@dataclass
class Ear:
    """Acks everything and keeps the bodies."""

    bodies: list[dict[str, Any]] = field(default_factory=list)

    async def hear(self, ack: Any, body: dict[str, Any]) -> None:
        self.bodies.append(body)
        await ack()

    async def offer(self, ack: Any) -> None:
        await ack(options=[{"text": text("Skolvägen"), "value": "17"}])

    def register(self, app: AsyncApp) -> None:
        for action in ("reason", "more", "day", "boxes", "who", "place"):
            app.action(action)(self.hear)
        app.options("place")(self.offer)
        app.command("/lofte")(self.hear)
        app.shortcut("plan")(self.hear)
        app.event("app_home_opened")(self.hear)

    @property
    def action(self) -> dict[str, Any]:
        action: dict[str, Any] = self.bodies[-1]["actions"][0]
        return action


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
async def running(ear: Ear) -> AsyncIterator[Running]:
    async with running_with(ear.register) as running:
        yield running


@pytest.fixture
async def anna(running: Running) -> SandboxPerson:
    """Anna, with a message full of menus in front of her."""
    await web_client(running).chat_postMessage(channel=ANNA, text="Välj", blocks=[MENUS])
    return running.sandbox.person(ANNA)


async def press(person: SandboxPerson, action_id: str, value: Any) -> None:
    message = person.last()
    assert message
    await person.press(message, action_id, value=value)


async def test_a_command_says_who_where_and_how_to_answer(anna: SandboxPerson, ear: Ear, running: Running) -> None:
    await anna.command(ANNA, "/lofte  hjälp ")

    body = ear.bodies[0]
    assert (body["command"], body["text"], body["channel_name"]) == ("/lofte", "hjälp", "directmessage")
    assert (body["team_id"], body["user_id"]) == ("T0SANDBOX", ANNA)
    assert body["response_url"].startswith(running.url)
    assert body["trigger_id"]


async def test_a_press_says_everything_about_its_message(anna: SandboxPerson, ear: Ear) -> None:
    await press(anna, "reason", "weather")

    body, message = ear.bodies[0], anna.last()
    assert message
    assert body["container"] == {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": message.channel,
        "is_ephemeral": False,
    }
    assert body["channel"] == {"id": message.channel, "name": "directmessage"}
    assert body["message"]["bot_id"] == "B0LOFTE"
    assert (body["enterprise"], body["is_enterprise_install"]) == (None, False)


async def test_what_was_chosen_stays_in_the_state(anna: SandboxPerson, ear: Ear) -> None:
    await press(anna, "reason", "weather")
    await press(anna, "day", "2026-11-30")

    values = ear.bodies[-1]["state"]["values"]["menus"]
    assert values["reason"]["selected_option"]["value"] == "weather"
    assert values["day"]["selected_date"] == "2026-11-30"
    assert values["boxes"]["selected_options"] == []
    assert values["who"]["selected_user"] is None


@pytest.mark.parametrize(
    ("action_id", "value", "key", "sent"),
    [
        ("more", "Personal", "selected_option", CHOICES[1]),
        ("boxes", ["weather", "staff"], "selected_options", CHOICES),
        ("who", ANNA, "selected_user", ANNA),
        ("day", "", "selected_date", None),
    ],
)
async def test_each_menu_has_its_own_key(
    anna: SandboxPerson, ear: Ear, action_id: str, value: Any, key: str, sent: Any
) -> None:
    await press(anna, action_id, value)

    assert ear.action[key] == sent


async def test_what_is_not_offered_cannot_be_chosen(anna: SandboxPerson) -> None:
    with pytest.raises(NotThere):
        await press(anna, "reason", "moon")


async def test_an_external_select_offers_the_apps_options(anna: SandboxPerson, ear: Ear) -> None:
    message = anna.last()
    assert message
    await anna.suggest(message, "place", "skol")

    await press(anna, "place", "Skolvägen")

    assert ear.action["selected_option"]["value"] == "17"


async def test_a_choice_of_an_overflow_menu_has_a_label(anna: SandboxPerson, ear: Ear) -> None:
    await anna.press_label("Väder")

    assert (ear.action["type"], ear.action["selected_option"]["value"]) == ("overflow", "weather")


async def test_a_press_on_home_names_the_view(anna: SandboxPerson, ear: Ear, running: Running) -> None:
    await web_client(running).views_publish(user_id=ANNA, view=home(MENUS))
    assert anna.home

    await anna.press(anna.home, "reason", value="staff")

    body = ear.bodies[-1]
    assert body["container"] == {"type": "view", "view_id": anna.home.id}
    assert body["view"]["state"]["values"]["menus"]["reason"]["selected_option"]["value"] == "staff"
    assert "response_url" not in body


async def test_the_other_organisations_people_act_in_their_own_team(running: Running, ear: Ear) -> None:
    await web_client(running).chat_postMessage(channel=EXTERNAL, text="Välj", blocks=[MENUS])

    await press(running.sandbox.person(EXTERNAL), "reason", "staff")

    assert ear.bodies[-1]["user"]["team_id"] == "T0EXTERN"


async def test_shortcuts_carry_their_message(anna: SandboxPerson, ear: Ear) -> None:
    message = anna.last()
    assert message
    await anna.message_shortcut(message, "plan")
    await anna.global_shortcut("plan")

    kinds = [(body["type"], "message" in body) for body in ear.bodies]
    assert kinds == [("message_action", True), ("shortcut", False)]


async def test_home_opened_again_brings_the_view_along(anna: SandboxPerson, ear: Ear, running: Running) -> None:
    await anna.open_home()
    await web_client(running).views_publish(user_id=ANNA, view=home(MENUS))
    await anna.open_home()

    events = [body["event"] for body in ear.bodies]
    assert [(event["tab"], "view" in event) for event in events] == [("home", False), ("home", True)]
    assert ear.bodies[0]["event_id"] != ear.bodies[1]["event_id"]


async def test_a_modal_says_which_team_installed_the_app(running: Running) -> None:
    trigger_id = running.sandbox.workspace.triggers.issue(ANNA)

    view = (await web_client(running).views_open(trigger_id=trigger_id, view=modal(MENUS)))["view"]

    assert (view["app_installed_team_id"], view["root_view_id"], view["previous_view_id"]) == (
        "T0SANDBOX",
        view["id"],
        None,
    )


async def test_messages_carry_the_wound_clock(running: Running, anna: SandboxPerson) -> None:
    running.sandbox.clock.wind(timedelta(days=1))

    message = await anna.write("samverkan", "God morgon")

    assert message.ts.startswith("1795507200.")
