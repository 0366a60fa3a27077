"""A modal on the page: filled in, corrected, sent and closed by ordinary form posts."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientSession
from slack_bolt.app.async_app import AsyncApp

from bot.sandbox.clock import Clock
from bot.sandbox.interactions import SandboxPerson
from bot.sandbox.page import add_page
from bot.sandbox.server import Running, create_sandbox, start
from tests.page_reader import Node, Page
from tests.sandbox_bot import ANNA, START, bolt_app, button, connected, field, modal, new_workspace, text

VEHICLES = field("vehicles", "Fordon", type="number_input", is_decimal_allowed=True, min_value="0")
NOTE = field("note", "Anteckning", multiline=True) | {"optional": True, "hint": text("Antal, aldrig namn.")}
CHOICES = [{"text": text(name), "value": name} for name in ("Timrå", "Hofors")]
WHERE = field("where", "Kommuner", type="multi_static_select", options=CHOICES) | {"optional": True}


class Bot:
    def __init__(self) -> None:
        self.answer: dict[str, Any] = {}
        self.values: list[Any] = []

    def register(self, app: AsyncApp) -> None:
        app.command("/lofte")(self.open)
        app.view("form")(self.submit)
        app.action("more")(self.more)

    async def open(self, ack: Any, client: Any, body: dict[str, Any]) -> None:
        await ack()
        form = modal(VEHICLES, NOTE, WHERE, button("Fler fält", "more"))
        await client.views_open(trigger_id=body["trigger_id"], view=form)

    async def submit(self, ack: Any, view: dict[str, Any]) -> None:
        self.values.append(view["state"]["values"])
        await ack(**self.answer)

    async def more(self, ack: Any) -> None:
        await ack()


@pytest.fixture
def bot() -> Bot:
    return Bot()


@pytest.fixture
async def running(bot: Bot) -> AsyncIterator[Running]:
    clock = Clock(START, running=False)
    app = create_sandbox(new_workspace(clock), clock)

    async def wind(_how: str, _whose: str) -> None:
        raise AssertionError("nobody winds the clock here")

    add_page(app, wind, {})
    running = await start(app)
    bolt = bolt_app(running)
    bot.register(bolt)
    async with connected(bolt, running):
        yield running
    await running.stop()


@pytest.fixture
async def browser(running: Running) -> AsyncIterator[ClientSession]:
    async with ClientSession(running.url) as session:
        yield session


@pytest.fixture
def anna(running: Running) -> SandboxPerson:
    return running.sandbox.person(ANNA)


@pytest.fixture
async def form(browser: ClientSession, anna: SandboxPerson) -> Page:
    """The page after Anna has written the command."""
    written = {"kanal": anna.dm.id, "text": "/lofte rapport"}
    return Page(await (await browser.post(f"/som/{ANNA}/skriv", data=written)).text())


async def press(browser: ClientSession, page: Page, label: str, **typed: Any) -> Page:
    action, fields = page.form_of(label)
    filled: dict[str, Any] = fields | {f"{block}/v": value for block, value in typed.items()}
    return Page(await (await browser.post(action, data=filled)).text())


def control(page: Page, name: str) -> Node:
    found = [*page.nodes("input"), *page.nodes("textarea")]
    return next(node for node in found if node.attributes.get("name") == name and node.attributes.get("id"))


def test_the_dialog_is_named_by_its_title(form: Page) -> None:
    dialog = form.nodes("dialog")[0]
    title = next(n for n in form.nodes("h2") if n.attributes.get("id") == dialog.attributes["aria-labelledby"])
    assert title.text == "Rapport"


def test_what_lies_under_the_dialog_cannot_be_reached(form: Page) -> None:
    assert ["inert" in form.nodes(name)[0].attributes for name in ("header", "nav", "main")] == [True] * 3


def test_a_field_has_its_label_and_hint(form: Page) -> None:
    note = control(form, "note/v").attributes
    label = next(n.text for n in form.nodes("label") if n.attributes.get("for") == note["id"])
    hint = next(n.text for n in form.nodes("p") if n.attributes.get("id") == note["aria-describedby"])
    assert (label, hint) == ("Anteckning (valfritt)", "Antal, aldrig namn.")


async def test_an_error_stands_under_its_field(browser: ClientSession, form: Page) -> None:
    after = await press(browser, form, "Spara", vehicles="många")
    vehicles = control(after, "vehicles/v").attributes
    error = next(n.text for n in after.nodes("p") if n.attributes.get("id") == vehicles["aria-describedby"])
    assert (vehicles["aria-invalid"], error) == ("true", "Ange ett tal.")


async def test_an_error_of_the_bot_stands_under_its_field(browser: ClientSession, form: Page, bot: Bot) -> None:
    bot.answer = {"response_action": "errors", "errors": {"note": "Skriv antal, aldrig namn."}}
    after = await press(browser, form, "Spara", vehicles="45", note="Kalle")
    described = control(after, "note/v").attributes["aria-describedby"].split()
    notes = {n.attributes.get("id"): n.text for n in after.nodes("p")}
    assert [notes[name] for name in described] == ["Antal, aldrig namn.", "Skriv antal, aldrig namn."]


async def test_what_was_typed_stays_when_there_is_an_error(browser: ClientSession, form: Page) -> None:
    after = await press(browser, form, "Spara", vehicles="många", note="lugnt", where="Hofors")
    ticked = [n.attributes["value"] for n in after.nodes("input") if "checked" in n.attributes]
    kept = (control(after, "vehicles/v").attributes["value"], control(after, "note/v").text, ticked)
    assert kept == ("många", "lugnt", ["Hofors"])


async def test_a_good_form_reaches_the_bot_and_closes(browser: ClientSession, form: Page, bot: Bot) -> None:
    after = await press(browser, form, "Spara", vehicles="4,5", note="rad\r\nrad")
    sent = bot.values[0]
    assert (sent["vehicles"]["v"]["value"], sent["note"]["v"]["value"]) == ("4.5", "rad\nrad")
    assert after.nodes("dialog") == []


async def test_a_button_in_the_form_keeps_what_was_typed(browser: ClientSession, form: Page) -> None:
    after = await press(browser, form, "Fler fält", vehicles="45")
    assert control(after, "vehicles/v").attributes["value"] == "45"


@pytest.mark.parametrize("label", ["Avbryt", "Stäng"])
async def test_the_form_can_be_closed(browser: ClientSession, form: Page, label: str, bot: Bot) -> None:
    after = await press(browser, form, label)
    assert (after.nodes("dialog"), bot.values) == ([], [])


async def test_a_form_that_is_already_closed_says_so(browser: ClientSession, form: Page, anna: SandboxPerson) -> None:
    await anna.close()
    after = await press(browser, form, "Spara", vehicles="45")
    assert after.texts("p")[0] == "Det du tryckte på finns inte längre. Så här ser det ut nu."
