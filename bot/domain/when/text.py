"""A reading in plain Swedish, which is read back as the same."""

from datetime import date, datetime, timedelta

from bot.domain.calendar import wall_time
from bot.domain.periods import Period
from bot.domain.swedish import MONTHS, WEEKDAYS, joined
from bot.domain.when import near
from bot.domain.when.model import Tense, When
from bot.domain.when.rule_text import rule_text
from bot.domain.when.said import Around

NEAR = {-1: "i går, ", 0: "i dag, ", 1: "i morgon, "}
LAST_TWO_DIGIT_HOUR = 7  # "07" cannot be seven in the evening
A_SHIFT = timedelta(hours=14)


def say(when: When, now: datetime, *, tense: Tense = Tense.FUTURE) -> str:
    """ "i morgon, söndag 22 november kl. 18–20". `now` is aware; the year is there when it is not this one."""
    around = Around(wall_time(now), tense is Tense.FUTURE)
    if when.rrule is None:
        return _once(when, around)
    return f"{rule_text(when.rrule, when.excluded.red_days)}{_clocks(when)}{_bounds(when, around)}{_exceptions(when)}"


def _once(when: When, around: Around) -> str:
    start, end = when.start, when.end
    if not isinstance(start, datetime):
        return _day(start, around, near_by=True) if end is None else _range(Period(start, end), around)
    if end is None or _same_night(when):
        return f"{_day(start.date(), around, near_by=True)}{_clocks(when)}"
    assert isinstance(end, datetime)
    first, last = (_day(day.date(), around, always=True) for day in (start, end))
    return f"{first} kl. {_clock(start)} till {last} kl. {_clock(end)}"


def _day(day: date, around: Around, *, near_by: bool = False, always: bool = False) -> str:
    prefix = NEAR.get((day - around.today).days, "") if near_by else ""
    return f"{prefix}{WEEKDAYS[day.weekday()]} {_date(day, around, always)}"


def _date(day: date, around: Around, always: bool = False) -> str:
    leap = (day.month, day.day) == (2, 29)
    this_year = day.year == around.today.year
    clear = this_year and not leap and near.dated(day.day, day.month, around).first == day
    return f"{day.day} {MONTHS[day.month - 1]}" + ("" if clear and not always else f" {day.year}")


def _range(span: Period, around: Around) -> str:
    if span.first.replace(day=1) == span.last.replace(day=1):
        year = _date(span.first, around).removeprefix(f"{span.first.day} ")
        return f"{span.first.day}–{span.last.day} {year}"
    return f"{_date(span.first, around, always=True)}–{_date(span.last, around, always=True)}"


def _same_night(when: When) -> bool:
    start, end = when.start, when.end
    return isinstance(start, datetime) and isinstance(end, datetime) and timedelta(0) < end - start <= A_SHIFT


def _clocks(when: When) -> str:
    start, end = when.start, when.end
    if not isinstance(start, datetime):
        return ""
    if not isinstance(end, datetime):
        return f" kl. {_clock(start)}"
    if _same_night(when):
        return f" kl. {_clock(start)}–{_clock(end, ends=True)}"
    return f" kl. {_clock(start)} i {(end - start) // timedelta(minutes=1)} minuter"


def _clock(moment: datetime, ends: bool = False) -> str:
    if ends and moment.hour == moment.minute == 0:
        return "24"
    hour = f"{moment.hour:02}" if moment.hour <= LAST_TWO_DIGIT_HOUR or ends else str(moment.hour)
    return f"{hour}.{moment.minute:02}" if moment.minute else hour


def _bounds(when: When, around: Around) -> str:
    parts = dict(part.split("=") for part in (when.rrule or "").split(";"))
    start = when.start.date() if isinstance(when.start, datetime) else when.start
    text = f" från och med {_day(start, around, always=True)}"
    if "UNTIL" in parts:
        text += f" till och med {_date(datetime.strptime(parts['UNTIL'][:8], '%Y%m%d').date(), around, always=True)}"
    return text + (f", {parts['COUNT']} gånger" if "COUNT" in parts else "")


def _exceptions(when: When) -> str:
    off = ["röda dagar"] if when.excluded.red_days else []
    off += [_exception(span) for span in when.excluded.spans]
    return f" utom {joined(off)}" if off else ""


def _exception(span: Period) -> str:
    first, last = (f"{day.day} {MONTHS[day.month - 1]} {day.year}" for day in (span.first, span.last))
    return first if first == last else f"{first} till {last}"
