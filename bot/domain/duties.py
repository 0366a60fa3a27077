"""The follow-ups that agreements ask for: of which periods, when they are to be handed over, and who owes them.

A period is counted from the agreement's first month, and ends no later than the agreement does. What is due at each
meeting has no period: it is told of with the meeting.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.domain.calendar import DAY
from bot.domain.functions import FUNCTIONS
from bot.domain.periods import MONTHS_IN, WEEK, Period, period_of, period_text
from bot.domain.swedish import fold, joined
from bot.domain.swedish_words import name
from bot.domain.words import AgreementKind, FollowUpForm, Per

WORD = re.compile(r"\w+")
MOST_MONTHS = 2
"""So long after its period a follow-up is due; that of a single month, before the next one is."""
LATER = timedelta(days=7)
FORGIVEN = relativedelta(years=1)
"""What was due longer ago than that is not asked for any more."""


@dataclass(frozen=True, slots=True)
class Duty:
    """What one agreement asks for in one municipality. `held` are the days on which it holds.

    `known_since` is when it was entered: what was over by then was followed up without us.
    """

    municipality_id: int
    municipality: str
    agreement: AgreementKind
    first_month: int
    held: Period
    form: FollowUpForm
    per: Per
    owner: str
    recipients: tuple[str, ...]
    known_since: date


@dataclass(frozen=True, slots=True)
class Owed:
    """One follow-up, whichever agreements of the municipality ask for it."""

    municipality_id: int
    municipality: str
    period: Period
    first_month: int
    due_on: date
    duties: tuple[Duty, ...]

    @property
    def when(self) -> str:
        """Gives "tertial 2 2026", "april 2021–mars 2022"."""
        return period_text(self.period, date.min, self.first_month)

    @property
    def form(self) -> str:
        forms = sorted({duty.form for duty in self.duties}, reverse=True)
        return joined([f"{name(form)}a" for form in forms])

    @property
    def recipients(self) -> str:
        return joined(list(dict.fromkeys(one for duty in self.duties for one in duty.recipients)))

    def is_late(self, today: date) -> bool:
        return self.due_on < today


def owed(duties: Sequence[Duty], today: date) -> list[Owed]:
    """Of periods that are over, the one that is due first first."""
    together: dict[tuple[int, Period], list[Duty]] = {}
    for duty in (one for one in duties if one.per is not Per.MEETING):
        for period in _periods(duty, today):
            together.setdefault((duty.municipality_id, period), []).append(duty)
    found = [_owed(period, some) for (_, period), some in together.items()]
    return sorted(found, key=lambda one: (one.due_on, one.municipality, one.period))


def remind_later(due_on: date, today: date) -> date:
    """In a week, but not after the day it is due; what is late, the next day."""
    return max(min(today + LATER, due_on), today + DAY)


def functions_in(owner: str) -> list[str]:
    """Keys of the functions that are named: "kommunens trygghetssamordnare" names one, "Timrå kommun" none."""
    said = f" {' '.join(WORD.findall(fold(owner)))} "
    return [
        key for key, one in FUNCTIONS.items() if any(f" {fold(word)} " in said for word in (one.name, one.definite))
    ]


def _owed(period: Period, duties: Sequence[Duty]) -> Owed:
    first = duties[0]
    due_on = min(_due_on(duty.per, period) for duty in duties)
    return Owed(first.municipality_id, first.municipality, period, first.first_month, due_on, tuple(duties))


def _periods(duty: Duty, today: date) -> Iterator[Period]:
    """Those that are over, the oldest first."""
    day = max(duty.held.first, duty.known_since - FORGIVEN)
    while day <= duty.held.last:
        period = _period(duty, day)
        if period.last >= today:
            return
        if period.last >= duty.known_since and _due_on(duty.per, period) >= today - FORGIVEN:
            yield period
        day = period.last + DAY


def _period(duty: Duty, day: date) -> Period:
    if duty.per is Per.PERIOD:
        return duty.held
    whole = period_of(day, duty.per, duty.first_month)
    return Period(whole.first, min(whole.last, duty.held.last))


def _due_on(per: Per, period: Period) -> date:
    """The last day of a month where the period ends with one."""
    if per is Per.WEEK:
        return period.last + WEEK
    return period.last + DAY + relativedelta(months=min(MONTHS_IN.get(per, MOST_MONTHS), MOST_MONTHS)) - DAY
