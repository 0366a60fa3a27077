"""A draft that somebody has gone through, as the file that is taken in: all that was taken, nothing else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

from bot.domain.agreement_difference import restored
from bot.domain.agreement_draft import AgreementDraft, Choice, DraftActivity, DraftArea, DraftFrame, Way
from bot.domain.agreement_file import ActivityEntry, AgreementFile, FocusAreaEntry, GoalEntry, PeriodEntry
from bot.domain.agreement_text import Topic
from bot.domain.new_activity import key_of
from bot.domain.swedish import joined
from bot.domain.swedish_words import name
from bot.domain.words import AgreementKind, GoalOrigin

A_DAY = timedelta(days=1)
DECIDED_BY = "samordnaren"
REVISED_TOO_EARLY = "Första dagen för ändringen ska ligga inom perioden."


def suggested_title(frame: DraftFrame) -> str:
    """As much of "Medborgarlöfte för Timrå 2027–2028" as is known."""
    what = name(frame.kind or AgreementKind.CITIZEN_PROMISE).capitalize()
    where = f" för {joined(frame.municipalities)}" if frame.municipalities else ""
    return f"{what}{where}{f' {years(frame)}' if frame.first and frame.last else ''}"


def years(frame: DraftFrame) -> str:
    if frame.first is None or frame.last is None:
        return ""
    first, last = frame.first.year, frame.last.year
    return f"{first}" if first == last else f"{first}–{last}"


def missing(draft: AgreementDraft) -> list[str]:
    """What has to be answered before it can be saved."""
    frame = draft.frame
    period = frame.first is not None and frame.last is not None
    asked = [("titel", frame.title), ("typ", frame.kind), ("kommun", frame.municipalities), ("period", period)]
    starts = [("vilken dag ändringen gäller från", frame.starts_on)] if draft.way is Way.REVISION else []
    return [word for word, answer in [*asked, *starts] if not answer]


def open_questions(draft: AgreementDraft) -> list[str]:
    """Those that nobody has answered: they are kept with the agreement.

    What the text says in two ways is asked too: only who has gone through the frame has decided which it is.
    """
    frame = draft.frame
    if not frame.version:
        return [question.text for question in draft.questions]
    answered: Mapping[Topic, object] = {
        Topic.MUNICIPALITY: frame.municipalities,
        Topic.PARTIES: len(frame.parties) > 1,
        Topic.KIND: frame.kind,
        Topic.PERIOD: frame.first and frame.last,
        Topic.SIGNED_ON: frame.signed_on,
        Topic.CADENCE: frame.follow_ups,
        Topic.ACTIVITIES: draft.activities,
    }
    return [question.text for question in draft.questions if not answered[question.about]]


def as_file(draft: AgreementDraft, base: AgreementFile | None, key: str, today: date) -> AgreementFile:
    """`base` is what is renewed or revised; what was not shown of it is put back. Nothing is `missing`."""
    frame = draft.frame
    if frame.first is None or frame.last is None or frame.kind is None:
        raise ValueError("the frame is not complete")
    made = AgreementFile(
        key=key,
        kind=frame.kind,
        title=frame.title,
        municipalities=frame.municipalities,
        parties=frame.parties,
        period=PeriodEntry(start=frame.first, end=frame.last),
        signed_on=frame.signed_on,
        first_month=base.first_month if base else _first_month(frame.first, frame.last),
        basis=frame.basis,
        focus_areas=_areas(draft, base, today),
        follow_ups=frame.follow_ups,
        partly_counts=frame.partly_counts,
        questions=tuple(open_questions(draft)),
    )
    return restored(base, _continuing(made, base, draft.way)) if base else made


def _continuing(made: AgreementFile, base: AgreementFile, way: Way) -> AgreementFile:
    """With what nobody goes through."""
    return replace(
        made,
        example=base.example,
        police_area=base.police_area,
        spokesperson=base.spokesperson,
        parent=base.parent,
        parent_mentioned=base.parent_mentioned,
        replaces=base.key if way is Way.RENEWAL else base.replaces,
        questions=base.questions if way is Way.REVISION else made.questions,
    )


def _first_month(first: date, last: date) -> int:
    """Whole years that begin in another month than January are counted from that month on."""
    after = last + A_DAY
    return first.month if (after.month, after.day) == (first.month, first.day) and first.day == 1 else 1


def _areas(draft: AgreementDraft, base: AgreementFile | None, today: date) -> tuple[FocusAreaEntry, ...]:
    taken = {one.entry.key for one in draft.activities if one.entry.key}
    areas = []
    for area in draft.areas:
        entries = tuple(_entry(one, draft, base, today, taken) for one in _kept(area, draft))
        if entries or area.entry.via or draft.way is Way.REVISION:
            areas.append(replace(area.entry, activities=entries))
    return tuple(areas)


def _kept(area: DraftArea, draft: AgreementDraft) -> Iterable[DraftActivity]:
    """In a revision what ends stays, with its goals and reports."""
    revised = draft.way is Way.REVISION
    return (one for one in area.activities if one.choice is Choice.TAKEN or (revised and one.entry.key))


def _entry(
    one: DraftActivity, draft: AgreementDraft, base: AgreementFile | None, today: date, taken: set[str]
) -> ActivityEntry:
    entry, was = one.entry, _was(one, base)
    key = entry.key or key_of(entry.title, taken)
    taken.add(key)
    if draft.way is Way.REVISION and draft.frame.starts_on:
        goals = _revised(was, entry.goals if one.choice is Choice.TAKEN else (), draft.frame.starts_on)
    else:
        goals = [_decided(goal, today) for goal in entry.goals] if was else list(entry.goals)
    return replace(entry, key=key, goals=tuple(goals))


def _was(one: DraftActivity, base: AgreementFile | None) -> ActivityEntry | None:
    return next((was for was in base.activities if was.key == one.entry.key), None) if base else None


def _decided(goal: GoalEntry, today: date) -> GoalEntry:
    """A planned number that goes on into a new period is decided by who renews; it holds all of it."""
    goal = replace(goal, valid_from=None, valid_to=None)
    if goal.origin is GoalOrigin.PLANNED:
        goal = replace(goal, decided_by=DECIDED_BY, decided_on=today)
    return goal


def _revised(was: ActivityEntry | None, wanted: Sequence[GoalEntry], starts: date) -> list[GoalEntry]:
    """What no longer holds ends the day before; what is new begins on the day; what is over stays as it was."""
    before = was.goals if was else ()
    said = [_what(goal) for goal in wanted]
    there = [_what(goal) for goal in before if _holds(goal, starts)]
    old = (_ended(goal, starts) if _holds(goal, starts) and _what(goal) not in said else [goal] for goal in before)
    new = [replace(goal, valid_from=starts, valid_to=None) for goal in wanted if _what(goal) not in there]
    return [*chain.from_iterable(old), *new]


def _holds(goal: GoalEntry, day: date) -> bool:
    """On the day, or some time after."""
    return goal.valid_to is None or goal.valid_to >= day


def _ended(goal: GoalEntry, starts: date) -> list[GoalEntry]:
    if goal.valid_from and goal.valid_from >= starts:
        return []
    return [replace(goal, valid_to=starts - A_DAY)]


def _what(goal: GoalEntry) -> tuple[object, ...]:
    return goal.origin, goal.count, goal.unit, goal.per
