"""The sandbox's page: ordinary pages and forms; a small script only spares the reader from loading them again."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from aiohttp import web

from bot.report.html import Html, join, tag
from bot.sandbox.elements import NotThere
from bot.sandbox.interactions import SandboxPerson
from bot.sandbox.page_forms import Form, act, one, take_shortcut
from bot.sandbox.page_frame import SITE, WIND, Memory, address, clock_line, document, frame, path, person_link
from bot.sandbox.page_modal import modal
from bot.sandbox.page_talk import conversation, home
from bot.sandbox.server import SANDBOX, Sandbox
from bot.sandbox.workspace import Workspace

Wind: TypeAlias = Callable[[str, str], Awaitable[None]]
"""Winds the clock ("hour", "day", "reminder") and lets the bot do what has become due."""

Answer: TypeAlias = Callable[[web.Request], Awaitable[web.StreamResponse]]

STATIC = Path(__file__).parent / "static"
OUR_HOSTS = ("127.0.0.1", "localhost", "[::1]")
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' https: http: data:; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",
}
QUIET_SECONDS = 0.15
PATIENCE_SECONDS = 1.0


def add_page(app: web.Application, wind: Wind, about: Mapping[str, str]) -> None:
    """`about`: one line on what each person does, by user id."""
    page = Page(app[SANDBOX], wind, Memory(about))
    for route, answer in {"/": page.start, "/som/{user}/kanal/{channel}": page.talk, "/som/{user}/hem": page.home,
                          "/som/{user}/nytt": page.news}.items():  # fmt: skip
        app.router.add_get(route, _only_here(answer))
    for route, answer in {
        "hem": page.open_home,
        "skriv": page.write,
        "gor": page.act,
        "genvag": page.shortcut,
        "klocka": page.wind,
    }.items():
        app.router.add_post(f"/som/{{user}}/{route}", _only_here(answer))
    app.router.add_static("/static", STATIC)


class Page:
    def __init__(self, sandbox: Sandbox, wind_clock: Wind, memory: Memory) -> None:
        self.sandbox = sandbox
        self.workspace = sandbox.workspace
        self.wind_clock = wind_clock
        self.memory = memory
        self._people: dict[str, SandboxPerson] = {}

    async def start(self, _request: web.Request) -> web.Response:
        rows = (tag("li", person_link(person, self.memory)) for person in self.people())
        told = tag("p", "Allt händer på den här datorn. Välj vem du vill vara, du kan byta när som helst.")
        main = tag("main", tag("h1", "Vem vill du vara?"), told, tag("ul", *rows), class_="start")
        return _html("Välj person", join([tag("header", tag("span", SITE, class_="brand"), class_="top"), main]))

    async def talk(self, request: web.Request) -> web.Response:
        person = self.person(request)
        room = self.workspace.channels.get(request.match_info["channel"])
        if room is None or person.user.id not in room.members:
            raise web.HTTPNotFound(text="Kanalen finns inte, eller så är du inte med i den.")
        self.memory.look(person, room)
        stale = "inaktuell" in request.query
        return self._page(person, room.id, room.name or "Meddelanden", conversation(person, room, self.memory, stale))

    async def home(self, request: web.Request) -> web.Response:
        person = self.person(request)
        return self._page(person, "hem", "Hem", home(person, self.memory, "inaktuell" in request.query))

    async def news(self, request: web.Request) -> web.Response:
        user = self.person(request).user
        told = {"revision": self.workspace.revision, "clock": clock_line(self.workspace, user)}
        return web.json_response(told, headers=HEADERS)

    async def open_home(self, request: web.Request) -> web.Response:
        person = self.person(request)
        await person.open_home()
        return await self._done(path(person, "hem"))

    async def write(self, request: web.Request) -> web.Response:
        person, form = self.person(request), await _form(request)
        channel, text = one(form, "kanal"), one(form, "text").replace("\r\n", "\n").strip()
        if channel not in self.workspace.channels:
            raise web.HTTPNotFound(text="Kanalen finns inte.")
        if (file := (await request.post()).get("fil")) and isinstance(file, web.FileField):
            await person.share(channel, file.filename, file.file.read(), text)
        elif text.startswith("/"):
            await person.command(channel, text)
        elif text:
            await person.write(channel, text)
        return await self._done(path(person, "kanal", channel))

    async def act(self, request: web.Request) -> web.Response:
        person, form = self.person(request), await _form(request)
        back = _back(person, form)
        try:
            await act(person, form, self.memory)
        except NotThere:
            return await self._done(f"{back}?inaktuell")
        return await self._done(back)

    async def shortcut(self, request: web.Request) -> web.Response:
        person, form = self.person(request), await _form(request)
        back = _back(person, form)
        try:
            await take_shortcut(person, form)
        except NotThere:
            return await self._done(f"{back}?inaktuell")
        return await self._done(back)

    async def wind(self, request: web.Request) -> web.Response:
        person, form = self.person(request), await _form(request)
        how = one(form, "hur")
        if how not in WIND:
            raise web.HTTPBadRequest(text="Så går klockan inte att ställa.")
        await self.wind_clock(how, person.user.id)
        return await self._done(_back(person, form))

    def people(self) -> list[SandboxPerson]:
        return [self._known(user.id) for user in self.workspace.users.values() if not user.is_bot]

    def person(self, request: web.Request) -> SandboxPerson:
        user_id = request.match_info["user"]
        if user_id not in {person.user.id for person in self.people()}:
            raise web.HTTPNotFound(text="Personen finns inte här.")
        return self._known(user_id)

    def _known(self, user_id: str) -> SandboxPerson:
        """The same Person each time: it remembers what the app offered."""
        return self._people.setdefault(user_id, self.sandbox.person(user_id))

    def _page(self, person: SandboxPerson, current: str, title: str, main: Html) -> web.Response:
        dialog = modal(person, self.memory, address(person, current))
        body = frame(person, self.people(), self.memory, current, main, dialog)
        return _html(title, body, data_revision=self.workspace.revision, data_news=path(person, "nytt"))

    async def _done(self, back: str) -> web.Response:
        await settled(self.workspace)
        return web.Response(status=303, headers={**HEADERS, "Location": back})


async def settled(workspace: Workspace) -> None:
    """What the bot does after its ack comes at once: wait for it, so that the next page shows it without a script."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE_SECONDS):
            while True:
                await _change(workspace)


async def _change(workspace: Workspace) -> None:
    seen = workspace.revision
    await workspace.until(lambda: workspace.revision != seen, QUIET_SECONDS)


def _html(title: str, body: Html, **attributes: str | int | None) -> web.Response:
    return web.Response(text=document(title, body, **attributes), content_type="text/html", headers=HEADERS)


async def _form(request: web.Request) -> Form:
    posted = await request.post()
    return {name: [value for value in posted.getall(name) if isinstance(value, str)] for name in posted}


def _back(person: SandboxPerson, form: Form) -> str:
    back = one(form, "tillbaka")
    if not back.startswith(path(person, "")):
        raise web.HTTPBadRequest(text="Formuläret är inte från den här sidan.")
    return back


def _only_here(answer: Answer) -> Answer:
    """Another site must neither read nor post here, whatever name it gives this machine."""

    async def guarded(request: web.Request) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        if request.host.rsplit(":", 1)[0] not in OUR_HOSTS or origin not in (None, f"http://{request.host}"):
            raise web.HTTPForbidden(text="Sidan svarar bara på den här datorn.")
        return await answer(request)

    return guarded
