"""What a question becomes when it is answered with anything but a report: later, not me, I do not know, ask again."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from bot.domain.calendar import DAY, at, local, local_day
from bot.domain.errors import FieldErrors
from bot.domain.spans import PAST
from bot.domain.swedish import WEEKDAYS, joined, sentence, when_text
from bot.domain.words import Part, Step
from bot.views import blocks, occurrence_text
from bot.views.blocks import Message, View, escape
from bot.views.outcomes import Receipt, receipt_lines
from bot.views.reminder_message import receipt_buttons, told
from bot.views.reminder_questions import close_button, missing_report, report_button
from storage.occurrences import Listed, Named


def snooze_choice(occurrence: Listed, morning: datetime, now: datetime) -> Message:
    """`morning`: when the next of the reader's working days begins."""
    day = local_day(morning)
    soon = "I morgon bitti" if day - local_day(now) <= DAY else f"{sentence(WEEKDAYS[day.weekday()])} morgon"
    text = f"När ska jag fråga igen om {escape(occurrence_text.definite(occurrence, now))}?"
    buttons = [
        blocks.button("Om en timme", "reminder_snooze", f"{occurrence.id}:hour"),
        blocks.button(soon, "reminder_snooze", f"{occurrence.id}:morning"),
        blocks.button("Välj tid", "reminder_time", occurrence.id),
        report_button(occurrence, "Rapportera nu"),
    ]
    return told(occurrence, text, [], buttons)


def time_form(occurrence: Listed, proposed: datetime, now: datetime) -> View:
    when = local(proposed)
    clock = {"type": "timepicker", "initial_time": f"{when:%H:%M}", "timezone": "Europe/Stockholm"}
    fields = [
        blocks.section(f"*{escape(sentence(occurrence_text.definite(occurrence, now)))}*"),
        blocks.field("day", "Vilken dag?", {"type": "datepicker", "initial_date": when.date().isoformat()}),
        blocks.field("clock", "Vilken tid?", clock),
    ]
    return blocks.modal("reminder_time", "Fråga mig senare", fields, submit="Spara", private=str(occurrence.id))


def read_time(fields: Mapping[str, Any], now: datetime) -> datetime:
    """Raises FieldErrors for what has been."""
    day = date.fromisoformat(fields["day"])
    chosen = at(day, time.fromisoformat(fields["clock"]))
    if chosen <= now:
        raise FieldErrors({"clock" if day == local_day(now) else "day": PAST})
    return chosen


def snoozed_receipt(occurrence: Listed, again: datetime, now: datetime) -> View:
    return blocks.modal("receipt", "Sparat", [blocks.section(f"*{_again(occurrence, again, now)}*")])


def snoozed(occurrence: Listed, again: datetime, now: datetime) -> Message:
    return told(occurrence, _again(occurrence, again, now), [], [report_button(occurrence)])


def answered(occurrence: Listed, said: str, step: Step, users: Sequence[str], now: datetime) -> Message:
    """`said` is the button's label; `users` are asked instead, as substitutes or as coordinators."""
    which = escape(sentence(occurrence_text.full(occurrence, now)))
    asked = joined([f"<@{user}>" for user in users])
    who = "är ersättare" if step is Step.SUBSTITUTE else "samordnar"
    rest = f"Jag frågar {asked}, som {who}. Du behöver inte göra mer." if users else "Du behöver inte göra mer."
    return told(occurrence, f"Du svarade: {said}", [which, rest], [report_button(occurrence)])


def asked_again(occurrence: Listed, people: Sequence[Named], again: datetime, now: datetime) -> Message:
    """To each coordinator, when one of them wants those who were there to be asked once more."""
    has_substitute = any(one.part is Part.SUBSTITUTE for one in people)
    lines = [
        f"Jag frågar {'ansvarig och ersättare' if has_substitute else 'ansvarig'} en gång till.",
        f"Saknas rapporten ändå frågar jag dig igen {when_text(again, None, now)}.",
    ]
    buttons = [report_button(occurrence), close_button(occurrence)]
    return told(occurrence, f"Frågas igen: {missing_report(occurrence, now)}", lines, buttons)


def closed(saved: Receipt, now: datetime) -> Message:
    fact = f"Stängt: {escape(occurrence_text.full(saved.occurrence, now))}"
    return told(saved.occurrence, fact, receipt_lines(saved), receipt_buttons(saved.outcome_id, saved.number))


def _again(occurrence: Listed, again: datetime, now: datetime) -> str:
    what = escape(occurrence_text.definite(occurrence, now))
    return f"Jag frågar igen {when_text(again, None, now)} om {what}."
