"""Calendar entries as an iCalendar file (RFC 5545), with what Outlook, Google and Apple each want beside it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from bot.domain.calendar import DAY, STOCKHOLM, local, local_day
from bot.domain.calendar_entry import CalendarEntry

if TYPE_CHECKING:  # a library that takes long to load is loaded with the first file
    from icalendar import Event, Timezone, TimezoneDaylight, TimezoneStandard

MAKER = "-//Medborgarloften//Loftet//SV"
ASK_AGAIN = timedelta(hours=1)  # advice to the program; Google asks when it pleases
WINTER, SUMMER = timedelta(hours=1), timedelta(hours=2)
MARCH, OCTOBER = 3, 10
RULE_SINCE = 1996  # the clock has changed on these Sundays all over the union since then


def calendar_file(name: str, entries: Sequence[CalendarEntry], *, about: str = "") -> bytes:
    """Depends on nothing but what is given, so that what has not changed is the same file."""
    from icalendar import Calendar
    from icalendar.prop import vDuration

    made = Calendar()
    for key, value in _head(name, about):
        made.add(key, value)
    made.add("refresh-interval", vDuration(ASK_AGAIN), parameters={"value": "DURATION"})
    made.add("x-published-ttl", vDuration(ASK_AGAIN))
    made.add_component(_stockholm(_first_year(entries)))
    for entry in entries:
        made.add_component(_event(entry))
    content: bytes = made.to_ical()
    return content


def _head(name: str, about: str) -> Iterator[tuple[str, str]]:
    yield "prodid", MAKER
    yield "version", "2.0"
    yield "calscale", "GREGORIAN"
    yield "method", "PUBLISH"
    yield "name", name
    yield "x-wr-calname", name
    yield "x-wr-timezone", STOCKHOLM.key
    if about:
        yield "description", about
        yield "x-wr-caldesc", about


def _event(entry: CalendarEntry) -> "Event":
    from icalendar import Event

    made = Event()
    made.add("uid", entry.uid)
    made.add("sequence", entry.sequence)
    for stamp in ("dtstamp", "last-modified"):
        made.add(stamp, entry.changed_at.astimezone(UTC))
    made.add("dtstart", _shown(entry.starts))
    made.add("dtend", _shown(entry.ends))
    for key, value in _words(entry):
        made.add(key, value)
    return made


def _words(entry: CalendarEntry) -> Iterator[tuple[str, str]]:
    busy = entry.engages and not entry.cancelled
    yield "summary", entry.summary
    if entry.place:
        yield "location", entry.place
    if entry.description:
        yield "description", entry.description
    yield "status", "CANCELLED" if entry.cancelled else "CONFIRMED"
    yield "transp", "OPAQUE" if busy else "TRANSPARENT"
    yield "x-microsoft-cdo-busystatus", "BUSY" if busy else "FREE"
    yield "class", "PRIVATE" if entry.private else "PUBLIC"


def _shown(moment: date | datetime) -> date | datetime:
    """On the wall in Stockholm; in UTC where the wall shows the same hour a second time."""
    if not isinstance(moment, datetime):
        return moment
    wall = local(moment)
    return moment.astimezone(UTC) if wall.fold else wall


def _first_year(entries: Iterable[CalendarEntry]) -> int:
    days = (local_day(one.starts) if isinstance(one.starts, datetime) else one.starts for one in entries)
    return min((day.year for day in days), default=RULE_SINCE)


def _stockholm(year: int) -> "Timezone":
    """From that year on, by rule: Outlook does not read the lists of dates that the library would write."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    made = Timezone()
    made.add("tzid", STOCKHOLM.key)
    made.add_component(_change(TimezoneStandard(), "CET", _last_sunday(year - 1, OCTOBER), time(3), SUMMER, WINTER))
    made.add_component(_change(TimezoneDaylight(), "CEST", _last_sunday(year - 1, MARCH), time(2), WINTER, SUMMER))
    return made


def _change(
    made: "TimezoneStandard | TimezoneDaylight", name: str, day: date, clock: time, before: timedelta, after: timedelta
) -> "TimezoneStandard | TimezoneDaylight":
    made.add("tzname", name)
    made.add("dtstart", datetime.combine(day, clock))
    made.add("rrule", {"freq": "yearly", "bymonth": day.month, "byday": "-1su"})
    made.add("tzoffsetfrom", before)
    made.add("tzoffsetto", after)
    return made


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)  # March and October both have so many days
    return last - DAY * ((last.weekday() + 1) % 7)
