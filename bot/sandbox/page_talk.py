"""The middle of the page: a conversation with its box to write in, or the person's Home tab."""

import itertools
from collections.abc import Iterable

from bot.domain.swedish import day_text, sentence
from bot.report.html import Html, join, tag
from bot.sandbox.elements import initial_values
from bot.sandbox.interactions import SandboxPerson
from bot.sandbox.page_frame import (
    GLOBAL_SHORTCUTS,
    MESSAGE_SHORTCUTS,
    Memory,
    hidden,
    path,
    shortcuts,
    title_of,
)
from bot.sandbox.render_blocks import blocks
from bot.sandbox.render_scene import Scene
from bot.sandbox.render_text import clock_text, mrkdwn
from bot.sandbox.workspace import SLACKBOT, Channel, File, Message, User, View

COLOURS = 6
LONGEST = 12_000
"""Characters of a message that Slack's own field takes."""


def conversation(person: SandboxPerson, room: Channel, memory: Memory, stale: bool) -> Html:
    here = path(person, "kanal", room.id)
    listed = tag("ol", *_days(person, person.sees(room.id), here, memory), id="lista")
    log = tag("div", listed, role="log", aria_label="Meddelanden", tabindex=0, class_="log")
    return join([tag("h1", title_of(person, room)), _stale(stale), log, _foot(person, room, here)])


def home(person: SandboxPerson, memory: Memory, stale: bool) -> Html:
    view = person.home
    body = _home_form(person, view, memory) if view else tag("p", "Startsidan är tom än.", class_="quiet")
    return join([tag("h1", "Hem"), _stale(stale), tag("div", body, id="hem", class_="home")])


def _stale(stale: bool) -> Html:
    text = "Det du tryckte på finns inte längre. Så här ser det ut nu."
    return tag("p", text, role="alert", class_="flash") if stale else Html("")


def _home_form(person: SandboxPerson, view: View, memory: Memory) -> Html:
    offers = memory.offers.get(person.user.id, {})
    scene = Scene(person.workspace, person.user, "hem", values=view.values, errors=view.errors, offers=offers)
    wrong = tag("p", view.errors[""], role="alert", class_="error") if "" in view.errors else Html("")
    return _form(person, f"hem/{view.id}", path(person, "hem"), wrong, blocks(view.blocks, scene))


def _form(person: SandboxPerson, place: str, back: str, *inside: Html) -> Html:
    given = hidden(plats=place, tillbaka=back)
    return tag("form", given, *inside, method="post", action=path(person, "gor"), novalidate=True)


def _days(person: SandboxPerson, messages: Iterable[Message], here: str, memory: Memory) -> Iterable[Html]:
    scene = Scene(person.workspace, person.user, "dag")
    for day, of_day in itertools.groupby(messages, key=lambda message: scene.local(float(message.ts)).date()):
        yield tag("li", sentence(day_text(day, scene.now.date())), class_="day", id=f"d-{day.isoformat()}")
        for message in of_day:
            yield _message(person, message, here, memory)


def _message(person: SandboxPerson, message: Message, here: str, memory: Memory) -> Html:
    author = person.workspace.users[message.user]
    place = f"m-{message.ts.replace('.', '-')}"
    values = initial_values(message.blocks, message.values.get(person.user.id))
    scene = Scene(person.workspace, person.user, place, "h2", values, offers=memory.offers.get(person.user.id, {}))
    only_you = tag("p", "Bara du ser det här", class_="only") if message.ephemeral_to else Html("")
    body = tag(
        "div",
        only_you,
        _who(author, message, scene),
        _body(person, message, here, scene),
        _more(person, message, here),
        class_="body",
    )
    return tag("li", _avatar(author), body, id=place, class_="message own" if author is person.user else "message")


def _more(person: SandboxPerson, message: Message, here: str) -> Html:
    """What only one person sees has no menu in Slack."""
    if message.ephemeral_to:
        return Html("")
    about = {"kanal": message.channel, "ts": message.ts}
    return shortcuts(person, MESSAGE_SHORTCUTS, "Fler val för meddelandet", here, **about)


def _who(author: User, message: Message, scene: Scene) -> Html:
    sent = scene.local(float(message.ts))
    return tag(
        "p",
        tag("strong", author.real_name),
        tag("span", "app", class_="app") if author.is_bot else "",
        tag("time", clock_text(sent), datetime=sent.isoformat()),
        tag("span", "(redigerat)") if message.edited_at else "",
        class_="who",
    )


def _body(person: SandboxPerson, message: Message, here: str, scene: Scene) -> Html:
    if message.blocks:
        shown = _form(person, f"m/{message.channel}/{message.ts}", here, blocks(message.blocks, scene))
    else:
        language = "en" if message.user == SLACKBOT else None  # Slack's own error texts
        shown = tag("div", mrkdwn(message.text, scene), class_="text", lang=language)
    return join([shown, *map(_file, message.files), _reactions(message)])


def _reactions(message: Message) -> Html:
    rows = (tag("span", f":{name}: {len(users)}", class_="reaction") for name, users in message.reactions.items())
    return join(rows)


def _file(file: File) -> Html:
    address = f"/upload/{file.id}"
    named = tag("a", file.title or file.name, href=address, download=file.name, class_="file")
    return tag("figure", tag("img", src=address, alt=file.alt), tag("figcaption", named)) if file.alt else named


def _avatar(user: User) -> Html:
    initials = "".join(word[0] for word in user.real_name.split()[:2])
    colour = sum(map(ord, user.id)) % COLOURS
    return tag("span", initials, class_=f"avatar c{colour}", aria_hidden="true")


def _foot(person: SandboxPerson, room: Channel, here: str) -> Html:
    return tag(
        "div", _composer(person, room), shortcuts(person, GLOBAL_SHORTCUTS, "Genvägar", here), class_="foot-of-talk"
    )


def _composer(person: SandboxPerson, room: Channel) -> Html:
    label = f"Skriv till {title_of(person, room)}"
    hint = "Skriv en rad, till exempel: trafikkontroll 45 fordon" if room.is_im else "Skriv ett meddelande"
    field = tag("textarea", name="text", id="skriv", placeholder=hint, autocomplete="off", rows=1, maxlength=LONGEST)
    return tag(
        "form",
        hidden(kanal=room.id),
        tag("label", label, for_="skriv", class_="unseen"),
        field,
        _upload() if room.is_im else "",
        tag("button", "Skicka", class_="button primary"),
        method="post",
        action=path(person, "skriv"),
        enctype="multipart/form-data",
        class_="composer",
    )


def _upload() -> Html:
    """Folded away until it is wanted: on a phone the line needs the room."""
    label = tag("label", "Bifoga en fil", for_="fil", class_="unseen")
    field = tag("input", type="file", name="fil", id="fil", title="Bifoga en fil")
    return tag("details", tag("summary", "Fil", class_="button"), label, field, class_="attach")
