"""How many times something is promised."""

import re
from collections.abc import Iterator

from bot.domain.agreement_text.patterns import any_of
from bot.domain.agreement_text.proposal import Quantity
from bot.domain.agreement_text.quantity_words import NAMES_A_NUMBER, NOT_THINGS, THINGS_DONE
from bot.domain.agreement_text.rhythm import EACH, EVERY, EVERY_OTHER, NUMBER, OFTEN, number, said_once, weekdays
from bot.domain.agreement_text.single_events import is_one_event
from bot.domain.swedish import MONTHS, fold
from bot.domain.words import Per

# What each unit is counted by, and how many there are in it: year, month, week or period.
_PER = {
    "ar": (Per.YEAR, 1), "lasar": (Per.YEAR, 1), "kalenderar": (Per.YEAR, 1), "manad": (Per.MONTH, 1),
    "man": (Per.MONTH, 1), "vecka": (Per.WEEK, 1),
    "kvartal": (Per.YEAR, 4), "tertial": (Per.YEAR, 3), "halvar": (Per.YEAR, 2), "termin": (Per.YEAR, 2),
    "hosttermin": (Per.YEAR, 1), "vartermin": (Per.YEAR, 1), "host": (Per.YEAR, 1),
    "var": (Per.YEAR, 1), "sommar": (Per.YEAR, 1), "vinter": (Per.YEAR, 1), "sasong": (Per.YEAR, 1),
}  # fmt: skip
_NAMED = {
    "årlig": Quantity(1, Per.YEAR), "månatlig": Quantity(1, Per.MONTH), "månadsvis": Quantity(1, Per.MONTH),
    "veckovis": Quantity(1, Per.WEEK), "kvartalsvis": Quantity(4, Per.YEAR), "halvårsvis": Quantity(2, Per.YEAR),
    "terminsvis": Quantity(2, Per.YEAR),
}  # fmt: skip
_BY_NAME = re.compile(rf"\b(?<!kronor )(?P<name>{'|'.join(_NAMED)})(?:en|a|t|vis)?\b", re.IGNORECASE)
_TIMES = r"(?:gång(?:er)?|tillfällen?|\w*pass|kvällar|dagar|kväll|dag)"
_EACH_FIRST = re.compile(rf"\b{EACH}\b[^.]{{0,70}}?\b{NUMBER}\s+{_TIMES}\b", re.IGNORECASE)
_IN_THE_YEAR = re.compile(r"\b(?:under |i |även )(?:året|detta år|i år|årets gång|20\d\d|kalenderåret)", re.IGNORECASE)
_IN_THE_PERIOD = any_of(
    r"""
    perioden
    (?:avtals|löftes)tiden
    (?:avtals|löftes)perioden
    tiden
    (?:hela )?hösten
    (?:hela )?våren
    sommaren
    """,
    r"\b(?:under |i(?= (?:höst|vår|sommar)\b))",
)
_MONTH = rf"(?:{'|'.join(MONTHS)})"
_EVERY_SUCH_MONTH = re.compile(rf"\bvarje {_MONTH}\b", re.IGNORECASE)
_IN_A_MONTH = re.compile(rf"\b(?:i (?:{_MONTH}|höst|vår|sommar)|den \d+ {_MONTH})\b", re.IGNORECASE)
# "i mars och oktober", or a cell that says "Mars, juni, september"; "mellan mars och juni" is another thing.
_IN_MONTHS = re.compile(
    rf"(?:^|(?<!särskilt )(?<!främst )(?<!framför allt )\bi |[:;] ){_MONTH}(?:(?:, | och | samt |, och ){_MONTH})+\b",
    re.IGNORECASE,
)
_SPRING_AND_AUTUMN = re.compile(
    r"(?<!under )(?<!för )\b(?:vår(?:en)? och höst|höst(?:en)? och vår)(?:en)?\b(?! (?:19|20)\d\d)", re.IGNORECASE
)
_IN_WEEKS = re.compile(r"\bvecka \d+(?:(?:, | och | samt )(?:vecka )?\d+)+", re.IGNORECASE)
_ON_A_DAY_OF_THE_MONTH = re.compile(r"\b(?:första|andra|tredje|sista) \w+dagen (?:i )?(?:varje )?månad", re.IGNORECASE)
_EACH_NTH_WEEK = re.compile(r"\bvar (?P<nth>tredje|fjärde|femte|sjätte) (?P<unit>vecka|månad)\b", re.IGNORECASE)
_NTH = {"tredje": 3, "fjärde": 4, "femte": 5, "sjätte": 6}
_A_DAY = re.compile(
    rf"(?: [\w-]+){{0,3}}(?: per | om |\s?/\s?)(?:dygn|dag|kväll|natt|pass)(?:en|et)?\b|\.? {_MONTH}\b", re.IGNORECASE
)
_FEW = "två|tre|fyra|fem|sex|sju|åtta|nio|tio"
_COUNTED = re.compile(rf"\b{NUMBER}\s+(?P<noun>[\w-]+(?:\s+(?!(?:{_FEW})\s)[\w-]+)?)", re.IGNORECASE)
_AFTER_A_NAME = re.compile(rf"{NAMES_A_NUMBER}\s*$", re.IGNORECASE)
_PART_OF = re.compile(r"\s+(?:av|i taget|del|viktig)\b")
_STARTS = re.compile(rf"\bstartar? [^.]{{0,40}}\b(?:i|på|hos) (?:minst )?{NUMBER} (?!år|månad|veck)", re.IGNORECASE)
_FROM_TO = re.compile(rf"\b(?:{_FEW}|\d+) (?:till|eller|à)$", re.IGNORECASE)  # "två till tre gånger"
_BY_HOW_MANY = re.compile(r"\b(?:minsk|sänk|öka|reducer)\w*\b[^.]{0,60} med(?: minst)?$", re.IGNORECASE)
_A_YEAR = re.compile(r"(?:19|20)\d\d")  # "under 2024 ska möten hållas"
_AT_LEAST = re.compile(r"\bminst $", re.IGNORECASE)
_NEAR = 40


def quantity_of(text: str, years: int | None) -> Quantity | None:
    """None when no number is said. `years` is how long the agreement is in force: the whole of one year is a year."""
    text = said_once(text)
    said = next(_often(text), None)
    if said:
        return said
    if days := weekdays(text):
        counts = days.each and not days.but_red
        return Quantity(len(days.codes), Per.WEEK) if counts else None
    if _ON_A_DAY_OF_THE_MONTH.search(text):
        return Quantity(1, Per.MONTH)
    if named := _named(text) or _listed(text):
        return named
    if every := EVERY.search(text):
        return _per(1, every["unit"]) if fold(every["unit"]) in _PER else None
    return next(_plain(text, years), None) or _started(text) or _one(text, years)


def _one(text: str, years: int | None) -> Quantity | None:
    return Quantity(1, Per.YEAR if years == 1 else Per.PERIOD) if is_one_event(text) else None


def _started(text: str) -> Quantity | None:
    """ "starta båtsamverkan i minst fyra hamnar": what is started goes on, and is counted once."""
    found = _STARTS.search(text)
    count = number(found["count"]) if found else None
    return Quantity(count, Per.PERIOD) if count else None


def _often(text: str) -> Iterator[Quantity]:
    for pattern in (OFTEN, _EACH_FIRST):
        at = 0
        while found := pattern.search(text, at):
            at = found.end()
            of_time = NOT_THINGS.match(text, found.end("count") + 1)  # "100 timmar per månad" are no occasions
            if _counts_nothing(text, found):
                at = found.end("count")  # "årskurs 9 en gång per läsår"
            elif (count := number(found["count"])) and not of_time and fold(found["unit"]) in _PER:
                yield _per(count, found["unit"])


def _named(text: str) -> Quantity | None:
    if other := EVERY_OTHER.search(text):
        return Quantity(6 if other["unit"].lower() == "månad" else 26, Per.YEAR)
    if nth := _EACH_NTH_WEEK.search(text):
        in_a_year = 12 if nth["unit"].lower() == "månad" else 52
        return Quantity(round(in_a_year / _NTH[nth["nth"].lower()]), Per.YEAR)
    named = _BY_NAME.search(text)
    times = next(_plain(text, None), None) if named else None
    if named and times and times.count > 1:  # "två träffar årligen"
        per = _NAMED[named["name"].lower()]
        return Quantity(times.count * per.count, per.per)
    return _NAMED[named["name"].lower()] if named else None


def _listed(text: str) -> Quantity | None:
    """By the months or weeks in which it is done."""
    if _SPRING_AND_AUTUMN.search(text):
        return Quantity(2, Per.YEAR)
    if _EVERY_SUCH_MONTH.search(text):
        return Quantity(1, Per.YEAR)
    months, weeks = _IN_MONTHS.search(text), _IN_WEEKS.search(text)
    if months:
        return Quantity(len(re.findall(_MONTH, months[0].lower())), Per.YEAR)
    return Quantity(len(re.findall(r"\d+", weeks[0])), Per.YEAR) if weeks else None


def _plain(text: str, years: int | None) -> Iterator[Quantity]:
    """ "sex trygghetsvandringar under perioden"."""
    in_the_year = bool(_IN_THE_YEAR.search(text))
    timed = in_the_year or bool(_IN_THE_PERIOD.search(text))
    for found in _COUNTED.finditer(text):
        count = number(found["count"])
        # "en kampanj" is mostly an article; with its time it is one.
        counts = count and (
            count > 1
            or found["count"].isdecimal()
            or timed
            or _IN_A_MONTH.search(text)
            or _AT_LEAST.search(text[: found.start("count")])
        )
        if count and counts and _is_done(found["noun"]) and not _counts_nothing(text, found):
            yield Quantity(count, Per.YEAR if in_the_year or (not timed and years == 1) else Per.PERIOD)


def _is_done(noun: str) -> bool:
    return bool(THINGS_DONE.search(noun)) and not NOT_THINGS.match(noun)


def _per(count: int, unit: str) -> Quantity:
    per, times = _PER[fold(unit)]
    return Quantity(count * times, per)


def _counts_nothing(text: str, found: re.Match[str]) -> bool:
    at = found.start("count")
    end = found.end("count")
    before = text[max(0, at - _NEAR) : at].rstrip()
    apart = before[-1:].isdigit() and not found["count"].isdecimal()  # "årskurs 7 två gånger per läsår"
    named = not apart and _AFTER_A_NAME.search(before)
    if _FROM_TO.search(before) or _BY_HOW_MANY.search(text[:at].rstrip()):
        return True
    return bool(named or _A_YEAR.fullmatch(found["count"]) or _PART_OF.match(text, end) or _A_DAY.match(text, end))
