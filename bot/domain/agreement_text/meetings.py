"""How often a group meets: of all that is told about the organisation only this is something to be done."""

import re

from bot.domain.agreement_text.timing import is_timed

_MEETS = re.compile(r"\b(?:träffas|ses|möts|samlas|sammanträder)\b", re.IGNORECASE)
_WHO = re.compile(
    r"(?:(?<!styr)(?<!lednings)grupp(?:en|er|erna)?|råd(?:et|en)?|polis(?:en)?|samordnar\w*|kommun(?:en)?|parterna|nätverket?|vi)\b",
    re.IGNORECASE,
)
# "Arbetsgruppen: sista torsdagen varje månad"
_NAMED = re.compile(r"(?:\w+ ){0,2}\w*(?:grupp|råd|nätverk|forum)(?:en|et)?: ", re.IGNORECASE)


def is_meeting(text: str) -> bool:
    """ "EST-gruppen träffas varje tisdag"."""
    if _NAMED.match(text) and is_timed(text):
        return True
    return bool(_MEETS.search(text) and _WHO.search(text)) and is_timed(text)
