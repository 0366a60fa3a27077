"""How something recurs: "varje fredag", "en gång i månaden"."""

import re
from typing import NamedTuple

from bot.domain.swedish import fold
from bot.domain.swedish_number import word_number

_TEENS = "tretton|fjorton|femton|sexton|arton|tjugo|tjugofyra|trettio|fyrtio|femtio"
_FEW = r"\d{1,4}|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|hundra"
NUMBER = rf"(?P<count>{_FEW}|en|ett|{_TEENS})"
_UNIT = (
    r"(?P<unit>år|läsår|kalenderår|månad|mån|vecka|kvartal|tertial|halvår|termin|dag|höst|vår|sommar|vinter|säsong)"
    r"(?:en|et|n)?"
)
EACH = rf"(?:(?:per|om|i|varje|under varje|/)\s*{_UNIT})"
# From the last number before "per år": "byar med hundra invånare två gånger per år" is two.
OFTEN = re.compile(
    rf"\b{NUMBER}\s+(?:(?!(?:{_FEW})\s)[\w-]+\s+){{0,6}}?(?:ggr|gånger|gång|st)?\s*{EACH}\b", re.IGNORECASE
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
_RULES = {
    "vecka": "FREQ=WEEKLY", "manad": "FREQ=MONTHLY", "man": "FREQ=MONTHLY", "kvartal": "FREQ=MONTHLY;INTERVAL=3",
    "tertial": "FREQ=MONTHLY;INTERVAL=4", "halvar": "FREQ=MONTHLY;INTERVAL=6", "termin": "FREQ=MONTHLY;INTERVAL=6",
    "ar": "FREQ=YEARLY", "dag": "FREQ=DAILY",
}  # fmt: skip


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


def recurrence_of(text: str) -> str | None:
    """RFC 5545 text for "varje fredag", "alla helgfria torsdagar", "en gång i veckan"; None where no rhythm is said."""
    if days := weekdays(text):
        return f"FREQ=WEEKLY{'' if days.each else ';INTERVAL=2'};BYDAY={','.join(days.codes)}"
    if other := EVERY_OTHER.search(text):
        return f"FREQ={'MONTHLY' if other['unit'].lower() == 'månad' else 'WEEKLY'};INTERVAL=2"
    often = next(OFTEN.finditer(text), None)
    if often and number(often["count"]) != 1:
        return None  # "tio tillfällen varje år" has a number and no rhythm
    single = EVERY.search(text) or often
    return _RULES.get(fold(single["unit"])) if single else None


def number(word: str) -> int | None:
    return int(word) if word.isdecimal() else word_number(fold(word))
