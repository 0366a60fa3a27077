"""What other agreements do and an agreement shows too: those that are part of it, and what it refers to.

It is counted there. In a list that has both, each stands with its own.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlmodel import Session

from bot.domain.standing import ActivityProgress
from bot.views.progress_found import Overview
from storage import agreements
from storage.agreements import AgreementRow

Judged = Mapping[int, Sequence[ActivityProgress]]
"""By agreement."""
Judge = Callable[[Sequence[AgreementRow]], Judged]


def with_shown(
    session: Session, found: Sequence[Overview], known: Sequence[AgreementRow], judge: Judge, today: date
) -> list[Overview]:
    """`known` are all that may be seen."""
    listed = {one.agreement.id for one in found}
    titles = agreements.shown_from(session, listed)
    keys = {reference.partition("/")[0] for shown in titles.values() for reference in shown}
    beside = [one for one in known if one.id not in listed and (one.parent_id in listed or one.key in keys)]
    if not beside:
        return list(found)
    theirs, references = judge(beside), agreements.references(session, [one.id for one in beside])
    return [_with(one, beside, theirs, titles.get(one.agreement.id, {}), references, today) for one in found]


def _with(
    found: Overview,
    beside: Sequence[AgreementRow],
    theirs: Judged,
    titles: Mapping[str, str],
    references: Mapping[int, str],
    today: date,
) -> Overview:
    """Under the title that refers to it, if there is one."""
    shown = []
    for lender in (one for one in beside if _at_the_same_time(found, one, today)):
        for one in theirs[lender.id]:
            title = titles.get(references[one.frame.activity_id])
            if title or lender.parent_id == found.agreement.id:
                shown.append(one._replace(frame=one.frame._replace(focus_area=title or one.frame.focus_area)))
    ids = frozenset(one.frame.activity_id for one in shown)
    return replace(found, activities=[*found.activities, *shown], shown=ids)


def _at_the_same_time(found: Overview, lender: AgreementRow, today: date) -> bool:
    """What holds today shows what holds today; what is over, all that there was meanwhile."""
    here, period = found.agreement, found.scope.period
    if period:
        return lender.period.meets(period)
    return lender.period.meets(here.period) and (here.over(today) or not lender.over(today))
