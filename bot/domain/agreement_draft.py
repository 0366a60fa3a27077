"""An agreement that somebody is going through: nothing of it holds before it is saved."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from bot.domain.agreement_file import ActivityEntry, FocusAreaEntry, FollowUpEntry, PartyEntry
from bot.domain.agreement_text import Question
from bot.domain.words import AgreementKind, Basis

LONGEST_WORDS = 300


class Way(StrEnum):
    NEW = "new"
    RENEWAL = "renewal"
    REVISION = "revision"


class Choice(StrEnum):
    OPEN = "open"
    TAKEN = "taken"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class PastCounts:
    """What came of an activity in the whole period so far; the goals are over that period too."""

    promised: int | None
    planned: int | None
    done: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftActivity:
    """`words` are those of the source. `entry` has no key before it is saved, unless it is in force already.

    `version` is raised by every change: a form that was opened before it is refused.
    """

    entry: ActivityEntry
    words: str = ""
    choice: Choice = Choice.OPEN
    version: int = 0
    past: PastCounts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftArea:
    """`entry` holds no activities."""

    entry: FocusAreaEntry
    activities: tuple[DraftActivity, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftFrame:
    """`starts_on` is the first day of a revision, within the period. `partly_counts` as in `AgreementFile`."""

    title: str = ""
    kind: AgreementKind | None = None
    municipalities: tuple[str, ...] = ()
    parties: tuple[PartyEntry, ...] = ()
    first: date | None = None
    last: date | None = None
    signed_on: date | None = None
    basis: tuple[Basis, ...] = ()
    follow_ups: tuple[FollowUpEntry, ...] = ()
    starts_on: date | None = None
    partly_counts: bool = False
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementDraft:
    """`of` is the key of the agreement that is renewed or revised, `seen` a fingerprint of it as it was then.

    `version` is raised by every change of anything.
    """

    way: Way
    frame: DraftFrame
    areas: tuple[DraftArea, ...] = ()
    questions: tuple[Question, ...] = ()
    of: str | None = None
    seen: str = ""
    version: int = 0

    @property
    def activities(self) -> tuple[DraftActivity, ...]:
        return tuple(one for area in self.areas for one in area.activities)

    def count(self, choice: Choice) -> int:
        return sum(one.choice is choice for one in self.activities)


@dataclass(frozen=True, slots=True)
class ActivitySpot:
    """Where an activity stands in a draft, counted from 0."""

    area: int
    activity: int


Change = Callable[[DraftActivity], DraftActivity]


def dumped(draft: AgreementDraft) -> dict[str, Any]:
    kept: dict[str, Any] = _adapter().dump_python(draft, mode="json")
    return kept


def loaded(kept: Mapping[str, Any]) -> AgreementDraft:
    return _adapter().validate_python(kept)


def find(draft: AgreementDraft, spot: ActivitySpot) -> DraftActivity:
    return draft.areas[spot.area].activities[spot.activity]


def with_activity(draft: AgreementDraft, spot: ActivitySpot, change: Change) -> AgreementDraft:
    return _changed(draft, lambda at: at == spot, change)


def with_all_taken(draft: AgreementDraft) -> AgreementDraft:
    """Those that nobody has decided on."""
    undecided = {spot for spot in _spots(draft) if find(draft, spot).choice is Choice.OPEN}
    return _changed(draft, undecided.__contains__, lambda one: chosen(one, Choice.TAKEN))


def with_frame(draft: AgreementDraft, frame: DraftFrame) -> AgreementDraft:
    frame = replace(frame, version=draft.frame.version + 1)
    return replace(draft, frame=frame, version=draft.version + 1)


def with_added(draft: AgreementDraft, area_title: str, entry: ActivityEntry) -> tuple[AgreementDraft, int]:
    """Taken, last in the area with that title, which is made if there is none; the area's number."""
    added = DraftActivity(entry=entry, choice=Choice.TAKEN)
    titles = [area.entry.title for area in draft.areas]
    number = titles.index(area_title) if area_title in titles else len(titles)
    areas = list(draft.areas)
    if number == len(areas):
        areas.append(DraftArea(entry=FocusAreaEntry(title=area_title)))
    areas[number] = replace(areas[number], activities=(*areas[number].activities, added))
    return replace(draft, areas=tuple(areas), version=draft.version + 1), number


def chosen(one: DraftActivity, choice: Choice) -> DraftActivity:
    return replace(one, choice=choice, version=one.version + 1)


def rewritten(one: DraftActivity, entry: ActivityEntry) -> DraftActivity:
    """What somebody has changed by hand is to be there."""
    return replace(one, entry=entry, choice=Choice.TAKEN, version=one.version + 1)


def _spots(draft: AgreementDraft) -> Iterable[ActivitySpot]:
    for number, area in enumerate(draft.areas):
        yield from (ActivitySpot(number, position) for position in range(len(area.activities)))


def _changed(draft: AgreementDraft, concerns: Callable[[ActivitySpot], bool], change: Change) -> AgreementDraft:
    areas = tuple(
        replace(
            area,
            activities=tuple(
                change(one) if concerns(ActivitySpot(number, position)) else one
                for position, one in enumerate(area.activities)
            ),
        )
        for number, area in enumerate(draft.areas)
    )
    return replace(draft, areas=areas, version=draft.version + 1)


@cache
def _adapter() -> TypeAdapter[AgreementDraft]:
    return TypeAdapter(AgreementDraft)
