"""What safety walks noted: before the next walk, in a list, and the coordinator's form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.domain.calendar import local_day
from bot.domain.deficiencies import LONGEST_DECISION, LONGEST_OWNER, Handled, text
from bot.domain.errors import FieldErrors
from bot.domain.screening import refusal
from bot.domain.swedish import range_text, sentence
from bot.domain.swedish_words import name
from bot.domain.words import DeficiencyState
from bot.views.blocks import (
    Block,
    Message,
    View,
    actions,
    button,
    context,
    escape,
    field,
    message,
    modal,
    radio,
    section,
    text_input,
)
from bot.views.occurrence_text import DISCREET
from storage.deficiencies import OPEN, DeficienciesLeft, FoundDeficiency

MOST = 20
NONE_LEFT = "Inga brister väntar på att bli klara."
SHOWN = 40  # with a button each


@dataclass(frozen=True, slots=True)
class DeficiencyList:
    """Of one activity, the oldest first; `handles`: the reader may say what is to become of them."""

    activity: str
    found: Sequence[FoundDeficiency]
    handles: bool


def mentioned(said: Message, activity_id: int, count: int) -> Message:
    """Below a walk's reminder: all that there is to bring, and one tap to the list."""
    line = f"Från tidigare vandringar är {_left(count)}. Ta med listan och en ficklampa."
    show = button("Visa bristerna", "deficiency_list", activity_id)
    text = said["text"] if said["text"] == DISCREET else f"{said['text']}\n{line}"
    first, *rest = said["blocks"]
    return message(text, [first, section(line), *_with_button(show, rest)])


def overview(left: Sequence[DeficienciesLeft]) -> Message:
    """One row an activity, with the way to its list."""
    if not left:
        return message(NONE_LEFT, [section(NONE_LEFT)])
    said = [f"{escape(f'{one.activity}, {one.municipality}')}: {_left(one.count)}" for one in left[:MOST]]
    rows = [
        section(line, accessory=button("Visa bristerna", "deficiency_list", one.activity_id, about=one.activity))
        for line, one in zip(said, left, strict=False)
    ]
    more = [context(f"{len(left) - MOST} till visas inte här.")] if len(left) > MOST else []
    return message("\n".join(["Brister", *said]), [section("*Brister*"), *rows, *more])


def listing(found: DeficiencyList, now: datetime) -> View:
    """What is not settled first."""
    ordered = sorted(found.found, key=lambda one: one.handled.state not in OPEN)
    rows = [_row(one, now, handles=found.handles) for one in ordered[:SHOWN]]
    left = len(ordered) - len(rows)
    more = [context(f"{left} äldre visas inte här.")] if left > 0 else []
    head = section(f"*{escape(found.activity)}*", *([] if rows else ["Inga brister är noterade."]))
    return modal("deficiencies", "Brister", [head, *rows, *more])


def form(found: FoundDeficiency) -> View:
    handled = found.handled
    states = [(state.value, sentence(name(state))) for state in DeficiencyState]
    fields = [
        section(f"*{escape(sentence(text(found.noted)))}*", escape(f"{found.activity}, {found.municipality}")),
        field("state", "Vad gäller nu?", radio(states, initial=handled.state.value)),
        field(
            "owner",
            "Vem tar hand om den?",
            text_input(handled.owner, longest=LONGEST_OWNER),
            hint="En funktion, till exempel gatuenheten. Inga namn.",
            optional=True,
        ),
        field(
            "decision",
            "Beslut",
            text_input(handled.decision, lines=True, longest=LONGEST_DECISION),
            hint="Om den inte åtgärdas: varför.",
            optional=True,
        ),
        field("due_on", "Ska vara klar", _day(handled.due_on), optional=True),
        field("done_on", "Blev klar", _day(handled.done_on), optional=True),
    ]
    return modal("deficiency", "Ändra brist", fields, submit="Spara", private=str(found.id))


def read(fields: Mapping[str, Any]) -> Handled:
    """Raises FieldErrors."""
    state, typed = DeficiencyState(fields["state"]), {key: (fields.get(key) or "").strip() for key in TEXTS}
    errors = {key: why for key, value in typed.items() if (why := refusal(value))}
    if state is DeficiencyState.REFUSED and not typed["decision"]:
        errors["decision"] = "Skriv varför den inte åtgärdas."
    if errors:
        raise FieldErrors(errors)
    return Handled(state, typed["owner"], typed["decision"], _read_day(fields, "due_on"), _read_day(fields, "done_on"))


TEXTS = ("owner", "decision")


def saved(found: FoundDeficiency, now: datetime) -> View:
    return modal("receipt", "Sparat", [section(*_lines(found, now))])


def _left(count: int) -> str:
    return "1 brist inte klar" if count == 1 else f"{count} brister inte klara"


def _with_button(show: Block, blocks: Sequence[Block]) -> list[Block]:
    """Before the buttons that are there."""
    return [actions(show, *block["elements"]) if block["type"] == "actions" else block for block in blocks] or [
        actions(show)
    ]


def _row(found: FoundDeficiency, now: datetime, *, handles: bool) -> Block:
    change = button("Ändra", "deficiency_form", found.id, about=text(found.noted)) if handles else None
    return section(*_lines(found, now), accessory=change)


def _lines(found: FoundDeficiency, now: datetime) -> list[str]:
    handled, walked = found.handled, local_day(found.walked_at)
    due = handled.due_on if handled.state in OPEN else None
    facts = [
        sentence(name(handled.state)),
        f"från {range_text(walked, walked, local_day(now))}",
        *([escape(handled.owner)] if handled.owner else []),
        *([f"ska vara klar {range_text(due, due)}"] if due else []),
        *([f"blev klar {range_text(handled.done_on, handled.done_on)}"] if handled.done_on else []),
    ]
    decision = [f"Beslut: {escape(handled.decision)}"] if handled.decision else []
    return [f"*{escape(sentence(text(found.noted)))}*", " · ".join(facts), *decision]


def _day(chosen: date | None) -> Block:
    made: Block = {"type": "datepicker"}
    return made | {"initial_date": chosen.isoformat()} if chosen else made


def _read_day(fields: Mapping[str, Any], key: str) -> date | None:
    return date.fromisoformat(fields[key]) if fields.get(key) else None
