"""From the pieces of a section to the days and times it can mean."""

from datetime import date, datetime, time, timedelta

from bot.domain.calendar import DAY
from bot.domain.periods import Period
from bot.domain.when import near
from bot.domain.when.clock import MEANT, SaidHours, Time
from bot.domain.when.model import Impossible, Unsure
from bot.domain.when.said import Around, Section

MINUTE = timedelta(minutes=1)
EVENLY = 5
TWO_FIGURES = 10  # "10.12" looks like a time, "3.12" does not
A_WEEK = 7


def days_of(section: Section, around: Around) -> list[Period]:
    """Every reading of the days named; empty when none are. Raises Impossible, Unsure."""
    days = _common(section, around)
    if section.month_days:
        days = _month_days(section, days, around)
    if section.ordinals:
        return _nth(section, days)
    return _weekdays(section, days, around) if section.weekdays else days


def _common(section: Section, around: Around) -> list[Period]:
    """What all the phrases have in common: "tisdag v 48", "i morgon 22/11"."""
    common: list[Period] = []
    for phrase in section.days:
        found = phrase(around)
        both = [
            one.within(other)
            for one in common
            for other in found
            if one.first <= other.last and other.first <= one.last
        ]
        if common and not both and section.season:
            raise Unsure
        if common and not both:
            raise Impossible("Dagarna går inte ihop: skriv en i taget.")
        common = both or found
    return common


def _month_days(section: Section, days: list[Period], around: Around) -> list[Period]:
    if len(section.month_days) > 1:
        raise Impossible("Jag kan ta ett datum i taget.")
    number = section.month_days[0]
    if not days:
        return near.month_day(number, around)
    found = (
        [near.one(day) for span in days for day in span.each_day() if day.day == number] if days[0].days < 400 else []
    )
    if not found:
        raise Impossible("Datumen går inte ihop.")
    return found


def _nth(section: Section, days: list[Period]) -> list[Period]:
    if not days or days[0].days > 31:
        raise Unsure
    if len(section.ordinals) > 1:
        raise Impossible("Jag kan ta en dag i taget.")
    inside = [day for day in days[0].each_day() if day.weekday() in section.weekdays]
    number = section.ordinals[0]
    if number == 0 or not -len(inside) <= number <= len(inside):
        raise Impossible("Så många sådana dagar har inte månaden.")
    return [near.one(inside[number if number < 0 else number - 1])]


def _weekdays(section: Section, days: list[Period], around: Around) -> list[Period]:
    if section.through:
        return _through(section.weekdays, days, around)
    if len(section.weekdays) > 1:
        raise Impossible("Jag kan ta en dag i taget.")
    weekday = section.weekdays[0]
    if not days:
        return near.weekdays_near(weekday, around)
    if all(span.days == 1 for span in days):
        return _checked(weekday, days)
    if any(span.days > A_WEEK for span in days):
        raise Unsure
    return [near.one(day) for span in days for day in span.each_day() if day.weekday() == weekday] or _none(
        weekday, days
    )


def _checked(weekday: int, days: list[Period]) -> list[Period]:
    right = [span for span in days if span.first.weekday() == weekday]
    if not right:
        near.must_be(weekday, days[0].first)
    return right


def _none(weekday: int, days: list[Period]) -> list[Period]:
    near.must_be(weekday, days[0].first)
    return []


def _through(weekdays: list[int], days: list[Period], around: Around) -> list[Period]:
    first, length = weekdays[0], (weekdays[-1] - weekdays[0]) % A_WEEK
    if days and any(span.days != A_WEEK for span in days):
        raise Unsure
    starts = [span.first + first * DAY for span in days] or [span.first for span in near.weekdays_near(first, around)]
    return [Period(start, start + length * DAY) for start in starts]


def clocks_of(section: Section) -> list[tuple[int, int | None]]:
    """Minutes from midnight; empty when no time of day is said. Raises Impossible."""
    if section.clock is None:
        return [MEANT[section.part]] if section.part else []
    return section.clock.options(section.part)


def at(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time.min) + minutes * MINUTE


def settle_dotted(section: Section) -> bool:
    """Takes "12.10" as a time where a day is said, as a day where a time is. True if it can be both."""
    if section.dotted is None:
        return False
    first, second = section.dotted
    is_time = first < 24 and second < 60 and (second % EVENLY == 0 or not 1 <= second <= 12 or first >= TWO_FIGURES)
    is_day = 1 <= first <= 31 and 1 <= second <= 12
    if is_day and is_time and not section.names_a_day() and section.clock is None and not section.part:
        return True
    as_time = is_time and section.clock is None and (section.names_a_day() or section.part or not is_day)
    (take_as_time if as_time else take_as_day)(section)
    return False


def take_as_time(section: Section) -> None:
    hour, minute = section.dotted or (0, 0)
    if hour > 24 or minute > 59:
        raise Impossible(f"{hour}.{minute} är varken ett datum eller ett klockslag.")
    section.clock, section.dotted = SaidHours(Time(60 * hour + minute, sure=True)), None


def take_as_day(section: Section) -> None:
    day, month = section.dotted or (0, 0)
    section.days.append(lambda around: [near.dated(day, month, around)])
    section.dotted = None
