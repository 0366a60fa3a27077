"""How many times something is promised, and how it recurs."""

import re
from collections.abc import Iterator

from bot.domain.agreement_text.proposal import Quantity
from bot.domain.swedish import fold
from bot.domain.swedish_number import word_number
from bot.domain.words import Per

_NUMBER = r"(?P<count>\d{1,4}|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|arton|tjugo|tjugofyra|trettio|fyrtio|femtio|hundra)"
_UNIT = r"(?P<unit>år|läsår|kalenderår|månad|vecka|kvartal|tertial|halvår|termin|dag|höst|vår|sommar|vinter|säsong)(?:en|et|n)?"
_MANY = r"(?:\d{1,4}|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|hundra)"
_TIMES = r"(?:gång(?:er)?|tillfällen?|pass|kvällar|dagar|kväll|dag)"
# How many of each unit there are in what is counted by: year, month, week or period.
_PER = {
    "ar": (Per.YEAR, 1), "lasar": (Per.YEAR, 1), "kalenderar": (Per.YEAR, 1), "manad": (Per.MONTH, 1), "vecka": (Per.WEEK, 1),
    "kvartal": (Per.YEAR, 4), "tertial": (Per.YEAR, 3), "halvar": (Per.YEAR, 2), "termin": (Per.YEAR, 2), "dag": (Per.WEEK, 7),
    "host": (Per.YEAR, 1), "var": (Per.YEAR, 1), "sommar": (Per.YEAR, 1), "vinter": (Per.YEAR, 1), "sasong": (Per.YEAR, 1),
}  # fmt: skip
_EACH = rf"(?:(?:per|om|i|varje|under varje|/)\s*{_UNIT})"
_OFTEN = re.compile(
    rf"\b{_NUMBER}\s+(?:(?!{_MANY}\s)[\w-]+\s+){{0,6}}?(?:ggr|gånger|gång|st)?\s*{_EACH}\b", re.IGNORECASE
)
_EACH_FIRST = re.compile(rf"\b{_EACH}\b[^.]{{0,40}}?\b{_NUMBER}\s+{_TIMES}\b", re.IGNORECASE)
_EVERY = re.compile(rf"\bvarje\s+{_UNIT}\b", re.IGNORECASE)
_SECOND = re.compile(r"\bvarannan (?P<unit>månad|vecka)\b|\bvart? ?annat (?P<year>år)\b", re.IGNORECASE)
_NAMED = {
    "årlig": (1, Per.YEAR),
    "månatlig": (1, Per.MONTH),
    "veckovis": (1, Per.WEEK),
    "kvartalsvis": (4, Per.YEAR),
    "månadsvis": (1, Per.MONTH),
    "halvårsvis": (2, Per.YEAR),
    "terminsvis": (2, Per.YEAR),
}
_BY_NAME = re.compile(rf"\b(?P<name>{'|'.join(_NAMED)})(?:en|a|t|vis)?\b", re.IGNORECASE)
_DAYS = {
    "måndag": "MO",
    "tisdag": "TU",
    "onsdag": "WE",
    "torsdag": "TH",
    "fredag": "FR",
    "lördag": "SA",
    "söndag": "SU",
}
_WEEKDAY = rf"(?:{'|'.join(_DAYS)})"
_EVERY_DAY = re.compile(
    rf"\b(?P<which>varje|alla|varannan)(?: helgfri[at]?)? (?P<days>{_WEEKDAY}(?:ar)?(?:(?:s)?(?:kväll|natt|eftermiddag)(?:ar)?)?(?:(?:,| och| samt) {_WEEKDAY}\w*)*)",
    re.IGNORECASE,
)
_IN_TIME = re.compile(
    r"\b(?:under |i |även )(?P<year>året|detta år|i år|årets gång|20\d\d|kalenderåret)|\b(?P<period>under (?:perioden|avtalstiden|löftesperioden|avtalsperioden|löftestiden|tiden|hösten|våren))",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"\b{_NUMBER}\s+(?!procent|%|km|år|timm|minut|meter|person|elev|barn|invånar|kommun|kronor|dagar efter|veckor|månader|i tolv)(?P<noun>[\w-]+(?:\s+[\w-]+)?)",
    re.IGNORECASE,
)
_IN_MONTH = re.compile(
    r"\bi (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b", re.IGNORECASE
)
_STEPS = re.compile(
    r"(?:vandring|kontroll|insats|möte|träff|kampanj|tillfälle|\bgång|\bpass|föreläsning|besök|nya område|dialog|aktivitet|forum|utbildning|stycken|st\b|informationskväll|rond|arrangemang|patrull|samtal|utskick|rådsmöt|vecko)",
    re.IGNORECASE,
)


def quantity_of(text: str, years: int | None) -> Quantity | None:
    """None when no number is said. `years` is how long the agreement is in force: the whole of one year is a year."""
    return next(_quantities(text, years), None)


def _quantities(text: str, years: int | None) -> Iterator[Quantity]:
    for pattern in (_OFTEN, _EACH_FIRST):
        for found in pattern.finditer(text):
            if (count := _number(found["count"])) and not _is_class(text, found):
                yield _per(count, found["unit"])
    if found := _EVERY_DAY.search(text):
        if found["which"].lower() != "varannan" and "helgfri" not in found[0].lower():
            yield Quantity(len(re.findall(_WEEKDAY, found["days"].lower())), Per.WEEK)
        return
    if found := _EVERY.search(text):
        if fold(found["unit"]) != "dag":
            yield _per(1, found["unit"])
        return
    if (found := _SECOND.search(text)) and found["unit"]:
        yield Quantity(6 if found["unit"].lower() == "månad" else 26, Per.YEAR)
    if found := _BY_NAME.search(text):
        yield Quantity(*_NAMED[found["name"].lower()])
    yield from _plain(text, years)


def _plain(text: str, years: int | None) -> Iterator[Quantity]:
    """ "sex trygghetsvandringar under perioden"."""
    time = _IN_TIME.search(text)
    for found in _COUNTED.finditer(text):
        count = _number(found["count"])
        if (
            not count
            or not _STEPS.search(found["noun"])
            or (count == 1 and not (time or _IN_MONTH.search(text)))
            or _is_class(text, found)
        ):
            continue
        whole_year = bool(time and time["year"]) or (not time and years == 1)
        yield Quantity(count, Per.YEAR if whole_year else Per.PERIOD)


def _per(count: int, unit: str) -> Quantity:
    per, times = _PER[fold(unit)]
    return Quantity(count * times, per)


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() else word_number(fold(word))


def _is_class(text: str, found: re.Match[str]) -> bool:
    """ "årskurs 8", "väg 92", "kl. 18" and "en av" count nothing."""
    before = text[: found.start("count")]
    return bool(
        re.search(
            r"(?:årskurs(?:erna)?|åk|väg(?:en)?|riksväg|länsväg|rv|kl\.?|klockan|vecka|v\.|punkt|löfte|inom|[–-]|\d[.,:]?)\s*$",
            before,
            re.IGNORECASE,
        )
    ) or bool(re.match(r"\s+(?:av|i taget|del|viktig)\b", text[found.end("count") :]))


def recurrence_of(text: str) -> str | None:
    """RFC 5545 text for "varje fredag", "alla helgfria torsdagar", "en gång i veckan"; None where no rhythm is said."""
    if found := _EVERY_DAY.search(text):
        days = ",".join(_DAYS[day] for day in dict.fromkeys(re.findall(_WEEKDAY, found["days"].lower())))
        interval = ";INTERVAL=2" if found["which"].lower() == "varannan" else ""
        return f"FREQ=WEEKLY{interval};BYDAY={days}"
    if (found := _SECOND.search(text)) and found["unit"]:
        return f"FREQ={'MONTHLY' if found['unit'].lower() == 'månad' else 'WEEKLY'};INTERVAL=2"
    single = _EVERY.search(text) or next((each for each in _OFTEN.finditer(text) if _number(each["count"]) == 1), None)
    return _RULES.get(fold(single["unit"])) if single else None


_RULES = {
    "vecka": "FREQ=WEEKLY", "manad": "FREQ=MONTHLY", "kvartal": "FREQ=MONTHLY;INTERVAL=3", "tertial": "FREQ=MONTHLY;INTERVAL=4",
    "halvar": "FREQ=MONTHLY;INTERVAL=6", "termin": "FREQ=MONTHLY;INTERVAL=6", "ar": "FREQ=YEARLY", "dag": "FREQ=DAILY",
}  # fmt: skip
