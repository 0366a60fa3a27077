"""What follows when an agreement, or some of what it says, no longer holds: nobody is reminded of what lay ahead."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlmodel import Session

from bot.domain.calendar import day_bounds, local_day
from bot.domain.errors import Gone, NotAllowed, UserError
from bot.domain.permissions import Action, Actor
from bot.domain.words import AgreementState
from bot.services import occurrences, reminders
from bot.views import agreement_ends as views
from storage import agreement_ends, agreement_kin, agreement_rows, agreements
from storage.agreements import AgreementRow
from storage.occurrences import Named, Staffed

GONE = "Den överenskommelsen finns inte längre, så inget är ändrat."
STOPPED = "Överenskommelsen är redan uppsagd eller ersatt, så inget är ändrat."
RENEWED = "Den är redan förnyad, med {title}. Ändra i den i stället, med Revidera. Inget är ändrat."
ONLY_COORDINATORS = "Bara samordnaren i alla kommuner som den gäller ändrar en överenskommelse. Inget är ändrat."


def changeable(session: Session, actor: Actor, agreement_id: int, *, hold: bool = False) -> AgreementRow:
    """With `hold`, nobody else changes it until this transaction ends. Raises Gone and NotAllowed."""
    found = _theirs(session, actor, agreement_id, hold=hold)
    if found.state in agreement_rows.STOPPED or found.terminated_on:
        raise Gone(STOPPED)
    return found


def renewable(session: Session, actor: Actor, agreement_id: int, *, hold: bool = False) -> AgreementRow:
    """As `changeable`; what was terminated, perhaps for something new, can be followed by it.

    Raises UserError when it was renewed already.
    """
    found = _theirs(session, actor, agreement_id, hold=hold)
    check_not_renewed(session, agreement_id)
    if found.state is AgreementState.REPLACED:
        raise Gone(STOPPED)
    return found


def _theirs(session: Session, actor: Actor, agreement_id: int, *, hold: bool) -> AgreementRow:
    if hold:
        agreement_ends.hold(session, agreement_id)
    found = agreements.find(session, agreement_id)
    if found is None:
        raise Gone(GONE)
    if not all(actor.may(Action.PLAN, place) for place in found.municipalities):
        raise NotAllowed(ONLY_COORDINATORS)
    return found


def check_not_renewed(session: Session, agreement_id: int) -> None:
    """Raises UserError."""
    if newer := agreement_ends.successor(session, agreement_id):
        raise UserError(RENEWED.format(title=newer.title))


def end(
    session: Session,
    actor: Actor,
    found: AgreementRow,
    activity_ids: Collection[int],
    last: date,
    reason: str,
    now: datetime,
) -> int:
    """The activities hold to that day. What was to begin later is called off, and those named on it are told once.

    Gives how many occurrences that were.
    """
    agreement_ends.end_activities(session, activity_ids, last)
    since = max(day_bounds(last)[1], now)
    off = agreement_ends.ahead(session, activity_ids, since, now, hold=True)
    call_off(session, actor, found.id, found.title, off, reason, now)
    return len(off)


def call_off(
    session: Session,
    actor: Actor | None,
    agreement_id: int,
    title: str,
    off: Sequence[Staffed],
    reason: str,
    now: datetime,
) -> None:
    """What is held; those named on it are told once. Without an actor it is the command line."""
    for one in off:
        occurrences.call_off(session, actor, one, reason, now)
    for activity_id in {one.occurrence.activity_id for one in off}:
        reminders.replan_activity(session, activity_id, now)
    theirs: dict[int, list[Named]] = {}
    for person in [person for one in off for person in one.others(actor.person_id if actor else None)]:
        theirs.setdefault(person.person_id, []).append(person)
    cause = f"agreement:ended:{agreement_id}:{now:%Y%m%d%H%M%S%f}"
    for named in theirs.values():
        notice = views.called_off(title, len(named), reason, actor.user_id if actor else None)
        occurrences.tell(session, named[:1], cause, notice, now)


def day_has_come(session: Session, now: datetime) -> None:
    agreement_ends.pass_over(session, local_day(now))
    agreement_kin.adopt(session, local_day(now))
