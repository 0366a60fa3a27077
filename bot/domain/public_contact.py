"""Whom citizens may turn to about a page, and what is said of how accessible it is (lag 2018:1937, 13 §)."""

import re
from dataclasses import dataclass
from datetime import date

FIELDS = ("authority", "function", "reach", "shortcomings", "tested", "supervisor")
LONGEST, LONGEST_TEXT = 150, 500
SUPERVISOR = "Myndigheten för digital förvaltning (Digg)"
TESTED = "egna tester med webbläsare, tangentbord och ett verktyg som kontrollerar tillgänglighet"
PERSONS_ADDRESS = re.compile(r"\b[^\W\d_]+\.[^\W\d_]+\d*@")


@dataclass(frozen=True, slots=True)
class PublicContact:
    """`function` is one of the authority's, never a person; `reach` is how: an address or its switchboard.

    `shortcomings` is what is not accessible, and why; empty where nothing is known to be.
    """

    authority: str
    function: str
    reach: str
    stated_on: date
    shortcomings: str = ""
    tested: str = TESTED
    supervisor: str = SUPERVISOR


def is_persons_address(text: str) -> bool:
    """An e-mail address of the form first.last@: an authority's own have no such point."""
    return PERSONS_ADDRESS.search(text) is not None
