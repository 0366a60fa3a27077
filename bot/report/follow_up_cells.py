"""The cells of a written follow-up's tables: what was promised, planned and done, how it is judged, and by whom."""

from bot.domain import dated, progress_text, swedish_words
from bot.domain.calendar import local_day
from bot.domain.follow_up import Ahead, Followed, FollowUp, Held
from bot.domain.kinds import kind, unit_of
from bot.domain.progress import Verdict
from bot.domain.progress_text import OF_GOAL
from bot.domain.standing import ActivityProgress
from bot.domain.swedish import joined, number, sentence
from bot.domain.swedish_words import name
from bot.domain.words import Form, GoalOrigin, Per

NOBODY = "ingen ansvarig"
NO_NUMBER, WHOLE_TIME = "inget antal", "för hela avtalstiden"
DID_NOT_HOLD = "gällde inte då"
DELIVERED = {Verdict.FINISHED: "klart", Verdict.ON_TRACK: "delvis klart"}


def goal(followed: Followed, origin: GoalOrigin) -> str:
    """Gives "24 kontroller", "8 kontroller (24 per år)", where somebody promised, or planned, a number."""
    progress = _judged_by(followed, origin)
    if progress is None or not (set_to := progress.frame.goal_count) or not (per := progress.frame.per):
        return NO_NUMBER
    often, here = WHOLE_TIME if per is Per.PERIOD else name(per), progress.tally.goal
    if here is None:
        return f"{number(set_to)} {_unit(progress, set_to)} {often}"
    return f"{number(here)} {_unit(progress, here)}" + (f" ({number(set_to)} {often})" if set_to != here else "")


def or_none(count: int | None) -> str:
    return NO_NUMBER if count is None else number(count)


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
        is_partly = progress.ended and tally.partly
        return DELIVERED.get(Verdict.ON_TRACK if is_partly else progress.verdict, "inte klart")
    if tally.goal is None and not counted:
        return progress_text.done(progress)
    beside = [progress_text.unplanned(progress)] if tally.beside else []
    counts = progress.frame.partly_counts
    beside += [f"{tally.partly} delvis"] if tally.partly and not counts else []
    text = number(tally.done - tally.beside) + (f" (+{', +'.join(beside)})" if beside else "")
    return text + (progress_text.partly(progress) if counts else "")


def before(followed: Followed) -> str:
    counted = followed.progress.tally.goal is not None
    return done(followed.before, counted=counted) if followed.before else DID_NOT_HOLD


def judged(followed: Followed, follow_up: FollowUp) -> str:
    """The verdict; where not enough is done also what was awaited, and the plan's own where there are two numbers."""
    if followed.via:
        return f"Räknas i {followed.via}"
    over, progress = follow_up.over or followed.progress.ended, followed.progress
    text = sentence(verdict_of(progress, over=over))
    if progress.tally.goal and progress.tally.done < progress.expected and not over:
        awaited = f"{number(progress.expected)} {'väntad' if progress.expected == 1 else 'väntade'}"
        text += f": {awaited} till {dated.day(local_day(follow_up.made_at))}"
    if followed.planned and followed.planned.verdict is not progress.verdict:
        text += f". Mot det planerade: {verdict_of(followed.planned, over=over)}"
    return text


def verdict_of(progress: ActivityProgress, *, over: bool) -> str:
    return progress_text.in_words(progress.verdict, over or progress.ended)[0]


def who(followed: Followed) -> str:
    if not followed.lead:
        return NOBODY
    others = [party for party in followed.parties if party != followed.lead]
    return followed.lead + (f" med {joined(others)}" if others else "")


def turned_out(one: Held, progress: ActivityProgress) -> str:
    """Gives "genomförd, 3 kontroller", "blev inte av (personal)"."""
    reason = f" ({name(one.reason)})" if one.reason else ""
    count = f", {number(one.count)} {_unit(progress, one.count)}" if one.count > 1 else ""
    status = swedish_words.turned_out(one.status, progress.frame.form)
    return f"{status}{reason}{count}{'' if one.planned else ', inte planerad'}"


def when(one: Held | Ahead) -> str:
    """Gives "20 november 2026", "vecka 47 2026"."""
    if not one.label:
        return dated.day(one.day)
    return one.label if str(one.day.year) in one.label else f"{one.label} {one.day.year}"


def _unit(progress: ActivityProgress, count: int) -> str:
    frame = progress.frame
    return unit_of(count, frame.unit or kind(frame.kind).goal_unit)


def counted_with(progress: ActivityProgress) -> str:
    """Gives "21 av 24 planerade", for a picture."""
    tally = progress.tally
    words = OF_GOAL[tally.goal_origin or GoalOrigin.PLANNED]
    return f"{number(tally.done - tally.beside)} av {number(tally.goal or 0)} {words[(tally.goal or 0) > 1]}"
