"""The rules for dates: 2026-12-03, 3/12, 3 dec, den 20:e, 3–5 december, vecka 48, december, feast days."""

import re
from collections.abc import Iterable
from datetime import date

from bot.domain.calendar import DAY
from bot.domain.periods import Period
from bot.domain.when import near
from bot.domain.when.feasts import FEASTS, SEASONS, advent, holidays
from bot.domain.when.grammar import Rule, rule
from bot.domain.when.model import Impossible
from bot.domain.when.said import Around, Days, Said, SectionRole, Unit
from bot.domain.when.words import MONTH_NAMES

Match = re.Match[str]
CENTURY = 2000
AUTUMN_HOLIDAY = 44


def add(said: Said, days: Days) -> None:
    said.here.days.append(days)
    said.last = "day"


def _year(found: Match, around: Around) -> int | None:
    if found["year"]:
        return int(found["year"])
    if found["short_year"]:
        return CENTURY + int(found["short_year"])
    shift = {"nasta": 1, "forra": -1, "i": 0}.get(found["other_year"] or "")
    return None if shift is None else around.today.year + shift


def _month_number(name: str) -> int:
    return 7 if name == "jul" else MONTH_NAMES.index(name) + 1


def _full(found: Match, said: Said) -> None:
    year, month, day = (int(part) for part in found.groups() if part)
    add(said, lambda _around: [near.one(near.calendar_day(year + CENTURY * (year < 100), month, day))])


def _day_month_year(found: Match, said: Said) -> None:
    day, month, year = (int(part) for part in found.groups())
    add(said, lambda _around: [near.one(near.calendar_day(year + CENTURY * (year < 100), month, day))])


def _day_and_month(found: Match, said: Said) -> None:
    add(said, lambda around: [_dated(found, int(found["day"]), around)])


def _days_and_month(found: Match, said: Said) -> None:
    first, last = int(found["day"]), int(found["last"])
    if _are_two(found, first, last):
        _two(said, *(lambda around, day=day: [_dated(found, day, around)] for day in (first, last)))
        return
    said.here.stretch = said.here.ranged = True
    add(said, lambda around: [_from_to(_dated(found, int(found["day"]), around), int(found["last"]))])


def _are_two(found: Match, first: int, last: int) -> bool:
    """ "3 och 4 december" is a stretch, "3 och 5 december" is two days; "mellan 3 och 5" is a stretch again."""
    return " och " in found[0] and not found[0].startswith("mellan") and last != first + 1


def _two(said: Said, *days: Days) -> None:
    if said.role is not SectionRole.EXCEPT:
        raise Impossible("Jag kan ta en dag eller vecka i taget.")
    for each in days:
        add(said, each)


def _from_to(first: Period, last: int) -> Period:
    end = near.calendar_day(first.first.year, first.first.month, last)
    if end < first.first:
        raise Impossible("Sista dagen ligger före den första.")
    return Period(first.first, end)


def _dated(found: Match, day: int, around: Around) -> Period:
    name = found["month"]
    month = int(name) if name.isdigit() else _month_number(name)
    year = _year(found, around)
    return near.dated(day, month, around) if year is None else near.one(near.calendar_day(year, month, day))


def _dotted(found: Match, said: Said) -> None:
    """ "3.12" is a day, "14.30" a time, "12.10" can be both: what else is said tells which."""
    if said.here.dotted:
        raise Impossible("Två datum eller klockslag står efter varandra.")
    said.here.dotted = int(found["day"]), int(found["month"])
    said.last = "dotted"


def _month_days(found: Match, said: Said) -> None:
    said.here.month_days += [int(number) for number in re.findall(r"\d+", found[0])]
    said.last = "day"


def _weeks(found: Match, said: Said) -> None:
    first, last = int(found["first"]), int(found["last"] or 0)
    if found["last"] and _are_two(found, first, last):
        _two(said, *(lambda around, week=week: [near.whole_week(week, None, around)] for week in (first, last)))
        return

    said.here.ranged = bool(found["last"])

    def weeks(around: Around) -> list[Period]:
        year = _year(found, around)
        first = near.whole_week(int(found["first"]), year, around)
        if not found["last"]:
            return [first]
        last = near.whole_week(int(found["last"]), _last_year(found, first), around)
        return [Period(first.first, last.last)]

    add(said, weeks)


def _last_year(found: Match, first: Period) -> int:
    """ "v 52-2" ends next year."""
    week, year = int(found["first"]), first.first.isocalendar().year
    return year + (int(found["last"]) < week)


def _month(found: Match, said: Said) -> None:
    add(said, lambda around: [near.whole_month(_month_number(found["month"]), _year(found, around), around)])


def _quarter(found: Match, said: Said) -> None:
    number = int(found["number"])
    if not 1 <= number <= 4:
        raise Impossible("Ett år har fyra kvartal.")

    def quarter(around: Around) -> list[Period]:
        year = _year(found, around) or around.today.year + (around.today.month > 3 * number and around.forward)
        return [Period(date(year, 3 * number - 2, 1), near.whole_month(3 * number, year, around).last)]

    add(said, quarter)


def _feast(found: Match, said: Said) -> None:
    day_of = FEASTS[found["feast"]]
    shift = {"fore": -1, "innan": -1, "efter": 1}.get(found["side"] or "", 0) * DAY

    def feast(around: Around) -> list[Period]:
        year = _year(found, around)
        if year is not None:
            return [near.one(day_of(year) + shift)]
        return [near.in_some_year(lambda year: day_of(year) + shift, around)]

    add(said, feast)


def _advent(found: Match, said: Said) -> None:
    number = int(found["number"])
    if not 1 <= number <= 4:
        raise Impossible("Det finns fyra söndagar i advent.")
    add(said, lambda around: [near.in_some_year(advent(number), around)])


def _season(found: Match, said: Said) -> None:
    names = SEASONS[found["season"]]
    said.here.season = True

    def season(around: Around) -> list[Period]:
        year = _year(found, around)
        days = [FEASTS[name] for name in names]
        if year is not None:
            return [near.one(day(year)) for day in days]
        return sorted(near.in_some_year(day, around) for day in days)

    add(said, season)


def _holidays(found: Match, said: Said) -> None:
    def days(around: Around) -> list[Period]:
        years = (around.today.year + step for step in (-2, -1, 0, 1, 2))
        found_days = [holidays(found["season"], year) for year in years]
        if around.forward:
            return [next(days for days in found_days if days.last >= around.today)]
        return [next(days for days in reversed(found_days) if days.first <= around.today)]

    add(said, days)


def _last_day(_found: Match, said: Said) -> None:
    """ "sista april", "den sista varje månad"."""
    said.here.ordinals, said.here.weekdays, said.here.of_workdays = [-1], [*range(7)], True
    said.last = "day"


def _every_feast(found: Match, said: Said) -> None:
    day_of = FEASTS[found["feast"]]
    said.unit = Unit.YEAR
    said.moves = len({(day.month, day.day) for day in map(day_of, range(2026, 2032))}) > 1
    add(said, lambda around: [near.in_some_year(day_of, around)])


def _autumn_holiday(found: Match, said: Said) -> None:
    """The same week in the whole country, unlike the other school holidays."""
    add(said, lambda around: [near.whole_week(AUTUMN_HOLIDAY, _year(found, around), around)])


def _longest_first(names: Iterable[str]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


_DEN = r"(?:den )?"
_NUMBER = r"(?P<day>\d{1,2})(?::e)?"
_LAST = r"(?:den )?(?P<last>\d{1,2})(?::e)?"
_SEASON = rf"(?P<season>{_longest_first(SEASONS)})"
_MORE_DAYS = r"(?:(?: ,| och)+ (?:den )?\d{1,2}(?::e)?(?! <M>))*"
_CLOCK_FOLLOWS = r"(?![.:]\d|-\d)"

RULES: tuple[Rule, ...] = (
    rule(r"(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?: t(?= \d))?", _full),
    rule(r"(20\d\d)([01]\d)([0-3]\d)", _full),
    rule(r"(2\d)([01]\d)([0-3]\d)", _full),
    rule(rf"{_DEN}(\d{{1,2}})[./](\d{{1,2}})[./-](20\d\d|2[4-9]|3\d)(?![./:]\d)", _day_month_year),
    rule(rf"(?:mellan )?{_DEN}{_NUMBER}(?:-| till | tom | och ){_LAST} (?P<month><M>|jul)<YEAR>", _days_and_month),
    rule(rf"{_NUMBER}(?:-| till | tom ){_LAST}/(?P<month>\d{{1,2}})<YEAR>", _days_and_month),
    rule(rf"{_DEN}{_NUMBER} (?:i )?(?P<month><M>|jul)<YEAR>", _day_and_month),
    rule(rf"{_DEN}{_NUMBER}/(?P<month>\d{{1,2}})(?:<YEAR>)(?!/)", _day_and_month),
    rule(r"den (?P<day>\d{1,2})\.(?P<month>\d{1,2})<YEAR>", _day_and_month),
    rule(rf"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}}){_CLOCK_FOLLOWS}", _dotted),
    rule(
        r"(?:v|vecka|veckor) (?P<first>\d{1,2})(?:(?:-| till | tom | och )(?:v |vecka )?(?P<last>\d{1,2}))?<YEAR>",
        _weeks,
    ),
    rule(r"(?:kvartal|q) (?P<number>\d)<YEAR>", _quarter),
    rule(r"(?P<number>\d):e kvartal<YEAR>", _quarter),
    rule(r"(?P<number>\d):e (?:sondag i )?advent(?:ssondagen)?", _advent),
    rule(rf"(?:i )?{_SEASON}helg(?:en)?", _holidays),
    rule(r"(?:den )?sista(?= (?:i )?(?:<M>|varje manad|var \d:e manad|manad|nasta manad))", _last_day),
    rule(rf"varje (?P<feast>{_longest_first(FEASTS)})(?:en|n)?", _every_feast),
    rule(r"(?:i |under |pa )*hostlov(?:et)?<YEAR>", _autumn_holiday),
    rule(
        rf"(?:(?:dagen|dan) (?P<side>fore|innan|efter) )?(?P<feast>{_longest_first(FEASTS)})(?:en|n)?<YEAR>",
        _feast,
    ),
    rule(rf"(?:i )?{_SEASON}(?:en)?<YEAR>", _season),
    rule(rf"(?:den \d{{1,2}}(?::e)?|\d{{1,2}}:e){_MORE_DAYS}(?![:\d])(?! (?:<WD>|vecka|dag))", _month_days),
    rule(r"(?:i |hela |under )*(?P<month><M>)(?: manad)?<YEAR>", _month),
)
