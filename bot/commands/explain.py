"""python -m bot explain: how a line is read, as JSON. For those who develop, and for those who wonder."""

import json
from collections.abc import Callable, Iterable
from datetime import date, datetime

from bot.domain.calendar import at
from bot.domain.personal_data import find_personal_data
from bot.domain.reading import read_report
from bot.domain.when import Ambiguous, Invalid, Tense, When, read_when, starts

FIRST = 5

Explained = dict[str, object]


def explain_when(text: str, now: datetime) -> Explained:
    """What is meant in planning. `now` is aware."""
    reading = read_when(text, now, tense=Tense.FUTURE)
    if isinstance(reading, Invalid):
        return {"invalid": reason(reading)}
    if isinstance(reading, Ambiguous):
        return {"ambiguous": [_one(when) for when in reading.readings]}
    first = {"first": [_text(start) for start in starts(reading, FIRST)]} if reading.rrule else {}
    return _one(reading) | first


def explain_report(line: str, now: datetime) -> Explained:
    """How a report is read. `now` is aware. What only some reports say is left out of the others.

    `unread` are the words that the bot asks about; they stand in the note too.
    """
    reading = read_report(line, now=now)
    around = reading.around
    when = around.when if isinstance(around.when, When) else None
    said = {
        "kind": reading.kind,
        "status": reading.status.value,
        "start": _text(when.start) if when else None,
        "end": _text(when.end) if when and when.end else None,
        "place": around.place or None,
        "measures": dict(reading.measures),
        "note": ", ".join(filter(None, [reading.note, around.company])) or None,
        "unread": [word for phrase in reading.unclear for word in phrase.split()],
    }
    some = {
        "reason": reading.reason and reading.reason.value,
        "count": reading.times > 1 and reading.times,
        "parties": list(around.parties),
    }
    return said | {key: value for key, value in some.items() if value}


def explain_privacy(text: str, _now: datetime) -> Explained:
    """What would be held back, and where: offsets, never the words themselves."""
    return {"found": [{"kind": each.kind, "start": each.start, "end": each.end} for each in find_personal_data(text)]}


EXPLAIN = {"when": explain_when, "report": explain_report, "privacy": explain_privacy}


def reason(invalid: Invalid) -> str:
    return invalid.reason


def lines(explain: Callable[[str, datetime], Explained], texts: Iterable[str], now: datetime) -> Iterable[str]:
    """One JSON object a line."""
    return (json.dumps(explain(text.rstrip("\r\n"), now), ensure_ascii=False) for text in texts)


def moment(text: str) -> datetime:
    """`--now 2026-11-21T12:00` is what a Swedish clock shows; with an offset it is that instant."""
    said = datetime.fromisoformat(text)
    return said if said.tzinfo else at(said.date(), said.time())


def _one(when: When) -> Explained:
    said = {"start": _text(when.start), "end": when.end and _text(when.end), "rrule": when.rrule}
    return {key: value for key, value in said.items() if value}


def _text(moment: date | datetime) -> str:
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()
