"""What a person sees of their own: what is next, reports, home, absences and settings."""

from collections.abc import Callable, Iterable, Mapping
from itertools import product
from typing import Any

from bot.views import absences, home, mine, people, preferences
from tests import longest as l
from tests import longest_own as own
from tests.factories import NOW

SAMPLES: Mapping[str, Callable[[], Iterable[dict[str, Any]]]] = {
    "absences.because_away": lambda: [absences.because_away(people.welcome(), own.absence(), NOW.date())],
    "absences.chosen": lambda: [
        absences.chosen(own.absence(), seen, hidden, NOW)
        for seen, hidden in product(([], [*l.of_every_form()] * 3), (0, 99))
    ],
    "absences.not_away": lambda: [absences.not_away(own.absence(), NOW)],
    "home.unknown": lambda: [home.unknown(since, NOW) for since in (None, NOW)],
    "home.view": lambda: [home.view(own.home(), NOW)],
    "mine.reports": lambda: [mine.reports(own.reports(20), NOW), mine.reports([], NOW)],
    "mine.show": lambda: [mine.show(own.mine(), NOW)],
    "preferences.form": lambda: [preferences.form(own.settings())],
    "preferences.opener": lambda: [preferences.opener()],
    "preferences.saved": lambda: [preferences.saved(own.settings())],
}
