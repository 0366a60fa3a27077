"""What is posted in channels, and the form where a coordinator asks for it. Nobody is named but the one who asked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.domain.calendar import DAY, local_day
from bot.domain.channel_posts import WEEK, PostKind
from bot.domain.report import Report
from bot.domain.swedish import joined, range_text, sentence
from bot.views import occurrence_text
from bot.views.blocks import (
    Block,
    Message,
    View,
    actions,
    button,
    confirm,
    context,
    divider,
    escape,
    field,
    message,
    modal,
    option,
    section,
    sections,
    select,
)
from bot.views.outcomes import echo
from bot.views.people import mention
from storage.channel_posts import AskedPost, PostableArea
from storage.occurrences import Listed

CALLED = {PostKind.WEEK: "veckans tillfällen på måndagar", PostKind.REPORTED: "när något är rapporterat"}
SHOWN = 20
CARE = "Jag skriver aldrig vem som har rapporterat eller inte. Skyddade tillfällen nämns först när de är över."
INVITE = "Jag måste vara med i kanalen: skriv /invite @Löftet här om jag inte är det."


@dataclass(frozen=True, slots=True)
class PostWish:
    """Either a whole municipality or one focus area."""

    municipality_id: int | None
    focus_area_id: int | None
    what: Sequence[PostKind]


def form(
    channel: str, asked: Sequence[AskedPost], places: Iterable[tuple[int, str]], areas: Iterable[PostableArea]
) -> View:  # fmt: skip
    rows = [_asked_row(one) for one in asked[:SHOWN]]
    now_posted = [section("*Det här postar jag här nu:*"), *rows, divider()] if rows else []
    about = [(f"m{id_}", f"{name}, allt") for id_, name in places]
    about += [(f"a{one.id}", f"{one.municipality}: {one.title}") for one in areas]
    only = about[0][0] if len(about) == 1 else None
    blocks = [
        *now_posted,
        section(CARE, INVITE),
        field("about", "Vad gäller det?", select(about, initial=only, placeholder="Välj kommun eller fokusområde")),
        field("what", "Vad ska jag posta?", _boxes()),
    ]
    return modal("channel_post", "Posta i kanalen", blocks, submit="Posta här", private=channel)


def read_form(fields: Mapping[str, Any]) -> PostWish:
    sort, id_ = fields["about"][0], int(fields["about"][1:])
    what = [PostKind(one) for one in fields["what"]]
    return PostWish(id_ if sort == "m" else None, id_ if sort == "a" else None, what)


def receipt(asked: Sequence[AskedPost]) -> View:
    lines = [f"*Jag postar {_what(asked)} i kanalen. Det gäller {_about(asked[0])}.*", INVITE]
    return modal("receipt", "Sparat", [section(*lines)])


def announced(asked: Sequence[AskedPost], by: str) -> Message:
    """In the channel: who asked for what, and how it ends."""
    text = f"{mention(by)} har bett mig posta här: {_what(asked)}. Det gäller {_about(asked[0])}."
    return message(text, [section(text), context(CARE), actions(_stop(asked))])


def stopped(asked: Sequence[AskedPost], by: str) -> Message:
    """What the announcement becomes."""
    text = f"{mention(by)} har bett mig sluta posta här: {_what(asked)}. Det gällde {_about(asked[0])}."
    return message(text, [section(text)])


def stopped_receipt(asked: Sequence[AskedPost]) -> View:
    return modal("receipt", "Sparat", [section(f"*Jag postar inte längre {_what(asked)} i kanalen.*")])


def closed(asked: Sequence[AskedPost], *, archived: bool) -> Message:
    """To who asked for it."""
    why = "Kanalen är arkiverad" if archived else "Jag är inte med i kanalen"
    fact = f"{why}, så jag postar inte där: {_what(asked)}, {_about(asked[0])}."
    again = "Bjud in mig: skriv /invite @Löftet i kanalen. Skriv sedan /lofte kanal där en gång till."
    lines = [] if archived else [again]
    return message(" ".join([fact, *lines]), [section(f"*{fact}*", *lines)])


def orphaned(asked: Sequence[AskedPost]) -> Message:
    """To those who coordinate there now, when the one who asked no longer does."""
    channels = joined([f"<#{channel}>" for channel in dict.fromkeys(one.channel for one in asked)])
    what = joined([CALLED[kind] for kind in dict.fromkeys(one.what for one in asked)])
    fact = f"Jag har slutat posta i {channels}: {what}, {_about(asked[0])}."
    why = f"{mention(asked[0].asked_by)} bad om det och är inte samordnare där längre."
    again = "Ska det fortsätta skriver du /lofte kanal i kanalen."
    return message(f"{fact} {why} {again}", [section(f"*{fact}*", why, again)])


def week(post: AskedPost, monday: date, found: Sequence[Listed], now: datetime) -> Message:
    days = range_text(monday, monday + WEEK - DAY, local_day(now))
    fact = f"Veckans tillfällen i {_about(post)}, {days}"
    rows = [f"• {escape(occurrence_text.fact(one, now))}" for one in found[:SHOWN]]
    more = [f"{len(found) - SHOWN} till visas inte här."] if len(found) > SHOWN else []
    care = "Skyddade tillfällen visas inte här."
    return message("\n".join([fact, *rows, *more, care]), [*sections(f"*{fact}*", *rows, *more), context(care)])


def reported(occurrence: Listed, report: Report, now: datetime) -> Message:
    """Of a protected one its day and figures only; the writer's own words are left out of channels."""
    town = f", {occurrence.municipality}" if occurrence.protected else ""
    fact = escape(f"Rapporterat: {occurrence_text.noticed(occurrence, now)}{town}")
    figures = echo(report.in_figures(), occurrence.kind, occurrence.form)
    return message("\n".join([fact, figures]).strip(), [section(f"*{fact}*", *([figures] if figures else []))])


def _boxes() -> Block:
    return {"type": "checkboxes", "options": [option(sentence(text), what) for what, text in CALLED.items()]}


def _asked_row(one: AskedPost) -> Block:
    text = f"{sentence(CALLED[one.what])}: {_about(one)}. {mention(one.asked_by)} har bett om det."
    return section(text, accessory=_stop([one]))


def _stop(asked: Sequence[AskedPost]) -> Block:
    sure = confirm(
        "Sluta posta här?", "Inget nytt postas. Det som redan står här blir kvar.", "Sluta posta", "Fortsätt"
    )
    return button("Sluta posta här", "channel_stop", ":".join(str(one.id) for one in asked), confirm=sure)


def _what(asked: Sequence[AskedPost]) -> str:
    return joined([CALLED[one.what] for one in asked])


def _about(one: AskedPost) -> str:
    """Gives "Timrå" or "Timrå (Trygghet)"."""
    return escape(f"{one.municipality} ({one.about})" if one.about else one.municipality)
