"""What the whole answer and its details have in common: how lines become a message, and what stands under them."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import accumulate

from bot.domain import dated
from bot.domain import progress_basis as basis
from bot.domain import progress_text as text
from bot.domain.periods import Period, period_of, period_text
from bot.domain.progress import Verdict
from bot.domain.progress_deviations import deviations
from bot.domain.standing import ActivityProgress
from bot.domain.swedish import WEEKDAYS, joined, range_text
from bot.domain.words import AgreementKind, Per
from bot.views import blocks
from bot.views.blocks import Block
from bot.views.progress_found import Overview
from storage.agreements import AgreementRow

LONGEST_ROW = 1_200  # characters
NOTHING_THEN = "Ingen rapport hade kommit."

Section = Sequence[tuple[str, str]]  # lines: what stands in bold, and what follows it


def fitting(lines: Sequence[str], longest: int) -> tuple[Sequence[str], list[str]]:
    """The first ones, and how many more there are, if any."""
    fit = sum(length <= longest for length in accumulate(len(blocks.escape(line)) for line in lines))
    left = len(lines) - fit
    return lines[:fit], [f"{left} till visas inte här. Fråga om en i taget."] if left else []


def row(parts: Sequence[str], longest: int = LONGEST_ROW) -> str:
    fit = sum(length <= longest for length in accumulate(len(blocks.escape(part)) for part in parts))
    left = len(parts) - fit
    return " · ".join([*parts[:fit], *([f"{left} till"] if left else [])])


def in_full(one: ActivityProgress, found: Overview, today: date) -> str:
    not_due = found.over(today) and one.verdict is Verdict.NOT_STARTED
    figures = NOTHING_THEN if not_due else text.figures(one, today, _named(found.scope.period))
    parts = [figures, deviations(one), text.next_time(one, found.hidden, today)]
    return " ".join(part for part in parts if part)


def _named(asked: Period | None) -> date | None:
    """Parts of what lies in two years are told with the year they are in."""
    return date.min if asked and asked.first.year < asked.last.year else None


def foot(found: Overview, today: date) -> list[tuple[str, str]]:
    """What the figures rest on, and how old they are."""
    last = found.agreement.terminated_on or found.agreement.period_end
    ended = f"{_definite(found.agreement)} gällde till {range_text(last, last)} {last.year}."
    lines = [
        _left(found, today),
        ended if found.agreement.over(today) else "",
        _shown_too(found),
        _year(found, today),
        basis.origin(found.activities, found.agreement.kind, today),
        basis.freshness(found.activities, today, over=found.over(today)),
    ]
    return [("", line) for line in lines if line]


def _left(found: Overview, today: date) -> str:
    """Of what walks noted; among other things it is said that it is theirs."""
    if not found.left:
        return ""
    return ("" if found.scope.activities else "Trygghetsvandringar: ") + basis.deficiencies_left(*found.left, today)


def _shown_too(found: Overview) -> str:
    count = sum(one.frame.activity_id in found.shown for one in found.activities)
    if not count:
        return ""
    other = found.agreement.kind is AgreementKind.CITIZEN_PROMISE
    where = text.DEFINITE[AgreementKind.COLLABORATION if other else AgreementKind.CITIZEN_PROMISE]
    if count == len(found.activities):
        return f"Visas från {where}, och räknas där."
    return f"{count} av aktiviteterna visas från {where}, och räknas där."


def _year(found: Overview, today: date) -> str:
    """Where it is not the calendar's, the follow-up of a calendar year has other numbers."""
    own, asked = found.agreement, found.scope.period
    year = period_of(asked.first if asked else today, Per.YEAR, own.first_month)
    if own.first_month == 1 or (asked and asked != year) or (not asked and own.over(today)):
        return ""
    if asked:
        return f"Med {year.first.year} menas här {dated.days(year)}: så räknas året i {text.DEFINITE[own.kind]}."
    return f"I {text.DEFINITE[own.kind]} är året {period_text(year)}."


def written(notice: str, head: Section, sections: Iterable[Section]) -> tuple[str, list[Block]]:
    """In the text, the notice says what the head does with the verdict first: that is what a lock screen shows."""
    kept = [section for section in sections if section]
    said = [" ".join(part for part in line if part) for section in kept for line in section]
    shown = [block for section in (head, *kept) for block in blocks.sections(*[_marked(*line) for line in section])]
    return blocks.escape("\n".join([f"{notice}.", *said])), shown


def _marked(bold: str, rest: str) -> str:
    return " ".join(part for part in (f"*{blocks.escape(bold)}*" if bold else "", blocks.escape(rest)) if part)


def places(agreement: AgreementRow) -> str:
    return joined(list(agreement.municipalities.values()))


def where(agreement: AgreementRow) -> str:
    return places(agreement) + (" (exempel)" if agreement.example else "")


def as_of(found: Overview, today: date) -> str:
    """Gives "läget måndag 23 november, tertial 3", "så gick det i mars"."""
    period, here = found.scope.period, found.agreement
    if found.over(today):
        last = max((one.period for one in found.activities), key=lambda one: one.first, default=here.period)
        return f"så gick det {text.during(period or last, today, here.first_month)}"
    current = period in (None, period_of(today, Per.YEAR, here.first_month))
    stretch = "" if current or period is None else f", {period_text(period, today, here.first_month)}"
    return f"läget {day(today)}{stretch}"


def called(one: ActivityProgress, found: Overview) -> str:
    return text.called(one.frame, [other.frame for other in found.activities])


def _definite(agreement: AgreementRow) -> str:
    return "Löftet" if agreement.kind is AgreementKind.CITIZEN_PROMISE else "Överenskommelsen"


def day(of: date) -> str:
    return f"{WEEKDAYS[of.weekday()]} {range_text(of, of)}"
