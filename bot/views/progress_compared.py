"""Two stretches of time side by side, activity by activity: first the one asked about, then the other."""

from collections.abc import Sequence
from datetime import date

from bot.domain import dated
from bot.domain import progress_text as text
from bot.domain.periods import Period, period_text
from bot.domain.progress_compared import ComparedTimes
from bot.domain.reading.units import measure
from bot.domain.standing import ActivityProgress
from bot.domain.swedish import number, sentence
from bot.domain.words import AgreementKind, Form
from bot.views.progress_found import Overview, ProgressCompared
from bot.views.progress_parts import Section, called, fitting

LONGEST = 1_500  # characters, beside the rest of the answer
AS_MUCH = "Tiden är inte slut än, så båda räknas lika långt, utan det som pågår."
DELIVERED_ONCE = "görs en gång, så det jämförs inte"


def section(found: Overview, today: date) -> Section:
    """Nothing where no other time was asked for."""
    compared = found.compared
    if compared is None:
        return []
    label = f"{_times(compared.times, found, today)}:"
    if not any(one.frame.activity_id in compared.before for one in found.activities):
        what = "Löftet" if found.agreement.kind is AgreementKind.CITIZEN_PROMISE else "Överenskommelsen"
        return [(label, f"{what} gällde inte hela den andra tiden, så det finns inget att jämföra med.")]
    lines = [f"• {called(one, found)}: {_line(one, found, compared, today)}" for one in found.activities]
    shown, more = fitting(lines, LONGEST)
    return [(label, AS_MUCH if compared.times.cut_from else ""), *[("", line) for line in (*shown, *more)]]


def in_a_row(some: Sequence[Overview], today: date) -> str:
    """Gives "Tertial 1: 2 blev klara", of all that is agreed in one of several municipalities."""
    compared = some[0].compared
    if compared is None:
        return ""
    held = [compared.before.get(one.frame.activity_id) for found in some for one in found.activities]
    then = [one for one in held if one]
    over = compared.times.other.last < today
    summary = text.summary(then, over=over, noun=False) if then else "gällde inget av det"
    return f"{sentence(_named(compared.times, compared.times.other, some[0], today))}: {summary}"


def _times(times: ComparedTimes, found: Overview, today: date) -> str:
    first, other = (_named(times, one, found, today) for one in (times.first, times.other))
    return f"{sentence(first)} jämfört med {other}"


def _named(times: ComparedTimes, period: Period, found: Overview, today: date) -> str:
    return dated.days(period) if times.cut_from else period_text(period, today, found.agreement.first_month)


def _line(one: ActivityProgress, found: Overview, compared: ProgressCompared, today: date) -> str:
    """Gives "11 gjorda av 14 väntade – mot 9 gjorda av 15 väntade"."""
    if one.frame.form is Form.DELIVERABLE:
        return DELIVERED_ONCE
    now, before = (some.get(one.frame.activity_id) for some in (compared.now, compared.before))
    if now is None and before is None:
        return "gällde inte någon av tiderna"
    told = _told(now, found.measures) if now else "gällde inte den första tiden"
    if before is None:
        return f"{told} – gällde inte den andra tiden"
    part = "" if before.period == compared.times.other else f" ({period_text(before.period, today)})"
    return f"{told} – mot {_told(before, found.measures)}{part}"


def _told(one: ActivityProgress, asked: Sequence[str]) -> str:
    """The numbers of reports that were `asked` for, else how much was done of what was expected."""
    if asked:
        return ", ".join(f"{measure(key).label}: {number(one.measures.get(key, 0))}" for key in asked)
    if one.tally.goal is None:
        return text.done(one)
    if not one.expected:
        return f"{text.counted(one)}, {text.NOTHING_EXPECTED}"
    return f"{text.counted(one)} av {number(one.expected)} {'väntad' if one.expected == 1 else 'väntade'}"
