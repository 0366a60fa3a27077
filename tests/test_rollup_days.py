"""The days that the databases count by are those of Stockholm."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Date, bindparam, create_engine, text

from bot.domain.calendar import DAY, at, local_day
from storage import migrate
from storage.rollup_cells import local_day as day_in
from storage.rollup_cells import local_month as month_in
from storage.types import UtcDateTime
from tests.databases import Create

FIRST, LAST = date(1997, 1, 1), date(2050, 12, 31)
AROUND = (timedelta(microseconds=-1), timedelta(0), timedelta(minutes=59), timedelta(hours=2))


@pytest.fixture
def connection(database_from: Callable[[Create], str]) -> Iterator[Connection]:
    engine = create_engine(database_from(migrate.upgrade))
    with engine.connect() as opened:
        yield opened
    engine.dispose()


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moment=st.datetimes(datetime.combine(FIRST, time.min), datetime.combine(LAST, time.min)))
def test_any_moment_has_its_day_in_stockholm(connection: Connection, moment: datetime) -> None:
    assert_days(connection, [moment.replace(tzinfo=UTC)])


def test_days_begin_at_midnight_on_both_sides_of_each_change_of_clocks(connection: Connection) -> None:
    """Says for how long the rule in the database and the time zone data agree: a new law shows here first."""
    midnights = [at(FIRST + number * DAY, time.min) for number in range((LAST - FIRST).days)]
    turns = [(before, after) for before, after in pairwise(midnights) if after - before != DAY]

    assert len(turns) == 2 * (LAST.year - FIRST.year + 1)
    for before, after in turns:
        assert_days(connection, [one + part for one in (before, after, after + DAY) for part in AROUND])


def assert_days(connection: Connection, moments: Sequence[datetime]) -> None:
    dialect = connection.dialect.name
    statement = text(
        f"SELECT {day_in('x', dialect)} AS day, {month_in('x', dialect)} AS month FROM (SELECT :at AS x) y"
    )
    asked = statement.bindparams(bindparam("at", type_=UtcDateTime())).columns(day=Date, month=Date)
    for moment in moments:
        day = local_day(moment)
        assert tuple(connection.execute(asked, {"at": moment}).one()) == (day, day.replace(day=1)), moment
