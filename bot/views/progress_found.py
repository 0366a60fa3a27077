"""What was found when somebody asked how it is going, and what its buttons ask about."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.permissions import Action
from bot.domain.standing import ActivityProgress
from storage.agreements import AgreementRow


@dataclass(frozen=True, slots=True)
class Scope:
    """What of an agreement is asked about; no year: as it stands today, no activities: all of them."""

    agreement_id: int
    year: int | None = None
    activities: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Overview:
    """One agreement. `hidden` are the activities whose next time is not for this reader.

    `shown` are activities of other agreements: they are counted there. `may` is what this reader may do about it.
    """

    agreement: AgreementRow
    scope: Scope
    activities: Sequence[ActivityProgress]
    hidden: frozenset[int] = frozenset()
    beside: AgreementRow | None = None
    shown: frozenset[int] = frozenset()
    may: frozenset[Action] = frozenset()


@dataclass(frozen=True, slots=True)
class Several:
    """The worst first."""

    overviews: Sequence[Overview]


@dataclass(frozen=True, slots=True)
class Which:
    """Not understood: the bot says so, and asks."""

    sentence: str
    choices: Sequence[AgreementRow]


Found = Overview | Several | Which


def scope_value(scope: Scope) -> str:
    return ":".join(str(part) for part in (scope.agreement_id, scope.year or 0, *scope.activities))


def read_scope(value: str) -> Scope:
    agreement_id, *rest = (int(part) for part in value.split(":"))
    return Scope(agreement_id, rest[0] or None if rest else None, tuple(rest[1:]))
