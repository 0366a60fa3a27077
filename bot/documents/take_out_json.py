"""A take-out as JSON: every table with keys that stay the same, explained in the text beside it."""

import json
from datetime import date
from typing import Any

from bot.domain.take_out import FilledSheet, TakeOut, Value

FORMAT = 1
"""Raised when a key changes what it means or goes away."""


def dump(found: TakeOut) -> bytes:
    said = {
        "format": FORMAT,
        "kommun": found.municipality,
        "uttaget": found.made_at.isoformat(timespec="seconds"),
        "inte_med": found.withheld.lines(),
        "skyddade_som_inte_ar_over": found.withheld.ahead,
        "tabeller": {filled.sheet.key: _rows(filled) for filled in found.sheets},
    }
    return json.dumps(said, ensure_ascii=False, indent=1, default=_shown).encode()


def _rows(filled: FilledSheet) -> list[dict[str, Value]]:
    keys = [column.key for column in filled.sheet.columns]
    return [dict(zip(keys, row, strict=True)) for row in filled.rows]


def _shown(value: Any) -> str:
    """Moments with their distance to UTC, so that the hour that comes twice in autumn is told apart."""
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no way to write {type(value).__name__}")
