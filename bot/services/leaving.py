"""Somebody leaves: everything of theirs goes to somebody else in one step, and their roles end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlmodel import Session

from bot.domain.calendar import at, local_day
from bot.domain.errors import FieldErrors, Gone, NotAllowed
from bot.domain.good_times import good_after
from bot.domain.permissions import Action, Actor
from bot.domain.swedish import joined
from bot.domain.words import HandoverState, Purpose, Role
from bot.services import reminders, takeover
from bot.services.open_occurrences import staffed
from bot.services.people import picked
from bot.views import handovers as handover_views
from bot.views import leaving as views
from bot.views.blocks import Message
from bot.views.leaving import Leaver, Left, Takeover
from storage import access, calendar_feeds, handovers, leaving, outbox, people, preferences, records, stand_ins
from storage import reminders as stored_reminders
from storage.leaving import HeldFunction
from storage.models import Handover, Person
from storage.occurrences import Listed

UNKNOWN = "Jag känner inte den personen än. Välj någon annan, eller be personen skriva till mig för att bli tillagd."
HAS_LEFT = "Personen har redan lämnat, så inget är ändrat."
ENDED = "Någon annan har tagit över, så frågan gäller inte längre."


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What went to the one who takes over; `activities` by id."""

    occurrences: Sequence[Listed]
    activities: Sequence[int]
    held: Sequence[HeldFunction]

    @property
    def anything(self) -> bool:
        return bool(self.occurrences or self.activities or self.held)


def leaver(session: Session, actor: Actor, person_id: int, now: datetime) -> Leaver:
    """For the form. Raises NotAllowed, or Gone when they have left already."""
    person = _allowed(session, actor, people.people(session, [person_id]).get(person_id), now)
    return Leaver(person.id, person.user_id, leaving.load(session, person.id, local_day(now)))


def leave(session: Session, actor: Actor, person_id: int, change: Takeover, now: datetime) -> Left:
    """Nobody but the one who takes over is told. Raises NotAllowed, Gone, and FieldErrors at "colleague" and "day"."""
    person = _allowed(session, actor, leaving.hold(session, person_id), now)
    today = local_day(now)
    if change.day < today:
        raise FieldErrors({"day": "Dagen har redan varit. Välj i dag eller senare."})
    load = leaving.load(session, person_id, today)
    to = _taker(session, actor, person, change) if change.colleague or load.total else None
    taken = _hand_over(session, actor.person_id, person, to, change.day, now) if to else TakenOver((), (), ())
    left = Left(person.user_id, to.user_id if to else None, change.day, len(taken.occurrences), load)
    if to:
        _tell(session, left, to, taken, views.chosen_by(actor.user_id), now, now)
    detail = {"to": to.id if to else None, "day": str(change.day)}
    records.audit(session, now, actor.person_id, "leave", "person", person_id, **detail)
    _end(session, person, to, change.day, now)
    return left


def day_has_come(session: Session, now: datetime) -> None:
    """Those who were to leave by today have left; what has come to them meanwhile goes the same way as the rest."""
    for person_id in leaving.due(session, local_day(now)):
        person = leaving.hold(session, person_id)
        if person and person.leaves_on and not _stays(session, person, now):
            _depart(session, person, now)


def account_gone(session: Session, person_id: int, now: datetime) -> None:
    """Slack says that the account is deactivated: the coordinators are asked, once, who takes over."""
    person = leaving.hold(session, person_id)
    if person is None or not person.active:
        return
    calendar_feeds.close(session, person.id)  # it is read without Slack, which has shut them out
    _ask_coordinators(session, person, "account_gone", views.account_gone(person.user_id, person_id), now)


def _stays(session: Session, person: Person, now: datetime) -> bool:
    """Who has been given a role since for that day or later is not to leave after all."""
    if stays := leaving.has_role(session, person.id, local_day(now)):
        person.leaves_on, person.successor_id = None, None
        session.flush()
    return stays


def _depart(session: Session, person: Person, now: datetime) -> None:
    """Where nobody can take over what is left, it is not left to nobody: the coordinators are asked, once."""
    today = local_day(now)
    load, to = leaving.load(session, person.id, today), _successor(session, person)
    if load.total and (to is None or _refusal(session, person, to, leaving.open_occurrences(session, person.id), now)):
        message = views.nobody_takes_over(person.user_id, person.id)
        _ask_coordinators(session, person, f"leaves:{person.leaves_on}", message, now)
        return
    if to:
        taken = _hand_over(session, None, person, to, today, now)
        left = Left(person.user_id, to.user_id, today, len(taken.occurrences), load)
        theirs = preferences.manners_of(session, [to.id], today)[to.id]
        _tell(session, left, to, taken, views.WAS_LEFT, now, good_after(theirs, now) or now)
    records.audit(session, now, None, "left", "person", person.id)
    _end(session, person, to, today, now)


def _successor(session: Session, person: Person) -> Person | None:
    found = people.people(session, [person.successor_id]) if person.successor_id else {}
    return next((one for one in found.values() if one.active), None)


def _end(session: Session, person: Person, to: Person | None, day: date, now: datetime) -> None:
    today = local_day(now)
    coordinates = leaving.coordinated(session, person.id, today)
    absent = stand_ins.stood_in_for(session, person.id, day)
    leaving.stand_in(session, person.id, to.id if to else None, day)
    leaving.end_roles(session, person.id, day)
    person.active = day > today
    person.leaves_on = day if person.active else None
    person.successor_id = to.id if to and person.active else None
    session.flush()
    if not person.active:
        calendar_feeds.close(session, person.id)  # or whoever has the address could read on, if they ever come back
    _replan(session, [person.id, *([to.id] if to else []), *absent], coordinates, now)


def _ask_coordinators(session: Session, person: Person, what: str, message: Message, now: datetime) -> None:
    """Of the places where the person has something; once for each of them."""
    today = local_day(now)
    places = leaving.places(session, person.id, today)
    asked = {one.id for one in people.with_role_in(session, Role.COORDINATOR, places, today)}
    for coordinator_id in sorted(asked - {person.id}):
        key = f"{what}:{person.id}:{coordinator_id}"
        if not leaving.is_told(session, key):
            outbox.put(session, key=key, purpose=Purpose.NOTICE, due_at=now, person_id=coordinator_id, payload=message)


def _allowed(session: Session, actor: Actor, person: Person | None, now: datetime) -> Person:
    """Who hands over everything must be trusted with every place where there is something."""
    if not actor.may_anywhere(Action.ADD_PEOPLE):
        raise NotAllowed("Bara samordnaren lämnar över det som någon annan ansvarar för. Inget är ändrat.")
    if person is None or not person.active:
        raise Gone(HAS_LEFT)
    leaver = people.find_actor(session, person.team_id, person.user_id, local_day(now))
    if leaver and leaver.may_everywhere(Action.SET_UP) and not actor.may_everywhere(Action.SET_UP):
        raise NotAllowed("Bara en administratör lämnar över efter en administratör. Inget är ändrat.")
    elsewhere = leaving.places(session, person.id, local_day(now)) - {*actor.municipalities(Action.ADD_PEOPLE)}
    if elsewhere:
        names = joined([name for _, name in access.municipalities(session, elsewhere)])
        raise NotAllowed(
            f"Personen är också med i {names}, där du inte är samordnare. "
            "Be administratören lämna över. Inget är ändrat."
        )
    return person


def _taker(session: Session, actor: Actor, person: Person, change: Takeover) -> Person:
    if change.colleague is None:
        raise FieldErrors({"colleague": "Välj vem som tar över."})
    to = picked(session, actor, change.colleague)
    if to is None:
        raise FieldErrors({"colleague": UNKNOWN})
    if to.id == person.id:
        raise FieldErrors({"colleague": "Välj någon annan än den som lämnar."})
    return to


def _hand_over(session: Session, by: int | None, person: Person, to: Person, day: date, now: datetime) -> TakenOver:
    """What is over but not reported goes too when it is from today: nobody else could answer for it. FieldErrors.

    Activities have no days of their own: what is planned anew names the one who takes over already before `day`.
    """
    since = None if day <= local_day(now) else at(day, time.min)
    ahead = leaving.open_occurrences(session, person.id, since)
    if why := _refusal(session, person, to, ahead, now):
        raise FieldErrors({"colleague": why})
    _end_questions(session, by, person, since, now)
    leaving.swap_occurrences(session, [one.id for one in ahead], person.id, to.id)
    for one in ahead:
        stored_reminders.update_sent(session, one.id, now, f"left:{person.id}:{to.id}")
    activities = leaving.activity_ids(session, person.id, day)
    leaving.swap_activities(session, activities, person.id, to.id)
    held = [leaving.hand_over_function(session, one, to.id, day) for one in leaving.functions(session, person.id, day)]
    return TakenOver(ahead, activities, held)


def _tell(
    session: Session, left: Left, to: Person, taken: TakenOver, why: str, now: datetime, due_at: datetime
) -> None:  # fmt: skip
    """One message with everything, if there is anything."""
    if not taken.anything:
        return
    ahead = [one for one in taken.occurrences if one.ends_at > now]
    titles = leaving.titles(session, taken.activities)
    unreported = len(taken.occurrences) - len(ahead)
    notice = views.yours_now(left.user, why, left.day, ahead, titles, taken.held, now, unreported=unreported)
    key = f"left:{left.user}:{to.id}:{now:%Y%m%d%H%M%S%f}"
    outbox.put(session, key=key, purpose=Purpose.NOTICE, due_at=due_at, person_id=to.id, payload=notice)


def _refusal(session: Session, person: Person, to: Person, taken: Sequence[Listed], now: datetime) -> str | None:
    """Why not. Once for each activity: the rights to its occurrences are the same."""
    giver = Actor(person.id, person.team_id, person.user_id, person.external)
    found = {one.activity_id: one for one in taken}.values()
    refusals = (takeover.refusal(session, giver, staffed(session, one.id), to, now) for one in found)
    return next((why for why in refusals if why), None)


def _end_questions(session: Session, by: int | None, person: Person, since: datetime | None, now: datetime) -> None:
    """From the one who leaves, and to them; those who asked are told and can ask somebody else."""
    for one in leaving.handovers(session, person.id, since):
        if not handovers.settle(session, one.id, HandoverState.WITHDRAWN, now):
            continue
        records.audit(session, now, by, HandoverState.WITHDRAWN, "handover", one.id)
        message = handover_views.outdated(staffed(session, one.occurrence_id).occurrence, ENDED)
        outbox.replace(session, f"handover:{one.id}:asked", message, now)
        if one.to_id == person.id:
            _tell_asker(session, one, person, now)


def _tell_asker(session: Session, asked: Handover, person: Person, now: datetime) -> None:
    """As when the colleague says no: the asker is still on it."""
    occurrence = staffed(session, asked.occurrence_id).occurrence
    notice = handover_views.declined(occurrence, person.user_id, now)
    key = f"handover:{asked.id}:left"
    outbox.put(session, key=key, purpose=Purpose.NOTICE, due_at=now, person_id=asked.from_id, payload=notice)


def _replan(session: Session, person_ids: Iterable[int], coordinates: Sequence[int], now: datetime) -> None:
    for person_id in person_ids:
        reminders.replan_person(session, person_id, now)
    if coordinates:
        reminders.replan_places(session, coordinates, now)
