"""Days and stretches of time for what is read in another year: the year is always there."""

from datetime import date

from bot.domain.periods import Period, period_text
from bot.domain.swedish import day_text, range_text

NEVER = date.min  # in no year that anything is about, so that no year is left out as this one


def day(of: date) -> str:
    """Gives "20 november 2026"."""
    return range_text(of, of, NEVER)


def weekday(of: date) -> str:
    """Gives "fredag 20 november 2026"."""
    return day_text(of, NEVER)


def days(period: Period) -> str:
    """Gives "1 januari–31 december 2026"."""
    return range_text(period.first, period.last, NEVER)


def stretch(period: Period) -> str:
    """Gives "2026", "tertial 2 2025", "april 2021–mars 2022"."""
    return period_text(period, NEVER)
