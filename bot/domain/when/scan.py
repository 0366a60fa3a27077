"""From the line in one spelling to what it says, piece by piece; the first rule that fits takes the words."""

import re

from bot.domain.when import dates, relative, repeats, times, vague
from bot.domain.when.grammar import Rules
from bot.domain.when.model import Impossible
from bot.domain.when.said import Said, SectionRole

# An order, where one phrase begins as another does: dates before clock times, the n-th weekday before the n-th day.
RULES = Rules(
    (
        *relative.RULES,
        *vague.RULES,
        *repeats.BEFORE_DATES,
        *dates.RULES,
        *repeats.AFTER_DATES,
        *times.RULES,
        *repeats.BOUNDS,
    )
)
_FILLER = re.compile(
    r"(?:,|-|och|pa|den|det|de|i|vid|ca|under|nu|da|kl|v|hela dagen|hela|heldag|tid|tiden|med|rad|for|att|redan|"
    r"ska|jobba|gor|gora|boka|planera|lagg|in|tack|totalt|men|dock|just|som|ar|fran|till|varar|av)(?![a-z0-9])"
)
_NEXT = (",", "och")
_WORD = re.compile(r"\S+")


def scan(text: str) -> Said:
    """Raises Impossible for words that are not about time, and Unsure for those only a question can clear up."""
    said = Said()
    at = 0
    while at < len(text):
        at = _spaces(text, _step(text, at, said))
    return said


def _step(text: str, at: int, said: Said) -> int:
    end = RULES.take(text, at, said)
    if end is not None:
        _close(said)
        return end
    filler = _FILLER.match(text, at)
    if filler:
        if said.role is SectionRole.EXCEPT and filler[0] in _NEXT:
            said.begin(SectionRole.EXCEPT)
        return filler.end()
    word = _WORD.match(text, at)
    raise Impossible(f"Jag förstår inte ”{word[0] if word else ''}” som en tid.")


def _spaces(text: str, at: int) -> int:
    while at < len(text) and text[at] == " ":
        at += 1
    return at


def _close(said: Said) -> None:
    """After "från" comes one day; what follows it belongs to the whole again, unless a clock time is still to come."""
    if said.role is SectionRole.FROM and said.here.names_a_day() and said.last in ("clock", "part"):
        said.role = SectionRole.MAIN
