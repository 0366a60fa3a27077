"""What is promised in clauses of its own: "polisen åtar sig att …, att … samt att …"."""

import re
from collections.abc import Iterator

from bot.domain.agreement_text.doers import ACTOR
from bot.domain.agreement_text.piece import Piece

_AGREED = rf"(?:överens|enats) om(?= att (?:{ACTOR}|\w+a)\b)"  # else a principle: "att arbetet ska bygga på kunskap"
_IS_ABOUT = r"(?:handlar|går)(?: det)?(?: bland annat| också)? (?:om|ut på)"
_MEANS = r"innebär(?: \w*löftet| det| detta)?"
_PROMISES = rf"(?:lova[rt]|åtar sig|förbinder sig|ansvarar för|svarar för|{_MEANS}|{_IS_ABOUT}|{_AGREED})"
_LEAD = re.compile(
    rf"\b(?:{_PROMISES}|(?:ska|skall|kommer))(?: också| även| bland annat| dessutom)?(?: {ACTOR})?:? att ",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"\bhar (?:\w+ ){0,3}be(?:stämt|slutat)(?: oss för| sig för)? att (?=\w+a )"
    r"|\bdel (?:av|i) \w*(?:löftet|överenskommelsen) är(?: också)? att (?=\w+a )",
    re.IGNORECASE,
)
# Nothing that itself asks for "att" stands before it: "för att", "så att", "fråga om att".
_AND_THAT = re.compile(r"(?:[,;]| och| samt|, och|, samt) att ")


def that_clauses(sentence: Piece) -> Iterator[Piece]:
    """Each of several, or what somebody has decided to do; nothing when the sentence promises in another way."""
    if decided := _DECIDED.search(sentence.text):
        yield sentence.part(decided.end())
    elif lead := _LEAD.search(sentence.text):
        promised = sentence.part(lead.end())
        glue = [found.span() for found in _AND_THAT.finditer(promised.text)]
        yield from promised.without(glue) if glue else ()
