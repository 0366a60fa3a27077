"""Giving, changing and taking back reports. Each version is a row with who and when: it needs no other audit."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.domain.calendar import local_day
from bot.domain.errors import Gone, NotAllowed, TooEarly
from bot.domain.kinds import kind
from bot.domain.permissions import Action, Actor
from bot.domain.report import Report
from bot.domain.swedish import sentence, when_text
from bot.domain.words import OccurrenceState, OutcomeStatus
from bot.services import deficiencies, handovers, progress, reminders
from bot.views import outcomes as views
from bot.views.outcomes import Changed, Receipt
from storage import deficiencies as stored_deficiencies
from storage import occurrences, outcomes, receipts, records
from storage import reminders as stored_reminders
from storage.occurrences import Listed, Staffed
from storage.outcomes import Saved

UNDO_WITHIN = timedelta(hours=24)
CHANGED = "Någon annan ändrade rapporten nyss. Öppna den igen så ser du hur den står nu."
SECRET = (
    "Tillfället är skyddat, så jag visar inte tid och plats för den som inte ska vara med. "
    "Inget är sparat. När det är över kan du rapportera det."
)


@dataclass(frozen=True, slots=True)
class Opened:
    """An occurrence about to be reported, or with its report so far; `first` is that before anyone changed it."""

    occurrence: Listed
    saved: Saved | None
    report: Report
    first: Saved | None = None
    may_change: bool = False


def save(session: Session, actor: Actor, occurrence: Listed, report: Report, now: datetime) -> Receipt:
    """Raises NotAllowed, TooEarly before the start, and Gone when somebody else was first."""
    _check_may_report(session, actor, occurrence, now)
    return save_own(session, actor, occurrence, report, now)


def save_own(
    session: Session, actor: Actor, occurrence: Listed, report: Report, now: datetime, number: str = ""
) -> Receipt:
    """As `save`, for an occurrence that was found among the person's own; `number` where it has one already."""
    if now < occurrence.starts_at:
        raise TooEarly(_too_early(occurrence, now))
    # The number first: who has the municipality's series may settle several without meeting another in the kept sums.
    place, year = occurrence.municipality_id, local_day(now).year
    number = number or outcomes.next_number(session, place, occurrence.prefix, year)
    settled = outcomes.settle(session, occurrence.id)
    if settled is None:
        raise Gone(_already(session, occurrence))
    outcome_id = outcomes.insert_version(session, occurrence.id, number, 1, report, actor.person_id, now)
    if report.deficiencies is not None:
        stored_deficiencies.note(session, occurrence.id, report.deficiencies)
    stored_reminders.close(session, occurrence.id, now, f"outcome:{outcome_id}")
    if settled.asked:
        handovers.drop_reported(session, actor, occurrence, now)
    return Receipt(outcome_id, number, occurrence, report, progress.of_activity(session, occurrence.activity_id, now))


def opened(session: Session, actor: Actor, occurrence_id: int, now: datetime) -> Opened:
    """For the form. Raises TooEarly, Gone (called off) and NotAllowed before anything is filled in."""
    occurrence = existing(session, occurrence_id)
    _check_may_report(session, actor, occurrence, now)
    if now < occurrence.starts_at:
        raise TooEarly(_too_early(occurrence, now))
    if occurrence.state is OccurrenceState.CANCELLED:
        raise Gone(
            "Tillfället är inställt, så det finns inget att rapportera. Skriv en rad till mig om det blev av ändå."
        )
    saved = outcomes.of_occurrence(session, occurrence_id)
    if saved is None:
        return Opened(occurrence, None, Report())
    mine = _may_change(session, actor, saved, occurrence)
    report = deficiencies.with_noted(session, outcomes.report_of(session, saved), occurrence)
    return Opened(occurrence, saved, report, outcomes.first_of(session, saved), mine)


def opened_report(session: Session, actor: Actor, outcome_id: int, now: datetime) -> Opened:
    """A saved report to be changed. Raises Gone when it was taken back, NotAllowed when it is not theirs to change."""
    saved = _newest(session, outcome_id)
    found = opened(session, actor, saved.occurrence_id, now)
    _check_may_change(session, actor, saved, found.occurrence)
    return found


def opened_to_add(session: Session, actor: Actor, outcome_id: int, now: datetime) -> Opened:
    """A colleague's report, to be made one about what both did. Raises as `opened` does, and Gone."""
    return opened(session, actor, _newest(session, outcome_id).occurrence_id, now)


def close_unknown(session: Session, actor: Actor, occurrence: Listed, now: datetime) -> Receipt:
    """The coordinator ends the asking: a report like any other, which counts as not done.

    Raises NotAllowed, TooEarly before it is over, and Gone when somebody else was first.
    """
    if not actor.may(Action.END_ASKING, occurrence.municipality_id):
        raise NotAllowed("Bara samordnaren stänger ett tillfälle utan rapport. Inget är ändrat.")
    if now < occurrence.ends_at:
        raise TooEarly("Tillfället är inte över än, så det går inte att stänga. Inget är ändrat.")
    return save_own(session, actor, occurrence, Report(OutcomeStatus.UNKNOWN), now)


def change(session: Session, actor: Actor, outcome_id: int, report: Report, now: datetime) -> Receipt:
    """A new version; the old one is kept."""
    saved = _newest(session, outcome_id, hold=True)
    occurrence = existing(session, saved.occurrence_id)
    _check_may_change(session, actor, saved, occurrence)
    return _new_version(session, actor, saved, outcome_id, occurrence, report, now)


def add(session: Session, actor: Actor, outcome_id: int, report: Report, now: datetime) -> Receipt:
    """A colleague's report becomes one about what both did, so that nothing is counted twice: a new version."""
    saved = _newest(session, outcome_id, hold=True)
    occurrence = existing(session, saved.occurrence_id)
    _check_may_report(session, actor, occurrence, now)
    return _new_version(session, actor, saved, outcome_id, occurrence, report, now)


def undo(session: Session, actor: Actor, outcome_id: int, now: datetime, within: timedelta = UNDO_WITHIN) -> Listed:
    """The occurrence waits for a report again; an unplanned one is gone. The report is kept, withdrawn.

    Raises Gone when more time than `within` has passed since it was first given.
    """
    saved = _newest(session, outcome_id, hold=True)
    occurrence = existing(session, saved.occurrence_id)
    _check_may_change(session, actor, saved, occurrence)
    if now - outcomes.first_of(session, saved).reported_at > within:
        raise Gone(f"Rapporten är äldre än {_hours(within)}, så den kan inte ångras. Du kan fortfarande ändra den.")
    if not outcomes.retire(session, saved.id, withdrawn=now):
        raise Gone(CHANGED)
    state = OccurrenceState.PLANNED if occurrence.planned else OccurrenceState.CANCELLED
    outcomes.reopen(session, occurrence.id, state)
    stored_reminders.update_sent(session, occurrence.id, now, f"undo:{saved.id}")
    receipts.become(session, occurrence.id, views.undone(occurrence, now), now, f"undo:{saved.id}")
    reminders.replan(session, occurrence.id, now)
    records.audit(session, now, actor.person_id, "undo", "outcome", saved.id)
    return occurrence


def existing(session: Session, occurrence_id: int) -> Listed:
    found = occurrences.find(session, occurrence_id)
    if found is None:
        raise Gone("Det tillfället finns inte längre. Skriv en rad till mig om vad du gjorde, så hittar vi rätt.")
    return found


def _new_version(
    session: Session, actor: Actor, saved: Saved, outcome_id: int, occurrence: Listed, report: Report, now: datetime
) -> Receipt:
    """Raises Gone when `outcome_id`, the version that was looked at, is not the newest any more."""
    if saved.id != outcome_id or not outcomes.retire(session, saved.id):
        raise Gone(CHANGED)
    version = saved.version + 1
    made = outcomes.insert_version(session, occurrence.id, saved.number, version, report, actor.person_id, now)
    if report.deficiencies is not None:
        stored_deficiencies.note(session, occurrence.id, report.deficiencies)
    stored_reminders.close(session, occurrence.id, now, f"outcome:{made}")
    shown = progress.of_activity(session, occurrence.activity_id, now)
    of_own = outcomes.first_of(session, saved).reported_by_id == actor.person_id
    changed = Changed(actor.user_id, now, of_own)
    receipt = Receipt(made, saved.number, occurrence, report, shown, changed=changed)
    receipts.become(session, occurrence.id, views.receipt(receipt, now), now, f"outcome:{made}")
    return receipt


def _hours(time: timedelta) -> str:
    hours = time // timedelta(hours=1)
    return {1: "en timme", 24: "ett dygn"}.get(hours, f"{hours} timmar")


def _newest(session: Session, outcome_id: int, *, hold: bool = False) -> Saved:
    """The report as it stands, also when asked from the receipt of an earlier version. Raises Gone.

    With `hold`, nobody else changes or takes it back until this transaction ends.
    """
    asked = outcomes.find(session, outcome_id)
    if asked and hold:
        occurrences.hold(session, asked.occurrence_id)
    saved = outcomes.of_occurrence(session, asked.occurrence_id) if asked else None
    if asked is None or saved is None or saved.number != asked.number:
        raise Gone("Rapporten är redan ångrad. Dina rapporter hittar du under Mina rapporter.")
    return saved


def _check_may_report(session: Session, actor: Actor, occurrence: Listed, now: datetime) -> None:
    """Anyone named on it may, and those whose role covers the municipality: of a protected one, when it is over."""
    place, secret = occurrence.municipality_id, occurrence.protected and now < occurrence.ends_at
    by_role = actor.may(Action.REPORT, place)
    if by_role and actor.sees(place, protected=secret):
        return
    if Staffed(occurrence, occurrences.named(session, occurrence.id)).has(actor.person_id):
        return
    if by_role:
        raise NotAllowed(SECRET)
    raise NotAllowed("Du är inte med på det tillfället, så jag har inte sparat något. Samordnaren kan lägga till dig.")


def _may_change(session: Session, actor: Actor, saved: Saved, occurrence: Listed) -> bool:
    if actor.may(Action.CORRECT, occurrence.municipality_id):
        return True
    return actor.person_id in outcomes.reporters(session, saved)


def _check_may_change(session: Session, actor: Actor, saved: Saved, occurrence: Listed) -> None:
    if not _may_change(session, actor, saved, occurrence):
        raise NotAllowed(
            f"Rapporten lämnades av <@{saved.user_id}>. Bara den som rapporterade och samordnaren kan ändra den."
        )


def _too_early(occurrence: Listed, now: datetime) -> str:
    name = sentence(kind(occurrence.kind).definite)
    when = when_text(occurrence.starts_at, None, now)
    return f"{name} börjar {when}, så den går inte att rapportera än. Rapportera när den har börjat."


def _already(session: Session, occurrence: Listed) -> str:
    saved = outcomes.of_occurrence(session, occurrence.id)
    if saved is None:
        return "Tillfället är inställt, så det finns inget att rapportera. Skriv en rad till mig om det blev av ändå."
    return f"<@{saved.user_id}> har redan rapporterat det här som {saved.number}. Inget räknas två gånger."
