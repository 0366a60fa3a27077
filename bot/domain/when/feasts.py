"""Days with a name: feasts, their eves, and the days that a municipality plans around."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from dateutil.easter import easter

from bot.domain.calendar import DAY, eves, red_days
from bot.domain.periods import Period
from bot.domain.swedish import fold

SUNDAY = 6
_WITH_OWN_NAMES = {
    "trettondagen": "trettondedag jul", "trettondag jul": "trettondedag jul", "trettondagjul": "trettondedag jul",
    "nationaldagen": "sveriges nationaldag", "kristi himmelsfard": "kristi himmelsfardsdag", "nyarsdag": "nyarsdagen",
    "kristi himmelfardsdag": "kristi himmelsfardsdag", "kristi himmelfard": "kristi himmelsfardsdag",
    "kristi flygare": "kristi himmelsfardsdag", "allhelgona": "alla helgons dag", "allhelgonadagen": "alla helgons dag",
    "alla helgon": "alla helgons dag", "varje helgons dag": "alla helgons dag", "varje helgon": "alla helgons dag",
    "langfredag": "langfredagen", "midsommarafton": "midsommarafton", "midsommardag": "midsommardagen",
}  # fmt: skip
_FIXED = {
    "lucia": (12, 13), "luciadagen": (12, 13), "varje hjartans dag": (2, 14), "varje hjartans": (2, 14),
    "valborg": (4, 30), "valborgsmassoafton": (4, 30), "valborgsafton": (4, 30), "halloween": (10, 31),
    "trettondagsafton": (1, 5), "tjugondag knut": (1, 13), "tjugondag jul": (1, 13), "knut": (1, 13),
    "kvinnodagen": (3, 8), "internationella kvinnodagen": (3, 8), "kanelbullens dag": (10, 4), "fn-dagen": (10, 24),
    "nationaldagsafton": (6, 5), "dan fore dopparedan": (12, 23), "lillejulafton": (12, 23), "lilla julafton": (12, 23),
    "forsta maj": (5, 1), "nyar afton": (12, 31), "vaffeldagen": (3, 25), "alla hjartan": (2, 14),
}  # fmt: skip
_FROM_EASTER = {
    "skartorsdag": -3, "dymmelonsdag": -4, "fettisdag": -47, "fettisdagen": -47, "palmsondagen": -7,
    "annandag pingst": 50, "kristi himmelsfardsafton": 38, "askonsdagen": -46,
}  # fmt: skip
# Said alone, these are more than a day: eve or feast must be asked about.
_SEASONS = {
    "jul": ("julafton", "juldagen"), "pask": ("paskafton", "paskdagen"), "pingst": ("pingstafton", "pingstdagen"),
    "midsommar": ("midsommarafton", "midsommardagen"), "nyar": ("nyarsafton", "nyarsdagen"),
    "annandag": ("annandag jul", "annandag pask"),
}  # fmt: skip


def _named(name: str) -> Callable[[int], date]:
    return lambda year: next(day for day, said in {**red_days(year), **eves(year)}.items() if fold(said) == name)


def _of_year(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _after_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + days * DAY


def _fathers_day(year: int) -> date:
    return nth_weekday(year, 11, SUNDAY, 2)


def _mothers_day(year: int) -> date:
    last = date(year, 5, 31)
    return last - DAY * ((last.weekday() - SUNDAY) % 7)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """May lie in the next month, if the month has not so many."""
    first = date(year, month, 1)
    return first + DAY * ((weekday - first.weekday()) % 7 + 7 * (number - 1))


def advent(number: int) -> Callable[[int], date]:
    """Four Sundays before Christmas Day."""
    return lambda year: date(year, 12, 24) - DAY * ((date(year, 12, 24).weekday() + 1) % 7 + 7 * (4 - number))


def _days() -> dict[str, Callable[[int], date]]:
    official = [fold(name) for name in {**red_days(2026), **eves(2026)}.values()]
    days = {name: _named(name) for name in official}
    days |= {name: _named(of) for name, of in _WITH_OWN_NAMES.items()}
    days |= {name: _of_year(*day) for name, day in _FIXED.items()}
    days |= {name: _after_easter(count) for name, count in _FROM_EASTER.items()}
    return days | {"fars dag": _fathers_day, "farsdag": _fathers_day, "mors dag": _mothers_day, "morsdag": _mothers_day}


FEASTS: Mapping[str, Callable[[int], date]] = MappingProxyType(_days())
SEASONS: Mapping[str, tuple[str, str]] = MappingProxyType(_SEASONS)


def holidays(name: str, year: int) -> Period:
    """ "julhelgen", "påskhelgen": the days off in a row."""
    first, last = {
        "jul": ("julafton", "annandag jul"),
        "pask": ("langfredagen", "annandag pask"),
        "pingst": ("pingstafton", "pingstdagen"),
        "midsommar": ("midsommarafton", "midsommardagen"),
        "nyar": ("nyarsafton", "nyarsdagen"),
    }[name]
    begins = FEASTS[first](year)
    ends = FEASTS[last](year)
    return Period(begins, ends if ends > begins else FEASTS[last](year + 1))
