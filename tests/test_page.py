"""The sandbox's page as a browser without a script meets it: pages, forms and redirects."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from aiohttp import ClientSession, FormData

from bot.sandbox.clock import Clock
from bot.sandbox.page import add_page
from bot.sandbox.server import BOT_TOKEN, Running, create_sandbox, start
from bot.sandbox.workspace import BOT
from tests.page_reader import Page, named, read
from tests.sandbox_bot import ANNA, BO, EXTERNAL, START, bolt_app, button, connected, new_workspace

MENU = " … Rapportera aktivitet Skapa aktivitet"


@pytest.fixture
async def running() -> AsyncIterator[Running]:
    clock = Clock(START, running=False)
    app = create_sandbox(new_workspace(clock), clock, ack_seconds=0.05)  # hardly any of these tests has a bot

    async def wind(how: str, _whose: str) -> None:
        clock.wind({"hour": timedelta(hours=1), "day": timedelta(days=1)}[how])

    add_page(app, wind, {ANNA: "Rapporterar från bilen."})
    running = await start(app)
    yield running
    await running.stop()


@pytest.fixture
async def browser(running: Running) -> AsyncIterator[ClientSession]:
    async with ClientSession(running.url) as session:
        yield session


def dm(running: Running, user: str) -> str:
    return f"/som/{user}/kanal/{running.sandbox.workspace.im(user).id}"


async def test_the_start_page_offers_every_person(browser: ClientSession) -> None:
    page = await read(browser, "/")
    assert page.texts("li") == [
        "Anna Ek Områdespolis Rapporterar från bilen.",
        "Bo Alm Fältsekreterare",
        "Eva Lind Bostadsbolag",
    ]


async def test_the_menu_shows_home_the_bot_and_the_channels(browser: ClientSession, running: Running) -> None:
    page = await read(browser, dm(running, ANNA))
    assert page.texts("li", inside="nav") == ["Hem", "Löftet", "#samverkan"]


async def test_a_message_has_author_time_and_day(browser: ClientSession, running: Running) -> None:
    running.sandbox.workspace.post(running.sandbox.workspace.im(ANNA).id, BOT, "Rapporten saknas")
    page = await read(browser, dm(running, ANNA))
    assert page.texts("li", inside="ol") == ["I dag, måndag 23 november", f"L Löftet app 9.00 Rapporten saknas{MENU}"]


async def test_an_ephemeral_message_says_so_and_only_its_reader_sees_it(
    browser: ClientSession, running: Running
) -> None:
    workspace = running.sandbox.workspace
    channel = workspace.find_channel("samverkan")
    assert channel
    workspace.post(channel.id, BOT, "Sparat", ephemeral_to=ANNA)
    seen = [(await read(browser, f"/som/{user}/kanal/{channel.id}")).texts("li", inside="ol") for user in (ANNA, BO)]
    assert seen == [["I dag, måndag 23 november", "L Bara du ser det här Löftet app 9.00 Sparat"], []]


async def test_an_edited_message_says_so(browser: ClientSession, running: Running) -> None:
    workspace = running.sandbox.workspace
    workspace.update(workspace.post(workspace.im(ANNA).id, BOT, "Sparat"), "Ändrat")
    page = await read(browser, dm(running, ANNA))
    assert page.texts("li", inside="ol")[1] == f"L Löftet app 9.00 (redigerat) Ändrat{MENU}"


async def test_what_people_write_is_escaped(browser: ClientSession, running: Running) -> None:
    posted = await browser.post(f"/som/{ANNA}/skriv", data=written(running, "<script>alert(1)</script>"))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in await posted.text()


def written(running: Running, text: str, user: str = ANNA) -> dict[str, str]:
    return {"kanal": running.sandbox.workspace.im(user).id, "text": text}


async def test_what_is_pasted_keeps_its_lines(browser: ClientSession, running: Running) -> None:
    await browser.post(f"/som/{ANNA}/skriv", data=written(running, "Vi lovar att:\r\n- vandra\r\n- tala"))
    workspace = running.sandbox.workspace
    last = workspace.visible(ANNA, workspace.im(ANNA).id)[-1]
    assert last.text == "Vi lovar att:\n- vandra\n- tala"


async def test_a_posted_form_leads_back_to_the_conversation(browser: ClientSession, running: Running) -> None:
    data = written(running, "hej")
    answer = await browser.post(f"/som/{ANNA}/skriv", data=data, allow_redirects=False)
    assert (answer.status, answer.headers["Location"]) == (303, dm(running, ANNA))


async def test_an_external_person_cannot_run_a_command(browser: ClientSession, running: Running) -> None:
    answer = await browser.post(f"/som/{EXTERNAL}/skriv", data=written(running, "/lofte", EXTERNAL))
    assert (
        Page(await answer.text())
        .texts("li", inside="ol")[1]
        .endswith("Slackbot app 9.00 /lofte is not a valid command")
    )


async def test_a_pressed_button_reaches_the_bot(browser: ClientSession, running: Running) -> None:
    bot = bolt_app(running)
    pressed: list[str] = []

    @bot.action("report")
    async def report(ack, action) -> None:  # type: ignore[no-untyped-def]
        await ack()
        pressed.append(action["value"])

    channel = running.sandbox.workspace.im(ANNA).id
    running.sandbox.workspace.post(channel, BOT, "Hur gick det?", [button("Rapportera", "report")])
    running.sandbox.delivery.ack_seconds = 60.0
    async with connected(bot, running):
        await press(browser, await read(browser, dm(running, ANNA)), "Rapportera")
    assert pressed == ["7"]


async def press(browser: ClientSession, page: Page, label: str) -> Page:
    action, fields = page.form_of(label)
    return Page(await (await browser.post(action, data=fields)).text())


async def test_a_button_that_is_gone_says_so(browser: ClientSession, running: Running) -> None:
    workspace = running.sandbox.workspace
    message = workspace.post(workspace.im(ANNA).id, BOT, "Hur gick det?", [button("Rapportera", "report")])
    page = await read(browser, dm(running, ANNA))
    workspace.delete(message)
    after = await press(browser, page, "Rapportera")
    assert after.texts("p")[0] == "Det du tryckte på finns inte längre. Så här ser det ut nu."


async def test_winding_the_clock_shows_the_new_time(browser: ClientSession, running: Running) -> None:
    page = await read(browser, dm(running, ANNA))
    after = await press(browser, page, "+1 dag")
    assert named(after, "klocka") == "tis 24 nov 2026 kl. 9.00"


async def test_new_messages_are_counted_for_the_others(browser: ClientSession, running: Running) -> None:
    running.sandbox.workspace.post(running.sandbox.workspace.im(BO).id, BOT, "I morgon")
    page = await read(browser, dm(running, ANNA))
    assert page.texts("li", inside="details")[1] == "Bo Alm Fältsekreterare 1 ny"


@pytest.mark.parametrize("address", ["/som/U0NOBODY/hem", f"/som/{ANNA}/kanal/C0NONE"])
async def test_who_and_what_is_not_there_is_not_found(browser: ClientSession, address: str) -> None:
    assert (await browser.get(address)).status == 404


@pytest.mark.parametrize("headers", [{"Origin": "http://evil.example"}, {"Host": "evil.example"}])
async def test_another_site_cannot_post(browser: ClientSession, running: Running, headers: dict[str, str]) -> None:
    answer = await browser.post(f"/som/{ANNA}/skriv", data=written(running, "hej"), headers=headers)
    assert answer.status == 403


async def test_a_form_cannot_lead_elsewhere(browser: ClientSession) -> None:
    answer = await browser.post(f"/som/{ANNA}/klocka", data={"hur": "day", "tillbaka": "//evil.example"})
    assert answer.status == 400


async def test_a_file_is_sent_with_the_line_to_the_bot(browser: ClientSession, running: Running) -> None:
    data = FormData(written(running, "här är planen"))
    data.add_field("fil", b"Blad: Plan", filename="plan.csv")
    await browser.post(f"/som/{ANNA}/skriv", data=data)
    [file] = running.sandbox.workspace.files.values()

    assert (file.name, file.content, file.user) == ("plan.csv", b"Blad: Plan", ANNA)
    assert "plan.csv" in (await read(browser, dm(running, ANNA))).texts("a")


async def test_only_the_bot_reads_a_file_of_slacks(browser: ClientSession, running: Running) -> None:
    await running.sandbox.person(ANNA).share(ANNA, "plan.csv", b"Blad: Plan")
    [file] = running.sandbox.workspace.files.values()
    with_token = {"Authorization": f"Bearer {BOT_TOKEN}"}

    assert "Sign in" in await (await browser.get(f"/private/{file.id}")).text()
    assert await (await browser.get(f"/private/{file.id}", headers=with_token)).read() == b"Blad: Plan"
