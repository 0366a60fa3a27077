from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, StatementError
from sqlmodel import Session, select

from bot.domain.words import RequestState
from storage.models import AccessRequest

WINTER_NOON = datetime(2026, 1, 15, 12, 0, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture
def session(stored: Session) -> Session:
    return stored


def saved(session: Session, asked_at: datetime) -> AccessRequest:
    request = AccessRequest(team_id="T1", user_id="U1", asked_at=asked_at)
    session.add(request)
    session.commit()
    session.expire_all()
    return request


def found(session: Session, asked_at: datetime) -> AccessRequest:
    return session.exec(select(AccessRequest).where(AccessRequest.asked_at == asked_at)).one()


def test_a_naive_time_is_refused(session: Session) -> None:
    with pytest.raises(StatementError, match="naive datetime 2026-01-15T12:00:00 cannot be stored"):
        saved(session, datetime(2026, 1, 15, 12, 0))


def test_a_naive_time_cannot_be_asked_for(session: Session) -> None:
    with pytest.raises(StatementError, match="naive datetime"):
        found(session, datetime(2026, 1, 15, 12, 0))


def test_swedish_time_comes_back_as_utc(session: Session) -> None:
    asked_at = saved(session, WINTER_NOON).asked_at

    assert (asked_at, asked_at.tzinfo) == (datetime(2026, 1, 15, 11, 0, tzinfo=UTC), UTC)


def test_the_same_moment_is_found_whatever_its_offset(session: Session) -> None:
    request = saved(session, WINTER_NOON)

    assert found(session, WINTER_NOON.astimezone(UTC)) is request


def test_no_time_stays_no_time(session: Session) -> None:
    assert saved(session, WINTER_NOON).decided_at is None


def test_a_word_comes_back_as_itself(session: Session) -> None:
    assert saved(session, WINTER_NOON).state is RequestState.ASKED


def test_an_unknown_word_is_refused(session: Session) -> None:
    saved(session, WINTER_NOON)

    with pytest.raises(IntegrityError, match="ck_access_request_requeststate"):
        session.connection().execute(text("UPDATE access_request SET state = 'perhaps'"))
