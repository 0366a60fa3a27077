"""A report as somebody gave it, whichever way: typed, filled in, or in one tap."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.domain.deficiencies import Noted
from bot.domain.told import NOTHING_TOLD, Told
from bot.domain.words import OutcomeStatus, Reason

LONGEST_NOTE = 300  # characters
NEEDS_REASON = (OutcomeStatus.PARTLY, OutcomeStatus.NOT_DONE)


@dataclass(frozen=True, slots=True)
class Report:
    """`measures` by key of the kind; `count` is how many of the goal's unit it was ("3 kontroller").

    `note` says everything that has no column of its own. `deficiencies` is None where nobody was asked for them.
    """

    status: OutcomeStatus = OutcomeStatus.DONE
    reason: Reason | None = None
    count: int = 1
    measures: Mapping[str, float] = field(default_factory=dict)
    note: str = ""
    told: Told = NOTHING_TOLD
    deficiencies: tuple[Noted, ...] | None = None

    @property
    def lacks_reason(self) -> bool:
        return self.status in NEEDS_REASON and self.reason is None

    def in_figures(self) -> "Report":
        """Without the writer's own words."""
        return replace(self, note="", told=NOTHING_TOLD)
