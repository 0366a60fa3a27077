"""The sentences that tell how it is going. Promised, planned, done and found are four different words."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from bot.domain import progress_delivered
from bot.domain.calendar import local_day
from bot.domain.goals import is_share
from bot.domain.kinds import kind
from bot.domain.measures import MeasureGroup
from bot.domain.periods import Period, period_of, period_text
from bot.domain.progress import Verdict
from bot.domain.standing import ActivityProgress, Frame
from bot.domain.swedish import MONTHS, day_text, number, relative_age, sentence
from bot.domain.swedish_words import name
from bot.domain.words import AgreementKind, Form, GoalOrigin, Per

SINGLE_AND_MANY = {
    Verdict.BEHIND: ("ligger efter", "ligger efter"),
    Verdict.RISK: ("riskerar att inte bli klar", "riskerar att inte bli klara"),
    Verdict.NOT_STARTED: ("är inte påbörjad", "är inte påbörjade"),
    Verdict.ON_TRACK: ("går enligt plan", "går enligt plan"),
    Verdict.CANNOT_ASSESS: ("går inte att bedöma", "går inte att bedöma"),
    Verdict.FINISHED: ("är klar", "är klara"),
    Verdict.NOT_NEEDED: ("behövdes inte", "behövdes inte"),
}
SINGLE_AND_MANY_WHEN_OVER = {
    Verdict.BEHIND: ("blev inte klar", "blev inte klara"),
    Verdict.RISK: ("väntar på rapport", "väntar på rapport"),
    Verdict.NOT_STARTED: ("skulle inte vara klar då", "skulle inte vara klara då"),  # nobody had to tell of it
    Verdict.ON_TRACK: ("följde planen", "följde planen"),
    Verdict.FINISHED: ("blev klar", "blev klara"),
}
OF_GOAL = {GoalOrigin.PLANNED: ("planerad", "planerade"), GoalOrigin.PROMISED: ("utlovad", "utlovade")}
HEADINGS = {Verdict.NOT_STARTED: "Inte påbörjat", Verdict.FINISHED: "Klart"}
HEADINGS_WHEN_OVER = {
    Verdict.BEHIND: "Blev inte klart",
    Verdict.RISK: "Väntar på rapport",
    Verdict.NOT_STARTED: "Skulle inte vara klart då",
    Verdict.ON_TRACK: "Följde planen",
}
DEFINITE = {
    AgreementKind.CITIZEN_PROMISE: "medborgarlöftet",
    AgreementKind.COLLABORATION: "samverkansöverenskommelsen",
}
HIDDEN = "Nästa: visas bara för dem som ska vara med."
NO_GOAL = "Inget antal är bestämt."
NOTHING_EXPECTED = "inget väntat"
OF_WHOLE_PERIOD = "Antalet gäller hela perioden."
OF_EACH_MEETING = "Antalet gäller varje möte."


def summary(activities: Iterable[ActivityProgress], *, over: bool = False, noun: bool = True) -> str:
    """Gives "1 aktivitet ligger efter, 3 går enligt plan", the most urgent first."""
    counts = Counter((one.verdict, over or one.ended) for one in activities)
    ordered = [(verdict, ended) for verdict in Verdict for ended in (False, True)]
    parts = [(counts[one], in_words(*one)) for one in ordered if counts[one]]
    texts = [f"{count} {single if count == 1 else many}" for count, (single, many) in parts]
    if not texts:
        return "inga aktiviteter är inlagda"
    if noun:
        texts[0] = texts[0].replace(" ", " aktivitet " if parts[0][0] == 1 else " aktiviteter ", 1)
    return ", ".join(texts)


def in_words(verdict: Verdict, over: bool) -> tuple[str, str]:
    """Of one, and of many."""
    return (SINGLE_AND_MANY | SINGLE_AND_MANY_WHEN_OVER if over else SINGLE_AND_MANY)[verdict]


def heading(verdict: Verdict, *, over: bool = False) -> str:
    named = HEADINGS | HEADINGS_WHEN_OVER if over else HEADINGS
    return named.get(verdict, name(verdict).capitalize())


def called(frame: Frame, among: Iterable[Frame]) -> str:
    """Its kind, if no other dated work there is of that kind; else its own title."""
    dated = (Form.DATED, Form.WINDOW)
    alike = [one for one in among if one.kind == frame.kind and one.form in dated]
    return kind(frame.kind).plural if frame.form in dated and len(alike) == 1 else frame.title


def short(progress: ActivityProgress, *, with_origin: bool) -> str:
    """Gives "21 av 24", "3 av 4 utlovade (+1 delvis)", "24 av 24 (+1 inte planerad)", or nothing where there is no goal
    to compare with.
    """
    tally = progress.tally
    if tally.goal is None or tally.form is Form.DELIVERABLE:
        return ""
    origin = f" {_of_goal(tally.goal, tally.goal_origin)}" if with_origin else ""
    beside = f" (+{unplanned(progress)})" if tally.beside else ""
    if not tally.goal:
        return f"({counted(progress) if tally.done or tally.partly else NOTHING_EXPECTED})"
    return f"{number(tally.done - tally.beside)} av {number(tally.goal)}{origin}{beside}{partly(progress)}"


def unplanned(progress: ActivityProgress, link: str = "inte") -> str:
    """Gives "1 inte planerad", or with "som inte var" as link "2 som inte var planerade"."""
    count, of_kind = progress.tally.beside, kind(progress.frame.kind)
    one = "planerat" if of_kind.neuter and progress.frame.unit == of_kind.goal_unit else "planerad"
    return f"{number(count)} {link} {one if count == 1 else 'planerade'}"


def done(progress: ActivityProgress) -> str:
    """What has been done where nobody has said how much: the count of what has its own days or weeks, and the sums of
    the kind's own numbers. Of what goes on, how often it was reported says nothing.
    """
    sums = list(sums_of(progress, MeasureGroup.DONE))
    if not _reported(progress) and not sums:
        return "inget rapporterat"
    own_times = progress.frame.form in (Form.DATED, Form.WINDOW) and kind(progress.frame.kind).goal_measure is None
    each = own_times or not sums
    return ", ".join([*([counted(progress)] if each else []), *sums])


def in_brackets(progress: ActivityProgress) -> str:
    """With the space before it; nothing where nothing is reported."""
    return f" ({done(progress)})" if _reported(progress) else ""


def nothing_to_compare(activities: Sequence[ActivityProgress]) -> str:
    why = " ".join(dict.fromkeys(_why_no_goal(one) for one in activities))
    return why if any(_reported(one) for one in activities) else f"Inget är rapporterat. {why}"


def _why_no_goal(progress: ActivityProgress) -> str:
    if progress.frame.goal_count is None:
        return NO_GOAL
    return OF_EACH_MEETING if progress.frame.per is Per.MEETING else OF_WHOLE_PERIOD


def sums_of(progress: ActivityProgress, group: MeasureGroup) -> Iterator[str]:
    """Gives "Föreningar: 11". Felt safety is not summed: a sum of shares means nothing."""
    for measure in kind(progress.frame.kind).measures:
        if measure.group is group and measure.key in progress.measures:
            yield f"{measure.label}: {number(progress.measures[measure.key])}"


def figures(progress: ActivityProgress, today: date, named: date | None = None) -> str:
    """Gives "31 gjorda, 40 väntade till i dag, 44 planerade i år."; another year than that of `named` is said."""
    tally = progress.tally
    if tally.form is Form.DELIVERABLE:
        return progress_delivered.came_to(progress.verdict, ended=progress.ended, partly=tally.partly > 0)
    if tally.goal is None:
        when = during(progress.period, named or today, progress.frame.first_month)
        return f"{sentence(done(progress))} {when}{_latest(progress, today)}. {_why_no_goal(progress)}"
    parts = [counted(progress)]
    if tally.goal and today <= progress.period.last:
        parts.append(f"{_counted(progress.expected, 'väntad', 'väntade')} till i dag")
    return f"{', '.join([*parts, _goal(progress, tally.goal, named or today)])}."


def _goal(progress: ActivityProgress, goal: int, today: date) -> str:
    """Gives "44 planerade i år", and of a part of the year "14 väntade tertial 2 (44 planerade per år)"."""
    frame, when = progress.frame, during(progress.period, today, progress.frame.first_month)
    if frame.goal_count is None or frame.per is None or not is_share(frame, progress.period):
        return f"{number(goal)} {_of_goal(goal, frame.origin)} {when}"
    whole = f"{number(frame.goal_count)} {_of_goal(frame.goal_count, frame.origin)} {name(frame.per)}"
    share = _counted(goal, "väntad", "väntade") if goal else NOTHING_EXPECTED
    return f"{share} {when} ({whole})"


def _latest(progress: ActivityProgress, today: date) -> str:
    """Of work that goes on: how old it is, as nothing else tells whether it still does."""
    newest = progress.tally.newest_report
    if newest is None or progress.tally.form is not Form.CONTINUOUS:
        return ""
    return f", senast {day_text(newest, today)}" + (f" ({relative_age(newest, today)})" if newest < today else "")


def next_time(progress: ActivityProgress, hidden: Collection[int], today: date) -> str:
    if progress.tally.next_start is None:
        return ""
    if progress.frame.activity_id in hidden:
        return HIDDEN
    return f"Nästa: {day_text(local_day(progress.tally.next_start), today)}."


def first_next(activities: Iterable[ActivityProgress], hidden: Collection[int], today: date) -> str:
    """The next of them all; what may not be shown is passed over if there is something else."""
    ahead = [one for one in activities if one.tally.next_start]
    ahead.sort(key=lambda one: (one.frame.activity_id in hidden, one.tally.next_start))
    return next_time(ahead[0], hidden, today) if ahead else ""


def during(period: Period, today: date, first_month: int = 1) -> str:
    """Gives "i år", "i mars", "tertial 2 2025"."""
    text = period_text(period, today, first_month)
    if text == str(today.year):
        return "i år"
    return f"i {text}" if text.startswith(MONTHS) and period == period_of(period.first, Per.MONTH) else text


def _reported(progress: ActivityProgress) -> bool:
    return bool(progress.tally.done or progress.tally.partly or progress.measures)


def counted(progress: ActivityProgress) -> str:
    return f"{_counted(progress.tally.done, 'gjord', 'gjorda')}{partly(progress)}"


def partly(progress: ActivityProgress) -> str:
    """Gives " (+2 delvis)", or where it counts " (varav 2 delvis)"; nothing where nothing was."""
    how = "varav " if progress.frame.partly_counts else "+"
    return f" ({how}{progress.tally.partly} delvis)" if progress.tally.partly else ""


def _of_goal(count: int, origin: GoalOrigin | None) -> str:
    single, many = OF_GOAL[origin or GoalOrigin.PLANNED]
    return single if count == 1 else many


def _counted(count: int, single: str, many: str) -> str:
    return f"{number(count)} {single if count == 1 else many}"
