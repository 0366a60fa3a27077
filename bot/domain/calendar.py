"""Swedish wall time and Swedish working days. Stockholm decides, UTC is stored."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache, lru_cache
from types import MappingProxyType
from zoneinfo import ZoneInfo

from dateutil.easter import easter

STOCKHOLM = ZoneInfo("Europe/Stockholm")

DAY = timedelta(days=1)
SATURDAY = 5


def to_utc(wall: datetime, zone: tzinfo = STOCKHOLM) -> datetime:
    """The instant when a clock in `zone` shows `wall` (naive). Raises ValueError if `wall` is aware.

    A time that spring skips becomes the first instant after the gap; one that autumn repeats is the first of the two.
    """
    if wall.tzinfo is not None:
        raise ValueError(f"{wall!r} is aware already: wall time is naive")
    first = wall.replace(fold=0)
    while not _exists(first, zone):
        # Gaps begin and end on whole minutes, so this walks to the exact end of one.
        first = first.replace(second=0, microsecond=0) + timedelta(minutes=1)
    return first.replace(tzinfo=zone).astimezone(UTC)


def at(day: date, clock: time, zone: tzinfo = STOCKHOLM) -> datetime:
    """The instant (UTC) of a clock time on a day."""
    return to_utc(datetime.combine(day, clock), zone)


def same_clock(day: date, moment: datetime) -> datetime:
    """When the clock in Stockholm shows on another day what it shows at `moment` (UTC)."""
    return at(day, wall_time(moment).time())


def local(moment: datetime, zone: tzinfo = STOCKHOLM) -> datetime:
    """Raises ValueError for a naive datetime, which `astimezone` would read in the host's own zone."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment!r} is naive: which instant it means is unknown")
    return moment.astimezone(zone)


def wall_time(moment: datetime, zone: tzinfo = STOCKHOLM) -> datetime:
    """What the clock on the wall shows, naive: the form in which days may be added across a clock change."""
    return local(moment, zone).replace(tzinfo=None, fold=0)


@lru_cache(1024)  # the same "now" is asked about all over
def local_day(moment: datetime, zone: tzinfo = STOCKHOLM) -> date:
    return local(moment, zone).date()


def day_bounds(day: date, zone: tzinfo = STOCKHOLM) -> tuple[datetime, datetime]:
    """First instant of the day and of the next (UTC): 23, 24 or 25 hours apart."""
    return at(day, time.min, zone), at(day + DAY, time.min, zone)


@cache
def red_days(year: int) -> Mapping[date, str]:
    """Public holidays (lag 1989:253) beside ordinary Sundays."""
    sunday = easter(year)
    return MappingProxyType(
        {
            date(year, 1, 1): "nyårsdagen",
            date(year, 1, 6): "trettondedag jul",
            sunday - 2 * DAY: "långfredagen",
            sunday: "påskdagen",
            sunday + DAY: "annandag påsk",
            date(year, 5, 1): "första maj",
            sunday + 39 * DAY: "Kristi himmelsfärdsdag",
            sunday + 49 * DAY: "pingstdagen",
            date(year, 6, 6): "Sveriges nationaldag",
            _saturday_from(date(year, 6, 20)): "midsommardagen",
            _saturday_from(date(year, 10, 31)): "alla helgons dag",
            date(year, 12, 25): "juldagen",
            date(year, 12, 26): "annandag jul",
        }
    )


@cache
def eves(year: int) -> Mapping[date, str]:
    """Days before a red day when offices are closed although the law counts them as ordinary days."""
    return MappingProxyType(
        {
            easter(year) - DAY: "påskafton",
            easter(year) + 48 * DAY: "pingstafton",
            _saturday_from(date(year, 6, 20)) - DAY: "midsommarafton",
            date(year, 12, 24): "julafton",
            date(year, 12, 31): "nyårsafton",
        }
    )


def is_working_day(day: date) -> bool:
    return day.weekday() < SATURDAY and day not in red_days(day.year) and day not in eves(day.year)


def next_working_day(day: date) -> date:
    """The first working day after `day`, never `day` itself."""
    return working_day_from(day + DAY)


def working_day_from(day: date) -> date:
    """`day` if it is a working day, else the next."""
    while not is_working_day(day):
        day += DAY
    return day


def working_day_until(day: date) -> date:
    """`day` if it is a working day, else the one before it."""
    while not is_working_day(day):
        day -= DAY
    return day


def _saturday_from(day: date) -> date:
    return day + DAY * ((SATURDAY - day.weekday()) % 7)


def _exists(wall: datetime, zone: tzinfo) -> bool:
    return wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None) == wall
