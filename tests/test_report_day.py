"""Which day a report says it is about."""

from datetime import date

import pytest

from bot.domain.report_day import Day, day_said

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("i dag", MONDAY),
        ("ikväll", MONDAY),
        ("igår kväll", date(2026, 11, 22)),
        ("i förrgår", date(2026, 11, 21)),
        ("i fredags", date(2026, 11, 20)),
        ("måndag", MONDAY),
        ("i måndags", date(2026, 11, 16)),
        ("20/11", date(2026, 11, 20)),
        ("den 20:e", date(2026, 11, 20)),
        ("28 december", date(2025, 12, 28)),
        ("den 28", date(2026, 10, 28)),
        ("2026-11-20 vid E4", date(2026, 11, 20)),
        ("häromdagen", None),
        ("förra veckan", None),
        ("för tre dagar sedan", None),
        ("igår och i fredags", None),
        ("31/2", None),
    ],
)
def test_a_day_is_read(text: str, day: date | None) -> None:
    assert day_said(text, MONDAY) == Day(day)


@pytest.mark.parametrize("text", ["", "lugnt", "kl 18-20", "åk 7", "nästa måndag", "E4 50-väg", "öppet fredagar"])
def test_no_day_is_said(text: str) -> None:
    assert day_said(text, MONDAY) is None
