"""The form of a report begun from a text: what is meant, and what was read filled in. Nothing is saved yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.kinds import kind
from bot.domain.report import Report
from bot.domain.screening import HeldBack
from bot.domain.swedish import joined, sentence
from bot.domain.written import Written
from bot.views import blocks, occurrence_text, outcome_form
from bot.views.blocks import BUTTON_LIMIT, Block, Message, View, cut
from bot.views.reminder_questions import example
from storage.occurrences import Listed
from storage.reportable import Reportable

LONGEST_TEXT = 1500  # in a modal's private data, which holds 3 000 characters
LINE = "line"
CHECK = "trafikkontroll 45 fordon 2 rattfylla"
MOST = 8


@dataclass(frozen=True, slots=True)
class Start:
    """What waits for the person's report, the likeliest first, and the kinds that they may report, their own first."""

    waiting: Sequence[Listed]
    kinds: Sequence[str]


@dataclass(frozen=True, slots=True)
class Filled:
    """Either an occurrence or the activity of something that nobody planned; `unclear` counts nothing known."""

    written: Written
    report: Report
    unclear: Sequence[str]
    occurrence: Listed | None = None
    activity: Reportable | None = None

    @property
    def kind(self) -> str:
        about = self.occurrence or self.activity
        if about is None:
            raise ValueError("a form is about an occurrence or an activity")
        return about.kind


@dataclass(frozen=True, slots=True)
class Meant:
    """What the text may be about."""

    written: Written
    occurrences: Sequence[Listed]
    activities: Sequence[Reportable]


def form(found: Filled | Meant, now: datetime, *, held: HeldBack | None = None) -> View:
    """`held`: why something of the text was left out."""
    return meant(found, now) if isinstance(found, Meant) else filled(found, now, held=held)


def filled(found: Filled, now: datetime, *, held: HeldBack | None = None) -> View:
    notice = _notice(found, held)
    if found.occurrence:
        private = f"t{found.occurrence.id}:{found.written.packed()}"
        return outcome_form.form(found.occurrence, found.report, now, private=private, notice=notice)
    if found.activity:
        what = f"{found.activity.title}, {found.activity.municipality}, inte planerad"
        private = f"u{found.activity.id}:{found.written.packed()}"
        return outcome_form.form_of(what, found.kind, found.report, private, notice=notice)
    raise ValueError("a form is about an occurrence or an activity")


def meant(found: Meant, now: datetime) -> View:
    """One tap to the form. The text goes along in the window itself, and is kept nowhere."""
    rows = [
        blocks.section(
            blocks.escape(sentence(occurrence_text.full(one, now))),
            accessory=blocks.button("Välj", "report_fill", one.id, about=occurrence_text.short(one, now)),
        )
        for one in found.occurrences[:MOST]
    ]
    rows += [
        blocks.section(
            f"{blocks.escape(f'{one.municipality}: {one.title}')}, inte planerad",
            accessory=blocks.button("Välj", "report_fill", f"u{one.id}", about=cut(one.title, BUTTON_LIMIT - 10)),
        )
        for one in found.activities[:MOST]
    ]
    head = blocks.section("*Vad gäller rapporten?*", "Inget är sparat än. Välj, så fyller jag i det jag läste.")
    return blocks.modal(
        "report_meant", "Rapportera", [head, _quoted(found.written.text), *rows], private=found.written.packed()
    )


def to_report(start: Start, now: datetime) -> Message:
    """To somebody who only says that they want to report: one tap to the form of what they most likely mean."""
    if not start.waiting:
        text = _nothing_waits(start)
        return blocks.message(text, [blocks.section(text)])
    head, line = "Vad vill du rapportera?", _example(start)
    tip = [f"Något annat? Skriv en rad, till exempel: {line}"] if line else []
    shown = start.waiting[:5]
    text = "\n".join([head, *(blocks.escape(occurrence_text.noticed(one, now)) for one in shown), *tip])
    return blocks.message(text, [blocks.section(f"*{head}*"), *_rows(shown, now), *map(blocks.context, tip)])


def opener(start: Start, now: datetime, *, typed: str = "", held: HeldBack | None = None) -> View:
    """To report from anywhere in Slack: a line, or what waits."""
    why = [blocks.section(f"{held.why} I raden är det borttaget: fortsätt så, eller ändra.")] if held else []
    element = blocks.text_input(typed, longest=LONGEST_TEXT, placeholder=_example(start) or CHECK)
    line = blocks.field(f"{LINE}:{len(typed)}", "Vad har du gjort?", element, hint=outcome_form.HINT)
    rows = _rows(start.waiting[:MOST], now)
    head = [blocks.section("*Väntar på din rapport*")] if rows else []
    return blocks.modal("report_line", "Rapportera", [*why, line, *head, *rows], submit="Fortsätt")


def read_line(fields: Mapping[str, Any]) -> str:
    typed = next((value for block, value in fields.items() if block.partition(":")[0] == LINE), "")
    return (typed or "").strip()


def _rows(waiting: Sequence[Listed], now: datetime) -> list[Block]:
    return [
        blocks.section(
            blocks.escape(sentence(occurrence_text.full(one, now))),
            accessory=blocks.button("Rapportera", "outcome_form", one.id, about=occurrence_text.short(one, now)),
        )
        for one in waiting
    ]


def _nothing_waits(start: Start) -> str:
    line = _example(start)
    if not line:
        return "Du är inte med på något som rapporteras just nu. Samordnaren kan lägga till dig."
    return f"Du har inget som väntar på rapport. Skriv en rad om något som inte var planerat: {line}"


def _example(start: Start) -> str:
    """A line that works when this person pastes it."""
    if not start.kinds:
        return ""
    key = start.kinds[0]
    return CHECK if key == CHECK.split()[0] else f"{kind(key).name} {example(kind(key))}"


def _notice(found: Filled, held: HeldBack | None) -> str:
    lines = ["Det här läste jag i texten. Inget är sparat än."]
    if held:
        lines.append(f"Jag har tagit bort det som kan peka ut någon. {held.why}")
    if found.unclear:
        unclear = blocks.escape(joined([f"”{one}”" for one in found.unclear]))
        lines.append(f"Jag förstår inte {unclear}: fyll i det själv.")
    return "\n".join(lines)


def _quoted(text: str) -> Block:
    return blocks.context(blocks.escape(blocks.quote(text)))
