"""Samples of what is said about people, first steps and calendars, with the longest data there is."""

from collections.abc import Callable, Iterable, Mapping
from itertools import product
from typing import Any

from bot.views import calendar_feeds
from bot.views.calendar_feeds import Calendar
from bot.views.calendar_feeds import Settings as CalendarSettings
from tests.factories import NOW

ADDRESS = f"https://{'kommun.' * 20}example/loftet/kalender/{'a' * 43}.ics"

SAMPLES: Mapping[str, Callable[[], Iterable[dict[str, Any]]]] = {
    "calendar_feeds.address": lambda: [calendar_feeds.address(ADDRESS)],
    "calendar_feeds.all_told": lambda: [calendar_feeds.all_told(Calendar([], withheld)) for withheld in (0, 999)],
    "calendar_feeds.show": lambda: [
        calendar_feeds.show(CalendarSettings(made_at, as_busy), NOW, public=public)
        for made_at, as_busy, public in product((None, NOW), (False, True), (False, True))
    ],
}
