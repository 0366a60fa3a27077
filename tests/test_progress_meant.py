"""Which agreements a question is about, and when: read by the year of the agreement that is meant."""

from datetime import date

import pytest

from bot.domain import progress_question
from bot.domain.periods import Period
from bot.domain.words import AgreementKind, AgreementState
from bot.services.progress_meant import Meant, meant
from storage.agreements import AgreementRow

TODAY = date(2026, 11, 23)
PROMISE, COLLABORATION = AgreementKind.CITIZEN_PROMISE, AgreementKind.COLLABORATION


def row(title: str, kind: AgreementKind, first: date, last: date, first_month: int) -> AgreementRow:
    state = AgreementState.ENDED if last < TODAY else AgreementState.CURRENT
    return AgreementRow({1: "Timrå"}, 1, title, title, kind, state, first, last, first_month, False)


TIMRA = [
    row("Löftet", PROMISE, date(2026, 1, 1), date(2026, 12, 31), 1),
    row("Den nya", COLLABORATION, date(2023, 4, 1), date(2027, 3, 31), 4),
    row("Den gamla", COLLABORATION, date(2019, 4, 1), date(2023, 3, 31), 4),
]


def asked(text: str) -> Meant:
    return meant(TIMRA, progress_question.read(text, ["Timrå"], TODAY), text, TODAY)


@pytest.mark.parametrize(
    ("text", "titles", "period"),
    [
        ("läget Timrå", ["Löftet", "Den nya"], None),
        ("läget samverkan Timrå", ["Den nya"], None),
        ("läget Timrå 2026", ["Löftet", "Den nya"], (date(2026, 1, 1), date(2026, 12, 31))),
        ("läget löftet Timrå 2026", ["Löftet"], (date(2026, 1, 1), date(2026, 12, 31))),
        ("läget Timrå 2025", ["Den nya"], (date(2025, 4, 1), date(2026, 3, 31))),
        ("läget samverkan Timrå 2023", ["Den nya"], (date(2023, 4, 1), date(2024, 3, 31))),
        ("läget samverkan Timrå kvartal 4 2022", ["Den gamla"], (date(2023, 1, 1), date(2023, 3, 31))),
        ("läget samverkan Timrå kvartal 1 2019", ["Den gamla"], (date(2019, 4, 1), date(2019, 6, 30))),
        ("läget Timrå januari 2019", [], (date(2019, 1, 1), date(2019, 1, 31))),
    ],
)
def test_a_period_is_of_the_year_of_what_is_meant(
    text: str, titles: list[str], period: tuple[date, date] | None
) -> None:
    found = asked(text)

    assert [one.title for one in found.agreements] == titles
    assert found.question.period == (Period(*period) if period else None)


def test_what_it_is_compared_with_is_of_the_same_year() -> None:
    found = asked("läget samverkan Timrå 2025 jämfört med 2024")

    assert (found.first_month, found.question.other) == (4, Period(date(2024, 4, 1), date(2025, 3, 31)))
    assert found.question.period == Period(date(2025, 4, 1), date(2026, 3, 31))
