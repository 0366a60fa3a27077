"""Follow-ups that are owed: whoever owes one is reminded, with the draft at hand, until somebody says it is done."""

from collections.abc import Iterator
from datetime import datetime, time

from sqlmodel import Session

from bot.domain import digest_policy as policy
from bot.domain import duties
from bot.domain.calendar import DAY, at, local_day
from bot.domain.digest_policy import Milestone
from bot.domain.duties import Duty, Owed
from bot.domain.errors import Gone, NotAllowed
from bot.domain.good_times import good_after
from bot.domain.periods import Period
from bot.domain.permissions import Action, Actor
from bot.domain.words import MessageState, Part, Per, Purpose, Role
from bot.services.statute import coordinates
from bot.views import duties as views
from bot.views.blocks import Message
from storage import digests, duties_together, outbox, people, preferences
from storage import duties as stored
from storage.digests import Due
from storage.models import Municipality, Person

NOT_YOURS = "Bara samordnaren och den som ansvarar för uppföljningen svarar på det. Inget är ändrat."
NOT_OWED = "Uppföljningen är redan lämnad eller ska inte lämnas längre, så inget är ändrat."


def marks(session: Session, now: datetime) -> Iterator[tuple[Owed, Milestone]]:
    """What is owed somewhere, and the mark that is near or was passed lately."""
    for one in owed(session, now):
        if mark := policy.follow_up(one.period.last, one.due_on, now):
            yield one, mark


def owed(session: Session, now: datetime, municipality_id: int | None = None) -> list[Owed]:
    """Of periods that are over, what nobody has said is handed over; what is due first first."""
    today = local_day(now)
    places = None if municipality_id is None else [municipality_id]
    done = {
        (one.municipality_id, one.period)
        for one in stored.delivered(session, today - duties.FORGIVEN - duties.FORGIVEN)
    }
    found = duties.owed(stored.all_of(session, today, places), today)
    return [one for one in found if (one.municipality_id, one.period) not in done]


def owners(session: Session, one: Owed, now: datetime) -> list[int]:
    """Whoever holds the function that is named, else the coordinators."""
    found = [person for duty in one.duties for person in owners_of(session, duty, now)]
    return list(dict.fromkeys(found))


def owners_of(session: Session, duty: Duty, now: datetime) -> list[int]:
    """As `owners`."""
    named = [one for key in duties.functions_in(duty.owner) for one in _holders(session, duty, key, now)]
    coordinators = people.with_role(session, Role.COORDINATOR, duty.municipality_id, local_day(now))
    return named or [person.id for person in coordinators]


def _holders(session: Session, duty: Duty, function: str, now: datetime) -> list[int]:
    """The leads, else their substitutes."""
    area = session.get_one(Municipality, duty.municipality_id).police_area_id
    held = people.holders(session, function, duty.municipality_id, area, local_day(now))
    return [person.id for person, part in held if part is Part.LEAD] or [person.id for person, _ in held]


def at_meetings(session: Session, municipality_id: int, now: datetime) -> list[Duty]:
    """What is told to the council each time that it meets."""
    today = local_day(now)
    here = stored.all_of(session, today, [municipality_id])
    return [duty for duty in here if duty.per is Per.MEETING and today in duty.held]


def build(session: Session, actor: Actor, message_id: int, now: datetime) -> Message | MessageState:
    """Dropped when all is done or owed no more, or to who has nothing to do with it any more."""
    about = dict.fromkeys(views.read_key(one) for one in duties_together.keys(session, message_id))
    still = [_find(session, municipality_id, period, now) for municipality_id, period in about]
    found = [one for one in still if one and _concerns(session, actor, one, now)]
    if len(found) > 1:
        return views.several(found, now)
    return views.reminder(found[0], now, may_open=may_open(actor, found[0])) if found else MessageState.DROPPED


def may_open(actor: Actor, one: Owed) -> bool:
    """Whoever owes a follow-up does not always see its draft."""
    return actor.may(Action.FOLLOW_UP, one.municipality_id)


def find(session: Session, actor: Actor, municipality_id: int, period: Period, now: datetime) -> Owed:
    """Raises Gone and NotAllowed."""
    found = _find(session, municipality_id, period, now)
    if found is None:
        raise Gone(NOT_OWED)
    if not _concerns(session, actor, found, now):
        raise NotAllowed(NOT_YOURS)
    return found


def deliver(session: Session, actor: Actor, municipality_id: int, period: Period, now: datetime) -> Message:
    """It is handed over, and nobody is reminded of it any more. Raises Gone and NotAllowed."""
    found = find(session, actor, municipality_id, period, now)
    stored.deliver(session, actor.person_id, municipality_id, period, now)
    said = views.delivered(found, actor.user_id, now)
    outbox.replace(session, f"{key(found)}:", said, now)
    _follow_together(session, found, said, now)
    return said


def _follow_together(session: Session, done: Owed, said: Message, now: datetime) -> None:
    """Messages that told of others too tell of those that are left."""
    for message_id, person_id in duties_together.messages(session, f"{key(done)}:"):
        person = session.get_one(Person, person_id)
        who = people.find_actor(session, person.team_id, person.user_id, local_day(now))
        left = build(session, who, message_id, now) if who else MessageState.DROPPED
        outbox.revise(session, message_id, said if isinstance(left, MessageState) else left, now, key(done))


def put_off(
    session: Session, actor: Actor, municipality_id: int, period: Period, now: datetime
) -> tuple[Owed, datetime]:
    """With when they are reminded again. Raises Gone and NotAllowed."""
    found = find(session, actor, municipality_id, period, now)
    manners = preferences.manners_of(session, [actor.person_id], local_day(now))[actor.person_id]
    day = duties.remind_later(found.due_on, local_day(now))
    again = good_after(manners, at(day, time.min, manners.zone)) or at(day, policy.AFTER_LUNCH)
    # On the day of the second reminder it is that one: nobody is told twice.
    is_second = day == found.due_on - policy.FOLLOW_UP * DAY
    cause = f"{key(found)}:{policy.FOLLOW_UP if is_second else f'later-{day.isoformat()}'}"
    digests.put(session, [Due(f"{cause}:{actor.person_id}", Purpose.NOTICE, actor.person_id, again)])
    return found, again


def key(one: Owed) -> str:
    """What the keys of all messages about it begin with."""
    return f"duty:{views.value(one)}"


def _find(session: Session, municipality_id: int, period: Period, now: datetime) -> Owed | None:
    return next((one for one in owed(session, now, municipality_id) if one.period == period), None)


def _concerns(session: Session, actor: Actor, one: Owed, now: datetime) -> bool:
    return coordinates(actor, one.municipality_id) or actor.person_id in owners(session, one, now)
