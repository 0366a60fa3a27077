"""How the parts of an agreement are said, wherever they stand."""

from collections.abc import Sequence
from datetime import date

from bot.domain.agreement_file import GoalEntry
from bot.domain.kinds import unit_of
from bot.domain.swedish import MONTHS, number, range_text
from bot.domain.swedish_words import name


def day(one: date, today: date) -> str:
    """Gives "6 december", with the year when it is not this one."""
    return range_text(one, one, today)


def full_day(one: date) -> str:
    return f"{one.day} {MONTHS[one.month - 1]} {one.year}"


def period(first: date | None, last: date | None) -> str:
    """Gives "1 januari 2027–31 december 2028"; nothing unless both are known."""
    return f"{full_day(first)}–{full_day(last)}" if first and last else ""


def goals(found: Sequence[GoalEntry]) -> list[str]:
    """Gives "12 kontroller per år (utlovat)", "1 kontroll per månad (planerat)"."""
    return [f"{number(one.count)} {unit_of(one.count, one.unit)} {name(one.per)} ({name(one.origin)})" for one in found]
