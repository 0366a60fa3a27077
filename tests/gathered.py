"""A year of one activity, and the follow-up of it."""

from datetime import date, datetime
from typing import Any

import pytest
from sqlmodel import Session

from bot.domain.follow_up import Followed, FollowUp
from bot.domain.periods import Period
from bot.domain.words import Role
from bot.services.follow_up import gather
from storage.models import Activity, Agreement, Municipality, Occurrence, Person
from tests import progress_rows as rows
from tests.factories import person, stockholm
from tests.progress_rows import MONDAY

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
TERTIAL = Period(date(2026, 5, 1), date(2026, 8, 31))
IN_MAY, IN_OCTOBER = stockholm(12, 18, month=5), stockholm(6, 18, month=10)


@pytest.fixture
def anna(session: Session, place: Municipality) -> Person:
    return person(session, "UANNA", Role.STAFF, place=place)


@pytest.fixture
def promise(session: Session, place: Municipality) -> Agreement:
    return rows.agreement(session, place)


def walks(session: Session, of: Agreement, place: Municipality, **more: Any) -> Activity:
    return rows.activity(session, of, place, "trygghetsvandring", "Vandringar", **more)


def gathered(session: Session, place: Municipality, period: Period = YEAR) -> FollowUp:
    return gather(session, [place.id], period, MONDAY, place=place.name)


def only(found: FollowUp) -> Followed:
    (one,) = found.activities()
    return one


def held(session: Session, of: Activity, by: Person, starts: datetime = IN_MAY, **report: Any) -> Occurrence:
    on = rows.occasion(session, of, starts)
    rows.report(session, on, by, **report)
    return on


def titles(found: FollowUp) -> list[str]:
    return [one.title for one in found.agreements]
