"""Lines that say nothing: a greeting, thanks, a thumb up."""

import re

from bot.domain.swedish import fold

GREETINGS = {"hej", "hejsan", "halla", "hallo", "tja", "tjena", "god", "morgon", "kvall"}
THANKS = {"tack", "tackar", "ok", "okej", "okay", "kanon", "perfekt", "toppen"}
BESIDE = {"bra", "da", "fint", "for", "hej", "hjalpen", "mycket", "sa", "svaret", "tusen"}
WORD = re.compile(r"\w+")
THUMB = re.compile(r"👍[🏻-🏿]?|🙏[🏻-🏿]?|:\+1:|:thumbsup:|:pray:")


def is_greeting(text: str) -> bool:
    words = _words(text)
    return bool(words) and words <= GREETINGS


def is_thanks(text: str) -> bool:
    words = _words(text)
    if not words:
        return bool(THUMB.search(text))
    return bool(words & THANKS) and words <= THANKS | BESIDE


def _words(text: str) -> set[str]:
    return {fold(word) for word in WORD.findall(THUMB.sub(" ", text))}
