"""Whatever people do, and in whichever order, what waits is what the policy gives for how things stand in the end."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import StaticPool
from sqlmodel import Session, col, select

from bot.domain.kinds import kind
from bot.domain.reminder_ladder import Coordinator, all_of
from bot.domain.reminder_policy import Facts, is_frequent
from bot.domain.words import Form, MessageState, OccurrenceState, Part, Role, Step
from storage.models import (
    Activity,
    Occurrence,
    OccurrencePerson,
    OutboxMessage,
    Person,
    Reminder,
    RoleGrant,
    Row,
)
from storage.preferences import manners_of
from tests.doings import CHOICES, USERS, World
from tests.factories import activity, municipality, person

ALWAYS = date(2020, 1, 1)
Pending = dict[tuple[int, int, Step], datetime]


def planned(session: Session, now: datetime) -> tuple[Pending, set[tuple[int, int, Step]]]:
    """What the policy gives for the rows as they are: what is ahead, and which questions should have been asked."""
    everyone = session.exec(select(Person)).all()
    manners = manners_of(session, [one.id for one in everyone], ALWAYS)
    grants = session.exec(select(RoleGrant).where(RoleGrant.role == Role.COORDINATOR)).all()
    above = [Coordinator(one.person_id, manners[one.person_id], one.valid_from, one.valid_to) for one in grants]
    ahead, passed = {}, set()
    for row, of in session.exec(select(Occurrence, Activity).where(Occurrence.activity_id == Activity.id)):
        if row.state is not OccurrenceState.PLANNED:
            continue
        siblings = select(Occurrence.starts_at).where(
            Occurrence.activity_id == of.id, Occurrence.state != OccurrenceState.CANCELLED
        )
        often = is_frequent(session.exec(siblings).all())
        late = row.entered_late_at
        facts = Facts(Form.DATED, kind(of.kind), row.starts_at, row.ends_at, of.protected, often, entered_late_at=late)
        people = session.exec(select(OccurrencePerson).where(OccurrencePerson.occurrence_id == row.id)).all()
        for one in all_of(facts, [(who.person_id, who.part) for who in people], above, manners):
            key = (row.id, one.person_id, one.step)
            if one.due_at > now:
                ahead[key] = one.due_at
            else:
                passed.add(key)
    return ahead, passed


def in_outbox(session: Session, *states: MessageState) -> Pending:
    statement = (
        select(Reminder.occurrence_id, Reminder.person_id, Reminder.step, OutboxMessage.due_at)
        .join(OutboxMessage, col(OutboxMessage.id) == Reminder.message_id)
        .join(Occurrence, col(Occurrence.id) == Reminder.occurrence_id)
        .where(col(OutboxMessage.state).in_(states), Occurrence.sequence == Reminder.sequence)
    )
    return {(occurrence, who, Step(step)): due_at for occurrence, who, step, due_at in session.exec(statement)}


indices, days, hours = st.integers(0, 2), st.integers(1, 40), st.integers(0, 23)
users, named, activities = st.sampled_from(USERS), st.sampled_from(USERS[:3]), st.sampled_from([1, 2])
plans = st.tuples(st.just("plan"), activities, days, hours, st.sampled_from([1, 1, 1, 4]))
steps = st.one_of(
    plans,
    st.tuples(st.just("move"), indices, days, hours),
    st.tuples(st.just("hand_over"), indices, named, users),
    st.tuples(st.just("cancel"), indices),
    st.tuples(st.just("report"), indices),
    st.tuples(st.just("undo"), indices),
    st.tuples(st.just("choose"), named, st.integers(0, len(CHOICES) - 1)),
    st.tuples(st.just("go_away"), users, st.integers(0, 40), st.integers(0, 20), st.none() | users),
    st.tuples(st.just("come_back"), users),
    st.tuples(st.just("coordinate"), users, st.none() | st.integers(0, 40)),
    st.tuples(st.just("wait"), st.integers(1, 100)),
)
plays = st.lists(steps, min_size=5, max_size=12)


@dataclass
class Stage:
    """One database in memory, furnished anew for each play: statements are compiled once."""

    furnished: sqlite3.Connection
    used: sqlite3.Connection
    engine: Engine

    def opened(self) -> Session:
        self.furnished.backup(self.used)
        return Session(self.engine, expire_on_commit=False)


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    """A walk that Anna leads and a protected check that Bo leads; Hugo is the substitute of both, Dina coordinates."""
    furnished, used = (sqlite3.connect(":memory:", check_same_thread=False) for _ in range(2))
    engine = create_engine("sqlite://", creator=lambda: furnished, poolclass=StaticPool)
    Row.metadata.create_all(engine)
    with Session(engine) as session:
        place = municipality(session)
        anna, bo, hugo, _ = (person(session, user, Role.STAFF, place=place) for user in USERS[:4])
        person(session, "UDINA", Role.COORDINATOR, place=place)
        activity(session, place, (anna, Part.LEAD), (bo, Part.PARTICIPANT), (hugo, Part.SUBSTITUTE))
        activity(session, place, (bo, Part.LEAD), (hugo, Part.SUBSTITUTE), kind="trafikkontroll", protected=True)
        session.commit()
    yield Stage(furnished, used, create_engine("sqlite://", creator=lambda: used, poolclass=StaticPool))
    furnished.close()
    used.close()


@settings(max_examples=30, deadline=None)  # a thousand in the benchmarks
@given(first=plans, then=plays)
def test_what_waits_is_what_the_policy_gives(
    stage: Stage, first: tuple[object, ...], then: list[tuple[object, ...]]
) -> None:
    assert_policy_holds(stage, first, then)


@pytest.mark.bench
@settings(max_examples=1000, deadline=None)
@given(first=plans, then=plays)
def test_a_thousand_plays_end_as_the_policy_gives(
    stage: Stage, first: tuple[object, ...], then: list[tuple[object, ...]]
) -> None:
    assert_policy_holds(stage, first, then)


def assert_policy_holds(stage: Stage, first: tuple[object, ...], then: list[tuple[object, ...]]) -> None:
    with stage.opened() as session:
        world = World(session)
        for name, *values in [first, *then]:
            world.does(str(name), *values)
        ahead, passed = planned(session, world.now)
        sent, waiting = in_outbox(session, MessageState.SENT), in_outbox(session, MessageState.PENDING)
    # What was put off while its time went by is asked all the same.
    assert {key: due for key, due in waiting.items() if key not in passed} == {
        key: due for key, due in ahead.items() if key not in sent
    }
