"""The spellings of one word, gathered under the form that the grammar knows. All without dots, in lower case."""

import re
from functools import lru_cache

from bot.domain.swedish import MONTHS, WEEKDAYS, fold
from bot.domain.swedish_number import word_number
from bot.domain.when.typos import Speller

DAYS = tuple(fold(day) for day in WEEKDAYS)
MONTH_NAMES = tuple(fold(month) for month in MONTHS)
PARTS = ("morgon", "formiddag", "eftermiddag", "kvall", "natt")

_DAYS_SHORT = (
    "mån man månd mand må ma mond", "tis tisd ti", "ons onsd on", "tors tor torsd to", "fre fred",
    "lör lor lörd lord lö lo", "sön son sönd sond sö so",
)  # fmt: skip
# Without their dots these are other words ("man", "son"), or they are other words anyway ("to do").
DOUBTFUL = frozenset(
    ["man", "ma", "mand", "mond", "ti", "on", "tor", "to", "lor", "lord", "lo", "son", "sond", "so", "fred"]
)
_MONTHS_SHORT = ("jan", "febr feb", "mar", "apr", "", "jun", "", "aug", "sept sep", "okt oct", "nov", "dec")

_SPELLINGS = {
    "i morgon": "imorgon imorrn imorn imon imorron imoron imorra imårn imorgan imorgn imoron imorrgon imrgn",
    "morgon": "morrn morron morn morgonen morgnar morgnarna morra morgonar bitti bittida",
    "i overmorgon": "övermorgon iövermorgon övermorrn iövermorrn",
    "i gar": "igår går igar",
    "i forrgar": "förrgår iförrgår",
    "i dag": "idag",
    "i kvall": "ikväll ikvälle",
    "i natt": "inatt",
    "i morse": "imorse",
    "i eftermiddag": "ieftermiddag",
    "i formiddag": "iförmiddag",
    "i ar": "iår",
    "i helg": "ihelgen ihelg",
    "formiddag": "förmiddan förmiddagen fm förmiddagar",
    "eftermiddag": "eftermiddan eftermiddagen em eftermiddagar",
    "kvall": "kvällen kvällar kvällarna kvällstid",
    "till": "tills",
    "lunch": "lunchen lunchtid lunchdags",
    "natt": "natten nätter nätterna nattetid",
    "kl": "klockan klock klocka klckan",
    "v": "vk vecko",
    "vecka": "veckan vecan",
    "veckor": "veckorna",
    "dag": "dagar dygn dgr",
    "manad": "månaden månader månaderna mån:er mnd månads",
    "ar": "år året åren",
    "kvartal": "kvartalet",
    "timme": "timma timmen timmar tim timmarna h tim",
    "minut": "minuter min minuterna",
    "halvtimme": "halvtimma halvtimmar",
    "helg": "helgen",
    "helger": "helgerna",
    "vardag": "arbetsdag vardagen arbetsdagen",
    "vardagar": "arbetsdagar vardagarna arbetsdagarna veckodagar veckodagarna",
    "nasta": "nästkommande nästan nästs",
    "kommande": "närmaste närmsta följande",
    "forra": "föregående förre senaste",
    "denna": "detta innevarande nuvarande",
    "sedan": "sen",
    "ganger": "gång ggr ggn gånger ggr. gang gng",
    "varje": "varenda alla samtliga",
    "var": "vart",
    "utom": "förutom undantaget ej inte exkl exklusive",
    "fran": "ifrån",
    "och": "samt o",
    "jamn": "jämna jämn",
    "udda": "ojämna ojämn",
    "rod": "röda röd",
    "ca": "cirka omkring runt ungefär circa",
    "halv": "halva",
    "over": "över",
    "sista": "sist",
    "dagligen": "dagligdags",
    "arligen": "årligen årsvis",
    "en": "ett",
    "pa": "på",
    "framtill": "fram",
    "manadsvis": "månatligen",
    "veckovis": "veckoligen",
    "2:e": "annan annat andra andre",
    "var 2:e": "varannan vartannat varanan varrannan",
    "1:e": "första förste",
    "3:e": "tredje",
}
_ORDINALS = [
    "fjarde",
    "femte",
    "sjatte",
    "sjunde",
    "attonde",
    "nionde",
    "tionde",
    "elfte",
    "tolfte",
    "trettonde",
    "fjortonde",
    "femtonde",
    "sextonde",
    "sjuttonde",
    "artonde",
    "nittonde",
    "tjugonde",
    "tjugoforsta",
    "tjugoandra",
    "tjugotredje",
    "tjugofjarde",
    "tjugofemte",
    "tjugosjatte",
    "tjugosjunde",
    "tjugoattonde",
    "tjugonionde",
    "trettionde",
    "trettioforsta",
]
_MONTHS_AND_DAYS_LONG = [*DAYS, *(name for name in MONTH_NAMES if len(name) > 4)]
# Misspelt by a letter, these are still understood; shorter words are too near other words.
_WELL_KNOWN = [
    "imorgon", "morgon", "overmorgon", "kvallen", "eftermiddagen", "formiddagen", "julafton", "midsommarafton",
    "valborg", "skartorsdag", "varannan", "forrgar",
]  # fmt: skip


def _known() -> dict[str, str]:
    known = {"tom": "tom", "from": "fran", "till": "till"}
    known |= {fold(word): name for name, words in _SPELLINGS.items() for word in words.split()}
    known |= {word: name for name, words in zip(DAYS, _DAYS_SHORT, strict=True) for word in map(fold, words.split())}
    known |= {word: name for name, words in zip(MONTH_NAMES, _MONTHS_SHORT, strict=True) for word in words.split()}
    known |= {word: f"{number}:e" for number, word in enumerate(_ORDINALS, 4)}
    for day in DAYS:
        known |= {day: day, f"{day}en": day, f"{day}ar": f"{day}ar", f"{day}arna": f"{day}ar"}
        known |= {f"{day}s": f"{day}s"}
    own = {part: part for name in _SPELLINGS for part in name.split()}
    return own | known | {name: name for name in MONTH_NAMES}


_KNOWN = _known()
_JOINED = re.compile(
    rf"({'|'.join(DAYS)}|vardag|man|tis|ons|tors|fre|lor|son)s?({'|'.join(PARTS)}|lunch)(en|ar|arna|er)?"
)
_DAY_PART = re.compile(r"(i?(?:morgon|gar|dag|forrgar|overmorgon))(morgon|bitti|formiddag|eftermiddag|kvall|natt)")
_HALF = re.compile(r"halv([a-z]+)")
_I_JOINED = re.compile(rf"i((?:{'|'.join(DAYS)})s)")
_spelt = Speller([f"{name}{end}" for name in _MONTHS_AND_DAYS_LONG for end in ("", "en", "ar", "s")] + _WELL_KNOWN)


@lru_cache(maxsize=4096)
def known_as(word: str) -> str:
    """The word (folded) as the grammar knows it; one that is not about time is left as it is."""
    if word in _KNOWN:
        return _KNOWN[word]
    number = word_number(word) if len(word) > 2 and not word.endswith("tal") else None
    if number is not None:
        return str(number)
    joined = _JOINED.fullmatch(word)
    if joined:
        plural = "ar" if joined[3] in ("ar", "arna", "er") else ""
        return f"{_KNOWN[joined[1]]}{plural} {joined[2]}"
    if _I_JOINED.fullmatch(word):
        return f"i {word[1:]}"
    part = _DAY_PART.fullmatch(word)
    if part:
        return f"{known_as(part[1])} {known_as(part[2])}"
    if word.endswith("tiden") and word_number(word.removesuffix("tiden")) is not None:
        return f"{known_as(word.removesuffix('tiden'))} tiden"
    half = _HALF.fullmatch(word)
    if half and word_number(half[1]) is not None:
        return f"halv {known_as(half[1])}"
    meant = _spelt.meant(word)
    return _KNOWN.get(meant, meant) if meant else word
