"""A report that is missing: asking later, asking somebody else, asking again, and ending it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlmodel import Session

from bot.domain.calendar import at, local_day, next_working_day
from bot.domain.errors import Gone, NotAllowed, UserError
from bot.domain.good_times import morning, working_day_after
from bot.domain.manners import Manners
from bot.domain.permissions import Action, Actor
from bot.domain.reminder_policy import MORNING, PlannedReminder
from bot.domain.words import OccurrenceState, OutcomeStatus, Part, Role, Step
from bot.services import outcomes as reports
from bot.services import reminders
from bot.services.open_occurrences import staffed
from bot.services.reminders_wished import wishes
from bot.views.outcomes import Receipt
from storage import outcomes, people, preferences, records, unanswered
from storage import reminders as stored_reminders
from storage.occurrences import Listed, Staffed

AN_HOUR = timedelta(hours=1)
WORKING_DAYS_MORE = 2  # from when those who were there are asked again until the coordinator is


THEIRS = (Step.AFTER, Step.NEXT_MORNING, Step.SUBSTITUTE)


class AskLater(StrEnum):
    HOUR = "hour"
    MORNING = "morning"


@dataclass(frozen=True, slots=True)
class PassedOn:
    """Who is asked instead at `step`, as Slack users."""

    occurrence: Listed
    step: Step
    users: list[str]


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """`at`: when the coordinators are asked again."""

    found: Staffed
    at: datetime


def asked_about(session: Session, actor: Actor, occurrence_id: int, now: datetime, *, hold: bool = False) -> Listed:
    """Raises Gone when there is nothing to ask about any more, NotAllowed when the question is not theirs."""
    found = _unanswered(session, occurrence_id, hold=hold)
    one, person_id = found.occurrence, actor.person_id
    if not (found.has(person_id) or _steps(session, one, person_id, now)):
        raise NotAllowed("Du är inte med på det tillfället längre, så jag frågar dig inte mer om det.")
    return one


def asked_as(session: Session, asked: Step, person_id: int, found: Staffed, now: datetime) -> Step | None:
    """Whose question a reminder is now; None when the person has nothing to do with the occurrence any more."""
    part = next((one.part for one in found.named if one.person_id == person_id), None)
    if part is Part.SUBSTITUTE and asked is Step.SNOOZED:
        return Step.SUBSTITUTE
    return asked if part else _asked_unnamed(session, asked, person_id, found.occurrence, now)


def _asked_unnamed(session: Session, asked: Step, person_id: int, occurrence: Listed, now: datetime) -> Step | None:
    """A coordinator, or who stands in for somebody who is away."""
    theirs = _steps(session, occurrence, person_id, now)
    if asked is not Step.SNOOZED:
        return asked if asked in theirs else None
    others = (step for step in (Step.COORDINATOR, Step.SUBSTITUTE) if step in theirs)
    return next(others, Step.SNOOZED if theirs else None)


def _steps(session: Session, occurrence: Listed, person_id: int, now: datetime) -> set[Step]:
    """All that the person is reminded of, named on it or not."""
    planned = wishes(session, [occurrence], now)[occurrence.id].planned
    return {one.step for one in planned if one.person_id == person_id}


def next_working_morning(session: Session, actor: Actor, now: datetime) -> datetime:
    return _morning_after(_manners(session, [actor.person_id], now)[actor.person_id], now)


def snooze(
    session: Session, actor: Actor, occurrence_id: int, later: AskLater, now: datetime
) -> tuple[Listed, datetime]:
    again = now + AN_HOUR if later is AskLater.HOUR else next_working_morning(session, actor, now)
    return snooze_until(session, actor, occurrence_id, again, now), again


def snooze_until(session: Session, actor: Actor, occurrence_id: int, again: datetime, now: datetime) -> Listed:
    """Asks this person again at a time that they chose, and not before or twice then."""
    occurrence = asked_about(session, actor, occurrence_id, now, hold=True)
    stored_reminders.drop_until(session, occurrence.id, actor.person_id, again)
    _ask_again(session, occurrence, {actor.person_id: again})
    unanswered.show_questions(session, occurrence.id, [actor.person_id], now, f"snoozed:{again.isoformat()}")
    return occurrence


def not_there(session: Session, actor: Actor, occurrence_id: int, now: datetime) -> PassedOn:
    """The lead's answer: the substitutes are asked at their next good time, else the coordinators."""
    return passed_on(session, actor.person_id, _answered(session, actor, occurrence_id, stored_reminders.ABSENT, now))


def passed_on(session: Session, person_id: int, occurrence: Listed) -> PassedOn:
    """Who is asked instead of a lead who was not there."""
    substitutes = _asked_at(session, person_id, occurrence, Step.SUBSTITUTE)
    return substitutes or to_coordinators(session, person_id, occurrence)


def to_coordinators(session: Session, person_id: int, occurrence: Listed) -> PassedOn:
    """Who is asked instead of a substitute who does not know."""
    nobody = PassedOn(occurrence, Step.COORDINATOR, [])
    return _asked_at(session, person_id, occurrence, Step.COORDINATOR) or nobody


def does_not_know(session: Session, actor: Actor, occurrence_id: int, now: datetime) -> PassedOn:
    """The substitute's answer: the coordinators are asked at their next good time."""
    occurrence = _answered(session, actor, occurrence_id, stored_reminders.UNKNOWN, now)
    return to_coordinators(session, actor.person_id, occurrence)


def ask_again(session: Session, actor: Actor, occurrence_id: int, now: datetime) -> AskedAgain:
    """Those who were there once more, and the coordinators two working days later; once, whoever of them wants it."""
    found = _coordinated(session, actor, occurrence_id)
    if again := unanswered.comes_back(session, occurrence_id, actor.person_id, now):
        return AskedAgain(found, again)
    there = _those_who_may_know(session, found)
    coordinators = [*_coordinators(session, found.occurrence, now), actor.person_id]
    manners = _manners(session, [*there, *coordinators], now)
    asked = {one: _morning_after(manners[one], now) for one in there}
    first = min(asked.values())
    back = {one: _morning_after(manners[one], first, WORKING_DAYS_MORE) for one in coordinators}
    _ask_again(session, found.occurrence, asked | back)
    unanswered.show_questions(session, occurrence_id, coordinators, now, f"again:{now.isoformat()}")
    records.audit(session, now, actor.person_id, "ask_again", "occurrence", occurrence_id)
    return AskedAgain(found, back[actor.person_id])


def close(session: Session, actor: Actor, occurrence_id: int, now: datetime) -> Receipt:
    """Without a report, by a coordinator. Raises Gone when somebody else was first, and NotAllowed."""
    found = _coordinated(session, actor, occurrence_id)
    return reports.close_unknown(session, actor, found.occurrence, now)


def _unanswered(session: Session, occurrence_id: int, *, hold: bool) -> Staffed:
    found = staffed(session, occurrence_id, hold=hold)
    if found.occurrence.state is OccurrenceState.CANCELLED:
        raise Gone("Tillfället är inställt eller borttaget, så jag frågar inte mer om det.")
    if saved := outcomes.of_occurrence(session, occurrence_id):
        done = "stängt" if saved.status is OutcomeStatus.UNKNOWN else "rapporterat"
        raise Gone(f"<@{saved.user_id}> har redan {done} det här som {saved.number}. Jag frågar inte mer.")
    return found


def _coordinated(session: Session, actor: Actor, occurrence_id: int) -> Staffed:
    found = _unanswered(session, occurrence_id, hold=True)
    if not actor.may(Action.END_ASKING, found.occurrence.municipality_id):
        raise NotAllowed("Bara samordnaren frågar igen eller stänger. Inget är ändrat.")
    return found


def _answered(session: Session, actor: Actor, occurrence_id: int, answer: str, now: datetime) -> Listed:
    """The policy reads the answer from the audit. What they had put off is not asked either."""
    occurrence = asked_about(session, actor, occurrence_id, now, hold=True)
    unanswered.drop_snoozed(session, occurrence_id, actor.person_id)
    records.audit(session, now, actor.person_id, answer, "occurrence", occurrence_id)
    # What the answer makes due at once must still be ahead.
    reminders.replan(session, occurrence_id, now - timedelta(microseconds=1))
    return occurrence


def _those_who_may_know(session: Session, found: Staffed) -> list[int]:
    """Who was asked before: not always those named, as somebody may stand in. Raises UserError."""
    one = found.occurrence
    asked = [who for step in THEIRS for who in unanswered.rung(session, one.id, one.sequence, step)]
    named = [person for person in found.named if person.part is not Part.PARTICIPANT]
    if not (asked or named):
        raise UserError("Ingen är ansvarig för tillfället, så det finns ingen att fråga. Inget är ändrat.")
    return [who.person_id for who in asked or named]


def _asked_at(session: Session, person_id: int, occurrence: Listed, step: Step) -> PassedOn | None:
    """None when nobody else is, or is to be."""
    asked = unanswered.rung(session, occurrence.id, occurrence.sequence, step)
    users = [one.user_id for one in asked if one.person_id != person_id]
    return PassedOn(occurrence, step, users) if users else None


def _ask_again(session: Session, occurrence: Listed, times: dict[int, datetime]) -> None:
    """By person id."""
    planned = [PlannedReminder(person_id, Step.SNOOZED, again) for person_id, again in times.items()]
    stored_reminders.add(session, occurrence.id, occurrence.sequence, planned, again=True)


def _coordinators(session: Session, occurrence: Listed, now: datetime) -> list[int]:
    found = people.with_role(session, Role.COORDINATOR, occurrence.municipality_id, local_day(now))
    return [one.id for one in found]


def _manners(session: Session, person_ids: Iterable[int], now: datetime) -> dict[int, Manners]:
    return preferences.manners_of(session, list(person_ids), local_day(now))


def _morning_after(manners: Manners, moment: datetime, working_days: int = 1) -> datetime:
    """When that one of their working days begins; of who is away for long, when an ordinary one does."""
    today = local_day(moment, manners.zone)
    day = working_day_after(manners, today, working_days)
    return morning(manners, day) if day else at(next_working_day(today), MORNING)
