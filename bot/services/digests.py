"""The list of a week: written down once for everybody, and made of what there is to say when it is sent."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time

from sqlmodel import Session

from bot.domain import digest_policy
from bot.domain.calendar import DAY, at, local_day
from bot.domain.errors import Gone
from bot.domain.good_times import good_after, works
from bot.domain.periods import Period
from bot.domain.permissions import Action, Actor
from bot.domain.words import Form, MessageState, Purpose, Role
from bot.services import deficiencies, stand_ins, subscriptions
from bot.services.mine import UNSENT_SHOWN, next_at, to_report, together
from bot.services.shared_questions import in_list
from bot.views import digests as views
from bot.views.blocks import Message
from bot.views.digests import Desk, Digest, Own
from bot.views.shared_questions import SharedQuestion
from storage import digests, mine, occurrences, people, preferences, reminders
from storage.digests import AskedToTake, Due
from storage.models import OutboxMessage, Person
from storage.occurrences import Listed, Staffed


def plan(session: Session, now: datetime) -> None:
    """Whoever does it, and however often: each person's list of a week is one row."""
    manners = preferences.manners_of(session, digests.everybody(session), local_day(now - DAY))
    digests.put(
        session,
        [
            Due(digests.key(person_id, one.monday), Purpose.DIGEST, person_id, one.due_at)
            for person_id, theirs in manners.items()
            for one in digest_policy.digests(theirs, now)
        ],
    )


def replan(session: Session, person_id: int, now: datetime) -> None:
    """After somebody's hours, absences or time zone changed: a list that is written down already comes when it should.

    One whose morning has been meanwhile comes at the next good time.
    """
    manners = preferences.manners_of(session, [person_id], local_day(now - DAY))[person_id]
    mondays = {digests.key(person_id, monday): monday for monday in digest_policy.near(manners, now)}
    for waiting in digests.waiting(session, mondays):
        due_at = digest_policy.morning_of_week(mondays[waiting.key], manners)
        if due_at and due_at <= now:
            due_at = None if waiting.is_dropped else good_after(manners, now)
        if due_at is None:
            reminders.drop(session, [waiting.message_id])
        elif waiting.is_dropped or due_at != waiting.due_at:
            reminders.set_times(session, [(waiting.message_id, due_at)])


def build(session: Session, message: OutboxMessage, now: datetime) -> Message | MessageState:
    """What it says, or why it is not sent: too late, or nothing to say to somebody who is here to read it."""
    monday = message.key.rpartition(":")[2]
    person = session.get_one(Person, message.person_id)
    manners = preferences.manners_of(session, [person.id], local_day(now - DAY))[person.id]
    if digest_policy.is_too_late(message.due_at, manners, now):
        return MessageState.MISSED
    actor = people.find_actor(session, person.team_id, person.user_id, local_day(now))
    if actor is None or not works(manners, local_day(now, manners.zone)):
        return MessageState.DROPPED
    found = _asking(find(session, actor, date.fromisoformat(monday), now), in_list(session, message.id, now))
    return views.digest(found, now) if found else MessageState.DROPPED


def again(session: Session, message: OutboxMessage, now: datetime) -> Message | None:
    """What one that was sent becomes when something in it has changed; None for who is not with us."""
    person = session.get_one(Person, message.person_id)
    actor = people.find_actor(session, person.team_id, person.user_id, local_day(now))
    if actor is None:
        return None
    monday = date.fromisoformat(message.key.rpartition(":")[2])
    asked = in_list(session, message.id, now, is_sent=True)
    return views.digest(_asking(find(session, actor, monday, now), asked), now)


def find(session: Session, actor: Actor, monday: date, now: datetime) -> Digest:
    week = Period(monday, monday + 6 * DAY)
    return Digest(
        week,
        own=_own(session, actor, week, now),
        desk=_desk(session, actor, week, now),
        standing=subscriptions.due(session, actor, monday, now),
    )


def question(session: Session, actor: Actor, handover_id: int, now: datetime) -> AskedToTake:
    """That waits for the actor's answer. Raises Gone."""
    for asked in digests.questions_to(session, actor.person_id, now):
        if asked.handover_id == handover_id:
            return asked
    raise Gone("Frågan är redan besvarad eller gäller inte längre, så inget är ändrat.")


def _asking(found: Digest, asked: Mapping[int, SharedQuestion]) -> Digest:
    """What is asked about in it stands nowhere else in it."""
    own, desk = found.own, found.desk
    own = replace(
        own,
        asked=list(asked.values()),
        week=[one for one in own.week if one.occurrence.id not in asked],
        to_report=[one for one in own.to_report if one.id not in asked],
    )
    desk = desk and replace(desk, missing=[one for one in desk.missing if one.id not in asked])
    return replace(found, own=own, desk=desk)


def _own(session: Session, actor: Actor, week: Period, now: datetime) -> Own:
    instead = stand_ins.covered(session, actor.person_id, now)
    own = digests.own_week(session, actor.person_id, *_span(week), now)
    ahead = together(own, [one for one, _ in instead if one.ends_at > now and _is_in(week, one)], next_at)
    return Own(
        actor.person_id,
        [Staffed(one, occurrences.named(session, one.id)) for one in ahead],
        to_report(session, actor, instead, now),
        digests.questions_to(session, actor.person_id, now),
        instead=stand_ins.replaced(session, actor.person_id, own) | {one.id: why for one, why in instead},
        left=deficiencies.left_from(session, ahead),
    )


def _is_in(week: Period, one: Listed) -> bool:
    """As `storage.digests.in_span`."""
    since, until = _span(week)
    ends = since < one.ends_at <= until
    return ends or (one.form in (Form.DATED, Form.WINDOW) and since <= one.starts_at < until)


def _desk(session: Session, actor: Actor, week: Period, now: datetime) -> Desk | None:
    places = [place for place in actor.municipalities(Action.PLAN) if Role.COORDINATOR in actor.roles[place]]
    if not places:
        return None
    ahead = digests.week_in(session, places, *_span(week), now)
    shown = [one for one in ahead if not one.protected]
    return Desk(
        shown,
        _leads(session, shown),
        len(ahead) - len(shown),
        digests.unreported_in(session, places, now),
        mine.open_handovers(session, places, now),
        len(mine.unsent(session, places, now - UNSENT_SHOWN)),
    )


def _leads(session: Session, shown: Sequence[Listed]) -> Mapping[int, Sequence[str]]:
    found: dict[int, list[str]] = {}
    for occurrence_id, user_id in digests.leads(session, [one.id for one in shown]):
        found.setdefault(occurrence_id, []).append(user_id)
    return found


def _span(week: Period) -> tuple[datetime, datetime]:
    return at(week.first, time.min), at(week.last + DAY, time.min)
