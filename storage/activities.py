"""Activities as they are planned: where they belong, and who is responsible for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, and_, delete, insert, or_, select, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from bot.domain.kinds import kind
from bot.domain.new_activity import New, key_of
from bot.domain.periods import Period
from bot.domain.words import Form, GoalOrigin, OccurrenceState, Part, Per
from storage.agreement_rows import NOT_OVER, STANDS
from storage.models import (
    Activity,
    ActivityPerson,
    Agreement,
    FocusArea,
    Goal,
    Municipality,
    Occurrence,
    OccurrencePerson,
)


@dataclass(frozen=True, slots=True)
class Plannable:
    """`first_month` is the month in which the agreement's years begin; `ended_on` the activity's own last day.

    `window`, `cadence` and `recurrence` as on `Activity`.
    """

    id: int
    title: str
    kind: str
    form: Form
    protected: bool
    place: str | None
    function: str | None
    substitute_function: str | None
    agreement_id: int
    agreement: str
    first_month: int
    municipality_id: int
    municipality: str
    police_area_id: int | None
    period_start: date
    period_end: date
    ended_on: date | None
    window: str | None = None
    cadence: Per | None = None
    recurrence: str | None = None

    @property
    def days(self) -> Period:
        """Those that it is agreed on for."""
        return Period(self.period_start, min(self.period_end, self.ended_on or self.period_end))


PLANNABLE: Select[*tuple[Any, ...]] = (
    select(
        col(Activity.id), col(Activity.title), col(Activity.kind), col(Activity.form), col(Activity.protected),
        col(Activity.place), col(Activity.function), col(Activity.substitute_function), col(Agreement.id),
        col(Agreement.title), col(Agreement.first_month), col(Municipality.id), col(Municipality.name),
        col(Municipality.police_area_id), col(Agreement.period_start), col(Agreement.period_end),
        col(Activity.ended_on), col(Activity.window), col(Activity.cadence), col(Activity.recurrence),
    )
    .select_from(Activity)
    .join(FocusArea, col(FocusArea.id) == col(Activity.focus_area_id))
    .join(Agreement, col(Agreement.id) == col(FocusArea.agreement_id))
    .join(Municipality, col(Municipality.id) == col(Activity.municipality_id))
    .where(STANDS)
)  # fmt: skip
IN_ORDER = (col(FocusArea.position), col(Activity.position), col(Activity.id))


def plannable(session: Session, activity_id: int) -> Plannable | None:
    row = session.connection().execute(PLANNABLE.where(col(Activity.id) == activity_id)).first()
    return Plannable(*row) if row else None


def plannable_in(session: Session, municipality_ids: Sequence[int], today: date) -> list[Plannable]:
    """What agreements there that are not over say is to be done, in the order of the agreements' own text."""
    statement = PLANNABLE.where(
        col(Activity.municipality_id).in_(municipality_ids),
        NOT_OVER,
        or_(col(Activity.ended_on).is_(None), col(Activity.ended_on) >= today),
    )
    statement = statement.order_by(col(Agreement.title), col(Agreement.period_start), col(Agreement.id), *IN_ORDER)
    return [Plannable(*row) for row in session.connection().execute(statement, {"today": today})]


def people(session: Session, activity_id: int) -> list[tuple[int, Part]]:
    """The ids of those responsible: the lead first, then participants and substitutes."""
    statement = (
        select(col(ActivityPerson.person_id), col(ActivityPerson.part))
        .where(col(ActivityPerson.activity_id) == activity_id)
        .order_by(col(ActivityPerson.part), col(ActivityPerson.person_id))
    )
    return [(person_id, part) for person_id, part in session.connection().execute(statement)]


def set_people(session: Session, activity_id: int, parts: Mapping[int, Part]) -> None:
    """By person id: these are responsible, nobody else."""
    _name(session, ActivityPerson, col(ActivityPerson.activity_id), activity_id, parts)


def set_protected(session: Session, activity_id: int, protected: bool) -> None:
    session.connection().execute(update(Activity).where(col(Activity.id) == activity_id).values(protected=protected))


def set_named(session: Session, occurrence_id: int, parts: Mapping[int, Part]) -> None:
    """By person id: these are on the occurrence, nobody else."""
    _name(session, OccurrencePerson, col(OccurrencePerson.occurrence_id), occurrence_id, parts)


def named_ahead(session: Session, activity_id: int, now: datetime) -> dict[int, dict[int, Part]]:
    """Parts by person id, by occurrence that is planned and not over. Nobody else changes those meanwhile."""
    held = (
        select(col(Occurrence.id))
        .where(
            col(Occurrence.activity_id) == activity_id,
            col(Occurrence.state) == OccurrenceState.PLANNED,
            col(Occurrence.ends_at) > now,
        )
        .order_by(col(Occurrence.id))
        .with_for_update()
    )
    found: dict[int, dict[int, Part]] = {id_: {} for id_ in session.connection().execute(held).scalars()}
    named = select(
        col(OccurrencePerson.occurrence_id), col(OccurrencePerson.person_id), col(OccurrencePerson.part)
    ).where(col(OccurrencePerson.occurrence_id).in_(found))
    for occurrence_id, person_id, part in session.connection().execute(named):
        found[occurrence_id][person_id] = part
    return found


def add(session: Session, new: New) -> int:
    """The last of its focus area. What goes on is asked about each quarter."""
    there = session.exec(select_rows(Activity).where(col(Activity.focus_area_id) == new.area_id)).all()
    row = Activity(
        focus_area_id=new.area_id,
        municipality_id=new.municipality_id,
        key=key_of(new.title, _keys_beside(session, new.area_id)),
        title=new.title,
        kind=new.kind,
        form=new.form,
        protected=kind(new.kind).protected,
        cadence=Per.QUARTER if new.form in (Form.CONTINUOUS, Form.WHEN_NEEDED) else None,
        window=new.window,
        due_on=new.due_on,
        position=max((one.position for one in there), default=-1) + 1,
    )
    session.add(row)
    session.flush()
    return row.id


def _keys_beside(session: Session, area_id: int) -> set[str]:
    """Of the whole agreement: in a file of it each activity is known by its key."""
    of = select(col(FocusArea.agreement_id)).where(col(FocusArea.id) == area_id).scalar_subquery()
    statement = select(col(Activity.key)).join(FocusArea, col(FocusArea.id) == col(Activity.focus_area_id))
    return set(session.connection().execute(statement.where(col(FocusArea.agreement_id) == of)).scalars())


def add_planned_goal(
    session: Session, activity: Plannable, count: int, today: date, *, within: Period | None = None
) -> None:
    """A year as long as the agreement holds, or in all `within` some days."""
    session.add(
        Goal(
            activity_id=activity.id,
            origin=GoalOrigin.PLANNED,
            count=count,
            unit=kind(activity.kind).goal_unit,
            per=Per.PERIOD if within else Per.YEAR,
            valid_from=within.first if within else activity.period_start,
            valid_to=within.last if within else activity.period_end,
            decided_by="samordnaren",
            decided_on=today,
        )
    )
    session.flush()


def ever_named(session: Session, activity_id: int) -> set[int]:
    """Everyone on any of its occurrences, past ones too."""
    statement = (
        select(col(OccurrencePerson.person_id))
        .join(Occurrence, col(Occurrence.id) == col(OccurrencePerson.occurrence_id))
        .where(col(Occurrence.activity_id) == activity_id)
        .distinct()
    )
    return set(session.connection().execute(statement).scalars())


def functions(session: Session, activity_id: int, *, of_party: bool = False) -> set[str]:
    """Those that answer for it; `of_party`: for anything that the same party leads there."""
    own, other = aliased(Activity), aliased(Activity)
    same_party = and_(
        col(other.lead_party_id) == col(own.lead_party_id), col(other.municipality_id) == col(own.municipality_id)
    )
    same = or_(col(other.id) == col(own.id), same_party) if of_party else col(other.id) == col(own.id)
    statement = (
        select(col(other.function), col(other.substitute_function)).join(own, same).where(col(own.id) == activity_id)
    )
    return {name for names in session.connection().execute(statement) for name in names if name}


def _name(session: Session, model: Any, key: Any, id_: int, parts: Mapping[int, Part]) -> None:
    session.connection().execute(delete(model).where(key == id_))
    rows = [{key.key: id_, "person_id": person_id, "part": part} for person_id, part in parts.items()]
    if rows:
        session.connection().execute(insert(model), rows)
