"""Telling somebody's address ("bor på Storgatan 12") from a place ("vid Storgatan 12") and from a count.

In "skolvägen 30 fordon" the number counts vehicles.
"""

import re
from collections.abc import Iterator
from functools import cache

from bot.domain.kinds import KINDS
from bot.domain.swedish import fold

_NUMBERED = re.compile(
    r"(?<![^\W_])(?P<name>[^\W\d_]{3,40}+)(?:(?<=[gv])\.)?(?i:,? (?:nr\.?|nummer))? ?"
    r"[0-9]{1,3}(?P<last>-[0-9]{1,3})?(?: ?[A-Ha-g](?![^\W_]))?"
    r"(?![^\W_]|[.:/][0-9]| ?- ?[0-9]|(?i: till [0-9]|:e\b))"
    r"(?P<flat>(?i:,? ?(?:(?:lgh|lägenhet|uppg(?:ång)?|port|v[åa]n(?:ing)?)\b\.?(?: nr\.?)?(?: ?[0-9]{1,4}\b| [a-h]\b)?"
    r"|[0-9]{1,2} ?(?:tr|trappor|vån|våningen)\b|(?:nb|bv)\b)))?"
)
_LEAD = re.compile(
    r"\b(?:norra|södra|östra|västra|stora|lilla|gamla|nya|övre|nedre|inre|yttre|sankta?|s:ta?) $", re.IGNORECASE
)
_OWNER = re.compile(r"\b(?!(?:Vid|På|Utanför) )(?:[A-ZÅÄÖÉ][\w:.]{0,20} ){0,2}[A-ZÅÄÖÉ][\w:]{1,20}s $")
_NAMED = re.compile(r"(?:\bpå|adress:?|adressen:?|adressen är) $", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?] (?=[A-ZÅÄÖ])|\n")
_WORD = re.compile(r"[^\W\d_]+")
_COUNTED = re.compile(r" ([^\W\d_]+)| ?(%)")

ENDINGS = (
    "gatan", "gata", "vagen", "grand", "granden", "stigen", "allen", "alleen", "torget", "backen", "ringen",
    "esplanaden", "kajen", "slingan", "svangen", "kroken",
)  # fmt: skip
SHORT_ENDINGS = ("g", "v")
WHOLE_WORDS = ("ing", "dag")  # våning
NO_STREETS = ("eringen",)  # parkeringen
OWNED = frozenset({"gata", "vag", "grand", "stig", "alle", "torg", "plan", "plats", "backe", "park"})
# Every address has one of these: the common line, which has none, is let through at once.
_PARTS = (
    "gata", "vag", "grand", "stig", "alle", "torg", "back", "ring", "esplanad", "kaj", "sling", "svang", "krok", "plan",
    "plats", "park", "pa ", "adress",
)  # fmt: skip
ROADS = frozenset({"riksvagen", "lansvagen", "motorvagen", "landsvagen", "cykelvagen", "gangvagen", "europavagen"})
PLACE = frozenset({
    "vid", "pa", "utanfor", "bakom", "framfor", "bredvid", "intill", "nara", "mittemot", "emot", "langs", "utmed",
    "kring", "runt", "korsningen", "hornet", "plats", "platsen",
})  # fmt: skip
HOME = frozenset({
    "bor", "bo", "bott", "bodde", "boende", "boendes", "bosatt", "bosatta", "hemma", "hem", "hembesok", "hemvist",
    "bostad", "bostaden", "adress", "adressen", "folkbokford", "folkbokforda", "skriven", "familjen", "familj",
    "granne", "grannen", "hyresgast", "hyresgasten", "inneboende",
})  # fmt: skip
HOME_ENDINGS = ("adress", "adressen")
NEAR = 4  # words
FAR = 60  # signs
# What a number has a meaning of its own before: a date, an age, a speed, a price; and plurals without an ending.
OWN_MEANING = frozenset({
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december", "jan", "feb", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec", "ar", "ars", "aring",
    "km", "kmh", "m", "meter", "mil", "kr", "kronor", "grader", "promille", "min", "minut", "procent", "kg", "kilo",
    "st", "stycken", "styck", "stycke", "h", "tim", "timme", "ggr", "dag", "vecka",
    "besok", "barn", "brott", "larm", "prov", "pass", "stopp", "arenden", "moten",
})  # fmt: skip
PLURAL_ENDINGS = ("er", "ar", "or", "are", "a")  # and of adjectives: "3 gripna"
NOT_COUNTED = frozenset({
    "under", "efter", "over", "eller", "dar", "har", "ar", "utanfor", "innanfor", "bredvid", "bara", "hemma", "borta",
    "alla", "inga", "samma", "ocksa",
})  # fmt: skip


def street_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each street with a house number that can be where a person lives. Dashes are plain ones."""
    return every_address(text) if may_hold_address(text) else iter(())


def may_hold_address(text: str) -> bool:
    folded = fold(text)
    return any(part in folded for part in _PARTS)


def every_address(text: str) -> Iterator[tuple[int, int]]:
    """As `street_addresses`, without the quick look."""
    for match in _NUMBERED.finditer(text):
        start = match.start() - FAR if match.start() > FAR else 0
        before = text[start : match.start()]
        begins = _beginning(match["name"], before)
        if begins is not None and _is_home(text, match, before[:begins]):
            yield start + begins, match.end()


def _beginning(name: str, before: str) -> int | None:
    """Where in `before` the name of the street begins; None where this is no street."""
    folded = fold(name)
    if folded in OWNED:  # Drottning Kristinas väg
        owner = _OWNER.search(before)
        return owner.start() if owner else None
    if _is_street(folded):
        lead = _LEAD.search(before)
        if lead:
            return lead.start()
        return None if folded in ENDINGS else len(before)
    # Any name at all is an address in "bor på Ekliden 3", and any short form in "bor på storg 12".
    short = folded.endswith(SHORT_ENDINGS) and not folded.endswith(WHOLE_WORDS)
    named = (name[0].isupper() or short) and _NAMED.search(before) and _tells_of_home(before)
    return len(before) if named else None


def _is_street(name: str) -> bool:
    return name.endswith(ENDINGS) and not name.endswith(NO_STREETS) and name not in ROADS


def _is_home(text: str, match: re.Match[str], before: str) -> bool:
    if match["flat"]:
        return True
    after = word_after(text, match.end())
    if _tells_of_home(before):
        return not is_measured(after)
    return not (is_counted(after) or match["last"] or PLACE & {*_words(before)[-1:]})


def _tells_of_home(before: str) -> bool:
    return any(word in HOME or word.endswith(HOME_ENDINGS) for word in _words(before)[-NEAR:])


def _words(before: str) -> list[str]:
    """Of the sentence that is under way."""
    return _WORD.findall(fold(_SENTENCE_END.split(before)[-1]))


def word_after(text: str, end: int) -> str:
    """The word that a number right before it would count, as it is matched; empty for none."""
    after = _COUNTED.match(text, end)
    word = (after[1] or after[2]) if after else ""
    return "" if word.istitle() else fold(word)  # what is counted is no name


def is_counted(word: str) -> bool:
    """Whether a number before the word most likely is an amount."""
    return is_measured(word) or (len(word) > 3 and word.endswith(PLURAL_ENDINGS) and word not in NOT_COUNTED)


def is_measured(word: str) -> bool:
    """The same, for words that are known: "känner" is none, though it ends as a plural does."""
    return word == "%" or word in OWN_MEANING or word in _measured()


@cache
def _measured() -> frozenset[str]:
    """What reports count, where that is one word."""
    measures = {measure for kind in KINDS.values() for measure in kind.measures}
    forms = {fold(form) for each in measures for form in (each.label, each.unit, *each.synonyms)}
    return frozenset(form for form in forms if " " not in form)
