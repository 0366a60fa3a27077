"""Samples of a coordinator's longest years."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from bot.domain.periods import Period
from bot.domain.school_holidays import SchoolHoliday
from bot.views import school_holidays
from storage.school_holidays import Stored
from tests import longest as l
from tests.factories import NOW

TOWNS = [*enumerate(l.MUNICIPALITIES)]
HOLIDAYS = [
    Stored(l.ID, number, town, SchoolHoliday("Läslov & <höst> i hela kommunen, åk F–9", Period(first, last)))
    for number, town in TOWNS
    for first, last in [(date(2027, 12, 20), date(2028, 1, 9))] * 10
]
LISTING = school_holidays.Listing(HOLIDAYS, TOWNS)

SAMPLES: Mapping[str, Callable[[], Iterable[dict[str, Any]]]] = {
    "school_holidays.form": lambda: [school_holidays.form(LISTING)],
    "school_holidays.listing": lambda: [
        school_holidays.listing(one, NOW) for one in (LISTING, school_holidays.Listing([], TOWNS))
    ],
    "school_holidays.opener": lambda: [school_holidays.opener()],
}
