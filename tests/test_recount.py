"""The sums that the database keeps itself are what a full recount gives, whatever happened in whatever order."""

from collections.abc import Callable
from datetime import date, timedelta

from sqlalchemy import create_engine, text
from sqlmodel import Session

from bot.domain.words import OccurrenceState
from storage import recount, rollup
from storage.models import Activity, Occurrence
from tests.databases import Create
from tests.factories import municipality, person, stockholm
from tests.house import lived_in
from tests.progress_rows import activity, agreement, occasion, report


def test_after_a_year_in_the_sandbox_every_sum_is_right(database_from: Callable[[Create], str]) -> None:
    engine = create_engine(database_from(lived_in))
    with Session(engine) as session:
        assert recount.drift(session) == []
    engine.dispose()
