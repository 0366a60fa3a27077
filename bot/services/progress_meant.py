"""Which agreements a question is about, in which stretch of time, and what is said where there are none."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain import progress_question
from bot.domain.periods import Period, period_text
from bot.domain.progress_question import ProgressQuestion
from bot.domain.swedish import joined, range_text
from storage.agreements import AgreementRow

MOST_COMING = 3


@dataclass(frozen=True, slots=True)
class Meant:
    """The promises first. `question` has its times by years that begin in `first_month`."""

    agreements: Sequence[AgreementRow]
    question: ProgressQuestion
    first_month: int


def meant(known: Sequence[AgreementRow], question: ProgressQuestion, text: str, today: date) -> Meant:
    """What is current, or what held in the period that was asked about.

    That is of the year of what is meant, and of the calendar's where that is not the same of all. `text` is what was
    read as `question`, by the calendar.
    """
    months = {one.first_month for one in known}
    asked = {month: progress_question.by_year(question, text, today, month) for month in months}
    found = _found(known, asked, today)
    own = {one.first_month for one in found}
    if len(own) > 1:
        return Meant(_found(known, dict.fromkeys(months, question), today), question, 1)
    first_month = next(iter(own), 1)
    return Meant(found, asked.get(first_month, question), first_month)


def current(known: Iterable[AgreementRow], today: date) -> list[AgreementRow]:
    return [one for one in known if not one.over(today)]


def newest_first(known: Iterable[AgreementRow]) -> list[AgreementRow]:
    return sorted(known, key=lambda one: one.period_end, reverse=True)


def nothing(
    question: ProgressQuestion, known: Sequence[AgreementRow], coming: Sequence[AgreementRow], today: date
) -> str:  # fmt: skip
    """What is said where nothing is meant of what is `known` or `coming`."""
    where = f" i {joined(question.places)}" if question.places else ""
    when = f"gällde {period_text(question.period, today)}" if question.period else "gäller nu"
    when = "gäller än" if question.period and question.period.first > today else when
    soon = coming[:MOST_COMING]
    begins = "".join(f" {one.title} börjar {range_text(one.period_start, one.period_start, today)}." for one in soon)
    rest = begins + (" Det här finns:" if known else "" if soon else " Samordnaren kan lägga in det.")
    return f"Inget medborgarlöfte och ingen överenskommelse{where} {when}.{rest}"


def _found(
    known: Iterable[AgreementRow], asked: Mapping[int, ProgressQuestion], today: date
) -> list[AgreementRow]:  # fmt: skip
    """`asked` by the month in which an agreement's year begins."""
    found = [one for one in known if _held(one, asked[one.first_month].period, today)]
    return [one for one in found if one.kind is asked[one.first_month].kind] or found


def _held(one: AgreementRow, period: Period | None, today: date) -> bool:
    return one.period.meets(period) if period else not one.over(today)
