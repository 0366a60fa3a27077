"""The sentences and cells of a written follow-up. It is read years later: days are named with their years."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from bot.domain import progress_basis, progress_text
from bot.domain.calendar import local_day
from bot.domain.follow_up import Ahead, Followed, FollowedAgreement, FollowUp, Held
from bot.domain.kinds import kind
from bot.domain.periods import Period, period_text
from bot.domain.progress import Verdict
from bot.domain.progress_text import OF_GOAL, SINGLE_AND_MANY, SINGLE_AND_MANY_WHEN_OVER
from bot.domain.standing import ActivityProgress
from bot.domain.swedish import day_text, joined, number, range_text, sentence, span_text
from bot.domain.swedish_words import name
from bot.domain.words import AgreementState, Form, GoalOrigin, Per

NOBODY = "ingen ansvarig"
NO_NUMBER, WHOLE_TIME = "inget antal", "för hela avtalstiden"
DID_NOT_HOLD = "gällde inte då"
HAPPENED = {
    AgreementState.ENDED: "har löpt ut",
    AgreementState.TERMINATED: "har sagts upp",
    AgreementState.REPLACED: "har ersatts",
}
DELIVERED = {Verdict.FINISHED: "klart", Verdict.ON_TRACK: "delvis klart"}


def stretch(period: Period) -> str:
    return period_text(period, date.min)


def full(day: date) -> str:
    """Gives "20 november 2026"."""
    return range_text(day, day, date.min)


def title(follow_up: FollowUp) -> str:
    return f"Uppföljning {follow_up.place} {stretch(follow_up.period)}"


def status(settled_at: datetime | None) -> str:
    if settled_at is None:
        return "Utkast. Siffrorna är inte fastställda."
    return f"Fastställd {full(local_day(settled_at))}. Siffrorna ändras inte mer."


def is_over(follow_up: FollowUp) -> bool:
    return follow_up.period.last < local_day(follow_up.made_at)


def own(activities: Iterable[Followed]) -> list[ActivityProgress]:
    """What another agreement counts is left out."""
    return [one.progress for one in activities if not one.via]


def verdict(activities: Iterable[Followed], *, over: bool) -> str:
    return f"{sentence(progress_text.summary(own(activities), over=over))}."


def urgent(activities: Iterable[Followed], follow_up: FollowUp) -> list[str]:
    """Gives "Fotpatrullering: ligger efter. 31 av 44 planerade. 8 blev inte av (personal 6).", the worst first."""
    over = is_over(follow_up)
    worrying = [one for one in own(activities) if _is_urgent(one.verdict, over=over)]
    worrying.sort(key=lambda one: list(Verdict).index(one.verdict))
    return [_urgent(one, over=over) for one in worrying]


def _is_urgent(verdict: Verdict, *, over: bool) -> bool:
    """What is not begun is late only when the time is out."""
    before_it = list(Verdict).index(verdict) < list(Verdict).index(Verdict.ON_TRACK)
    return before_it and (over or verdict is not Verdict.NOT_STARTED)


def _urgent(progress: ActivityProgress, *, over: bool) -> str:
    figures = progress_text.short(progress, with_origin=True)
    told = [f"{progress.frame.title}: {verdict_of(progress, over=over)}", figures, progress_text.deviations(progress)]
    return ". ".join(part.removesuffix(".") for part in told if part) + "."


def fresh(follow_up: FollowUp) -> str:
    """When the numbers were taken, the newest report among them, and how many are missing since when."""
    at = follow_up.made_at
    taken = f"Siffrorna är hämtade {day_text(local_day(at), date.min)} {span_text(at)}."
    newest = f"Nyaste rapport: {full(follow_up.newest)}." if follow_up.newest else "Det finns inga rapporter."
    if not follow_up.missing or follow_up.missing_since is None:
        return f"{taken} {newest} Inga rapporter saknas."
    oldest = "" if follow_up.missing == 1 else "den äldsta "
    return f"{taken} {newest} Saknar rapport: {follow_up.missing}, {oldest}från {full(follow_up.missing_since)}."


def withheld(count: int) -> str:
    if count == 1:
        return "1 skyddat tillfälle som inte är över är räknat. Tid och plats visas inte."
    return f"{count} skyddade tillfällen som inte är över är räknade. Tid och plats visas inte."


def facts(agreement: FollowedAgreement) -> Iterator[tuple[str, str]]:
    """What the agreement is, as labels and values; what is not known is left out."""
    happened = HAPPENED.get(agreement.state)
    period = range_text(agreement.period.first, agreement.period.last, date.min)
    yield "Typ", name(agreement.kind) + (" (ett exempel med påhittade siffror)" if agreement.example else "")
    yield "Gäller", period + (f", {happened}" if happened else "")
    if agreement.signed:
        on = f", {full(agreement.signed_on)}" if agreement.signed_on else ""
        yield "Undertecknat av", f"{joined(agreement.signed)}{on}"
    if agreement.partners:
        yield "Medverkar utan att ha undertecknat", joined(agreement.partners)
    if agreement.basis:
        yield "Bygger på", joined([name(one) for one in agreement.basis])
    if agreement.spokesperson:
        yield "Uttalar sig", agreement.spokesperson


def goal(followed: Followed, origin: GoalOrigin) -> str:
    """Gives "24 kontroller", "8 kontroller (24 per år)", where somebody promised, or planned, a number."""
    progress = _judged_by(followed, origin)
    if progress is None or not (set_to := progress.frame.count) or not (per := progress.frame.per):
        return NO_NUMBER
    often, here = WHOLE_TIME if per is Per.PERIOD else name(per), progress.tally.goal
    if here is None:
        return f"{number(set_to)} {_unit(progress, set_to)} {often}"
    return f"{number(here)} {_unit(progress, here)}" + (f" ({number(set_to)} {often})" if set_to != here else "")


def number_of(followed: Followed, origin: GoalOrigin) -> int | None:
    progress = _judged_by(followed, origin)
    return progress.tally.goal if progress else None


def _judged_by(followed: Followed, origin: GoalOrigin) -> ActivityProgress | None:
    judged = (followed.progress, followed.planned)
    return next((one for one in judged if one and one.frame.origin is origin), None)


def done(progress: ActivityProgress, *, counted: bool = False) -> str:
    """Gives "21", "3 (+1 delvis)", "24 (+1 inte planerad)", "Föreningar: 11", "delvis klart".

    `counted`: a number also where nobody has said how much, to stand beside one.
    """
    tally = progress.tally
    if tally.form is Form.DELIVERABLE:
        return DELIVERED.get(progress.verdict, "inte klart")
    if tally.goal is None and not counted:
        return progress_text.done(progress)
    beside = [progress_text.unplanned(progress)] if tally.beside else []
    beside += [f"{tally.partly} delvis"] if tally.partly else []
    return number(tally.done - tally.beside) + (f" (+{', +'.join(beside)})" if beside else "")


def before(followed: Followed) -> str:
    counted = followed.progress.tally.goal is not None
    return done(followed.before, counted=counted) if followed.before else DID_NOT_HOLD


def judged(followed: Followed, follow_up: FollowUp) -> str:
    """The verdict; where not enough is done also what was awaited, and the plan's own where there are two numbers."""
    if followed.via:
        return f"Räknas i {followed.via}"
    over, progress = is_over(follow_up), followed.progress
    text = sentence(verdict_of(progress, over=over))
    if progress.tally.goal and progress.tally.done < progress.expected and not over:
        text += f": {number(progress.expected)} väntade till {full(local_day(follow_up.made_at))}"
    if followed.planned and followed.planned.verdict is not progress.verdict:
        text += f". Mot det planerade: {verdict_of(followed.planned, over=over)}"
    return text


def verdict_of(progress: ActivityProgress, *, over: bool) -> str:
    words = SINGLE_AND_MANY | SINGLE_AND_MANY_WHEN_OVER if over else SINGLE_AND_MANY
    return words[progress.verdict][0]


def who(followed: Followed) -> str:
    if not followed.lead:
        return NOBODY
    others = [party for party in followed.parties if party != followed.lead]
    return followed.lead + (f" med {joined(others)}" if others else "")


def deviations(activities: Iterable[Followed]) -> list[str]:
    told = [(one.progress.frame.title, progress_text.deviations(one.progress)) for one in activities if not one.via]
    return [f"{about}: {what}" for about, what in told if what]


def origin(agreement: FollowedAgreement) -> str:
    return progress_basis.origin(_all_numbers(agreement), agreement.kind, date.min)


def _all_numbers(agreement: FollowedAgreement) -> Iterator[ActivityProgress]:
    for one in agreement.activities():
        if not one.via:
            yield from (progress for progress in (one.progress, one.planned) if progress)


def turned_out(one: Held, progress: ActivityProgress) -> str:
    """Gives "genomförd, 3 kontroller", "blev inte av (personal)"."""
    reason = f" ({name(one.reason)})" if one.reason else ""
    count = f", {number(one.count)} {_unit(progress, one.count)}" if one.count > 1 else ""
    return f"{name(one.status)}{reason}{count}{'' if one.planned else ', inte planerad'}"


def when(one: Held | Ahead) -> str:
    """Gives "20 november 2026", "vecka 47 2026"."""
    if not one.label:
        return full(one.day)
    return one.label if str(one.day.year) in one.label else f"{one.label} {one.day.year}"


def _unit(progress: ActivityProgress, count: int) -> str:
    frame, of_kind = progress.frame, kind(progress.frame.kind)
    unit = frame.unit or of_kind.goal_unit
    return of_kind.goal_unit_single if count == 1 and unit == of_kind.goal_unit else unit


def counted_with(progress: ActivityProgress) -> str:
    """Gives "21 av 24 planerade", for a picture."""
    tally = progress.tally
    words = OF_GOAL[tally.goal_origin or GoalOrigin.PLANNED]
    return f"{number(tally.done - tally.beside)} av {number(tally.goal or 0)} {words[(tally.goal or 0) > 1]}"
