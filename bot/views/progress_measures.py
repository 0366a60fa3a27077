"""The numbers of reports that were asked for by name: told for each activity, never added to what was done."""

from datetime import date

from bot.domain.progress_text import during
from bot.domain.reading.units import measure
from bot.domain.swedish import number
from bot.views.progress_found import Overview
from bot.views.progress_parts import Section, called, row

NONE = "inget rapporterat"


def asked_for(found: Overview, today: date) -> Section:
    """Gives "Fordon: 986 i år.", or each one's number where several activities count them.

    Nothing where no number of times is planned: such work is told by its numbers anyway.
    """
    if all(one.tally.goal is None for one in found.activities):
        return []
    return [(f"{measure(key).label}:", f"{_told(key, found, today)}.") for key in found.measures]


def in_a_row(found: Overview, today: date) -> str:
    return " · ".join(f"{measure(key).label}: {_told(key, found, today)}" for key in found.measures)


def _told(key: str, found: Overview, today: date) -> str:
    having = [one for one in found.activities if key in one.measures]
    if not having:
        return f"{NONE} {_when(found, today)}"
    if len(found.activities) == 1:
        return f"{number(having[0].measures[key])} {_when(found, today)}"
    numbers = row([f"{called(one, found)} {number(one.measures[key])}" for one in having])
    return f"{numbers}, {_when(found, today)}"


def _when(found: Overview, today: date) -> str:
    first = found.activities[0]
    return during(first.period, today, first.frame.first_month)
