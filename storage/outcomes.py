"""Saved reports. Core statements, prepared once: these stand between an officer and the acknowledgement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, insert, select, text, update
from sqlmodel import Session, col

from bot.domain.report import Report
from bot.domain.told import Told
from bot.domain.words import HandoverState, OccurrenceState, OutcomeStatus, Reason
from storage.models import Handover, Occurrence, Outcome, OutcomeMeasure, Person
from storage.prepared import Prepared

NEXT_NUMBER = Prepared(
    text(
        "INSERT INTO report_series (municipality_id, year, last) VALUES (:municipality, :year, 1)"
        " ON CONFLICT (municipality_id, year) DO UPDATE SET last = report_series.last + 1 RETURNING last"
    )
)
ASKED = (
    select(col(Handover.id))
    .where(col(Handover.occurrence_id) == bindparam("occurrence"), col(Handover.state) == HandoverState.ASKED)
    .exists()
)
SETTLE = Prepared(
    update(Occurrence)
    .where(col(Occurrence.id) == bindparam("occurrence"), col(Occurrence.state) == OccurrenceState.PLANNED)
    .values(state=OccurrenceState.REPORTED)
    .returning(ASKED),
    returns=[ASKED],
)
REOPEN = update(Occurrence).where(col(Occurrence.id) == bindparam("occurrence")).values(state=bindparam("new_state"))
RETIRE = (
    update(Outcome)
    .where(col(Outcome.id) == bindparam("outcome"), col(Outcome.current))
    .values(current=False, withdrawn_at=bindparam("withdrawn"))
)
INSERT = Prepared(insert(Outcome))
INSERT_MEASURES = Prepared(insert(OutcomeMeasure))


@dataclass(frozen=True, slots=True)
class Settled:
    """`asked`: a colleague has been asked to take it over, and has not answered."""

    asked: bool


@dataclass(frozen=True, slots=True)
class Saved:
    """A version of a report as it stands in the database. `user_id` is the Slack id of who gave it."""

    id: int
    occurrence_id: int
    number: str
    version: int
    current: bool
    status: OutcomeStatus
    reason: Reason | None
    count: int
    note: str
    reported_by_id: int
    reported_at: datetime
    user_id: str
    place: str = ""
    started_at: datetime | None = None
    ended_at: datetime | None = None
    parties: Sequence[str] = ()
    part_of_day: bool = False


SAVED: Select[*tuple[Any, ...]] = (
    select(
        col(Outcome.id), col(Outcome.occurrence_id), col(Outcome.number), col(Outcome.version), col(Outcome.current),
        col(Outcome.status), col(Outcome.reason), col(Outcome.count), col(Outcome.note), col(Outcome.reported_by_id),
        col(Outcome.reported_at), col(Person.user_id), col(Outcome.place), col(Outcome.started_at),
        col(Outcome.ended_at), col(Outcome.parties), col(Outcome.part_of_day),
    )
    .join(Person, col(Person.id) == col(Outcome.reported_by_id))
)  # fmt: skip
ONE = SAVED.where(col(Outcome.id) == bindparam("outcome"))
OF_OCCURRENCE = SAVED.where(col(Outcome.occurrence_id) == bindparam("occurrence"), col(Outcome.current))
FIRST = SAVED.where(col(Outcome.number) == bindparam("number"), col(Outcome.version) == 1)
REPORTERS = select(col(Outcome.reported_by_id)).where(col(Outcome.number) == bindparam("number"))
MEASURES = select(col(OutcomeMeasure.key), col(OutcomeMeasure.value)).where(
    col(OutcomeMeasure.outcome_id) == bindparam("outcome")
)


def settle(session: Session, occurrence_id: int) -> Settled | None:
    """Planned becomes reported. None when somebody was first: of two at once only one changes the row."""
    row = SETTLE.first(session, occurrence=occurrence_id)
    return Settled(*row) if row else None


def reopen(session: Session, occurrence_id: int, state: OccurrenceState) -> None:
    session.connection().execute(REOPEN, {"occurrence": occurrence_id, "new_state": state})


def next_number(session: Session, municipality_id: int, prefix: str, year: int) -> str:
    """Gives "TIM-2026-0042", never the same twice."""
    return f"{prefix}-{year}-{NEXT_NUMBER.scalar(session, municipality=municipality_id, year=year):04d}"


def insert_version(
    session: Session, occurrence_id: int, number: str, version: int, report: Report, person_id: int, now: datetime
) -> int:
    row = {
        "occurrence_id": occurrence_id,
        "number": number,
        "version": version,
        "current": True,
        "status": report.status,
        "reason": report.reason,
        "count": report.count,
        "note": report.note,
        "place": report.told.place,
        "started_at": report.told.started_at,
        "ended_at": report.told.ended_at,
        "part_of_day": report.told.part_of_day,
        "parties": report.told.parties,
        "reported_by_id": person_id,
        "reported_at": now,
    }
    outcome_id = INSERT.new_id(session, **row)
    if report.measures:
        _insert_measures(session, outcome_id, report.measures)
    return outcome_id


def retire(session: Session, outcome_id: int, withdrawn: datetime | None = None) -> bool:
    """False when it was not the current version any more."""
    values = {"outcome": outcome_id, "withdrawn": withdrawn}
    return session.connection().execute(RETIRE, values).rowcount == 1


def find(session: Session, outcome_id: int) -> Saved | None:
    return _one(session, ONE, outcome=outcome_id)


def of_occurrence(session: Session, occurrence_id: int) -> Saved | None:
    """The current version, if there is one."""
    return _one(session, OF_OCCURRENCE, occurrence=occurrence_id)


def first_of(session: Session, saved: Saved) -> Saved:
    """The report as it was first given."""
    return saved if saved.version == 1 else _one(session, FIRST, number=saved.number) or saved


def as_first_given(session: Session, saved: Saved) -> Saved:
    """The present version, with who gave the first."""
    first = first_of(session, saved)
    return replace(saved, reported_by_id=first.reported_by_id, user_id=first.user_id)


def reporters(session: Session, saved: Saved) -> set[int]:
    """Everyone who has given a version of it."""
    return set(session.connection().execute(REPORTERS, {"number": saved.number}).scalars())


def measures(session: Session, outcome_id: int) -> dict[str, float]:
    rows: Sequence[Any] = session.connection().execute(MEASURES, {"outcome": outcome_id}).all()
    return dict(rows)


def report_of(session: Session, saved: Saved) -> Report:
    told = Told(saved.place, saved.started_at, saved.ended_at, tuple(saved.parties), saved.part_of_day)
    return Report(saved.status, saved.reason, saved.count, measures(session, saved.id), saved.note, told)


def _one(session: Session, statement: Select[*tuple[Any, ...]], **values: Any) -> Saved | None:
    row: Any = session.connection().execute(statement, values).first()
    return Saved(*row) if row else None


def _insert_measures(session: Session, outcome_id: int, values: Mapping[str, float]) -> None:
    rows = [{"outcome_id": outcome_id, "key": key, "value": value} for key, value in values.items()]
    INSERT_MEASURES.run_each(session, rows)
