"""What planning a year begins with: what is agreed of how often or when if that can be read, else what is left."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.errors import FieldErrors
from bot.domain.periods import Period
from bot.domain.plan_line import STRETCHES, Days, EachWindow, Line, Times, Windows, ahead_of, read_line
from bot.domain.season import left_to_plan
from bot.domain.words import Form, Per

OF_THE_WHOLE = (Per.YEAR, Per.PERIOD)
"""Of what is counted like this, no words about when in the year can make it fewer."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """`left` of a goal that is counted `per` are not planned yet; None where there is none, or it counts other things.

    `already`: so many occurrences are planned `within`.
    """

    recurrence: str | None
    form: Form
    within: Period
    already: int
    per: Per | None = None
    left: int | None = None


@dataclass(frozen=True, slots=True)
class YearStart:
    """A `count` or a `line`. `asks`: the words are no rule, so that somebody has to say what they mean."""

    count: int | None = None
    line: str = ""
    stretch: str | None = None
    asks: bool = False


def start(agreed: Agreed, now: datetime) -> YearStart:
    if agreed.recurrence is None:
        return YearStart(agreed.left)
    line = _read(agreed.recurrence, ahead_of(agreed.within, now))
    if line is None or _has_no_day(line, agreed.form):
        return YearStart(agreed.left if agreed.per in OF_THE_WHOLE else None, asks=True)
    pace = _pace(line, agreed.form)
    if pace is None:
        return YearStart(line=agreed.recurrence, stretch=_key(line.stretch) if isinstance(line, EachWindow) else None)
    stretch = _key(Windows(pace.per)) if pace.count == 1 else None
    count = left_to_plan(pace.count, pace.per, agreed.within, agreed.already) if agreed.left is None else agreed.left
    return YearStart(count, stretch=stretch)


def _read(words: str, now: datetime) -> Line | None:
    try:
        return read_line(words, now)
    except FieldErrors:
        return None  # they are shown, and asked about


def _has_no_day(line: Line, form: Form) -> bool:
    """ "Vecka 47" and "varannan vecka" say no day, and what is dated needs one."""
    if form is not Form.DATED:
        return False
    if isinstance(line, EachWindow):
        return line.stretch.weeks > 1
    return isinstance(line, Days) and any(days.first != days.last for days, _ in line.days)


def _pace(line: Line, form: Form) -> Times | None:
    """Every week without a day is as good as once a week."""
    if isinstance(line, EachWindow) and form is Form.DATED:
        return Times(1, line.stretch.per)
    return line if isinstance(line, Times) else None


def _key(stretch: Windows) -> str | None:
    return next((key for key, one in STRETCHES.items() if one == stretch), None)
