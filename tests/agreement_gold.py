"""The invented agreement texts, and what a careful coordinator would enter of each."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

TESTS = Path(__file__).parent
FIELDS = ["municipality", "kind", "period_start", "period_end", "signed_on", "parties", "activities", "asks"]
# Their answers are read some hundred thousand signs at a time: the parser in C does that ten times as fast.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def texts(folder: str) -> list[Path]:
    return sorted((TESTS / folder).glob("*.txt"))


@cache
def gold(text: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(text.with_suffix(".yaml").read_text("utf-8"), Loader=_Loader)
    return loaded


def accepted(answers: dict[str, Any], field: str) -> list[Any]:
    """The answer, and others that are as good."""
    return [answers[field], *(answers.get(f"{field}_also") or [])]
