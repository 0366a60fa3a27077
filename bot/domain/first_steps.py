"""The three first steps of a new installation, and where each of them stands."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum


class FirstStep(StrEnum):
    AGREEMENT = "agreement"
    PEOPLE = "people"
    PLAN = "plan"


class Stands(StrEnum):
    OPEN = "open"
    DONE = "done"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Setup:
    """What there is: counts, and the names of the municipalities. `others` are people beside the administrator."""

    municipalities: Sequence[str] = ()
    agreements: int = 0
    others: int = 0
    planned: int = 0


@dataclass(frozen=True, slots=True)
class FirstSteps:
    """Followed from what there is, so that it does not matter how or by whom a step was taken."""

    setup: Setup
    left: Collection[FirstStep] = ()

    def stands(self, step: FirstStep) -> Stands:
        done = {
            FirstStep.AGREEMENT: self.setup.agreements,
            FirstStep.PEOPLE: self.setup.others,
            FirstStep.PLAN: self.setup.planned,
        }
        if done[step]:
            return Stands.DONE
        return Stands.LEFT if step in self.left else Stands.OPEN

    @property
    def are_over(self) -> bool:
        return all(self.stands(step) is not Stands.OPEN for step in FirstStep)
