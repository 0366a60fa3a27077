"""What a plan becomes when it comes back as a file, and both have changed since the file was made.

What somebody changed in the file counts, and so does what was changed here meanwhile. Where both changed the same
thing to something different, what is here stays, unless the person says that the file's is to count.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar

from bot.domain.agreement_difference import ChangedActivity, differ, matched_areas, restored
from bot.domain.agreement_file import ActivityEntry, AgreementFile, FocusAreaEntry, PartyEntry
from bot.domain.agreement_file_codecs import Entry, word_of

E = TypeVar("E", bound=Entry)

APART = frozenset({"key", "municipalities", "police_area", "parties", "focus_areas", "activities", "extract"})
AREA = "fokusområde"


@dataclass(frozen=True, slots=True)
class Merged:
    """`conflicts`: what was changed both in the file and here, by title."""

    file: AgreementFile
    conflicts: tuple[ChangedActivity, ...]


@dataclass(slots=True)
class _Merging:
    """`was` when the file was made, `now` here."""

    was: AgreementFile
    now: AgreementFile
    file: AgreementFile
    file_counts: bool
    conflicts: list[ChangedActivity] = field(default_factory=list)
    activities_then: Mapping[str, ActivityEntry] = field(init=False)
    activities_now: Mapping[str, ActivityEntry] = field(init=False)

    def __post_init__(self) -> None:
        self.activities_then, self.activities_now = _by_key(self.was), _by_key(self.now)

    def everything(self) -> AgreementFile:
        made = self.entry(self.file.title, self.was, self.now, self.file)
        parties = tuple(self._party(one) for one in self.file.parties)
        return replace(made, parties=parties, focus_areas=tuple(self._areas()))

    def entry(self, title: str, was: E, now: E, said: E) -> E:
        """Field by field."""
        chosen: dict[str, Any] = {}
        disputed = []
        for name in (one.name for one in fields(said) if one.name not in APART):
            old, here, there = getattr(was, name), getattr(now, name), getattr(said, name)
            if differ(old, here) and (not differ(old, there) or not self.file_counts):
                chosen[name] = here
            if differ(old, here) and differ(old, there) and differ(here, there):
                disputed.append(word_of(type(said), name).replace("_", " "))
        if disputed:
            self.conflicts.append(ChangedActivity(title, tuple(disputed)))
        return replace(said, **chosen)

    def _party(self, said: PartyEntry) -> PartyEntry:
        was, now = (next((one for one in file.parties if one.name == said.name), said) for file in (self.was, self.now))
        return self.entry(said.name, was, now, said)

    def _areas(self) -> Iterator[FocusAreaEntry]:
        """Those of the file, and those here that activities of the file have been moved to meanwhile."""
        homes = _Homes(self.was, self.now, self.file)
        within: dict[str, list[ActivityEntry]] = {}
        for one in self.file.activities:
            within.setdefault(self._home(homes, one), []).append(self._activity(one))
        for area in self.file.focus_areas:
            yield replace(self._area(homes, area), activities=tuple(within.pop(area.title, ())))
        by_title = {area.title: area for area in self.now.focus_areas}
        for title, moved in within.items():
            yield replace(by_title[title], activities=tuple(moved))

    def _area(self, homes: "_Homes", said: FocusAreaEntry) -> FocusAreaEntry:
        was, now = homes.was_area(said.title), homes.now_area(said.title)
        return self.entry(f"fokusområdet ”{said.title}”", was, now, said) if was and now else said

    def _home(self, homes: "_Homes", said: ActivityEntry) -> str:
        """The title, as the file has it, of the focus area that it goes in."""
        was, now, there = homes.was.get(said.key), homes.now.get(said.key), homes.file[said.key]
        if was is None or now is None or now in (was, there):
            return there
        if there == was:
            return now
        self.conflicts.append(ChangedActivity(said.title, (AREA,)))
        return there if self.file_counts else now

    def _activity(self, said: ActivityEntry) -> ActivityEntry:
        was, now = self.activities_then.get(said.key), self.activities_now.get(said.key)
        return self.entry(said.title, was, now, said) if was and now else said


class _Homes:
    """By key, in which focus area an activity was, is here and is in the file: called as in the file, else as here."""

    def __init__(self, was: AgreementFile, now: AgreementFile, file: AgreementFile) -> None:
        self._was_of, now_was = matched_areas(was, file), matched_areas(was, now)
        now_of_was = {old: title for title, old in now_was.items()}
        beside = matched_areas(now, file)
        self._now_of = {
            title: now_of_was[old] if (old := self._was_of.get(title)) in now_of_was else beside.get(title)
            for title in (area.title for area in file.focus_areas)
        }
        by_was = {old: title for title, old in self._was_of.items()}
        by_now = {here: title for title, here in self._now_of.items() if here}
        self._areas = {"was": _by_title(was), "now": _by_title(now)}
        self.file = _homes(file, {})
        self.was = _homes(was, {old: now_of_was.get(old, old) for old in self._areas["was"]} | by_was)
        self.now = _homes(now, by_now)

    def was_area(self, title: str) -> FocusAreaEntry | None:
        return self._areas["was"].get(self._was_of.get(title, ""))

    def now_area(self, title: str) -> FocusAreaEntry | None:
        return self._areas["now"].get(self._now_of.get(title) or "")


def merged(was: AgreementFile, now: AgreementFile, file: AgreementFile, *, file_counts: bool = False) -> Merged:
    """`was` when the file was made, `now` what is here. What no file shows is as it is here."""
    merging = _Merging(restored(now, was), now, restored(now, file), file_counts)
    made = merging.everything()
    return Merged(made, tuple(merging.conflicts))


def _homes(file: AgreementFile, called: Mapping[str, str]) -> dict[str, str]:
    return {one.key: called.get(area.title, area.title) for area in file.focus_areas for one in area.activities}


def _by_title(file: AgreementFile) -> dict[str, FocusAreaEntry]:
    return {area.title: area for area in file.focus_areas}


def _by_key(file: AgreementFile) -> dict[str, ActivityEntry]:
    return {one.key: one for one in file.activities}
