"""What people type, read from data: tests/report_phrases.yaml."""

from datetime import datetime
from typing import Any

import pytest

from bot.domain.calendar import to_utc
from bot.explain import explain_report
from tests.report_lines import PHRASES

NOW = datetime(2026, 11, 21, 12)
NOTHING: dict[str, Any] = {
    "status": "done",
    "start": None,
    "end": None,
    "place": None,
    "measures": {},
    "note": None,
    "unread": [],
    "count": None,
    "parties": None,
}


@pytest.mark.parametrize("phrase", PHRASES, ids=[phrase["line"] for phrase in PHRASES])
def test_a_phrase_is_read(phrase: dict[str, Any]) -> None:
    expected = NOTHING | phrase
    line, now = expected.pop("line"), expected.pop("now", NOW)
    day = expected.pop("day", None)
    reading = explain_report(line, to_utc(datetime.fromisoformat(str(now))))
    if day:
        assert str(reading["start"]).startswith(day)
        expected |= {"start": reading["start"], "end": reading["end"]}
    if expected["unread"] == "any":
        assert reading["unread"]
    compared = {key: value for key, value in expected.items() if value != "any"}
    assert {key: reading.get(key) for key in compared} == compared
