"""Whatever is planned, moved, called off, reported, changed, taken back or deleted, the sums are right."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, create_engine, delete, text
from sqlmodel import Session, col, select

from bot.domain.report import Report
from bot.domain.words import OccurrenceState, OutcomeStatus, Role
from storage import migrate, outcomes, recount
from storage.models import Occurrence, Outcome
from storage.occurrences import cancel
from tests.databases import Create
from tests.factories import activity, municipality, person

FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
LENGTHS = (timedelta(hours=2), timedelta(days=7), timedelta(days=92))
# Days around the turns of months, years and clocks; the hours are those when Stockholm and UTC have different days.
moments = st.builds(
    lambda year, month, day, hour: datetime(year, month, day, hour, tzinfo=UTC),
    st.sampled_from([2025, 2026]), st.integers(1, 12), st.sampled_from([1, 2, 25, 28]),
    st.sampled_from([0, 1, 12, 22, 23]),
)  # fmt: skip
which = st.integers(0, 5)
steps = st.one_of(
    st.tuples(st.just("plan"), which, moments, st.sampled_from(LENGTHS), st.booleans()),
    st.tuples(st.just("plan"), which, moments, st.sampled_from(LENGTHS), st.booleans()),
    st.tuples(st.just("move"), which, moments, st.sampled_from(LENGTHS)),
    st.tuples(st.just("call_off"), which),
    st.tuples(st.just("report"), which, st.sampled_from(OutcomeStatus), st.integers(1, 3)),
    st.tuples(st.just("change"), which, st.sampled_from(OutcomeStatus), st.integers(1, 3)),
    st.tuples(st.just("take_back"), which, st.sampled_from([OccurrenceState.PLANNED, OccurrenceState.CANCELLED])),
    st.tuples(st.just("move_all"), which),
    st.tuples(st.just("call_all_off")),
    st.tuples(st.just("give_to_another_municipality"), which),
    st.tuples(st.just("delete"), which),
    st.tuples(st.just("delete_all")),
)


@dataclass
class World:
    session: Session
    activities: Sequence[int]
    places: Sequence[int]
    reporter: int
    made: list[int] = field(default_factory=list)

    def plan(self, which: int, starts: datetime, length: timedelta, planned: bool) -> None:
        of = self.activities[which % len(self.activities)]
        rows = [
            Occurrence(activity_id=of, starts_at=at, ends_at=at + length, planned=planned)
            for at in (starts, starts + timedelta(days=7), starts + timedelta(days=31))
        ]
        self.session.add_all(rows)
        self.session.flush()
        self.made += [row.id for row in rows]

    def move(self, which: int, starts: datetime, length: timedelta) -> None:
        values = {"id": self._one(which), "starts": starts, "ends": starts + length}
        self._run("UPDATE occurrence SET starts_at = :starts, ends_at = :ends WHERE id = :id", **values)

    def call_off(self, which: int) -> None:
        cancel(self.session, self._one(which), "regn")

    def report(self, which: int, status: OutcomeStatus, count: int) -> None:
        if outcomes.settle(self.session, self._one(which)):
            self._version(self._one(which), status, count)

    def change(self, which: int, status: OutcomeStatus, count: int) -> None:
        saved = outcomes.of_occurrence(self.session, self._one(which))
        if saved and outcomes.retire(self.session, saved.id):
            self._version(saved.occurrence_id, status, count)

    def take_back(self, which: int, state: OccurrenceState) -> None:
        saved = outcomes.of_occurrence(self.session, self._one(which))
        if saved and outcomes.retire(self.session, saved.id):
            outcomes.reopen(self.session, saved.occurrence_id, state)

    def move_all(self, which: int) -> None:
        self._run("UPDATE occurrence SET activity_id = :id", id=self.activities[which % len(self.activities)])

    def call_all_off(self) -> None:
        self._run("UPDATE occurrence SET state = 'cancelled', planned = NOT planned WHERE state = 'planned'")

    def give_to_another_municipality(self, which: int) -> None:
        self._run("UPDATE activity SET municipality_id = :id", id=self.places[which % len(self.places)])

    def delete(self, which: int) -> None:
        self._delete(col(Outcome.occurrence_id) == self._one(which), col(Occurrence.id) == self._one(which))

    def delete_all(self) -> None:
        self._delete(col(Outcome.id) > 0, col(Occurrence.id) > 0)

    def _one(self, which: int) -> int:
        return self.made[which % len(self.made)] if self.made else 0

    def _version(self, occurrence_id: int, status: OutcomeStatus, count: int) -> None:
        report, now = Report(status, count=count), datetime.now(UTC)
        outcomes.insert_version(self.session, occurrence_id, str(uuid4()), 1, report, self.reporter, now)

    def _delete(self, outcome: Any, occurrence: Any) -> None:
        self.session.connection().execute(delete(Outcome).where(outcome))
        self.session.connection().execute(delete(Occurrence).where(occurrence))
        self.made = list(self.session.exec(select(Occurrence.id).order_by(col(Occurrence.id))))

    def _run(self, statement: str, **values: Any) -> None:
        self.session.connection().execute(text(statement), values)


@pytest.fixture
def engine(database_from: Callable[[Create], str]) -> Iterator[Engine]:
    made = create_engine(database_from(migrate.upgrade))
    yield made
    made.dispose()


@FEW
@given(play=st.lists(steps, min_size=4, max_size=14))
def test_the_sums_are_what_a_recount_gives(engine: Engine, play: list[tuple[Any, ...]]) -> None:
    with Session(engine) as session:
        timra, hofors = municipality(session, "Timrå"), municipality(session, "Hofors")
        of = [activity(session, place).id for place in (timra, timra, hofors)]
        world = World(session, of, [timra.id, hofors.id], person(session, "UANNA", Role.STAFF).id)
        for name, *how in play:
            getattr(world, name)(*how)
            assert recount.drift(session) == [], (name, how)
