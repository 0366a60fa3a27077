"""How a person wants to be told, as it is kept: on both databases."""

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session

from bot.domain.calendar import STOCKHOLM
from bot.domain.manners import Away, Manners, Wants
from storage import preferences
from storage.models import Absence, Person
from tests.factories import person

TODAY = date(2026, 11, 20)
OWN = Manners(
    quiet_from=time(21), quiet_to=time(6, 30), work_from=time(7), work_to=time(16),
    workdays=frozenset({2, 5, 6}), works_red_days=True, muted=frozenset({"kampanj", "dialog"}), wants=Wants.WEEKLY,
)  # fmt: skip


@pytest.fixture
def session(stored: Session) -> Session:
    return stored


@pytest.fixture
def bo(session: Session) -> Person:
    return person(session, "UBO")


def of(session: Session, who: Person) -> Manners:
    return preferences.manners_of(session, [who.id], TODAY)[who.id]


def away(session: Session, who: Person, first: date, last: date, instead: Person | None = None) -> None:
    row = Absence(person_id=who.id, starts_on=first, ends_on=last, substitute_id=instead.id if instead else None)
    session.add(row)
    session.flush()


def test_who_has_said_nothing_has_the_defaults(session: Session, bo: Person) -> None:
    assert preferences.manners_of(session, [bo.id, 4711], TODAY) == {bo.id: Manners(), 4711: Manners()}


def test_what_was_saved_is_read_back(session: Session, bo: Person) -> None:
    anna = person(session, "UANNA")

    preferences.save(session, bo.id, OWN)

    assert preferences.manners_of(session, [bo.id, anna.id], TODAY) == {bo.id: OWN, anna.id: Manners()}


def test_what_is_saved_anew_replaces_the_old(session: Session, bo: Person) -> None:
    preferences.save(session, bo.id, OWN)
    preferences.save(session, bo.id, Manners())

    assert of(session, bo) == Manners()


def test_absences_that_end_today_or_later_are_there_the_first_first(session: Session, bo: Person) -> None:
    anna = person(session, "UANNA")
    away(session, bo, date(2026, 12, 3), date(2026, 12, 10), anna)
    away(session, bo, date(2026, 11, 1), date(2026, 11, 19))
    away(session, bo, date(2026, 11, 10), TODAY)

    assert of(session, bo).away == (
        Away(date(2026, 11, 10), TODAY),
        Away(date(2026, 12, 3), date(2026, 12, 10), anna.id),
    )


@pytest.mark.parametrize(
    ("name", "zone"),
    [("America/New_York", ZoneInfo("America/New_York")), ("Mars/Olympus", STOCKHOLM), ("../etc", STOCKHOLM)],
)
def test_a_zone_that_is_not_known_counts_as_stockholms(session: Session, bo: Person, name: str, zone: ZoneInfo) -> None:
    bo.time_zone = name
    session.add(bo)
    session.flush()

    assert of(session, bo).zone == zone
