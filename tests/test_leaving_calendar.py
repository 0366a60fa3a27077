"""What becomes of the calendar address of somebody who leaves."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from bot.domain.calendar import local_day
from bot.domain.permissions import Actor
from bot.domain.words import Role
from bot.services import calendar_feeds, leaving
from bot.views.leaving import Takeover
from storage.models import Person
from tests.factories import NOW, acting, municipality, person

TODAY, DAY = local_day(NOW), timedelta(days=1)


@pytest.fixture
def bo(session: Session) -> Person:
    return person(session, "UBO", Role.STAFF, place=municipality(session))


@pytest.fixture
def dina(session: Session) -> Actor:
    return acting(session, person(session, "UDINA", Role.COORDINATOR))


def test_an_old_address_stays_closed_for_who_comes_back(session: Session, bo: Person, dina: Actor) -> None:
    secret = calendar_feeds.new_address(session, acting(session, bo), NOW)
    leaving.leave(session, dina, bo.id, Takeover(None, TODAY), NOW)
    bo.active = True
    session.flush()
    assert calendar_feeds.read(session, secret, NOW) is None


def test_an_address_is_closed_with_the_account(session: Session, bo: Person) -> None:
    secret = calendar_feeds.new_address(session, acting(session, bo), NOW)
    leaving.account_gone(session, bo.id, NOW)
    assert calendar_feeds.read(session, secret, NOW) is None


def test_until_the_day_has_come_it_is_open(session: Session, bo: Person, dina: Actor) -> None:
    secret = calendar_feeds.new_address(session, acting(session, bo), NOW)
    leaving.leave(session, dina, bo.id, Takeover(None, TODAY + 2 * DAY), NOW)
    assert calendar_feeds.read(session, secret, NOW + DAY) is not None
    leaving.day_has_come(session, NOW + 2 * DAY)
    assert calendar_feeds.read(session, secret, NOW + 2 * DAY) is None
