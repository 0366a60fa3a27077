"""A report as somebody gave it, whichever way: typed, filled in, or in one tap."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.deficiencies import Noted
from bot.domain.words import OutcomeStatus, Reason

LONGEST_NOTE = 300  # characters


@dataclass(frozen=True, slots=True)
class Told:
    """What a typed line said about where, when and with whom, word by word, and the rest of its note."""

    place: str = ""
    time: str = ""
    parties: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """`measures` by key of the kind; `count` is how many of the goal's unit it was ("3 kontroller").

    `note` says everything that has no column of its own; `told` is the same in parts, while the line is at hand.
    `deficiencies` is None where nobody was asked for them.
    """

    status: OutcomeStatus = OutcomeStatus.DONE
    reason: Reason | None = None
    count: int = 1
    measures: Mapping[str, float] = field(default_factory=dict)
    note: str = ""
    told: Told | None = field(default=None, compare=False)
    deficiencies: tuple[Noted, ...] | None = None
