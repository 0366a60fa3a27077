"""Patterns written one alternative a line, so that they can be read and added to."""

import re


def any_of(alternatives: str, before: str = "", after: str = "") -> re.Pattern[str]:
    """`before` and `after` hold for every alternative: `any_of(words, r"\\b", r"\\b")` finds whole words."""
    return re.compile(f"{before}{group(alternatives)}{after}", re.IGNORECASE)


def group(alternatives: str) -> str:
    """As a part of a longer pattern."""
    return f"(?:{'|'.join(filter(None, (line.strip() for line in alternatives.splitlines())))})"


def whole_words(alternatives: str) -> re.Pattern[str]:
    return any_of(alternatives, r"\b", r"\b")
