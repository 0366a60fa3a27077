"""Which municipalities an agreement is for. One that is merely mentioned is not a party, nor is a police area."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from bot.domain.agreement_text.agreeing import AGREEMENT, SIGNS
from bot.domain.agreement_text.layout import Block
from bot.domain.agreement_text.patterns import any_of, group, whole_words
from bot.domain.agreement_text.sentences import pieces
from bot.domain.municipality_names import COMMON_WORDS, MUNICIPALITY_NAMES, OTHER_NAMES

_IS_ONE = re.compile(
    r"\s+(?:kommuner(?:na)?|kommuns?|kommunen|stads?|kommunfullmäktige|kommunstyrelse\w*)\b", re.IGNORECASE
)
# "Luleå kommun lovar att" names a party as plainly as a signature does.
_COMMITS = re.compile(r"\s+(?:kommun|stad)(?:en)?\b(?: och \w+)? (?:lovar|åtar sig|förbinder sig)\b", re.IGNORECASE)
_ARE_ONES = re.compile(r"\s+kommuner")
_ONES_BEFORE = re.compile(r"\bkommunerna\s+(?:[A-ZÅÄÖ][\w-]+(?:, | och | samt ))*$")
_ROW = re.compile(r"(?:,| och| samt|, och|/| &)\s*")
_ASIDE = whole_words(r"""
    grannkommun\w*
    angränsande
    närliggande
    liknande
    liksom
    precis som
    till skillnad
    jämfört med
    i likhet med
    inspir\w*
    förebild
    exempel från
    (?:även|också|tidigare) i
    motsvarande
    (?:omfattar|ingår) kommunerna
    pendla\w*
    till och från
    väg(?:en)? mot
    (?:andra|fler) kommuner
    kommer från
    polisstation\w*
    stationerad\w*
    utgår från
    från polisen i
""")  # fmt: skip
# "Polisen har tidigare tecknat löften med Kalmar kommun" is about agreements with others.
_WITH_OTHERS = re.compile(
    r"\b(?:har (?:redan|sedan tidigare|tidigare)|har också (?:tecknat|diskuterats))\b", re.IGNORECASE
)
# What makes a name that of something else: "lokalpolisområde Umeå", "Uppsala län", "Anna Lund".
_AREA = group(r"""
    \bpolis\w* i
    polisområde\w*
    områdes?chef\w*
    polisregion\w*
    \blpo\b
    \bregion
    länsstyrelsen i
    universitet\w* i
    tingsrätt\w* i
    chef\w* (?:i|för)
""")  # fmt: skip
_AREA_BEFORE = re.compile(rf"{_AREA}\s+(?:i\s+|för\s+)?(?:(?-i:[A-ZÅÄÖ])\w+(?:, | och |/|-))*$", re.IGNORECASE)
_AREA_AFTER = any_of(
    r"""
    län\b
    län(?:et)?s
    tingsrätt
    universitet
    (?:lokal)?polisområde
    lpo\b
    stift
    regionen
    centralstation
    resecentrum
    """,
    r"^s?\s*",
)
_NO_GIVEN_NAME = r"(?:I|För|Från|Till|Polisen|Medborgarlöfte|Hela|Mellan|Och|Samt|Kommunerna|Centrala)\b"
_GIVEN_NAME = re.compile(rf"(?:^|[\s(])(?!{_NO_GIVEN_NAME})[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?\s$")
_ENDS = r"(?P<ends>s?bor(?:na|nas|s)?|[sS])?"
FIRST = 3
# As party in so many words, in the title, as an authority somewhere, at all; OFTEN enough to be what it is about.
PARTY, TITLED, NAMED, MENTIONED = 4, 3, 2, 1
OFTEN = 3
_NEAR = 200  # how far around a name it is looked for what it is the name of


@cache
def _names() -> re.Pattern[str]:
    longest_first = sorted((*MUNICIPALITY_NAMES, *OTHER_NAMES), key=len, reverse=True)
    written = "|".join(re.escape(name).replace(r"\ ", r"[\s-]").replace(r"\-", r"[\s-]") for name in longest_first)
    return re.compile(rf"(?<![\w-])(?P<name>{written}|{written.upper()}){_ENDS}(?!\w)(?![-–]\w)")


@cache
def _official() -> dict[str, str]:
    return {_key(name): name for name in MUNICIPALITY_NAMES} | {_key(name): real for name, real in OTHER_NAMES.items()}


def _key(name: str) -> str:
    return re.sub(r"[\s-]", " ", name).lower()


def municipalities(blocks: Sequence[Block]) -> tuple[str, ...]:
    """By their official names, those that the text is surest of; none when it names none plainly."""
    weights: dict[str, int] = {}
    times: Counter[str] = Counter()
    for at, block in enumerate(blocks):
        for piece in pieces(block):
            for name, weight in _weighed(piece.text, title=at < FIRST):
                weights[name] = max(weight, weights.get(name, 0))
                times[name] += 1
    return tuple(_surest(weights, times))


def _surest(weights: Mapping[str, int], times: Mapping[str, int]) -> list[str]:
    best = max(weights.values(), default=0)
    if best >= TITLED:
        return [name for name in weights if weights[name] == best]
    # "Sala kommun och polisen arbetar …", and no other is named as one; or it is all that the text speaks of.
    named = [name for name in weights if weights[name] == NAMED]
    spoken_of = [name for name in weights if times[name] >= OFTEN and len(weights) == 1]
    return named if len(named) == 1 else [] if named else spoken_of


def _weighed(text: str, *, title: bool) -> Iterator[tuple[str, int]]:
    signs = bool(AGREEMENT.search(text) and SIGNS.search(text))
    if _WITH_OTHERS.search(text) or (_ASIDE.search(text) and not signs):
        return
    found = list(_names().finditer(text))
    agreed = signs or (title and bool(AGREEMENT.search(text) or _is_a_row(text, found)))
    for at, each in enumerate(found):
        if _is_something_else(text, each):
            continue
        name = _official()[_key(each["name"])]
        if _has_authority(text, each, found[at + 1 : at + 8]):
            yield name, PARTY if agreed or title or _COMMITS.match(text, each.end()) else NAMED
        elif each["name"] in OTHER_NAMES:
            continue
        elif agreed and title and not (name in COMMON_WORDS and each["name"].isupper()):
            yield name, TITLED
        elif name not in COMMON_WORDS:
            yield name, MENTIONED


def _is_something_else(text: str, each: re.Match[str]) -> bool:
    before, after = text[max(0, each.start() - _NEAR) : each.start()], text[each.end() : each.end() + _NEAR]
    region = re.search(r"\bRegion(?:en)?\s$", before)
    if region:
        return _key(each["name"]) != "gotland"
    if _has_authority(text, each, []):
        return False
    surname = _GIVEN_NAME.search(before) and not each["ends"]
    return bool(surname or _AREA_BEFORE.search(before) or _AREA_AFTER.match(after))


def _is_a_row(text: str, found: list[re.Match[str]]) -> bool:
    """ "Hällefors, Lindesberg och Nora" is all it says."""
    edges = [0, *(edge for each in found for edge in each.span()), len(text)]
    between = [text[first:last] for first, last in zip(edges[2:-2:2], edges[3:-1:2], strict=True)] if found else []
    alone = len(found) > 1 and not text[: found[0].start()].strip() and not text[found[-1].end() :].strip(" .")
    return alone and all(_ROW.fullmatch(each) for each in between)


def _has_authority(text: str, each: re.Match[str], following: list[re.Match[str]]) -> bool:
    """ "Sala kommun", "Region Gotland", "kommunerna Sala och Heby", and all of "Sala, Heby och Tierps kommuner"."""
    before = text[max(0, each.start() - _NEAR) : each.start()]
    region = _key(each["name"]) == "gotland" and before.endswith("Region ")
    return (
        region or bool(_IS_ONE.match(text, each.end()) or _ONES_BEFORE.search(before)) or _shares(text, each, following)
    )


def _shares(text: str, each: re.Match[str], following: list[re.Match[str]]) -> bool:
    """The last of a row is followed by "kommuner"."""
    last = each.end()
    for other in following:
        if not _ROW.fullmatch(text, last, other.start()):
            return False
        if _ARE_ONES.match(text, other.end()):
            return True
        last = other.end()
    return False
