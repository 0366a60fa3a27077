"""How it went: what people are asked when an occurrence is over, one rung of the ladder after the other."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.calendar import local_day
from bot.domain.kinds import Kind, MeasureGroup, kind
from bot.domain.swedish import day_text
from bot.domain.words import Form, Part, Step
from bot.views import blocks, occurrence_text
from bot.views.blocks import Block, Message, escape
from bot.views.reminder_message import told
from storage.occurrences import Listed, Named

EXAMPLE_FIGURES = (2, 12)
OF_DAYS = (Form.DATED, Form.WINDOW)


def question(step: Step, occurrence: Listed, people: Sequence[Named], now: datetime) -> Message:
    """To the one whose rung it is: the lead, the substitute or the coordinator."""
    if step is Step.COORDINATOR:
        return _to_coordinator(occurrence, people, now)
    if step is Step.SUBSTITUTE:
        return _to_substitute(occurrence, now)
    if kind(occurrence.kind).question and occurrence.form not in (Form.DATED, Form.DELIVERABLE):
        return _of_kind(occurrence, now)
    if occurrence.form in occurrence_text.QUESTION_LIKE:
        return _of_cadence(occurrence, now)
    if occurrence.form is Form.DELIVERABLE:
        return _delivered(occurrence, now)
    # Who chose to be asked next morning gets the question of that morning.
    later = step is Step.SNOOZED and local_day(now) > local_day(occurrence.ends_at)
    return _missing(occurrence, now) if later or step is Step.NEXT_MORNING else _how_did_it_go(occurrence, now)


def example(of_kind: Kind) -> str:
    """A line that works when it is pasted: figures of the kind, and what people say of a quiet one."""
    done = [measure for measure in of_kind.measures if measure.group is MeasureGroup.DONE]
    hours_first = sorted(done, key=lambda measure: not measure.decimal)[:2]
    figures = zip(EXAMPLE_FIGURES, hours_first, strict=False)
    quiet = [of_kind.quiet] if of_kind.quiet else []
    return ", ".join([*(f"{figure} {measure.unit}" for figure, measure in figures), *quiet])


def report_button(occurrence: Listed, label: str = "Rapportera") -> Block:
    return blocks.button(label, "outcome_form", occurrence.id)


def close_button(occurrence: Listed) -> Block:
    return blocks.button("Stäng: uppgift saknas", "reminder_close", occurrence.id)


def missing_report(occurrence: Listed, now: datetime) -> str:
    """Gives "fotpatrullering, Timrå centrum, fredag 20 november"."""
    what = occurrence_text.what(occurrence) + occurrence_text.where_it_was(occurrence)
    return escape(f"{what}, {occurrence_text.day(occurrence, now)}")


def _how_did_it_go(occurrence: Listed, now: datetime) -> Message:
    fact = f"Hur gick {escape(occurrence_text.definite(occurrence, now))}?"
    buttons = [report_button(occurrence), _not_done(occurrence), _later(occurrence)]
    return told(occurrence, fact, [_example_line(occurrence)], buttons)


def _missing(occurrence: Listed, now: datetime) -> Message:
    of_kind = kind(occurrence.kind)
    it = "det" if of_kind.neuter else "den"
    which = escape(f"{of_kind.definite} {occurrence_text.day(occurrence, now)} i {occurrence.municipality}")
    buttons = [
        report_button(occurrence),
        _not_done(occurrence),
        blocks.button("Jag var inte med", "reminder_not_there", occurrence.id),
    ]
    return told(occurrence, f"Rapporten från {which} saknas. Blev {it} av?", [], buttons)


def _to_substitute(occurrence: Listed, now: datetime) -> Message:
    when, where = occurrence_text.when(occurrence, now), occurrence_text.where_it_was(occurrence)
    if occurrence.form in OF_DAYS:
        asked = f"Vet du hur {kind(occurrence.kind).definite} gick {when}{where}?"
    else:
        asked = f"Vet du hur det gick med {occurrence_text.quoted(occurrence)}, {when}?"
    why = "Rapporten saknas och du är ersättare. Vet du inte är det också ett svar."
    buttons = [
        report_button(occurrence),
        _not_done(occurrence),
        blocks.button("Vet inte", "reminder_unknown", occurrence.id),
    ]
    return told(occurrence, escape(asked), [why], buttons)


def _to_coordinator(occurrence: Listed, people: Sequence[Named], now: datetime) -> Message:
    counts = "Det räknas inte som gjort." if _is_neuter(occurrence) else "Den räknas inte som gjord."
    buttons = [
        report_button(occurrence),
        blocks.button("Fråga igen", "reminder_ask_again", occurrence.id),
        close_button(occurrence),
    ]
    fact = f"Rapport saknas: {missing_report(occurrence, now)}"
    return told(occurrence, fact, [f"{_asked(people)} {counts} Jag frågar inte fler."], buttons)


def _asked(people: Sequence[Named]) -> str:
    parts = {person.part for person in people}
    if Part.LEAD not in parts:
        return "Ingen är ansvarig."
    return "Ansvarig och ersättare är tillfrågade." if Part.SUBSTITUTE in parts else "Ansvarig är tillfrågad."


def _is_neuter(occurrence: Listed) -> bool:
    return occurrence.form not in OF_DAYS or kind(occurrence.kind).neuter


def _of_kind(occurrence: Listed, now: datetime) -> Message:
    """What has one natural question of its own: "Är lägesbilden för november uppdaterad?"."""
    when = f"{occurrence_text.when(occurrence, now)} i {occurrence.municipality}"
    fact = kind(occurrence.kind).question.format(when=escape(when))
    buttons = [
        blocks.button("Ja, klar", "outcome_settle", f"{occurrence.id}:done"),
        report_button(occurrence, "Delvis"),
        _later(occurrence, "Inte än"),
    ]
    return told(occurrence, fact, [], buttons)


def _of_cadence(occurrence: Listed, now: datetime) -> Message:
    since = day_text(local_day(occurrence.starts_at), local_day(now))
    title = escape(occurrence_text.titled(occurrence))
    if occurrence.form is Form.WHEN_NEEDED:
        fact, yes, no = f"{title}: har det behövts sedan {since}?", "Ja, rapportera", "Behövdes inte"
    else:
        fact, yes, no = f"{title}: vad har ni gjort sedan {since}?", "Rapportera", "Inget nytt"
    buttons = [
        report_button(occurrence, yes),
        blocks.button(no, "outcome_settle", f"{occurrence.id}:not_needed"),
        _later(occurrence),
    ]
    return told(occurrence, fact, [_example_line(occurrence)], buttons)


def _delivered(occurrence: Listed, now: datetime) -> Message:
    title, when = escape(occurrence_text.titled(occurrence)), occurrence_text.when(occurrence, now)
    buttons = [
        blocks.button("Ja, klart", "outcome_settle", f"{occurrence.id}:done"),
        report_button(occurrence, "Delvis eller inte än"),
        _later(occurrence),
    ]
    return told(occurrence, f"{title}: är det klart? Det skulle vara klart {when}.", [], buttons)


def _example_line(occurrence: Listed) -> str:
    return f"Svara med en rad, till exempel: {example(kind(occurrence.kind))}"


def _later(occurrence: Listed, label: str = "Fråga mig senare") -> Block:
    return blocks.button(label, "reminder_later", occurrence.id)


def _not_done(occurrence: Listed) -> Block:
    return blocks.button("Blev inte av", "outcome_not_done", occurrence.id)
