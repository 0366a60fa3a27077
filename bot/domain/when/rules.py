"""The parts of a recurrence rule (RFC 5545) that a line asks for."""

from datetime import date

from bot.domain.when.model import Impossible, Unsure
from bot.domain.when.resolve import at, days_of
from bot.domain.when.rule_text import CODES
from bot.domain.when.said import Around, Said, Section, SectionRole, Unit


def is_unclear(said: Said) -> bool:
    """What does not go together: better asked about than dropped."""
    main = said.main
    unit = Unit.WEEK if said.parity is not None or said.workdays else _unit(said)
    of_month = bool(main.ordinals or main.month_days)
    return (
        (of_month and unit in (Unit.DAY, Unit.WEEK))
        or (said.parity is not None and (said.interval > 1 or said.unit not in (None, Unit.WEEK)))
        or (bool(main.month_days) and bool(main.weekdays))
        or (said.unit is Unit.DAY and bool(main.weekdays) and said.interval > 1)
        or (unit in (Unit.MONTH, Unit.YEAR) and bool(main.weekdays) and not main.ordinals)
        or bool(said.count and (said.one(SectionRole.UNTIL) or said.days_long or said.months_long))
        or (main.part == "natt" and main.clock is not None and main.clock.options("natt")[0][0] >= 24 * 60)
        or main.night_before
        or main.instant_after is not None
    )


def rule_parts(said: Said, lowest: date) -> tuple[list[str], list[str]]:
    """The parts of the rule, and those that find its first day: without the interval."""
    by = _by(said, lowest)
    unit = _unit(said)
    base = [f"FREQ={unit.value}", *by]
    return [base[0], *([f"INTERVAL={said.interval}"] if said.interval > 1 else []), *by], base


def _unit(said: Said) -> Unit:
    if said.parity is not None:
        return Unit.YEAR
    if said.unit:
        return said.unit
    return Unit.MONTH if said.main.ordinals or said.main.month_days else Unit.WEEK


def _by(said: Said, lowest: date) -> list[str]:
    main = said.main
    days = ",".join(CODES[day] for day in sorted(set(main.weekdays)))
    if said.parity is not None:
        return _by_week(said, days)
    unit = _unit(said)
    if unit is Unit.MONTH:
        return _by_month(said, days)
    if unit is Unit.YEAR:
        return _by_year(said, lowest)
    if unit is Unit.WEEK and not days:
        return [f"BYDAY={CODES[_only_day(said, lowest).weekday()]}"]
    return [f"BYDAY={days}"] if days else []


def _by_week(said: Said, days: str) -> list[str]:
    """Not INTERVAL=2: after a year of 53 weeks two odd weeks follow each other."""
    if not days:
        raise Unsure
    weeks = range(2 if said.parity == 0 else 1, 54, 2)
    return [f"BYWEEKNO={','.join(map(str, weeks))}", f"BYDAY={days}"]


def _by_month(said: Said, days: str) -> list[str]:
    main = said.main
    if main.month_days:
        if not all(1 <= day <= 31 for day in main.month_days):
            raise Impossible("Så många dagar har ingen månad.")
        return [f"BYMONTHDAY={','.join(map(str, sorted(set(main.month_days))))}"]
    if not main.ordinals:
        if said.one(SectionRole.FROM):
            return []
        raise Unsure
    if any(number > 5 for number in main.ordinals):
        raise Impossible("Så många sådana dagar har ingen månad.")
    if len(set(main.weekdays)) == len(CODES):
        return [f"BYMONTHDAY={','.join(map(str, _each_once(main.ordinals)))}"]
    if main.of_workdays:
        return [f"BYDAY={days}", f"BYSETPOS={','.join(map(str, _each_once(main.ordinals)))}"]
    return [
        "BYDAY="
        + ",".join(f"{number}{CODES[day]}" for number in _each_once(main.ordinals) for day in _each_once(main.weekdays))
    ]


def _each_once(numbers: list[int]) -> list[int]:
    return list(dict.fromkeys(numbers))


def _by_year(said: Said, lowest: date) -> list[str]:
    if not said.main.days:
        raise Unsure
    if said.main.ordinals:
        return [
            f"BYMONTH={_month_of(said, lowest)}",
            *_by_month(said, ",".join(CODES[day] for day in said.main.weekdays)),
        ]
    days = days_of(said.main, Around(at(lowest, 0), forward=True))
    if len(days) != 1 or days[0].days > 1 or said.moves:
        raise Unsure
    return [f"BYMONTH={days[0].first.month}", f"BYMONTHDAY={days[0].first.day}"]


def _month_of(said: Said, lowest: date) -> int:
    span = days_of(Section(days=said.main.days), Around(at(lowest, 0), forward=True))[0]
    if span.days > 31:
        raise Unsure
    return span.first.month


def _only_day(said: Said, lowest: date) -> date:
    """ "var tredje vecka från 1 dec" is on that day; "varje vecka" alone leaves the day open."""
    begin = said.one(SectionRole.FROM)
    if begin is None and not said.main.days:
        raise Unsure
    return lowest
