"""Modals: opened by a trigger, checked by Slack, answered by the app, stacked."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.errors import SlackApiError

from bot.sandbox.answers import TROUBLE
from bot.sandbox.faults import Fault
from bot.sandbox.interactions import SandboxPerson
from bot.sandbox.server import Running
from tests.sandbox_bot import ANNA, button, field, modal, running_with, text, web_client

VEHICLES = field("vehicles", "Fordon", type="number_input", is_decimal_allowed=False, min_value="0")
NOTE = field("note", "Kommentar", max_length=10) | {"optional": True}
WHO = field(
    "who",
    "Vem",
    type="static_select",
    options=[{"text": text("Anna"), "value": "1"}, {"text": text("Bo"), "value": "2"}],
)


class Bot:
    """Opens the form at a command; keeps what was submitted and answers as told."""

    def __init__(self) -> None:
        self.form = modal(VEHICLES, NOTE, WHO, button("Mer", "more"))
        self.answer: dict[str, Any] = {}
        self.submitted: list[dict[str, Any]] = []
        self.closed: list[bool] = []
        self.error = ""

    def register(self, app: AsyncApp) -> None:
        app.command("/lofte")(self.open)
        app.action("more")(self.push)
        app.view("form")(self.submit)
        app.view_closed("form")(self.close)

    async def open(self, ack: Any, client: Any, body: dict[str, Any]) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=self.form)

    async def push(self, ack: Any, client: Any, body: dict[str, Any]) -> None:
        await ack()
        try:
            await client.views_push(trigger_id=body["trigger_id"], view=self.form)
        except SlackApiError as failure:
            self.error = failure.response["error"]

    async def submit(self, ack: Any, view: dict[str, Any]) -> None:
        self.submitted.append(view)
        await ack(**self.answer)

    async def close(self, ack: Any, body: dict[str, Any]) -> None:
        self.closed.append(body["is_cleared"])
        await ack()


@pytest.fixture
def bot() -> Bot:
    return Bot()


@pytest.fixture
async def running(bot: Bot) -> AsyncIterator[Running]:
    async with running_with(bot.register) as running:
        yield running


@pytest.fixture
async def anna(running: Running) -> SandboxPerson:
    """Anna, who has just opened the form."""
    anna = running.sandbox.person(ANNA)
    await anna.command("samverkan", "/lofte rapport")
    await anna.until(lambda: anna.modal)
    return anna


async def fill_in(anna: SandboxPerson) -> None:
    await anna.fill("Fordon", 45)
    await anna.fill("Vem", "Bo")


async def test_a_submitted_form_reaches_the_app_and_closes(anna: SandboxPerson, bot: Bot) -> None:
    await fill_in(anna)

    await anna.submit()

    values = bot.submitted[0]["state"]["values"]
    assert values["vehicles"]["v"] == {"type": "number_input", "value": "45"}
    assert values["note"]["v"] == {"type": "plain_text_input", "value": None}
    assert values["who"]["v"]["selected_option"]["value"] == "2"
    assert anna.modal is None


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("vehicles", "", "Fyll i det här fältet."),
        ("vehicles", "många", "Ange ett tal."),
        ("vehicles", "4.5", "Ange ett heltal."),
        ("vehicles", -1, "Talet får inte vara lägre än 0."),
        ("note", "för lång text", "Skriv högst 10 tecken."),
    ],
)
async def test_slack_checks_the_form_before_the_app(
    anna: SandboxPerson, bot: Bot, name: str, value: Any, sentence: str
) -> None:
    await fill_in(anna)
    await anna.fill(name, value)

    await anna.submit()

    assert anna.modal_errors == {name: sentence}
    assert bot.submitted == []


async def test_the_apps_errors_stand_at_their_fields(anna: SandboxPerson, bot: Bot) -> None:
    bot.answer = {"response_action": "errors", "errors": {"vehicles": "Så många? Kontrollera."}}
    await fill_in(anna)

    await anna.submit()

    assert anna.modal_errors == {"vehicles": "Så många? Kontrollera."}


async def test_an_error_at_an_unknown_field_is_a_broken_rule(running: Running, anna: SandboxPerson, bot: Bot) -> None:
    bot.answer = {"response_action": "errors", "errors": {"cars": "Fel"}}
    await fill_in(anna)

    await anna.submit()

    assert anna.modal_errors == {"": TROUBLE}
    assert running.sandbox.workspace.broken_rules == ["/errors/cars: inget sådant inmatningsfält"]


async def test_an_unacked_form_stays_as_it_was(running: Running, anna: SandboxPerson) -> None:
    running.sandbox.faults.next("interactive", Fault.LOST_ACK)
    await fill_in(anna)

    await anna.submit()

    assert anna.modal_errors == {"": TROUBLE}


async def test_an_updated_form_keeps_what_was_typed(anna: SandboxPerson, bot: Bot) -> None:
    bot.answer = {"response_action": "update", "view": modal(VEHICLES, field("place", "Plats"))}
    await fill_in(anna)

    await anna.submit()

    assert anna.modal
    assert anna.modal.values["vehicles"]["v"]["value"] == "45"
    assert anna.modal.values["place"]["v"]["value"] is None


async def test_a_pushed_view_gives_way_to_the_one_below(anna: SandboxPerson, bot: Bot) -> None:
    first = anna.modal
    bot.answer = {"response_action": "push", "view": modal(NOTE, notify_on_close=True)}
    await fill_in(anna)
    await anna.submit()

    await anna.close()

    assert anna.modal is first
    assert bot.closed == [False]


async def test_clear_closes_the_whole_stack(anna: SandboxPerson, bot: Bot) -> None:
    await anna.press_label("Mer")
    bot.answer = {"response_action": "clear"}
    await fill_in(anna)

    await anna.submit()

    assert anna.modal is None


async def test_a_fourth_view_is_too_many(anna: SandboxPerson, bot: Bot) -> None:
    for _ in range(3):
        await anna.press_label("Mer")

    assert bot.error == "push_limit_reached"


async def trigger_error(running: Running, trigger_id: str, view: dict[str, Any] | None = None) -> str:
    with pytest.raises(SlackApiError) as failure:
        await web_client(running).views_open(trigger_id=trigger_id, view=view or modal(NOTE))
    return str(failure.value.response["error"])


async def test_a_trigger_opens_one_view_only(running: Running) -> None:
    trigger_id = running.sandbox.workspace.triggers.issue(ANNA)
    await web_client(running).views_open(trigger_id=trigger_id, view=modal(NOTE))

    assert await trigger_error(running, trigger_id) == "exchanged_trigger_id"


async def test_a_trigger_dies(running: Running) -> None:
    running.sandbox.workspace.triggers.life = 0.0

    assert await trigger_error(running, running.sandbox.workspace.triggers.issue(ANNA)) == "expired_trigger_id"


async def test_an_old_hash_is_refused(running: Running, anna: SandboxPerson) -> None:
    assert anna.modal
    view_id, old = anna.modal.id, anna.modal.hash
    await web_client(running).views_update(view_id=view_id, hash=old, view=modal(NOTE))

    with pytest.raises(SlackApiError, match="hash_conflict"):
        await web_client(running).views_update(view_id=view_id, hash=old, view=modal(NOTE))


async def test_an_external_id_is_used_once(running: Running, bot: Bot, anna: SandboxPerson) -> None:
    bot.form = modal(NOTE, external_id="report-7")
    await anna.close()
    await anna.command("samverkan", "/lofte rapport")

    trigger_id = running.sandbox.workspace.triggers.issue(ANNA)

    assert await trigger_error(running, trigger_id, bot.form) == "duplicate_external_id"
