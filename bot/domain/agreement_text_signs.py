"""Whether a text in a chat is an agreement that somebody has pasted, or something else."""

import re

SHORTEST = 350
FEWEST_LINES = 3
_NAMES_ITSELF = re.compile(r"medborgarl[öo]fte|[öo]verenskommelse", re.IGNORECASE)
_PROMISES = re.compile(r"\b(?:lovar|ska|skall|kommer att|g[äa]ller)\b", re.IGNORECASE)
_REPORTS = re.compile(r"\s*rapport", re.IGNORECASE)


def reads_as_agreement(text: str) -> bool:
    """Longer than any report, and about an agreement; or shorter, under its title. What begins as a report is one."""
    if not (len(text) >= SHORTEST or _is_short_one(text)):
        return False
    return bool(_NAMES_ITSELF.search(text)) and not _REPORTS.match(text)


def _is_short_one(text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < FEWEST_LINES:
        return False
    title, *others = lines
    return bool(_NAMES_ITSELF.search(title)) and any(map(_PROMISES.search, others))
