"""The rules for days told from today: i morgon, i fredags, om två veckor, nästa vecka, helgen; and weekdays."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from bot.domain.calendar import DAY, next_working_day
from bot.domain.periods import WEEK, Period
from bot.domain.when import near
from bot.domain.when.dates import add
from bot.domain.when.grammar import Rule, count, rule
from bot.domain.when.model import Unsure
from bot.domain.when.said import Around, Days, Said
from bot.domain.when.words import DAYS

Match = re.Match[str]
_AWAY = {"dag": 0, "morgon": 1, "overmorgon": 2, "gar": -1, "forrgar": -2}
_MONTHS = {"manad": 1, "halvar": 6, "ar": 12}
_STEPS = {"nasta": 1, "kommande": 1, "forra": -1, "denna": 0, "i": 0}
_MORNING_AFTER = 6
_LEAST_DAYS_OFF = 4


def _shifted(days: int) -> Days:
    return lambda around: [near.one(around.today + days * DAY)]


def _day(found: Match, said: Said) -> None:
    add(said, _shifted(_AWAY[found[1]]))


def _today_part(found: Match, said: Said) -> None:
    said.here.part = {"morse": "morgon"}.get(found[1], found[1])
    if found[1] != "natt":
        add(said, _shifted(0))
        return
    said.here.night_before = True
    add(said, _tonight)


def _tonight(around: Around) -> list[Period]:
    """The night belongs to the day after the evening: at three in the morning it is still the same night."""
    began_yesterday = around.now.hour < _MORNING_AFTER or not around.forward
    return [near.one(around.today if began_yesterday else around.today + DAY)]


def _ahead(found: Match, said: Said) -> None:
    _away(found, said, 1)


def _ago(found: Match, said: Said) -> None:
    _away(found, said, -1)


def _away(found: Match, said: Said, sign: int) -> None:
    if found["half"] and found["unit"] not in _MOMENTS:
        raise Unsure
    number = sign * (count(found["number"]) if found["number"] else 1)
    half = 0.5 * sign if found["half"] else 0
    unit = found["unit"]
    if unit in _MOMENTS:
        said.here.instant_after = (number + half) * _MOMENTS[unit]
        said.last = "clock"
    else:
        add(said, lambda around: [near.one(_later(around.today, number, unit))])


_MOMENTS = {
    "timme": timedelta(hours=1), "minut": timedelta(minutes=1), "halvtimme": timedelta(minutes=30),
    "halv timme": timedelta(minutes=30), "kvart": timedelta(minutes=15),
}  # fmt: skip


def _later(day: date, number: int, unit: str) -> date:
    if unit in _MONTHS:
        return near.shifted(day, number * _MONTHS[unit])
    return day + number * (WEEK if unit.startswith("v") else DAY)


def _weekday_in_weeks(found: Match, said: Said) -> None:
    """ "torsdag om två veckor": counted from the coming one or by calendar weeks; asked about where they differ."""
    weekday, weeks = DAYS.index(found["weekday"]), count(found["number"])

    def days(around: Around) -> list[Period]:
        coming = around.today + DAY * ((weekday - around.today.weekday()) % 7) + weeks * WEEK
        by_weeks = near.week_of(around.today + weeks * WEEK).first + weekday * DAY
        near_enough = by_weeks - around.today >= weeks * WEEK - _LEAST_DAYS_OFF * DAY
        return [near.one(day) for day in sorted({coming, by_weeks} if near_enough else {coming})]

    add(said, days)


def _of_weekday(days_of: Callable[[int, Around], list[Period]]) -> Callable[[Match, Said], None]:
    def says(found: Match, said: Said) -> None:
        weekday = DAYS.index(found["weekday"])
        add(said, lambda around: days_of(weekday, around))

    return says


def _last(weekday: int, around: Around) -> list[Period]:
    return [near.last_weekday(weekday, around)]


def _coming(weekday: int, around: Around) -> list[Period]:
    ahead = (weekday - around.today.weekday() - 1) % 7 + 1
    return [near.one(around.today + ahead * DAY)]


def _next_workday(_found: Match, said: Said) -> None:
    add(said, lambda around: [near.one(next_working_day(around.today))])


def _week(found: Match, said: Said) -> None:
    weeks = _STEPS[found[1]]
    add(said, lambda around: [near.week_of(around.today + weeks * WEEK)])


def _after_next_week(_found: Match, said: Said) -> None:
    add(said, lambda around: [near.week_of(around.today + 2 * WEEK)])


def _month(found: Match, said: Said) -> None:
    add(said, lambda around: [near.month_of(near.shifted(around.today.replace(day=1), _STEPS[found[1]]))])


def _year(found: Match, said: Said) -> None:
    add(said, lambda around: [_whole_year(around.today.year + _STEPS[found[1]])])


def _whole_year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31))


def _weekend(found: Match, said: Said) -> None:
    which = (found[1] or "").strip()
    said.here.weekend = True

    def weekend(around: Around) -> list[Period]:
        this = near.week_of(around.today).first + 5 * DAY
        if which == "forra" or (not around.forward and this > around.today):
            this -= WEEK
        days = [Period(this, this + DAY)]
        after = Period(this + WEEK, this + WEEK + DAY)
        if which == "nasta":
            return [after] if around.today >= this else [*days, after]
        if which in ("till", "kommande") and around.today >= this:
            return [*days, after]
        return days

    add(said, weekend)


def _weekend_of_week(_found: Match, said: Said) -> None:
    said.here.weekdays, said.here.through = [5, 6], True


def _now(_found: Match, said: Said) -> None:
    said.here.instant_after = timedelta(0)


_UNIT = r"(?P<unit>timme|minut|halvtimme|halv timme|kvart|dag|dar|vecka|veckor|v|manad|halvar|ar)"
_AMOUNT = rf"(?:(?P<number><N>)(?P<half> och en halv)? )?{_UNIT}"
_WEEKDAY = "(?P<weekday><WD>)"

RULES: tuple[Rule, ...] = (
    rule(r"i (dag|morgon|overmorgon|gar|forrgar)", _day),
    rule(r"helg(?= (?:i |under )?(?:v|vecka) \d)", _weekend_of_week),
    rule(r"i (morse|formiddag|eftermiddag|kvall|natt)", _today_part),
    rule(rf"{_WEEKDAY} om (?P<number><N>) (?:vecka|veckor)", _weekday_in_weeks),
    rule(rf"om (?P<number><N>) (?:vecka|veckor)(?: ,)? (?:pa )?{_WEEKDAY}", _weekday_in_weeks),
    rule(rf"om {_AMOUNT}", _ahead),
    rule(rf"(?:for )?{_AMOUNT} sedan", _ago),
    rule(rf"i {_WEEKDAY}s", _of_weekday(_last)),
    rule(rf"forra {_WEEKDAY}(?:en)?", _of_weekday(_last)),
    rule(rf"(?:nu pa |nu |kommande |den har ){_WEEKDAY}", _of_weekday(_coming)),
    rule(rf"nasta {_WEEKDAY}(?! nasta)", _of_weekday(near.next_weekday)),
    rule(r"(?:nasta|kommande) vardag", _next_workday),
    rule(r"(?:vecka|veckan) efter nasta(?: vecka)?|nastnasta vecka", _after_next_week),
    rule(r"(?:hela |under )?(?:den )?(nasta|kommande|forra|denna) (?:vecka|v)", _week),
    rule(
        r"(?:i|den har|har|hela|under|hela den har) vecka(?! \d)",
        lambda _found, said: add(said, lambda around: [near.week_of(around.today)]),
    ),
    rule(r"(nasta|kommande|forra|denna) manad", _month),
    rule(r"den har manad", lambda _found, said: add(said, lambda around: [near.month_of(around.today)])),
    rule(r"(nasta|kommande|forra|denna|i) ar", _year),
    rule(
        r"(?:(?:hela|under|ar) )+(20\d\d)|(20\d[1-46-9])(?![-.:/])",
        lambda found, said: add(said, lambda _around: [_whole_year(int(found[1] or found[2]))]),
    ),
    rule(r"(?:nu |hela |pa )*(?:(i|till|nasta|kommande|forra|denna|den har) )?helg(?:en)?", _weekend),
    rule(r"(?:just )?nu|(?:alldeles )?nyss|strax|genast|direkt|omgaende|meddetsamma", _now),
)
