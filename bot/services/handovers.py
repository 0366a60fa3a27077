"""Handing an occurrence over: a question to a colleague. Until it is accepted the giver is still responsible."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.domain.calendar import local_day
from bot.domain.errors import FieldErrors, Gone, NotAllowed
from bot.domain.permissions import Actor
from bot.domain.words import HandoverState, Purpose, Role
from bot.services import reminders, takeover
from bot.services.open_occurrences import require_open, staffed
from bot.services.people import picked
from bot.views import handovers as views
from bot.views.blocks import Message
from storage import digests, handovers, outbox, people, records, unanswered
from storage import reminders as stored_reminders
from storage.models import Handover, Person
from storage.occurrences import Listed, Staffed

ANSWERED = "Frågan är redan besvarad eller gäller inte längre, så inget är ändrat."


@dataclass(frozen=True, slots=True)
class HandoverQuestion:
    """`giver` and `colleague` are Slack users."""

    id: int
    occurrence: Listed
    giver: str
    colleague: str


def giveable(session: Session, actor: Actor, occurrence_id: int, now: datetime, *, hold: bool = False) -> Staffed:
    """For those named on it. Raises NotAllowed or Gone."""
    found = staffed(session, occurrence_id, hold=hold)
    if not found.has(actor.person_id):
        raise NotAllowed("Bara den som är med på tillfället kan lämna över det. Inget är ändrat.")
    require_open(found.occurrence, now)
    return found


def asked(session: Session, actor: Actor, occurrence: Listed) -> HandoverQuestion | None:
    """The actor's own question that nobody has answered."""
    handover = handovers.open_of(session, occurrence.id, actor.person_id)
    return _question(session, handover, occurrence) if handover else None


def ask(
    session: Session, actor: Actor, occurrence_id: int, colleague: str, now: datetime, *, note: str = ""
) -> HandoverQuestion:
    """`colleague` is a Slack user. Raises NotAllowed, Gone, or FieldErrors at "colleague"."""
    found = giveable(session, actor, occurrence_id, now, hold=True)
    if handovers.open_of(session, occurrence_id, actor.person_id):
        raise Gone("Du har redan frågat en kollega. Ta tillbaka den frågan om du vill fråga någon annan.")
    to = _colleague(session, actor, found, colleague, now)
    handover = handovers.ask(session, occurrence_id, actor.person_id, to.id, now)
    records.audit(session, now, actor.person_id, "ask", "handover", handover.id)
    question = HandoverQuestion(handover.id, found.occurrence, actor.user_id, to.user_id)
    message = views.question(question.occurrence, question.id, question.giver, note, now)
    _send(session, handover, to.id, "asked", message, now, Purpose.QUESTION)
    return question


def accept(session: Session, actor: Actor, handover_id: int, now: datetime) -> Staffed:
    """The actor takes the giver's place, and leads if either did. Raises Gone or NotAllowed."""
    handover, found = _answerable(session, actor, handover_id)
    require_open(found.occurrence, now)
    if not found.has(handover.from_id):
        raise Gone("Det har ändrats vilka som ska vara med, så det finns inget att ta över.")
    _settle(session, actor.person_id, handover, HandoverState.ACCEPTED, now)
    # Named by part, the lead first: the earlier of the two parts is the one that is kept.
    part = next(one.part for one in found.named if one.person_id in (handover.from_id, actor.person_id))
    handovers.swap(session, found.occurrence.id, handover.from_id, actor.person_id, part)
    stored_reminders.update_sent(session, found.occurrence.id, now, f"handover:{handover.id}")
    reminders.replan(session, found.occurrence.id, now)
    _send(session, handover, handover.from_id, "accepted", views.accepted(found.occurrence, actor.user_id, now), now)
    if found.occurrence.protected:
        _tell_coordinators(session, handover, found, actor, now)
    return staffed(session, found.occurrence.id)


def decline(session: Session, actor: Actor, handover_id: int, now: datetime) -> HandoverQuestion:
    """Raises Gone or NotAllowed."""
    handover, found = _answerable(session, actor, handover_id)
    _settle(session, actor.person_id, handover, HandoverState.DECLINED, now)
    _send(session, handover, handover.from_id, "declined", views.declined(found.occurrence, actor.user_id, now), now)
    return _question(session, handover, found.occurrence)


def withdraw(session: Session, actor: Actor, handover_id: int, now: datetime) -> HandoverQuestion:
    """Raises Gone or NotAllowed."""
    handover = _existing(session, handover_id)
    if handover.from_id != actor.person_id:
        raise NotAllowed("Bara den som frågade kan ta tillbaka frågan. Inget är ändrat.")
    found = staffed(session, handover.occurrence_id, hold=True)
    _settle(session, actor.person_id, handover, HandoverState.WITHDRAWN, now)
    outbox.replace(session, _key(handover, "asked"), views.withdrawn(found.occurrence, actor.user_id, now), now)
    return _question(session, handover, found.occurrence)


def drop_open(session: Session, actor: Actor | None, occurrence: Listed, now: datetime) -> None:
    """Questions about an occurrence that was moved or cancelled; those who asked are told that they no longer hold.

    Without an actor it is the command line.
    """
    message = views.outdated(occurrence, "Tillfället har flyttats eller ställts in.")
    for handover in _end_open(session, actor, occurrence, message, now):
        _send(session, handover, handover.from_id, "outdated", message, now)


def drop_changed(session: Session, by: int, occurrence: Listed, named: Collection[int], now: datetime) -> None:
    """Questions from somebody who no longer is on an occurrence, or to somebody who is. `by` and `named` are people."""
    message = views.outdated(occurrence, "Det har ändrats vilka som ska vara med.")
    for handover in handovers.open_on(session, occurrence.id):
        if handover.from_id not in named or handover.to_id in named:
            _end(session, by, handover, message, now)
            _send(session, handover, handover.from_id, "outdated", message, now)


def drop_reported(session: Session, actor: Actor, occurrence: Listed, now: datetime) -> None:
    """Questions about an occurrence that was reported before anybody answered."""
    message = views.outdated(occurrence, "Tillfället är rapporterat. Du behöver inte svara.")
    _end_open(session, actor, occurrence, message, now)


def end_unanswered(session: Session, now: datetime) -> None:
    """Questions that nobody answered in time; those who asked are told that it is still theirs."""
    for handover_id in unanswered.overdue_handovers(session, now):
        if handovers.settle(session, handover_id, HandoverState.WITHDRAWN, now):
            handover = _existing(session, handover_id)
            records.audit(session, now, None, HandoverState.WITHDRAWN, "handover", handover_id)
            digests.update_sent(session, handover.occurrence_id, now, f"handover:{handover_id}:ended", handover_id)
            question = _question(session, handover, staffed(session, handover.occurrence_id).occurrence)
            old = views.outdated(question.occurrence, "Tillfället har börjat. Du behöver inte svara.")
            outbox.replace(session, _key(handover, "asked"), old, now)
            told = views.unanswered(question.occurrence, question.colleague, now)
            _send(session, handover, handover.from_id, "unanswered", told, now)


def _end_open(
    session: Session, actor: Actor | None, occurrence: Listed, message: Message, now: datetime
) -> list[Handover]:
    """The questions themselves become `message`."""
    ended = handovers.open_on(session, occurrence.id)
    for handover in ended:
        _end(session, actor.person_id if actor else None, handover, message, now)
    return ended


def _end(session: Session, by: int | None, handover: Handover, message: Message, now: datetime) -> None:
    _settle(session, by, handover, HandoverState.WITHDRAWN, now)
    outbox.replace(session, _key(handover, "asked"), message, now)


def _existing(session: Session, handover_id: int) -> Handover:
    handover = handovers.find(session, handover_id)
    if handover is None:
        raise Gone(ANSWERED)
    return handover


def _answerable(session: Session, actor: Actor, handover_id: int) -> tuple[Handover, Staffed]:
    handover = _existing(session, handover_id)
    if handover.to_id != actor.person_id:
        raise NotAllowed("Frågan är ställd till någon annan, så bara den personen kan svara.")
    return handover, staffed(session, handover.occurrence_id, hold=True)


def _settle(session: Session, by: int | None, handover: Handover, state: HandoverState, now: datetime) -> None:
    if not handovers.settle(session, handover.id, state, now):
        raise Gone(ANSWERED)
    records.audit(session, now, by, state, "handover", handover.id)
    digests.update_sent(session, handover.occurrence_id, now, f"handover:{handover.id}:{state}", handover.id)


def _colleague(
    session: Session, actor: Actor, found: Staffed, user_id: str, now: datetime
) -> Person:  # fmt: skip
    person = picked(session, actor, user_id)
    if person is None:
        # The bot itself lands here too: it has no row.
        problem = "Jag känner inte den personen än. Välj någon annan, eller be samordnaren lägga till personen."
    elif person.id == actor.person_id:
        problem = "Välj någon annan än dig själv."
    elif why := takeover.refusal(session, actor, found, person, now):
        problem = why
    else:
        return person
    raise FieldErrors({"colleague": problem})


def _tell_coordinators(session: Session, handover: Handover, found: Staffed, to: Actor, now: datetime) -> None:
    """That a protected one has changed hands; those who took part in it know."""
    place, giver = found.occurrence.municipality_id, handover.from_id
    from_ = people.people(session, [giver])[giver]
    notice = views.changed_hands(found.occurrence, from_.user_id, to.user_id, now)
    for one in people.with_role(session, Role.COORDINATOR, place, local_day(now)):
        if one.id not in (giver, to.person_id):
            _send(session, handover, one.id, f"told:{one.id}", notice, now)


def _question(session: Session, handover: Handover, occurrence: Listed) -> HandoverQuestion:
    users: Mapping[int, Person] = people.people(session, [handover.from_id, handover.to_id])
    return HandoverQuestion(handover.id, occurrence, users[handover.from_id].user_id, users[handover.to_id].user_id)


def _send(
    session: Session, handover: Handover, to_id: int, event: str, message: Message, now: datetime,
    purpose: Purpose = Purpose.NOTICE,
) -> None:  # fmt: skip
    outbox.put(
        session,
        key=_key(handover, event),
        purpose=purpose,
        due_at=now,
        person_id=to_id,
        payload=message,
    )


def _key(handover: Handover, event: str) -> str:
    return f"handover:{handover.id}:{event}"
