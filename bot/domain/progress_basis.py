"""What figures rest on, how old they are, and what they are compared with."""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.domain.periods import period_text
from bot.domain.progress_text import DEFINITE, counted, done
from bot.domain.standing import ActivityProgress, Frame
from bot.domain.swedish import day_text, joined, number, range_text, relative_age, sentence
from bot.domain.swedish_words import name
from bot.domain.words import AgreementKind, GoalOrigin

STALE_AFTER = 14  # days; a newest report older than this is given its age too


def origin(activities: Iterable[ActivityProgress], agreement: AgreementKind, today: date) -> str:
    """Who set the numbers: what was planned later is never taken for what was promised."""
    frames = [one.frame for one in activities if one.tally.goal is not None]
    origins = {frame.origin for frame in frames}
    if not frames:
        return ""
    if GoalOrigin.PLANNED not in origins:
        return f"Antalen står i {DEFINITE[agreement]}."
    planned = _planned_by(frames, today)
    if GoalOrigin.PROMISED in origins:
        return f"De utlovade antalen står i {DEFINITE[agreement]}. De andra {planned}."
    return f"Antalen {planned}. {DEFINITE[agreement].capitalize()} anger inga antal."


def freshness(activities: Sequence[ActivityProgress], today: date, *, over: bool = False) -> str:
    """Gives "Nyaste rapport: fredag 20 november. Saknar rapport: 1, från torsdag 12 november."."""
    newest = max((one.tally.newest_report for one in activities if one.tally.newest_report), default=None)
    none = "Det finns inga rapporter." if over else "Ingen rapport har kommit in än."
    text = f"Nyaste rapport: {_aged(newest, today)}." if newest else none
    missing = sum(one.tally.missing_reports for one in activities)
    since = min((one.missing_since for one in activities if one.missing_since), default=None)
    if since is None:
        return f"{text} Inga rapporter saknas." if newest else f"{none.removesuffix('.')}, och ingen saknas."
    which = "" if missing == 1 else "den äldsta "
    return f"{text} Saknar rapport: {missing}, {which}från {day_text(since, today)}."


def before(progress: ActivityProgress, earlier: ActivityProgress, today: date) -> str:
    """Gives "Tertial 1: 12 gjorda.", of the stretch of time just before."""
    told = counted(earlier) if progress.frame.goal_count is not None else done(earlier)
    return f"{sentence(period_text(earlier.period, today, earlier.frame.first_month))}: {told}."


def planned_beside(progress: ActivityProgress, today: date) -> str:
    """Gives "12 planerades av rådet 14 januari: ligger efter.", where the verdict is on what was promised."""
    return f"{number(progress.tally.goal or 0)} {_planned_by([progress.frame], today)}: {name(progress.verdict)}."


def deficiencies_left(count: int, since: date, today: date) -> str:
    """Gives "3 brister är inte klara, den äldsta från torsdag 14 maj."."""
    what = "brist är inte klar," if count == 1 else "brister är inte klara, den äldsta"
    return f"{count} {what} från {day_text(since, today)}."


def _aged(day: date, today: date) -> str:
    age = f" ({relative_age(day, today)})" if (today - day).days >= STALE_AFTER else ""
    return f"{day_text(day, today)}{age}"


def _planned_by(frames: Iterable[Frame], today: date) -> str:
    deciders = {(one.decided_by, one.decided_on) for one in frames if one.origin is GoalOrigin.PLANNED}
    known = sorted((by, on) for by, on in deciders if by and on)
    texts = [f"av {by} {range_text(on, on, today)}" for by, on in known]
    return f"planerades {joined(texts)}" if texts else "är planerade"
