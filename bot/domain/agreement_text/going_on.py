"""A sentence that only says more about what the one before it promised: "Kontrollerna görs tio helger"."""

import re

from bot.domain.agreement_text.doers import ACTOR
from bot.domain.agreement_text.timing import is_timed

_DEFINITE = re.compile(r"(?:De |Den |Det )?(?P<stem>[A-ZÅÄÖa-zåäö]{4,}?)(?:erna|arna|orna|na|en|et)\b")
_ITSELF = re.compile(r"(?:Arbetet|Det|Detta|Insatsen|Åtgärden) (?:ska vara|är|blir|görs|sker|gäller)\b")
_DOER = re.compile(rf"{ACTOR}\b", re.IGNORECASE)
_NUMBER = re.compile(r"\b(?:\d+|två|tre|fyra|fem|sex|sju|åtta|nio|tio|minst)\b", re.IGNORECASE)


def says_more(sentence: str, before: str) -> bool:
    """It is about the very thing that `before` names."""
    named = _DEFINITE.match(sentence)
    if _DOER.match(sentence):
        return False
    return bool(_ITSELF.match(sentence)) or bool(named and named["stem"].lower() in before.lower())


def tells_how_often(sentence: str) -> bool:
    return is_timed(sentence) or bool(_NUMBER.search(sentence))
