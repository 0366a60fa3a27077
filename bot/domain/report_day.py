"""Which day a report says it is about: "i går 45 fordon", "i fredags", "20/11". Nothing is dated by a guess."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.calendar import DAY
from bot.domain.swedish import MONTHS_SHORT, WEEKDAYS, fold

WEEK = timedelta(days=7)
BACK = {"dag": 0, "kvall": 0, "morse": 0, "gar": 1, "forrgar": 2}
_DAYS = [fold(day) for day in WEEKDAYS]
_MONTHS = [month[:3] for month in MONTHS_SHORT]
_RELATIVE = re.compile(r"\bi ?(dag|kvall|morse|gar|forrgar)(?:kvall|natt)?\b")
_WEEKDAY = re.compile(rf"\b(?<!pa )(?<!till )(?<!nasta )(?<!varje )({'|'.join(_DAYS)})(?!ar)")
_DATES = (
    re.compile(r"\b(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"),
    re.compile(r"(?<![\d/])(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/])"),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?::?e)? (?P<name>{'|'.join(_MONTHS)})[a-z]*\b"),
    re.compile(r"\bden (?P<day>\d{1,2})(?::e)?(?![\d.,:/])"),
)
_SOME_DAY = re.compile(r"\b(?:harom\w+|helgen|forra|i veckan|(?:dag|dagar|vecka|veckor|manad|manader) sedan)\b")


@dataclass(frozen=True, slots=True)
class Day:
    """`on` is None when it is unsure which day is meant ("häromdagen"), or when several are."""

    on: date | None


def day_said(text: str, today: date) -> Day | None:
    """None when no day is said. A date without a year is the latest that has been."""
    folded = fold(text)
    days = {*_days(folded, today)}
    if _SOME_DAY.search(folded) or len(days) > 1:
        return Day(None)
    return Day(days.pop()) if days else None


def _days(folded: str, today: date) -> Iterator[date | None]:
    for relative in _RELATIVE.finditer(folded):
        yield today - BACK[relative[1]] * DAY
    for weekday in _WEEKDAY.finditer(folded):
        ago = (today.weekday() - _DAYS.index(weekday[1])) % 7
        last_week = ago == 0 and folded.startswith("s", weekday.end())  # "i måndags", said on a Monday
        yield today - ago * DAY - last_week * WEEK
    for pattern in _DATES:
        for found in pattern.finditer(folded):
            yield _date(found.groupdict(), today)


def _date(said: dict[str, str | None], today: date) -> date | None:
    name = said.get("name")
    month = _MONTHS.index(name) + 1 if name else int(said.get("month") or today.month)
    try:
        day = date(int(said.get("year") or today.year), month, int(said["day"] or 0))
        if day <= today or said.get("year"):
            return day
        if name or "month" in said:
            return day.replace(year=day.year - 1)
        return (day.replace(day=1) - DAY).replace(day=day.day)  # "den 28", said on the 3rd, was last month
    except ValueError:
        return None
