"""Somebody leaves: the form, the receipt, and what the one who takes over is told."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.domain.calendar import local_day
from bot.domain.functions import FUNCTIONS
from bot.domain.swedish import day_text, joined, sentence
from bot.views import occurrence_text
from bot.views.blocks import (
    Message,
    View,
    actions,
    button,
    context,
    cut,
    escape,
    field,
    message,
    modal,
    plain,
    section,
    sections,
)
from bot.views.occurrence_text import DISCREET
from bot.views.occurrences import PROTECTED
from bot.views.people import mention
from storage.leaving import HeldFunction, Load
from storage.occurrences import Listed

SHOWN = 10
LONGEST_TITLE = 150


@dataclass(frozen=True, slots=True)
class Leaver:
    """`user` is a Slack user, here and below."""

    person_id: int
    user: str
    load: Load


@dataclass(frozen=True, slots=True)
class Takeover:
    """What was chosen: who takes over (nobody where there is nothing to take), and from which day."""

    colleague: str | None
    day: date


@dataclass(frozen=True, slots=True)
class Left:
    """`occurrences` is how many went to `to`; `load` is what there was."""

    user: str
    to: str | None
    day: date
    occurrences: int
    load: Load


def form(found: Leaver, now: datetime) -> View:
    colleague = {"type": "users_select", "placeholder": plain("Välj kollega")}
    day = {"type": "datepicker", "initial_date": local_day(now).isoformat()}
    nothing = not found.load.total
    blocks = [
        section(f"*{mention(found.user)} lämnar*", counted(found.load)),
        section("Allt lämnas över i ett steg, och behörigheterna upphör. Bara den som tar över får ett meddelande."),
        field("colleague", "Vem tar över?", colleague, optional=nothing),
        field("day", "Från och med", day),
    ]
    return modal("leaving", "Lämna över allt", blocks, submit="Lämna över", private=str(found.person_id))


def read_form(fields: Mapping[str, Any]) -> Takeover:
    return Takeover(fields.get("colleague") or None, date.fromisoformat(fields["day"]))


def counted(load: Load) -> str:
    """Gives "Tillfällen: 2 · Aktiviteter: 1 · …"."""
    if not load.total:
        return "Personen ansvarar inte för något just nu."
    return (
        f"Tillfällen: {load.occurrences} · Aktiviteter: {load.activities} · Funktioner: {load.functions} · "
        f"Frågor om att ta över: {load.handovers}"
    )


def receipt(left: Left, now: datetime) -> View:
    since = _since(left.day, now)
    if left.to is None:
        lines = [f"*{mention(left.user)} är inte med längre {since}.*", "Det fanns inget att lämna över."]
    else:
        lines = [
            f"*{mention(left.to)} tar över efter {mention(left.user)} {since}.*",
            f"Tillfällen: {left.occurrences} · Aktiviteter: {left.load.activities} · Funktioner: {left.load.functions}",
            f"{mention(left.to)} får veta det. Öppna frågor om att ta över gäller inte längre.",
        ]
    return modal("receipt", "Sparat", [section(*lines)])


WAS_LEFT = "Det var kvar när dagen kom."


def chosen_by(user: str) -> str:
    return f"{mention(user)} har valt dig."


def yours_now(
    user: str, why: str, day: date, ahead: Sequence[Listed], activities: Sequence[str], held: Sequence[HeldFunction],
    now: datetime, *, unreported: int = 0,
) -> Message:  # fmt: skip
    """To the one who takes over: everything that is theirs from that day, in one message, and why it is."""
    fact = f"Du tar över efter {mention(user)} {_since(day, now)}."
    lines = [
        *_occurrences(ahead, now),
        *([f"Saknar rapport: {unreported}. Vet du inte hur det gick är det också ett svar."] if unreported else []),
        *_activities(activities),
        *_functions(held),
    ]
    blocks = [section(f"*{fact}*", why), *sections(*lines), actions(button("Mina tillfällen", "mine_show"))]
    if any(one.protected for one in ahead):
        return message(DISCREET, [*blocks, context(PROTECTED)])
    return message("\n".join([fact, why, *lines]), blocks)


def account_gone(user: str, person_id: int) -> Message:
    """To the coordinators."""
    rest = "Det personen ansvarar för ligger kvar, och påminnelserna kommer inte fram."
    return _who_takes_over(f"Kontot för {mention(user)} är stängt i Slack.", rest, person_id)


def nobody_takes_over(user: str, person_id: int) -> Message:
    """To the coordinators, when the day has come."""
    rest = "Något som personen ansvarar för är kvar, och ingen tar över det än."
    return _who_takes_over(f"{mention(user)} skulle ha lämnat nu.", rest, person_id)


def _who_takes_over(fact: str, rest: str, person_id: int) -> Message:
    buttons = actions(button("Välj vem som tar över", "leaving_form", person_id, style="primary"))
    return message(f"{fact} {rest}", [section(f"*{fact}*", rest), buttons])


def _occurrences(ahead: Sequence[Listed], now: datetime) -> list[str]:
    rows = [f"• {escape(occurrence_text.fact(one, now))}" for one in ahead[:SHOWN]]
    return _listed("Tillfällen", rows, len(ahead) - SHOWN)


def _activities(titles: Sequence[str]) -> list[str]:
    rows = [f"• {escape(cut(title, LONGEST_TITLE))}" for title in titles[:SHOWN]]
    return _listed("Aktiviteter", rows, len(titles) - SHOWN)


def _functions(held: Iterable[HeldFunction]) -> list[str]:
    places: dict[str, list[str]] = {}
    for one in held:
        places.setdefault(sentence(FUNCTIONS[one.function].name), []).append(escape(one.place))
    return _listed("Funktioner", [f"• {name} i {joined(where)}" for name, where in places.items()], 0)


def _listed(title: str, rows: Sequence[str], left: int) -> list[str]:
    more = [f"{left} till visas inte här."] if left > 0 else []
    return [f"{title}:", *rows, *more] if rows else []


def _since(day: date, now: datetime) -> str:
    return f"från och med {day_text(day, local_day(now))}"
