"""How something recurs: "varje fredag", "en gång i månaden"."""

import re
from typing import NamedTuple

from bot.domain.swedish import fold
from bot.domain.swedish_number import word_number

_TEENS = "tretton|fjorton|femton|sexton|sjutton|arton|nitton"
_TENS = r"(?:tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio)(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio)?"
_FEW = r"\d{1,4}|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|hundra"
NUMBER = rf"(?P<count>{_FEW}|(?:en|ett)(?! (?:par|eller)\b)|{_TEENS}|{_TENS})"
_UNIT = (
    r"(?P<unit>år|läsår|kalenderår|månad|mån|vecka|kvartal|tertial|halvår|termin|dygn|dag|hösttermin|vårtermin"
    r"|höst|vår|sommar|vinter|säsong)"
    r"(?:en|et|n|s)?"
)
EACH = rf"(?:(?:per|om|i|varje|under varje|/)\s*{_UNIT})"
# From the last number before "per år": "byar med hundra invånare två gånger per år" is two.
OFTEN = re.compile(
    rf"\b{NUMBER}\s+(?:(?!(?:{_FEW})\s|(?:en|ett)\s+(?:gång|tillfälle)\b)[\w-]+\s+){{0,6}}?"
    rf"[\w-]*\s*(?:(?<!\w)|(?=/)){EACH}\b",
    re.IGNORECASE,
)
EVERY = re.compile(rf"\bvarje\s+{_UNIT}\b", re.IGNORECASE)
EVERY_OTHER = re.compile(r"\bvarannan (?P<unit>månad|vecka)\b", re.IGNORECASE)
_DAYS = {
    "måndag": "MO", "tisdag": "TU", "onsdag": "WE", "torsdag": "TH", "fredag": "FR", "lördag": "SA", "söndag": "SU",
}  # fmt: skip
_DAY = rf"(?:{'|'.join(_DAYS)})"
_PART_OF_DAY = r"(?:s-|s?(?:kväll|natt|eftermiddag)(?:ar)?)?"
_EVERY_DAY = re.compile(
    rf"\b(?P<which>varje|alla|varannan)(?P<but_red> helgfri[at]?)? "
    rf"(?P<days>{_DAY}(?:ar)?{_PART_OF_DAY}(?:(?:,| och| samt) {_DAY}\w*)*)",
    re.IGNORECASE,
)


_SAID_AGAIN = re.compile(r"\b(?P<said>\w+) ?\((?P<again>\w+)\)(?=\s)")
_QUOTES = str.maketrans("", "", '”“»«"')


class Weekdays(NamedTuple):
    """`codes` as in RFC 5545; `each` week, or every other; `but_red` when red days are left out."""

    codes: tuple[str, ...]
    each: bool
    but_red: bool


def weekdays(text: str) -> Weekdays | None:
    found = _EVERY_DAY.search(text)
    if not found:
        return None
    codes = tuple(_DAYS[day] for day in dict.fromkeys(re.findall(_DAY, found["days"].lower())))
    return Weekdays(codes, found["which"].lower() != "varannan", bool(found["but_red"]))


def said_once(text: str) -> str:
    """ "minst fyra (4) gånger" as "minst 4 gånger": "en (1)" is no article. Quotation marks are left out."""
    return _SAID_AGAIN.sub(_as_number, text.translate(_QUOTES))


def _as_number(found: re.Match[str]) -> str:
    count, again = number(found["said"].lower()), number(found["again"].lower())
    return str(count) if count is not None and count == again else found[0]


def number(word: str) -> int | None:
    return int(word) if word.isdecimal() else word_number(fold(word))
