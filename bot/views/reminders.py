"""Reminders: before an occurrence what to know, after it how it went; and what they become when it is settled."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.calendar import local_day
from bot.domain.kinds import Kind, MeasureGroup, kind
from bot.domain.reminder_policy import BEFORE
from bot.domain.swedish import day_text, joined, when_text
from bot.domain.words import Form, OccurrenceState, Part, Step
from bot.views import blocks, occurrence_text, outcomes
from bot.views.blocks import Block, Message
from bot.views.outcomes import Receipt
from storage.occurrences import Listed, Named
from storage.outcomes import Saved

SUBSTITUTE = " (ersättare)"
EXAMPLE_FIGURES = (2, 12)


def reminder(step: Step, occurrence: Listed, people: Sequence[Named], person_id: int, now: datetime) -> Message:
    if step in BEFORE or step is Step.OPENS:
        return _before(occurrence, people, person_id, now)
    if kind(occurrence.kind).question and occurrence.form not in (Form.DATED, Form.DELIVERABLE):
        return _question_of_kind(occurrence, now)
    if occurrence.form in occurrence_text.QUESTION_LIKE:
        return _cadence_question(occurrence, now)
    if occurrence.form is Form.DELIVERABLE:
        return _delivered(occurrence, now)
    return _missing(occurrence, now) if step is Step.NEXT_MORNING else _how_did_it_go(occurrence, now)


def settled(
    occurrence: Listed, people: Sequence[Named], person_id: int, saved: Receipt | None, by: Saved | None, now: datetime,
    *, newest: bool = True,
) -> Message:  # fmt: skip
    """What a reminder becomes. `saved` and `by` tell what was reported, and by whom: whole in the newest reminder."""
    named = any(person.person_id == person_id for person in people)
    what = _what(occurrence, now, named=named)
    if by and not newest:
        return _reported_below(occurrence, by, now, named=named)
    if saved and by:
        return _reported(occurrence, what, saved, by, person_id)
    if occurrence.state is OccurrenceState.CANCELLED:
        return _line(f"Inställt: {what}", occurrence, "Du behöver inte göra något.")
    if not named:
        who = joined([f"<@{person.user_id}>" for person in people if person.part is Part.LEAD])
        return _line(f"Överlämnat: {what}", occurrence, f"{who} tar det i stället för dig.")
    return _line(f"Flyttat: {what}", occurrence, "Så gäller det nu.")


def snooze_choice(occurrence: Listed, now: datetime) -> Message:
    text = f"När ska jag fråga igen om {blocks.escape(occurrence_text.definite(occurrence, now))}?"
    choices = blocks.actions(
        blocks.button("Om en timme", "reminder_snooze", f"{occurrence.id}:hour"),
        blocks.button("Nästa arbetsdag kl. 8", "reminder_snooze", f"{occurrence.id}:morning"),
        blocks.button("Rapportera nu", "outcome_form", occurrence.id),
    )
    return blocks.message(
        occurrence_text.DISCREET if occurrence.protected else text,
        [blocks.section(f"*{text}*"), choices],
    )


def snoozed(occurrence: Listed, at: datetime, now: datetime) -> Message:
    what = blocks.escape(occurrence_text.definite(occurrence, now))
    text = f"Jag frågar igen {when_text(at, None, now)} om {what}."
    report = blocks.button("Rapportera", "outcome_form", occurrence.id)
    return blocks.message(
        occurrence_text.DISCREET if occurrence.protected else text,
        [blocks.section(text), blocks.actions(report)],
    )


def _before(occurrence: Listed, people: Sequence[Named], person_id: int, now: datetime) -> Message:
    fact = blocks.escape(occurrence_text.fact(occurrence, now))
    lines = [_who(people, person_id)]
    if occurrence.protected:
        lines += [
            f"Skyddad: tid och plats visas bara för {joined(_who_see_it(people, person_id))}.",
            f"Skriv dem inte i någon kanal. När {kind(occurrence.kind).definite} är över får fler se datum och antal.",
        ]
    buttons = [
        blocks.button("Flytta", "occurrence_move", occurrence.id),
        blocks.button("Kan inte – lämna över", "handover_form", occurrence.id),
        blocks.button("Ställ in", "occurrence_cancel", occurrence.id),
    ]
    return _message(occurrence, fact, lines, buttons)


def _who(people: Sequence[Named], person_id: int) -> str:
    others = [
        f"<@{person.user_id}>"
        for person in people
        if person.person_id != person_id and person.part is not Part.SUBSTITUTE
    ]
    mine = next((person.part for person in people if person.person_id == person_id), Part.PARTICIPANT)
    if mine is Part.LEAD:
        return f"Du leder, {joined(others)} är med." if others else "Du leder."
    leads = joined([f"<@{one.user_id}>" for one in people if one.part is Part.LEAD])
    return f"Du är med, {leads} leder." if leads else "Du är med."


def _who_see_it(people: Sequence[Named], person_id: int) -> list[str]:
    others = [person for person in people if person.person_id != person_id]
    return ["dig", *(f"<@{one.user_id}>{SUBSTITUTE if one.part is Part.SUBSTITUTE else ''}" for one in others)]


def _how_did_it_go(occurrence: Listed, now: datetime) -> Message:
    of_kind = kind(occurrence.kind)
    question = f"Hur gick {blocks.escape(occurrence_text.definite(occurrence, now))}?"
    return _message(occurrence, question, [f"Svara med en rad, till exempel: {example(of_kind)}"], _answers(occurrence))


def _missing(occurrence: Listed, now: datetime) -> Message:
    of_kind = kind(occurrence.kind)
    it = "det" if of_kind.neuter else "den"
    which = blocks.escape(f"{of_kind.definite} {occurrence_text.day(occurrence, now)}{_in_town(occurrence)}")
    fact = f"Rapporten från {which} saknas. Blev {it} av?"
    return _message(occurrence, fact, [], _answers(occurrence))


def _question_of_kind(occurrence: Listed, now: datetime) -> Message:
    """What has one natural question of its own: "Är lägesbilden för november uppdaterad?"."""
    when = f"{occurrence_text.when(occurrence, now)}{_in_town(occurrence)}"
    question = kind(occurrence.kind).question.format(when=blocks.escape(when))
    buttons = [
        blocks.button("Ja, klar", "outcome_settle", f"{occurrence.id}:done"),
        blocks.button("Delvis", "outcome_form", occurrence.id),
        blocks.button("Inte än", "reminder_later", occurrence.id),
    ]
    return _message(occurrence, question, [], buttons)


def _cadence_question(occurrence: Listed, now: datetime) -> Message:
    since = day_text(local_day(occurrence.starts_at), local_day(now))
    title = blocks.escape(occurrence_text.titled(occurrence))
    if occurrence.form is Form.WHEN_NEEDED:
        question, yes, no = f"{title}: har det behövts sedan {since}?", "Ja, rapportera", "Behövdes inte"
    else:
        question, yes, no = f"{title}: vad har ni gjort sedan {since}?", "Rapportera", "Inget nytt"
    buttons = [
        blocks.button(yes, "outcome_form", occurrence.id),
        blocks.button(no, "outcome_settle", f"{occurrence.id}:not_needed"),
        blocks.button("Fråga mig senare", "reminder_later", occurrence.id),
    ]
    return _message(
        occurrence, question, [f"Svara med en rad, till exempel: {example(kind(occurrence.kind))}"], buttons
    )


def _delivered(occurrence: Listed, now: datetime) -> Message:
    title, when = blocks.escape(occurrence_text.titled(occurrence)), occurrence_text.when(occurrence, now)
    question = f"{title}: är det klart? Det skulle vara klart {when}."
    buttons = [
        blocks.button("Ja, klart", "outcome_settle", f"{occurrence.id}:done"),
        blocks.button("Delvis eller inte än", "outcome_form", occurrence.id),
        blocks.button("Fråga mig senare", "reminder_later", occurrence.id),
    ]
    return _message(occurrence, question, [], buttons)


def example(of_kind: Kind) -> str:
    """A line that works when it is pasted: figures of the kind, and what people say of a quiet one."""
    done = [measure for measure in of_kind.measures if measure.group is MeasureGroup.DONE]
    hours_first = sorted(done, key=lambda measure: not measure.decimal)[:2]
    figures = zip(EXAMPLE_FIGURES, hours_first, strict=False)
    quiet = [of_kind.quiet] if of_kind.quiet else []
    return ", ".join([*(f"{figure} {measure.unit}" for figure, measure in figures), *quiet])


def _answers(occurrence: Listed) -> list[Block]:
    return [
        blocks.button("Rapportera", "outcome_form", occurrence.id),
        blocks.button("Blev inte av", "outcome_not_done", occurrence.id),
        blocks.button("Fråga mig senare", "reminder_later", occurrence.id),
    ]


def _what(occurrence: Listed, now: datetime, *, named: bool) -> str:
    """Whoever has left a protected one sees no more of when and where."""
    hidden = occurrence.protected and not named
    return blocks.escape(occurrence_text.what(occurrence) if hidden else occurrence_text.full(occurrence, now))


def _reported(occurrence: Listed, what: str, saved: Receipt, by: Saved, person_id: int) -> Message:
    mine = by.reported_by_id == person_id
    opening = "Sparat" if mine else f"Rapporterat av <@{by.user_id}>"
    fact = f"{opening}: {what}"
    lines = outcomes.receipt_lines(saved)
    buttons = [
        blocks.button("Ändra", "outcome_change", by.id, about=by.number),
        blocks.button("Ångra", "outcome_undo", by.id, about=by.number),
    ]
    return _message(occurrence, fact, lines, buttons if mine else [])


def _reported_below(occurrence: Listed, by: Saved, now: datetime, *, named: bool) -> Message:
    hidden = occurrence.protected and not named
    what = occurrence_text.what(occurrence) if hidden else occurrence_text.brief(occurrence, now)
    word = "Rapporterat" if kind(occurrence.kind).neuter else "Rapporterad"
    text = f"{word}: {blocks.escape(what)}. Rapport {by.number}."
    return blocks.message(_notice(occurrence, text), [blocks.section(text)])


def _line(fact: str, occurrence: Listed, after: str) -> Message:
    return _message(occurrence, fact, [after], [])


def _message(occurrence: Listed, fact: str, lines: Sequence[str], buttons: Sequence[Block]) -> Message:
    """`fact` and `lines` are escaped already: they may hold mentions, which are ours."""
    text = _notice(occurrence, "\n".join([fact, *lines]))
    shown = [blocks.section(f"*{fact}*", *lines)]
    return blocks.message(text, [*shown, blocks.actions(*buttons)] if buttons else shown)


def _notice(occurrence: Listed, text: str) -> str:
    return occurrence_text.DISCREET if occurrence.protected else text


def _in_town(occurrence: Listed) -> str:
    """Where the place is not told."""
    return f" i {occurrence.municipality}"
