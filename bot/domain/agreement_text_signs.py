"""Whether a long text in a chat is an agreement that somebody has pasted, or something else."""

import re

SHORTEST = 350
_NAMES_ITSELF = re.compile(r"medborgarl[öo]fte|[öo]verenskommelse", re.IGNORECASE)
_REPORTS = re.compile(r"\s*rapport", re.IGNORECASE)


def reads_as_agreement(text: str) -> bool:
    """Longer than any report, and about an agreement. What begins as a report is one."""
    return len(text) >= SHORTEST and bool(_NAMES_ITSELF.search(text)) and not _REPORTS.match(text)
