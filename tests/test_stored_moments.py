"""Moments as they are stored."""

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Dialect
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.calendar import STOCKHOLM
from storage.types import UtcDateTime

SQLITE: Dialect = sqlite.dialect()
POSTGRESQL: Dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
TWICE = datetime(2026, 10, 25, 2, 30, tzinfo=STOCKHOLM)  # the clock shows it before and after it is put back


def stored(dialect: Dialect, moment: datetime) -> Any:
    return UtcDateTime().bind_processor(dialect)(moment)


def test_an_hour_that_comes_twice_is_two_hours() -> None:
    moments = [stored(SQLITE, TWICE.replace(fold=fold)) for fold in (0, 1)]
    assert moments == ["2026-10-25 00:30:00.000000", "2026-10-25 01:30:00.000000"]
    assert [stored(POSTGRESQL, TWICE.replace(fold=fold)) for fold in (0, 1)] == [
        datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1)
    ]


@pytest.mark.parametrize("dialect", [SQLITE, POSTGRESQL], ids=["sqlite", "postgresql"])
def test_a_moment_without_a_zone_is_refused(dialect: Dialect) -> None:
    with pytest.raises(ValueError, match="naive"):
        stored(dialect, datetime(2026, 10, 25, 2, 30))
