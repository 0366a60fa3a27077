"""A line about more than one day is asked about, with what to do; a stretch of days is one time."""

from datetime import datetime

import pytest

from bot.domain.calendar import to_utc
from bot.domain.reading import read_report
from bot.sandbox.house import House
from tests.factories import stockholm
from tests.scenes import LEAD, agreed, planned
from tests.seen import wrote

NOW = to_utc(datetime(2026, 11, 23, 9))


async def test_each_day_wants_its_own_line(house: House) -> None:
    patrol = await agreed(house, "fotpatrullering", {"anna": LEAD})
    await planned(house, patrol, stockholm(22, 18), stockholm(22, 20))
    assert await wrote(house, "anna", "fotpatrull fredag och söndag 2 timmar 12 samtal") == (
        "Raden nämner flera dagar, ”fredag och söndag”, och en rapport gäller ett tillfälle. "
        "Skriv en rad för varje dag. Inget är sparat än.\n"
        "Du skrev: ”fotpatrull fredag och söndag 2 timmar 12 samtal”"
    )


@pytest.mark.parametrize("days", ["igår och idag", "fre, lör och sön", "20/11 och 22/11", "alla fredagar"])
def test_no_day_of_several_is_taken_for_all(days: str) -> None:
    reading = read_report(f"fotpatrull {days} 12 samtal", now=NOW)
    assert reading.around.told().started_at is None
    assert reading.note == days
