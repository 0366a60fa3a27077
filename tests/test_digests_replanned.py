"""Whoever changes their hours or goes away gets the list of the week when they then begin, not as it was planned."""

from datetime import date, datetime, time

import pytest
from sqlmodel import Session, col, select

from bot.domain.manners import Manners
from bot.domain.words import MessageState, Role
from bot.services import digests, preferences, profiles
from bot.services.profiles import Profile
from bot.views.preferences import ChosenSettings, Leave
from storage.models import OutboxMessage, Person
from tests.factories import TEAM, acting, person, stockholm

SUNDAY = stockholm(22, 12)
MONDAY = stockholm(23, 8)
AWAY_ALL_WEEK = Leave(date(2026, 11, 22), date(2026, 11, 29), None)


@pytest.fixture
def session(stored: Session) -> Session:
    return stored


@pytest.fixture
def bo(session: Session) -> Person:
    """His list for Monday 8.00 is written down."""
    bo = person(session, "UBO", Role.STAFF)
    digests.plan(session, SUNDAY)
    return bo


def waits(session: Session) -> datetime | None:
    """When the list of that week comes."""
    session.expire_all()
    row = session.exec(select(OutboxMessage).where(col(OutboxMessage.key).endswith("2026-11-23"))).one()
    return row.due_at if row.state is MessageState.PENDING else None


def choose(session: Session, bo: Person, manners: Manners, leave: Leave | None = None, now: datetime = SUNDAY) -> None:
    preferences.save(session, acting(session, bo), ChosenSettings(manners, leave), now)


def test_who_begins_later_gets_it_later(session: Session, bo: Person) -> None:
    choose(session, bo, Manners(work_from=time(10)))
    assert waits(session) == stockholm(23, 10)


def test_who_will_be_away_on_monday_gets_it_on_coming_back(session: Session, bo: Person) -> None:
    choose(session, bo, Manners(), Leave(date(2026, 11, 23), date(2026, 11, 24), None))
    assert waits(session) == stockholm(25, 8)


def test_who_will_be_away_all_week_gets_none(session: Session, bo: Person) -> None:
    choose(session, bo, Manners(), AWAY_ALL_WEEK)
    assert waits(session) is None


def test_who_is_not_away_after_all_gets_it_again(session: Session, bo: Person) -> None:
    choose(session, bo, Manners(), AWAY_ALL_WEEK)
    absence = preferences.settings(session, acting(session, bo), SUNDAY).absences[0]
    preferences.remove_absence(session, acting(session, bo), absence.id, SUNDAY)
    assert waits(session) == MONDAY


def test_who_moves_gets_it_when_they_begin_there(session: Session, bo: Person) -> None:
    profiles.told_of(session, TEAM, bo.user_id, Profile("Europe/London", gone=False), SUNDAY)
    assert waits(session) == stockholm(23, 9)


def test_a_list_whose_morning_has_been_meanwhile_comes_at_once(session: Session, bo: Person) -> None:
    choose(session, bo, Manners(), Leave(date(2026, 11, 23), date(2026, 11, 23), None))
    absence = preferences.settings(session, acting(session, bo), SUNDAY).absences[0]
    preferences.remove_absence(session, acting(session, bo), absence.id, stockholm(23, 13))
    assert waits(session) == stockholm(23, 13)


def test_what_was_sent_stays_sent(session: Session, bo: Person) -> None:
    session.exec(select(OutboxMessage)).one().state = MessageState.SENT
    session.flush()
    choose(session, bo, Manners(work_from=time(10)), now=stockholm(23, 9))
    assert waits(session) is None
