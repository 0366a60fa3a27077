"""Samples of the longest that a council is told, and of follow-ups that are owed under the longest names."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from bot.domain.council import CouncilPage, CouncilPart, CouncilRow
from bot.domain.duties import Duty, Owed
from bot.domain.periods import Period
from bot.domain.words import AgreementKind, FollowUpForm, Per
from bot.views import council, duties
from bot.views.council import Item, WhichCouncil
from tests import longest as l
from tests.factories import NOW

FIRST, LAST = date(2025, 4, 1), date(2026, 3, 31)


def duty(kind: AgreementKind, form: FollowUpForm) -> Duty:
    recipients = ("kommunstyrelsen", "polisen", l.AREA[:100])
    held = Period(FIRST, date(2029, 3, 31))
    return Duty(1, l.MUNICIPALITIES[0], kind, 4, held, form, Per.YEAR, l.AREA[:100], recipients, FIRST)


def owed() -> list[Owed]:
    """Late and not."""
    asked = tuple(duty(kind, form) for kind, form in zip(AgreementKind, FollowUpForm, strict=True))
    period = Period(FIRST, LAST)
    return [Owed(l.ID, l.MUNICIPALITIES[0], period, 4, by, asked) for by in (date(2026, 5, 31), date(2027, 5, 31))]


def item() -> Item:
    rows = [
        CouncilRow(f"{number} {l.TITLE}: planera fler <&> eller ändra antalet?", l.NOTE * 2) for number in range(40)
    ]
    parts = (
        CouncilPart("Att besluta", rows, "", counted=True),
        CouncilPart("Gjort", rows, ""),
        CouncilPart("Avvikelser", [], "Inga."),
    )
    page = CouncilPage(
        l.MUNICIPALITIES[0], f"{l.MUNICIPALITIES[0]}: underlag till rådets möte", l.NOTE, parts * 2, l.NOTE
    )
    return Item(l.ID, page, owed())


SAMPLES: Mapping[str, Callable[[], Iterable[dict[str, Any]]]] = {
    "council.answer": lambda: [
        council.answer(one) for one in (item(), WhichCouncil([*enumerate(l.MUNICIPALITIES)] * 3))
    ],
    "council.item": lambda: [council.item(item())],
    "council.sent": lambda: [council.sent(item())],
    "council.which": lambda: [council.which(WhichCouncil([*enumerate(l.MUNICIPALITIES)] * 3))],
    "duties.delivered": lambda: [duties.delivered(one, l.USER, NOW) for one in owed()],
    "duties.put_off": lambda: [
        duties.put_off(one, NOW, NOW, may_open=opens) for one in owed() for opens in (True, False)
    ],
    "duties.several": lambda: [duties.several(owed() * 20, NOW)],
    "duties.reminder": lambda: [duties.reminder(one, NOW, may_open=opens) for one in owed() for opens in (True, False)],
}
