"""What was found when somebody asked how it is going, and what its buttons ask about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.domain.periods import Period
from bot.domain.permissions import Action
from bot.domain.progress_compared import ComparedTimes
from bot.domain.standing import ActivityProgress
from bot.domain.words import PartyKind
from storage.agreements import AgreementRow


@dataclass(frozen=True, slots=True)
class Scope:
    """What of an agreement is asked about; no period: as it stands today, no activities: all of them."""

    agreement_id: int
    period: Period | None = None
    activities: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgressCompared:
    """By activity, in both of the times that were asked about; `before` where the agreement held all that time."""

    times: ComparedTimes
    now: Mapping[int, ActivityProgress]
    before: Mapping[int, ActivityProgress]


@dataclass(frozen=True, slots=True)
class Overview:
    """One agreement. `hidden` are the activities whose next time is not for this reader.

    `left`: of walks that were asked for, how many deficiencies are not done, and since when the oldest.
    `promised`: what was promised is asked about, by the `party` or by all.
    `measures`, by key, are the numbers of reports that were asked for. `area`: the focus area that they are all of.
    `shown` are activities of other agreements: they are counted there. `may` is what this reader may do about it.
    In details also, by activity, `before`: the same stretch of time just before, and `planned`: judged by what was
    planned where something was promised too. `compared`: another stretch of time, where one was asked for beside.
    `refused`, a sentence, is what was asked about too and this reader may not see.
    """

    agreement: AgreementRow
    scope: Scope
    activities: Sequence[ActivityProgress]
    hidden: frozenset[int] = frozenset()
    beside: AgreementRow | None = None
    shown: frozenset[int] = frozenset()
    may: frozenset[Action] = frozenset()
    left: tuple[int, date] | None = None
    promised: bool = False
    party: PartyKind | None = None
    measures: tuple[str, ...] = ()
    area: str = ""
    before: Mapping[int, ActivityProgress] = field(default_factory=dict)
    planned: Mapping[int, ActivityProgress] = field(default_factory=dict)
    compared: ProgressCompared | None = None
    refused: str = ""

    def over(self, today: date) -> bool:
        """Whether nothing more can happen in what is asked about."""
        return self.agreement.over(today) or (self.scope.period is not None and self.scope.period.last < today)


@dataclass(frozen=True, slots=True)
class SeveralAgreements:
    """The worst first, or by name when what was promised is asked about."""

    overviews: Sequence[Overview]
    nation: bool = False  # the whole country was asked about
    refused: str = ""


@dataclass(frozen=True, slots=True)
class WhichAgreement:
    """Not understood: the bot says so, and asks."""

    sentence: str
    choices: Sequence[AgreementRow]
    refused: str = ""


Found = Overview | SeveralAgreements | WhichAgreement


def scope_value(scope: Scope) -> str:
    period = f"{scope.period.first:%Y%m%d}-{scope.period.last:%Y%m%d}" if scope.period else "0"
    return ":".join([str(scope.agreement_id), period, *map(str, scope.activities)])


def read_scope(value: str) -> Scope:
    agreement_id, *rest = value.split(":")
    period = Period(*map(date.fromisoformat, rest[0].split("-"))) if rest and rest[0] != "0" else None
    return Scope(int(agreement_id), period, tuple(map(int, rest[1:])))
