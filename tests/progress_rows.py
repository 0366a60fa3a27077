"""Agreements with a year's work, for tests of how it is going."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import create_engine
from sqlmodel import Session

from bot.domain.words import (
    AgreementKind,
    AgreementState,
    Form,
    GoalOrigin,
    OccurrenceState,
    OutcomeStatus,
    Part,
    Per,
    Reason,
    Role,
)
from storage import migrate
from storage.models import (
    Activity,
    Agreement,
    AgreementMunicipality,
    FocusArea,
    Goal,
    Municipality,
    Occurrence,
    OccurrencePerson,
    Outcome,
    OutcomeMeasure,
    Party,
    Person,
    RoleGrant,
)
from tests.factories import municipality, person, stockholm

MONDAY = datetime(2026, 11, 23, 8, tzinfo=UTC)  # 9.00 in Stockholm
DONE = OutcomeStatus.DONE
NOT_DONE = OutcomeStatus.NOT_DONE


def agreement(
    session: Session,
    place: Municipality,
    kind: AgreementKind = AgreementKind.CITIZEN_PROMISE,
    *,
    years: tuple[int, int] = (2026, 2026),
) -> Agreement:
    """Ended if its last year is over."""
    row = Agreement(
        key=f"{place.name}-{kind}-{years[0]}", kind=kind, title=f"{place.name} {years[0]}", basis=[], questions=[],
        state=AgreementState.CURRENT if years[1] >= MONDAY.year else AgreementState.ENDED,
        period_start=date(years[0], 1, 1), period_end=date(years[1], 12, 31),
    )  # fmt: skip
    session.add(row)
    session.flush()
    session.add(AgreementMunicipality(agreement_id=row.id, municipality_id=place.id))
    session.flush()
    return row


def activity(
    session: Session,
    of: Agreement,
    place: Municipality,
    kind: str,
    title: str,
    *,
    form: Form = Form.DATED,
    goal: int | None = None,
    origin: GoalOrigin = GoalOrigin.PLANNED,
    protected: bool = False,
) -> Activity:
    """In a focus area of its own; a goal is planned by the council on 14 January."""
    area = FocusArea(agreement_id=of.id, position=1, title="Trygghet")
    session.add(area)
    session.flush()
    row = Activity(
        focus_area_id=area.id, municipality_id=place.id, key=title, title=title, kind=kind, form=form,
        protected=protected, position=area.id,
    )  # fmt: skip
    session.add(row)
    session.flush()
    if goal:
        session.add(
            Goal(
                activity_id=row.id,
                origin=origin,
                count=goal,
                unit="gånger",
                per=Per.YEAR,
                valid_from=of.period_start,
                valid_to=of.period_end,
                decided_by="rådet",
                decided_on=date(of.period_start.year, 1, 14),
            )
        )
    session.flush()
    return row


def occasion(session: Session, of: Activity, starts: datetime, *named: Person) -> Occurrence:
    row = Occurrence(activity_id=of.id, starts_at=starts, ends_at=starts + timedelta(hours=2))
    session.add(row)
    session.flush()
    session.add_all(OccurrencePerson(occurrence_id=row.id, person_id=one.id, part=Part.LEAD) for one in named)
    session.flush()
    return row


def report(
    session: Session,
    on: Occurrence,
    by: Person,
    status: OutcomeStatus = DONE,
    *,
    reason: Reason | None = None,
    measures: Mapping[str, float] | None = None,
) -> None:
    on.state = OccurrenceState.REPORTED
    row = Outcome(
        occurrence_id=on.id,
        number=f"X-{on.id}",
        status=status,
        reason=reason,
        reported_by_id=by.id,
        reported_at=on.ends_at,
    )
    session.add(row)
    session.flush()
    session.add_all(OutcomeMeasure(outcome_id=row.id, key=key, value=value) for key, value in (measures or {}).items())
    session.flush()


def reported(
    session: Session, of: Activity, by: Person, count: int, status: OutcomeStatus = DONE, reason: Reason | None = None
) -> None:
    """One a day from the second of January."""
    for day in range(count):
        on = occasion(session, of, stockholm(2, 18, month=1) + timedelta(days=day))
        report(session, on, by, status, reason=reason)


def ahead(session: Session, of: Activity, starts: Sequence[datetime]) -> None:
    for start in starts:
        occasion(session, of, start)


def cancelled(session: Session, of: Activity, starts: datetime) -> None:
    occasion(session, of, starts).state = OccurrenceState.CANCELLED
    session.flush()


def led_by(session: Session, of: Activity, party: Party) -> None:
    session.add(party)
    session.flush()
    of.lead_party_id = party.id
    session.flush()


def grant(session: Session, who: Person, role: Role, place: Municipality) -> None:
    session.add(RoleGrant(person_id=who.id, role=role, municipality_id=place.id, valid_from=date(2026, 1, 1)))
    session.flush()


def timra(session: Session) -> Municipality:
    """A year that stands as in the example of how a chief is answered."""
    place = municipality(session, "Timrå")
    anna = person(session, "UANNA", Role.STAFF, place=place)
    promise = agreement(session, place)
    patrols = activity(session, promise, place, "fotpatrullering", "Synlig polis till fots", goal=44)
    reported(session, patrols, anna, 31)
    reported(session, patrols, anna, 6, NOT_DONE, Reason.STAFF)
    reported(session, patrols, anna, 2, NOT_DONE, Reason.WEATHER)
    ahead(session, patrols, [stockholm(day, 19) for day in (12, 25, 26, 27, 28)])
    checks = activity(
        session, promise, place, "trafikkontroll", "Trafikkontroller vid riskplatser", goal=24, protected=True
    )
    reported(session, checks, anna, 20)
    report(session, occasion(session, checks, stockholm(20, 20)), anna)
    ahead(session, checks, [stockholm(day, 20) for day in (24, 26, 28)])
    talks = activity(session, promise, place, "informationsinsats", "Informationsträffar om droger", goal=4)
    reported(session, talks, anna, 3)
    ahead(session, talks, [stockholm(8, 18, month=12)])
    operations = activity(session, promise, place, "riktad_insats", "Insatser mot droghandel", goal=6, protected=True)
    reported(session, operations, anna, 5)
    ahead(session, operations, [stockholm(9, 18, month=12)])
    huskurage = activity(session, promise, place, "informationsinsats", "Huskurage", form=Form.CONTINUOUS)
    report(session, occasion(session, huskurage, stockholm(30, 9, month=9)), anna, measures={"foreningar": 11})
    return place


def in_timra(url: str) -> None:
    migrate.upgrade(url)
    engine = create_engine(url)
    with Session(engine) as session:
        timra(session)
        session.commit()
    engine.dispose()
