"""Reminders: before an occurrence what to know, after it how it went; and what they become when it is settled."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.calendar import local_day
from bot.domain.kinds import kind
from bot.domain.reminder_policy import BEFORE
from bot.domain.swedish import joined
from bot.domain.words import OccurrenceState, OutcomeStatus, Part, Step
from bot.views import blocks, occurrence_text, outcomes
from bot.views.absences import Instead, because_away, instead_of
from bot.views.blocks import Message
from bot.views.outcomes import Receipt
from bot.views.reminder_answers import asked_again, snoozed
from bot.views.reminder_message import receipt_buttons, told
from bot.views.reminder_questions import question
from storage.occurrences import Listed, Named, Staffed
from storage.outcomes import Saved

SUBSTITUTE = " (ersättare)"


def reminder(
    step: Step, occurrence: Listed, people: Sequence[Named], person_id: int, now: datetime,
    *, again: datetime | None = None, instead: Instead | None = None,
) -> Message:  # fmt: skip
    """`again`: when the question comes back, if somebody wanted that. `instead`: whom the person stands in for."""
    if step in BEFORE or step is Step.OPENS:
        return _before(occurrence, people, person_id, instead, now)
    said = _question(step, occurrence, people, again, now)
    return because_away(said, instead.absence, local_day(now)) if instead else said


def _question(
    step: Step, occurrence: Listed, people: Sequence[Named], again: datetime | None, now: datetime
) -> Message:  # fmt: skip
    if again is None:
        return question(step, occurrence, people, now)
    if step is Step.COORDINATOR:
        return asked_again(occurrence, people, again, now)
    return snoozed(occurrence, again, now)


def settled(
    occurrence: Listed, people: Sequence[Named], person_id: int, saved: Receipt | None, by: Saved | None, now: datetime,
    *, concerned: bool, newest: bool = True,
) -> Message:  # fmt: skip
    """What a reminder becomes. `saved` and `by` tell what was reported, and by whom: whole in the newest reminder.

    `concerned`: it is still about something of theirs.
    """
    what = _what(occurrence, now, concerned=concerned)
    if by and not newest:
        return _reported_below(occurrence, by, now, concerned=concerned)
    if saved and by:
        hidden = occurrence.protected and not concerned
        return _reported(what, outcomes.discreet(saved) if hidden else saved, by, person_id)
    if occurrence.state is OccurrenceState.CANCELLED:
        return told(occurrence, f"Inställt: {what}", ["Du behöver inte göra något."])
    if not concerned:
        who = joined([f"<@{person.user_id}>" for person in people if person.part is Part.LEAD])
        return told(occurrence, f"Överlämnat: {what}", [f"{who} tar det i stället för dig."])
    return told(occurrence, f"Flyttat: {what}", ["Så gäller det nu."])


def _before(
    occurrence: Listed, people: Sequence[Named], person_id: int, instead: Instead | None, now: datetime
) -> Message:  # fmt: skip
    fact = blocks.escape(occurrence_text.fact(occurrence, now))
    named = Staffed(occurrence, people)
    lines = [instead_of(instead, named, person_id, now) if instead else _who(named, person_id)]
    if occurrence.protected:
        lines += [
            f"Skyddad: tid och plats visas bara för {joined(_who_see_it(people, person_id))}.",
            f"Skriv dem inte i någon kanal. När {kind(occurrence.kind).definite} är över får fler se datum och antal.",
        ]
    hand_over = blocks.button("Kan inte – lämna över", "handover_form", occurrence.id)
    buttons = [
        blocks.button("Flytta", "occurrence_move", occurrence.id),
        *([hand_over] if any(one.person_id == person_id for one in people) else []),
        blocks.button("Ställ in", "occurrence_cancel", occurrence.id),
    ]
    return told(occurrence, fact, lines, buttons)


def _who(on: Staffed, person_id: int) -> str:
    does = occurrence_text.leads(on.occurrence)
    others = [f"<@{one.user_id}>" for one in on.others(person_id) if one.part is not Part.SUBSTITUTE]
    mine = next((one.part for one in on.named if one.person_id == person_id), Part.PARTICIPANT)
    if mine is Part.LEAD:
        return f"Du {does}, {joined(others)} är med." if others else f"Du {does}."
    leads = joined([f"<@{one.user_id}>" for one in on.named if one.part is Part.LEAD])
    return f"Du är med, {leads} {does}." if leads else "Du är med."


def _who_see_it(people: Sequence[Named], person_id: int) -> list[str]:
    others = [person for person in people if person.person_id != person_id]
    return ["dig", *(f"<@{one.user_id}>{SUBSTITUTE if one.part is Part.SUBSTITUTE else ''}" for one in others)]


def _what(occurrence: Listed, now: datetime, *, concerned: bool) -> str:
    """Whoever has left a protected one sees no more of when and where."""
    hidden = occurrence.protected and not concerned
    return blocks.escape(occurrence_text.what(occurrence) if hidden else occurrence_text.full(occurrence, now))


def _reported(what: str, saved: Receipt, by: Saved, person_id: int) -> Message:
    mine = by.reported_by_id == person_id
    buttons = receipt_buttons(by.id, by.number) if mine else []
    return told(saved.occurrence, f"{_opening(by, mine=mine)}: {what}", outcomes.receipt_lines(saved), buttons)


def _opening(by: Saved, *, mine: bool) -> str:
    """Who has closed it did not report what came of it."""
    alone, of_another = ("Stängt", "Stängt") if by.status is OutcomeStatus.UNKNOWN else ("Sparat", "Rapporterat")
    return alone if mine else f"{of_another} av <@{by.user_id}>"


def _reported_below(occurrence: Listed, by: Saved, now: datetime, *, concerned: bool) -> Message:
    hidden = occurrence.protected and not concerned
    what = occurrence_text.what(occurrence) if hidden else occurrence_text.brief(occurrence, now)
    word = _word(occurrence, closed=by.status is OutcomeStatus.UNKNOWN)
    text = f"{word}: {blocks.escape(what)}. Rapport {by.number}."
    return blocks.message(occurrence_text.DISCREET if occurrence.protected else text, [blocks.section(text)])


def _word(occurrence: Listed, *, closed: bool) -> str:
    neuter = kind(occurrence.kind).neuter
    if closed:
        return "Stängt" if neuter else "Stängd"
    return "Rapporterat" if neuter else "Rapporterad"
