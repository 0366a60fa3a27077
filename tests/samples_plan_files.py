"""Samples of what is said about a plan as a file, with titles as long as a cell lets them be."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from bot.domain.agreement_difference import Absent, ChangedActivity, Difference
from bot.domain.words import AgreementKind, AgreementState
from bot.views import plan_files
from storage.models import Agreement
from tests.factories import NOW

TITLE = f"<Nykterhet> & fart {'Å' * 5000}"
MANY = 5000


def differences() -> list[Difference]:
    changed, absent = ChangedActivity(TITLE, ("titel", "mål")), Absent(TITLE, reported=True)
    facts = (*(f"fokusområdet ”{TITLE}” (problem, mål)" for _ in range(40)), "period")
    return [
        Difference(TITLE, is_new=True, new=(TITLE,) * MANY, followers=(TITLE,) * MANY),
        Difference(TITLE, False, facts, (TITLE,) * MANY, (changed,) * MANY, MANY, (absent,) * MANY),
        Difference(TITLE, False, same=1, absent=(absent,)),
        Difference(
            TITLE,
            False,
            facts=("period",),
            same=1,
            conflicts=(changed,) * MANY,
            called_off=MANY,
            unplanned=(TITLE,) * MANY,
        ),
    ]


def agreements() -> list[Agreement]:
    one = Agreement(
        id=MANY, key="nyckel", kind=AgreementKind.CITIZEN_PROMISE, state=AgreementState.CURRENT, title=TITLE,
        period_start=NOW.date(), period_end=NOW.date(), basis=[], questions=[],
    )  # fmt: skip
    return [one] * 12


SAMPLES: Mapping[str, Callable[[], Iterable[dict[str, Any]]]] = {
    "plan_files.reading": lambda: [plan_files.reading(f"{TITLE}.xlsx")],
    "plan_files.stopped": lambda: [plan_files.stopped(f"{TITLE}.xlsx")],
    "plan_files.proposed": lambda: [plan_files.proposed(one, draft) for one in differences() for draft in (MANY, None)],
    "plan_files.changed_meanwhile": lambda: [plan_files.changed_meanwhile(one, MANY) for one in differences()],
    "plan_files.refused": lambda: [plan_files.refused("\n".join([TITLE] * 22))],
    "plan_files.saving": lambda: [plan_files.saving()],
    "plan_files.saved": lambda: [plan_files.saved(one) for one in differences()],
    "plan_files.forgotten": lambda: [plan_files.forgotten()],
    "plan_files.sent": lambda: [plan_files.sent(TITLE, hidden) for hidden in (0, 12)],
    "plan_files.template_sent": lambda: [plan_files.template_sent()],
    "plan_files.which": lambda: [plan_files.which(agreements())],
}
