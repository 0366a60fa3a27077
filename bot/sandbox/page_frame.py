"""What stands around every page: head, clock, the menu of channels, and who you are."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.swedish import day_short
from bot.report.html import Html, join, tag
from bot.sandbox.elements import Json
from bot.sandbox.interactions import SandboxPerson
from bot.sandbox.render_scene import Scene
from bot.sandbox.render_text import clock_text
from bot.sandbox.workspace import Channel, User, Workspace

WIND = {"hour": "+1 timme", "day": "+1 dag", "reminder": "Till nästa påminnelse"}
"""The ways to wind the clock, and their buttons."""

SITE = "Övningsytan"
GLOBAL_SHORTCUTS = {"report": "Rapportera"}
MESSAGE_SHORTCUTS = {"report_message": "Rapportera aktivitet", "activity_from_message": "Skapa aktivitet"}
"""By callback id, as the manifest of the app names them."""


@dataclass(slots=True)
class Memory:
    """What the page itself remembers: how much each person has seen, and what the app offered them at a search."""

    about: Mapping[str, str]
    """One line on what each person does, by user id."""
    seen: dict[tuple[str, str], int] = field(default_factory=dict)
    offers: dict[str, dict[tuple[str, str], list[Json]]] = field(default_factory=dict)

    def news(self, person: SandboxPerson, channel: Channel) -> int:
        return max(len(person.sees(channel.id)) - self.seen.get((person.user.id, channel.id), 0), 0)

    def look(self, person: SandboxPerson, channel: Channel) -> None:
        self.seen[person.user.id, channel.id] = len(person.sees(channel.id))


def document(title: str, *body: Html, **attributes: str | int | None) -> str:
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", f"{title} – {SITE}"),
        tag("link", rel="icon", href="data:,"),
        tag("link", rel="stylesheet", href="/static/sandbox.css"),
        tag("script", src="/static/sandbox.js", defer=True),
    )
    return f"<!doctype html>{tag('html', head, tag('body', *body, **attributes), lang='sv')}"


def frame(
    person: SandboxPerson, people: list[SandboxPerson], memory: Memory, current: str, main: Html, dialog: Html | None
) -> Html:
    """`current` is the channel id that is shown, or "hem". Under an open modal nothing can be reached."""
    covered = dialog is not None
    parts = [
        _header(person, people, memory, address(person, current), covered),
        _menu(person, memory, current, covered),
    ]
    return join([*parts, tag("main", main, inert=covered), dialog or ""])


def clock_line(workspace: Workspace, user: User) -> str:
    now = Scene(workspace, user, "").now
    return f"{day_short(now.date())} {now.year} kl. {clock_text(now)}"


def path(person: SandboxPerson, *parts: str) -> str:
    return "/".join(["/som", person.user.id, *parts])


def address(person: SandboxPerson, current: str) -> str:
    """The page that shows `current`: a channel id, or "hem"."""
    return path(person, "hem") if current == "hem" else path(person, "kanal", current)


def shortcuts(person: SandboxPerson, offered: Mapping[str, str], label: str, back: str, **about: str) -> Html:
    """A menu that opens on a press. `about`: which message."""
    buttons = (
        tag("button", name, name="genvag", value=callback, class_="button") for callback, name in offered.items()
    )
    form = tag("form", hidden(tillbaka=back, **about), *buttons, method="post", action=path(person, "genvag"))
    return tag("details", tag("summary", "…", aria_label=label, title=label), form, class_="more")


def hidden(**values: str) -> Html:
    return join(tag("input", type="hidden", name=name, value=value) for name, value in values.items())


def channels_of(person: SandboxPerson) -> list[Channel]:
    """The direct message with the bot first, then the channels."""
    found = [room for room in person.workspace.channels.values() if person.user.id in room.members and not room.is_im]
    return [person.dm, *sorted(found, key=lambda room: room.name)]


def _header(person: SandboxPerson, people: list[SandboxPerson], memory: Memory, back: str, covered: bool) -> Html:
    brand = tag("a", SITE, href="/", class_="brand")
    return tag("header", brand, _clock(person, back), _people(person, people, memory), inert=covered, class_="top")


def _clock(person: SandboxPerson, back: str) -> Html:
    buttons = (tag("button", label, name="hur", value=how) for how, label in WIND.items())
    shown = tag("span", clock_line(person.workspace, person.user), id="klocka", role="status")
    form = tag("form", hidden(tillbaka=back), *buttons, method="post", action=path(person, "klocka"))
    return tag("section", shown, form, class_="clock", aria_label="Klockan i övningsytan")


def _people(person: SandboxPerson, people: list[SandboxPerson], memory: Memory) -> Html:
    mark = tag("summary", tag("span", "Du är ", class_="quiet"), tag("strong", person.user.real_name))
    rows = (_person(other, memory, current=other.user is person.user) for other in people)
    return tag("details", mark, tag("ul", *rows), id="personer", class_="people")


def _person(other: SandboxPerson, memory: Memory, current: bool) -> Html:
    return tag("li", person_link(other, memory, current))


def person_link(other: SandboxPerson, memory: Memory, current: bool = False) -> Html:
    user = other.user
    fresh = sum(memory.news(other, room) for room in channels_of(other))
    return tag(
        "a",
        tag("strong", user.real_name),
        tag("span", user.title, class_="role") if user.title else "",
        tag("span", memory.about[user.id]) if user.id in memory.about else "",
        _badge(fresh),
        href=path(other, "kanal", other.dm.id),
        aria_current="true" if current else None,
    )


def _menu(person: SandboxPerson, memory: Memory, current: str, covered: bool) -> Html:
    home = tag("button", "Hem", aria_current="page" if current == "hem" else None)
    opened = tag("form", home, method="post", action=path(person, "hem"))
    rows = (_channel(person, room, memory, current) for room in channels_of(person))
    listed = tag("ul", tag("li", opened), *rows)
    return tag("nav", listed, id="meny", inert=covered, aria_label="Hem, meddelanden och kanaler")


def _channel(person: SandboxPerson, room: Channel, memory: Memory, current: str) -> Html:
    here = room.id == current
    fresh = 0 if here else memory.news(person, room)
    name = title_of(person, room)
    return tag(
        "li", tag("a", name, _badge(fresh), href=address(person, room.id), aria_current="page" if here else None)
    )


def title_of(person: SandboxPerson, room: Channel) -> str:
    if not room.is_im:
        return f"#{room.name}"
    others = [member for member in room.members if member != person.user.id]
    return person.workspace.users[others[0]].real_name


def _badge(count: int) -> Html:
    return tag("span", f"{count} {'ny' if count == 1 else 'nya'}", class_="badge") if count else Html("")
