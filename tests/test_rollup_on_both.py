"""The kept sums are told alike by both databases, the first time and when PostgreSQL has kept its plan."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import create_engine
from sqlmodel import Session

from bot.domain.nation import Totals
from storage import rollup
from tests.databases import Create
from tests.progress_rows import in_timra

OFTEN = 12  # the driver prepares at the sixth, and the server keeps a plan at the eleventh


@pytest.mark.parametrize(
    ("today", "expected", "missing"),
    [(date(2026, 11, 23), 70, 1), (date(2026, 11, 12), 68, 0), (date(2026, 1, 1), 0, 0)],
)
def test_timra_on_a_day_of_its_year(
    database_from: Callable[[Create], str], today: date, expected: int, missing: int
) -> None:
    engine = create_engine(database_from(in_timra))
    first, last = date(2026, 1, 1), date(2026, 12, 31)
    with Session(engine) as session:
        told = [rollup.totals(session, first, last, today) for _ in range(OFTEN)]
    engine.dispose()

    ((_, name, found),) = told[0]
    assert (name, found) == ("Timrå", Totals(79, expected, missing, done=61, not_done=8))
    assert told == [told[0]] * OFTEN
