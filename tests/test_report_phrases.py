"""What people type, read from data: tests/report_phrases.yaml. Each line that is read otherwise is listed."""

from datetime import datetime
from typing import Any

from bot.commands.explain import explain_report
from bot.domain.calendar import to_utc
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


def test_every_phrase_is_read() -> None:
    assert [(phrase["line"], wrong) for phrase in PHRASES if (wrong := misread(phrase))] == []


def misread(phrase: dict[str, Any]) -> dict[str, Any]:
    """What is read, where that is something else than expected."""
    expected = NOTHING | phrase
    line, now, day = expected.pop("line"), expected.pop("now", NOW), expected.pop("day", None)
    reading = explain_report(line, to_utc(datetime.fromisoformat(str(now))))
    if day:
        on_the_day = str(reading["start"]).startswith(day)
        expected |= {"start": reading["start"] if on_the_day else day, "end": reading["end"]}
    return {key: reading.get(key) for key, value in expected.items() if not is_read(key, value, reading.get(key))}


def is_read(key: str, expected: Any, read: Any) -> bool:
    if expected == "any":
        return bool(read) or key != "unread"
    return bool(read == expected)
