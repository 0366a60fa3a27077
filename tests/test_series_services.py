"""What a change of several occurrences leaves alone, and who may not make it."""

from datetime import datetime

import pytest
from sqlmodel import Session, col, select

from bot.domain.errors import FieldErrors, NotAllowed
from bot.domain.permissions import Action, Actor
from bot.domain.recurrence import Span
from bot.domain.series import SeriesScope
from bot.domain.words import OccurrenceState, Part, Role
from bot.services import occurrences, series
from bot.views.series import SeriesChange, moved_receipt
from storage.models import AuditEvent, Occurrence, Person
from tests.factories import NOW, acting, activity, municipality, person, stockholm

TUESDAYS = (1, 8, 15)


@pytest.fixture
def dina(session: Session) -> Actor:
    """Three Tuesdays in December 18–20 that Bo leads, in her municipality."""
    town = municipality(session)
    bo, dina = person(session, "UBO", Role.STAFF, place=town), person(session, "UDINA", Role.COORDINATOR, place=town)
    walks = activity(session, town, (bo, Part.LEAD))
    occurrences.plan_series(session, acting(session, dina), walks.id, [evening(day) for day in TUESDAYS], NOW)
    return acting(session, dina)


def evening(day: int) -> Span:
    return Span(stockholm(day, 18, month=12), stockholm(day, 20, month=12))


def days(session: Session) -> list[int]:
    return [one.starts_at.day for one in rows(session)]


def rows(session: Session) -> list[Occurrence]:
    statement = select(Occurrence).order_by(col(Occurrence.id)).execution_options(populate_existing=True)
    return list(session.exec(statement))


def move(session: Session, actor: Actor, number: int, to: int, scope: SeriesScope, now: datetime = NOW) -> SeriesChange:
    chosen = rows(session)[number].id
    return series.move(session, actor, chosen, evening(to), "Torget", scope, now)


@pytest.mark.parametrize(
    ("scope", "after"),
    [(SeriesScope.ONE, [1, 9, 15]), (SeriesScope.FOLLOWING, [1, 9, 16]), (SeriesScope.ALL, [2, 9, 16])],
)
def test_so_far_goes_a_move(session: Session, dina: Actor, scope: SeriesScope, after: list[int]) -> None:
    move(session, dina, 1, 9, scope)
    assert days(session) == after


def test_a_new_place_for_all_leaves_other_days_and_times_alone(session: Session, dina: Actor) -> None:
    series.move(session, dina, rows(session)[0].id, Span(stockholm(1, 17, month=12), stockholm(1, 21, month=12)),
                "", SeriesScope.ONE, NOW)  # fmt: skip
    series.move(session, dina, rows(session)[1].id, evening(8), "Torget", SeriesScope.ALL, NOW)
    assert [(one.starts_at, one.place) for one in rows(session)] == [
        (stockholm(1, 17, month=12), "Torget"), (evening(8).starts, "Torget"), (evening(15).starts, "Torget"),
    ]  # fmt: skip


def test_another_day_for_all_leaves_other_times_and_places_alone(session: Session, dina: Actor) -> None:
    elsewhere = Span(stockholm(1, 17, month=12), stockholm(1, 21, month=12))
    series.move(session, dina, rows(session)[0].id, elsewhere, "Skolan", SeriesScope.ONE, NOW)
    usual = rows(session)[1].place or ""
    series.move(session, dina, rows(session)[1].id, evening(9), usual, SeriesScope.ALL, NOW)
    assert [(one.starts_at, one.ends_at, one.place) for one in rows(session)] == [
        (stockholm(2, 17, month=12), stockholm(2, 21, month=12), "Skolan"),
        (*evening(9), usual),
        (*evening(16), usual),
    ]


def test_what_is_reported_is_left_alone(session: Session, dina: Actor) -> None:
    rows(session)[0].state = OccurrenceState.REPORTED
    session.flush()
    move(session, dina, 1, 9, SeriesScope.ALL)
    assert days(session) == [1, 9, 16]


def test_what_is_over_is_left_alone(session: Session, dina: Actor) -> None:
    move(session, dina, 1, 9, SeriesScope.ALL, evening(1).ends)
    assert days(session) == [1, 9, 16]


def test_what_was_called_off_stays_so(session: Session, dina: Actor) -> None:
    series.cancel(session, dina, rows(session)[0].id, "väder", SeriesScope.ONE, NOW)
    series.cancel(session, dina, rows(session)[1].id, "personal", SeriesScope.ALL, NOW)
    assert [one.cancel_reason for one in rows(session)] == ["väder", "personal", "personal"]


def test_what_came_before_is_not_called_off(session: Session, dina: Actor) -> None:
    series.cancel(session, dina, rows(session)[1].id, "väder", SeriesScope.FOLLOWING, NOW)
    assert [one.state for one in rows(session)] == ["planned", "cancelled", "cancelled"]


def test_each_is_audited(session: Session, dina: Actor) -> None:
    series.cancel(session, dina, rows(session)[1].id, "väder", SeriesScope.FOLLOWING, NOW)
    assert len(session.exec(select(AuditEvent).where(AuditEvent.action == "cancel")).all()) == 2


def test_nothing_is_moved_into_the_past(session: Session, dina: Actor) -> None:
    with pytest.raises(FieldErrors) as error:
        move(session, dina, 2, 2, SeriesScope.ALL)
    assert error.value.fields == {"day": "Tiden har redan varit. Välj en senare tid."}


def test_one_planned_by_itself_has_no_others(session: Session, dina: Actor) -> None:
    alone = occurrences.plan(session, dina, rows(session)[0].activity_id, *evening(17), NOW)
    found = series.find(session, dina, alone.id, NOW)
    assert (found.following, found.all) == (1, 1)


def test_who_leads_changes_one_at_a_time(session: Session, dina: Actor) -> None:
    first = rows(session)[0].id
    bo = acting(session, session.exec(select(Person).where(Person.user_id == "UBO")).one())
    found = series.find(session, bo, first, NOW)
    assert (found.following, found.all) == (1, 1)
    with pytest.raises(NotAllowed, match="Bara samordnaren ändrar flera tillfällen på en gång"):
        series.cancel(session, bo, first, "väder", SeriesScope.ALL, NOW)
    assert dina.may(Action.PLAN, found.staffed.occurrence.municipality_id)


def test_a_red_day_that_is_hit_is_told_of(session: Session, dina: Actor) -> None:
    receipt = moved_receipt(move(session, dina, 2, 24, SeriesScope.ONE), dina.person_id, NOW)
    assert receipt["blocks"][-1]["text"]["text"] == "*Ligger på:* tor 24 dec (julafton)"
