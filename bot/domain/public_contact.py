"""Whom citizens may turn to about a page, and what is said of how accessible it is (lag 2018:1937, 13 §)."""

import re
from dataclasses import dataclass
from datetime import date

from bot.domain.words import Conformity

FIELDS = ("authority", "function", "reach", "conformity", "shortcomings", "tested", "supervisor")
LONGEST, LONGEST_TEXT = 150, 500
SUPERVISOR = "Myndigheten för digital förvaltning (Digg)"
PERSONS_ADDRESS = re.compile(r"\b[^\W\d_]+\.[^\W\d_]+\d*@")


@dataclass(frozen=True, slots=True)
class Contact:
    """`function` is one of the authority's, never a person; `reach` is how: an address or its switchboard.

    How far the page follows the law is for the authority to judge: `conformity` is None until it has. `shortcomings` is
    what is not accessible, and why. `tested` is what it did beside what we did.
    """

    authority: str
    function: str
    reach: str
    stated_on: date
    conformity: Conformity | None = None
    shortcomings: str = ""
    tested: str = ""
    supervisor: str = SUPERVISOR


def is_persons_address(text: str) -> bool:
    """An e-mail address of the form first.last@: an authority's own have no such point."""
    return PERSONS_ADDRESS.search(text) is not None
