"""How many municipalities are doing, at a glance: all that was planned in each, whatever the activities and goals.

Behind: fewer carried out than should have been over before today, even if everything that lacks its report was done.
Unsure: behind only as long as reports are missing. None planned: nothing to compare with.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import NamedTuple

from bot.domain.periods import Period
from bot.domain.swedish import sort_key


class Standing(IntEnum):
    """In order of urgency."""

    BEHIND = 1
    UNSURE = 2
    ON_TRACK = 3
    NOTHING_PLANNED = 4


class Totals(NamedTuple):
    """Of a municipality, in occurrences. `expected` should have been over before today, and of those `missing` wait for
    their report; `done` are those reported as done, whatever they count.
    """

    planned: int = 0
    expected: int = 0
    missing: int = 0
    cancelled: int = 0
    done: int = 0
    partly: int = 0
    not_done: int = 0

    @property
    def standing(self) -> Standing:
        if not self.planned:
            return Standing.NOTHING_PLANNED
        if self.done + self.missing < self.expected:
            return Standing.BEHIND
        return Standing.UNSURE if self.done < self.expected else Standing.ON_TRACK


class Place(NamedTuple):
    municipality_id: int
    name: str
    totals: Totals
    standing: Standing


@dataclass(frozen=True, slots=True)
class Nation:
    """Many municipalities, the worst first, in whole months."""

    period: Period
    places: Sequence[Place]
    newest_report: date | None = None

    def of(self, standing: Standing) -> list[Place]:
        return [place for place in self.places if place.standing is standing]


def worst_first(place: Place) -> tuple[Standing, float, str]:
    """Within a standing by the share of the expected that is done."""
    done, expected = place.totals.done, place.totals.expected
    return place.standing, done / expected if expected else 1.0, sort_key(place.name)
