"""How is it going? Finds what is meant among what the person may see, and asks back when that is unclear."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import chain

from sqlmodel import Session

from bot.domain import progress_question
from bot.domain.calendar import local_day
from bot.domain.errors import Gone
from bot.domain.kinds import kind
from bot.domain.periods import Period, before, period_of
from bot.domain.permissions import Action, Actor
from bot.domain.progress import Verdict
from bot.domain.progress_question import ProgressQuestion
from bot.domain.standing import ActivityProgress, when_ended
from bot.domain.swedish import joined, sort_key
from bot.domain.words import Per
from bot.services import progress, progress_allowed, progress_compared, progress_meant, progress_so_far
from bot.services.progress_meant import Meant
from bot.services.progress_narrowed import narrowed, only
from bot.services.progress_shown import Judged, with_shown
from bot.views.progress_found import Found, Overview, Scope, SeveralAgreements, WhichAgreement
from storage import agreements, deficiencies
from storage.agreements import AgreementRow

ABOUT_IT = (Action.ASK_RESPONSIBLE, Action.SHARE_PROGRESS)


def ask(session: Session, actor: Actor, text: str, now: datetime) -> Found:
    """`text` is what was written, whole or without its opening. Raises NotAllowed and UserError."""
    today = local_day(now)
    names = agreements.places(session)
    question = progress_question.read(text, names, today)
    places = {place: names[place] for place in question.places}
    there = progress_allowed.allowed(session, actor, places, today)
    known = agreements.visible(session, there, today)
    meant = progress_meant.meant(known, question, text, today)
    if meant.agreements:
        found = _found(session, actor, meant, known, now)
    else:
        coming = progress_meant.meant(agreements.coming(session, there, today), question, text, today)
        said = progress_meant.nothing(meant.question, known, coming.agreements, today)
        found = WhichAgreement(said, progress_meant.newest_first(known))
    return replace(found, refused=progress_allowed.refused(session, actor, places, today))


def _found(session: Session, actor: Actor, meant: Meant, known: Sequence[AgreementRow], now: datetime) -> Found:
    rows, question = meant.agreements, meant.question
    period, times = progress_compared.times(question, local_day(now), meant.first_month)
    whole = not question.words and not question.party
    judged = _judged(
        session, rows[:1] if whole and _in_one_place(rows) else rows, known, period, now, brief=not question.counted
    )
    found = narrowed(session, question, judged)
    if not found:
        return WhichAgreement(_not_understood(question), rows)
    found = progress_compared.side_by_side(session, _why(question, found), times, now)
    promised = question.promised and times is None
    if len(found) > 1 and not _in_one_place(one.agreement for one in found):
        return replace(_several(found, promised=promised), nation=question.nation and not promised)
    return replace(_completed(session, actor, found[0], rows, now), promised=promised)


def _several(found: Iterable[Overview], *, promised: bool) -> SeveralAgreements:
    if promised:
        return SeveralAgreements([replace(one, promised=True) for one in sorted(found, key=_name)])
    return SeveralAgreements(sorted(found, key=_worst_first))


def show(session: Session, actor: Actor, scope: Scope, now: datetime) -> Overview:
    """What a button stands for. Raises Gone and NotAllowed."""
    agreement = agreements.find(session, scope.agreement_id)
    if agreement is None:
        raise Gone("Det som knappen gällde finns inte längre. Skriv läget till mig, så visar jag det som finns.")
    today = local_day(now)
    there = progress_allowed.allowed(session, actor, {"den kommunen": set(agreement.municipalities)}, today)
    known = agreements.visible(session, there, today)
    found = _judged(session, [agreement], known, scope.period, now)[0]
    if scope.activities:
        found = only(found, set(scope.activities))
    return _completed(session, actor, found, [one for one in known if not one.over(today)], now)


def details(session: Session, actor: Actor, scope: Scope, now: datetime) -> Overview:
    """What a button stands for, beside the stretch of time just before. Raises Gone and NotAllowed."""
    found = show(session, actor, scope, now)
    ids = list({one.frame.agreement_id for one in found.activities})
    today, row = local_day(now), found.agreement
    whole = scope.period or period_of(min(today, row.period_end), Per.YEAR, row.first_month)
    earlier = before(whole)
    judged = chain.from_iterable(progress_so_far.just_before(session, ids, whole, earlier, now).values())
    held = {one.frame.activity_id: one for one in judged if one.frame.period_start <= earlier.first}
    return replace(found, before=held, planned=progress.planned_beside(session, ids, now, whole))


def mine(session: Session, actor: Actor, now: datetime) -> list[Overview]:
    """What is current in the person's municipalities, the worst first; nothing for somebody without rights."""
    there = actor.municipalities(Action.SEE_PROGRESS)
    known = agreements.visible(session, there, local_day(now))
    current = progress_meant.current(known, local_day(now))
    return sorted(_judged(session, current, known, None, now, brief=True), key=_worst_first)


def _why(question: ProgressQuestion, found: Sequence[Overview]) -> Sequence[Overview]:
    """The only one that is behind, where the reason for that is asked about."""
    behind = [one for one in found if any(each.verdict is Verdict.BEHIND for each in one.activities)]
    return behind if question.why and len(behind) == 1 else found


def _in_one_place(rows: Iterable[AgreementRow]) -> bool:
    return len({place for one in rows for place in one.municipalities}) == 1


def _judged(
    session: Session,
    rows: Sequence[AgreementRow],
    known: Sequence[AgreementRow],
    period: Period | None,
    now: datetime,
    *,
    brief: bool = False,
) -> list[Overview]:
    """With what of the `known` ones each shows too. Where it is told in `brief`, not every number is summed."""

    def judge(some: Sequence[AgreementRow]) -> Judged:
        if not period and any(row.over(local_day(now)) for row in rows):
            return {row.id: _at_the_end(row, _last_year(session, row, now), period, now) for row in some}
        found = progress.of_agreements(session, [row.id for row in some], now, within=period, every_sum=not brief)
        return {row.id: _at_the_end(row, found[row.id], period, now) for row in some}

    judged = judge(rows)
    own = [Overview(row, Scope(row.id, period), judged[row.id]) for row in rows]
    return with_shown(session, own, known, judge, local_day(now))


def _at_the_end(
    row: AgreementRow, judged: Sequence[ActivityProgress], period: Period | None, now: datetime
) -> Sequence[ActivityProgress]:  # fmt: skip
    """Where what is asked about reaches the end of the agreement, and that is behind us."""
    today = local_day(now)
    last = row.terminated_on or min(row.period_end, today)
    reached = row.over(today) and (period is None or period.last >= last)
    return [when_ended(one) for one in judged] if reached else judged


def _last_year(session: Session, row: AgreementRow, now: datetime) -> list[ActivityProgress]:
    last = min(row.period_end, local_day(now))
    return progress.of_agreements(session, [row.id], now, max(last, row.period_start))[row.id]


def _completed(
    session: Session, actor: Actor, found: Overview, known: Iterable[AgreementRow], now: datetime
) -> Overview:
    """With what this reader may not see, and the other agreement of the same municipality."""
    here = found.agreement
    beside = (one for one in known if one.kind is not here.kind and set(one.municipalities) & set(here.municipalities))
    hidden = _hidden(session, actor, found, now)
    may = {one for one in ABOUT_IT if any(actor.may(one, place) for place in here.municipalities)}
    left = _left(session, found.activities)
    return replace(found, hidden=hidden, beside=next(beside, None), may=frozenset(may), left=left)


def _left(session: Session, activities: Iterable[ActivityProgress]) -> tuple[int, date] | None:
    walks = [one.frame.activity_id for one in activities if kind(one.frame.kind).deficiencies]
    count, oldest = deficiencies.not_done_of(session, walks) if walks else (0, None)
    return (count, local_day(oldest)) if oldest else None


def _hidden(session: Session, actor: Actor, found: Overview, now: datetime) -> frozenset[int]:
    """A protected activity's next time is for those named on it and the municipality's coordinators."""
    if all(actor.may(Action.SEE_PROTECTED, place) for place in found.agreement.municipalities):
        return frozenset()
    ahead = {
        (one.frame.activity_id, one.tally.next_start)
        for one in found.activities
        if one.frame.protected and one.tally.next_start
    }
    ids = [activity_id for activity_id, _ in ahead]
    return frozenset(one for one, _ in ahead - agreements.named_on(session, actor.person_id, ids, now))


def _worst_first(found: Overview) -> tuple[int, int, int, int, str]:
    verdicts = [one.verdict for one in found.activities]
    missing = sum(one.tally.missing_reports for one in found.activities)
    behind, risk, not_started = (-verdicts.count(one) for one in (Verdict.BEHIND, Verdict.RISK, Verdict.NOT_STARTED))
    return behind, risk, not_started, -missing, _name(found)


def _name(found: Overview) -> str:
    return sort_key(joined(list(found.agreement.municipalities.values())))


def _not_understood(question: ProgressQuestion) -> str:
    if not question.words:
        return "Jag hittar inget som de leder eller är med på. Vad vill du se läget för?"
    return f"Jag hittar inget som heter ”{' '.join(question.words)}”. Vad vill du se läget för?"
