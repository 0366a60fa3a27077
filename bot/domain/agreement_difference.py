"""What an agreement file would change: shown before anything is saved, and decided by keys and titles."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from bot.domain import dated
from bot.domain.agreement_file import ActivityEntry, AgreementFile, FocusAreaEntry, title_key
from bot.domain.agreement_file_codecs import Entry, word_of
from bot.domain.kinds import unit_of
from bot.domain.swedish import joined, number
from bot.domain.swedish_words import name

WITHHELD = {"place": "(skyddad plats)", "recurrence": "(skyddad tid)"}
"""Stands in every file for where and when a protected activity is; read back it leaves the field as it is."""


@dataclass(frozen=True, slots=True)
class ChangedActivity:
    title: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Absent:
    title: str
    reported: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """`facts` are what changes about the agreement and its focus areas; `same` counts activities.

    `unplanned` are to be delivered on a day that is over or outside the period, so that nobody plans them.
    `followers` are agreements that will belong to it instead of to what it replaces.
    `called_off` counts occurrences ahead that a new period leaves out. `conflicts` are not made: they were changed here
    too, after the file was, see `bot.domain.agreement_merge`.
    """

    title: str
    is_new: bool
    facts: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    changed: tuple[ChangedActivity, ...] = ()
    same: int = 0
    absent: tuple[Absent, ...] = ()
    conflicts: tuple[ChangedActivity, ...] = ()
    called_off: int = 0
    followers: tuple[str, ...] = ()
    unplanned: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.is_new or self.facts or self.new or self.changed)

    @property
    def leaves_all(self) -> bool:
        """Nothing to decide either."""
        return self.is_empty and not self.conflicts


def difference(
    before: AgreementFile | None,
    after: AgreementFile,
    reported: Collection[str] = (),
    given: Collection[str] | None = None,
) -> Difference:
    """`reported` are keys of activities with reports; `given` those that there were to leave out, if that is known.

    What is in `before` only stays.
    """
    if before is None:
        return Difference(after.title, is_new=True, new=tuple(one.title for one in after.activities))
    known = _by_key(before)
    there = [(one, known[one.key]) for one in after.activities if one.key in known]
    moved = _moved(before, after)
    pairs = [(one, _with_values(was, one, _words(was, one, moved=one.key in moved))) for one, was in there]
    missing = ({*known} if given is None else {*known} & {*given}) - {one.key for one in after.activities}
    return Difference(
        title=after.title,
        is_new=False,
        facts=tuple(_facts(before, after)),
        new=tuple(one.title for one in after.activities if one.key not in known),
        changed=tuple(ChangedActivity(one.title, words) for one, words in pairs if words),
        same=sum(not words for _, words in pairs),
        absent=tuple(Absent(one.title, one.key in reported) for key, one in known.items() if key in missing),
    )


def unplanned(before: AgreementFile | None, after: AgreementFile, today: date) -> tuple[str, ...]:
    """Titles of what got a day, now, on which it cannot be delivered."""
    was = {one.key: one.due_on for one in before.activities} if before else {}
    first, last = max(today, after.period.start), after.period.end
    changed = (one for one in after.activities if one.due_on and one.due_on != was.get(one.key))
    return tuple(one.title for one in changed if one.due_on and not first <= one.due_on <= last)


def matched_areas(before: AgreementFile, after: AgreementFile) -> dict[str, str]:
    """Titles in `before` by those in `after`. One with a new title is known by its activities, if they agree."""
    titles = {title_key(area.title): area.title for area in before.focus_areas}
    found = {area.title: titles[title_key(area.title)] for area in after.focus_areas if title_key(area.title) in titles}
    free = {area.title for area in before.focus_areas} - set(found.values())
    home = {one.key: area.title for area in before.focus_areas for one in area.activities}
    for area in after.focus_areas:
        came_from = {home[one.key] for one in area.activities if one.key in home}
        if area.title not in found and len(came_from) == 1 and came_from <= free:
            found[area.title] = came_from.pop()
            free.discard(found[area.title])
    return found


def withheld(file: AgreementFile) -> tuple[AgreementFile, int]:
    """Without where and when what is protected is, and how many places and times those are."""
    hidden = sum(getattr(one, name) is not None for one in file.activities if one.protected for name in WITHHELD)
    return _each(file, _hidden), hidden


def restored(before: AgreementFile | None, after: AgreementFile) -> AgreementFile:
    """What `withheld` took away is put back."""
    known = _by_key(before) if before else {}

    def put_back(one: ActivityEntry) -> ActivityEntry:
        was = known.get(one.key)
        taken = (name for name, words in WITHHELD.items() if getattr(one, name) == words)
        there: dict[str, Any] = {name: getattr(was, name, None) for name in taken}
        return replace(one, **there)

    return _each(after, put_back)


def _hidden(one: ActivityEntry) -> ActivityEntry:
    if not one.protected:
        return one
    instead: dict[str, Any] = {name: words for name, words in WITHHELD.items() if getattr(one, name)}
    return replace(one, **instead)


def _each(file: AgreementFile, change: Callable[[ActivityEntry], ActivityEntry]) -> AgreementFile:
    areas = (replace(area, activities=tuple(map(change, area.activities))) for area in file.focus_areas)
    return replace(file, focus_areas=tuple(areas))


def _by_key(file: AgreementFile) -> dict[str, ActivityEntry]:
    return {one.key: one for one in file.activities}


def _moved(before: AgreementFile, after: AgreementFile) -> set[str]:
    """To another focus area."""
    matched = matched_areas(before, after)
    home = {one.key: area.title for area in before.focus_areas for one in area.activities}
    return {
        one.key
        for area in after.focus_areas
        for one in area.activities
        if one.key in home and home[one.key] != matched.get(area.title)
    }


def _words(was: Entry, now: Entry, *, moved: bool = False, besides: Collection[str] = ()) -> tuple[str, ...]:
    """The fields that differ, as they are called in a file."""
    names = [field.name for field in fields(now) if field.name not in besides]
    changed = [word_of(type(now), name) for name in names if differ(getattr(was, name), getattr(now, name))]
    return (*(["fokusområde"] if moved else []), *(word.replace("_", " ") for word in changed))


def _with_values(was: ActivityEntry, now: ActivityEntry, words: Sequence[str]) -> tuple[str, ...]:
    """Of numbers and days also what they were: gives "mål 4 vandringar per år i stället för 3 vandringar per år"."""
    said = {
        word_of(ActivityEntry, "goals"): (_goals(was), _goals(now)),
        word_of(ActivityEntry, "due_on"): (_day(was.due_on), _day(now.due_on)),
    }
    return tuple(_instead(word, *said[word]) if word in said else word for word in words)


def _instead(word: str, before: str, after: str) -> str:
    if before == after:
        return word
    return f"{word} {after or 'tas bort'}" + (f" i stället för {before}" if before and after else "")


def _goals(one: ActivityEntry) -> str:
    return joined([f"{number(goal.count)} {unit_of(goal.count, goal.unit)} {name(goal.per)}" for goal in one.goals])


def _day(one: date | None) -> str:
    return dated.day(one) if one else ""


def differ(was: Any, now: Any) -> bool:
    """The order of a list means nothing."""
    return bool(was != now) and not (isinstance(now, tuple) and Counter(was) == Counter(now))


def _facts(before: AgreementFile, after: AgreementFile) -> list[str]:
    """Places and parties are only added, and no municipality is moved to another police area."""
    apart = ("key", "municipalities", "police_area", "parties", "focus_areas", "extract")
    facts = list(_words(before, after, besides=apart))
    facts += ["kommuner"] if {*after.municipalities} - {*before.municipalities} else []
    facts += ["lokalpolisområde"] if after.police_area and before.police_area is None else []
    facts += ["parter"] if {*after.parties} - {*before.parties} else []
    matched, were = matched_areas(before, after), {area.title: area for area in before.focus_areas}
    told = [_area_fact(were.get(matched.get(area.title, "")), area) for area in after.focus_areas]
    return [*facts, *filter(None, told)]


def _area_fact(was: FocusAreaEntry | None, area: FocusAreaEntry) -> str:
    if was is None:
        return f"nytt fokusområde ”{area.title}”"
    words = _words(was, area, besides=("activities",))
    return f"fokusområdet ”{area.title}” ({', '.join(words)})" if words else ""
