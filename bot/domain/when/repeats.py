"""The rules for weekdays and what recurs: varje måndag, varannan fredag, jämna veckor, den 15:e varje månad."""

import re

from bot.domain.when.grammar import Rule, count, rule
from bot.domain.when.model import Unsure
from bot.domain.when.said import Said, SectionRole, Unit
from bot.domain.when.words import DAYS

Match = re.Match[str]
WEEKEND = [5, 6]
_UNITS = {
    "dag": (Unit.DAY, 1), "vecka": (Unit.WEEK, 1), "veckor": (Unit.WEEK, 1), "v": (Unit.WEEK, 1),
    "manad": (Unit.MONTH, 1),
    "kvartal": (Unit.MONTH, 3), "tertial": (Unit.MONTH, 4), "halvar": (Unit.MONTH, 6), "ar": (Unit.YEAR, 1),
}  # fmt: skip
_NAMED = {
    "dagligen": (Unit.DAY, 1), "veckovis": (Unit.WEEK, 1), "manadsvis": (Unit.MONTH, 1), "kvartalsvis": (Unit.MONTH, 3),
    "arligen": (Unit.YEAR, 1),
}  # fmt: skip
_DAY = re.compile(rf"({'|'.join(DAYS)})(ar)?(?: ?(-|till|tom) ?)?")


def _weekdays(found: Match, said: Said) -> None:
    _take_days(found["days"], said)


def _take_days(text: str, said: Said) -> None:
    """ "måndag-torsdag och söndag": a range is filled in."""
    # "från 1 feb på måndagar": what recurs is the whole, not where it begins.
    recurs = said.weekly or "dagar" in text
    here = said.main if recurs and said.role is not SectionRole.EXCEPT else said.here
    through = False
    for name, plural, dash in _DAY.findall(text):
        day = DAYS.index(name)
        if through:
            here.weekdays += _between(here.weekdays[-1], day)
            here.through = True
        here.weekdays.append(day)
        through = bool(dash)
        if plural and said.role is not SectionRole.EXCEPT:
            said.weekly = True
    said.last = "day"


def _between(first: int, last: int) -> list[int]:
    return [(first + step) % 7 for step in range(1, (last - first) % 7)]


def _short_friday(_found: Match, said: Said) -> None:
    said.here.weekdays.append(4)
    said.last = "day"


def _every_weekday(found: Match, said: Said) -> None:
    said.weekly, said.role = True, SectionRole.MAIN
    _take_days(found["days"], said)
    said.interval = max(said.interval, int(found["number"] or 1))


def _every(found: Match, said: Said) -> None:
    unit, size = _UNITS[found["unit"]]
    said.unit = unit
    said.interval = size * int(found["number"] or 1)


def _often(found: Match, said: Said) -> None:
    """ "en gång i månaden" leaves the day open, unless one is said too."""
    said.unit, size = _UNITS[found["unit"]]
    said.interval = size * int(found["every"] or 1)
    said.unsure = count(found["number"]) > 1


def _named(found: Match, said: Said) -> None:
    said.unit, said.interval = _NAMED[found[0]]


def _parity(found: Match, said: Said) -> None:
    said.parity = 0 if found["which"].startswith("jamn") else 1


def _workdays(found: Match, said: Said) -> None:
    if said.role is SectionRole.EXCEPT:
        said.here.weekdays += range(5)
        return
    if "number" in found.groupdict() and found["number"]:
        raise Unsure
    said.workdays = True
    said.no_red_days |= found[0].startswith("helgfri")


def _weekends(found: Match, said: Said) -> None:
    (said.here if said.role is SectionRole.EXCEPT else said.main).weekdays += WEEKEND
    said.weekly = said.weekly or said.role is not SectionRole.EXCEPT
    said.interval = max(said.interval, int(found["number"] or 1))


def _no_red_days(_found: Match, said: Said) -> None:
    said.no_red_days = True


def _times(found: Match, said: Said) -> None:
    said.count = count(found["number"])


def _count_of_days(found: Match, said: Said) -> None:
    """ "fyra måndagar (i rad)"."""
    said.count = count(found["number"])
    _take_days(found["days"], said)


def _ordinals(found: Match, said: Said) -> None:
    words = re.findall(r"nast sista|sista|\d", found["numbers"])
    said.here.ordinals += [{"sista": -1, "nast sista": -2}.get(word) or int(word) for word in words]
    if found["what"].startswith("vardag"):
        said.here.weekdays += range(5)
        said.here.of_workdays = True
    elif found["what"] in ("dag", "dagen"):
        said.here.weekdays += range(7)
        said.here.of_workdays = True
    else:
        _take_days(found["what"], said)
    said.last = "day"


def _in_month(_found: Match, said: Said) -> None:
    said.unit = said.unit or Unit.MONTH


def _role(role: SectionRole, softly: bool = False) -> Rule:
    def says(found: Match, said: Said) -> None:
        if role is SectionRole.UNTIL and said.role is SectionRole.EXCEPT and said.last == "day":
            said.begin(SectionRole.EXCEPT)
            said.here.closes = True
            return
        said.softly |= softly
        said.begin(role)
        said.here.inclusive = found[0].endswith(("tom", "och med"))

    names = {
        SectionRole.FROM: r"fran|mellan|fr(?! kl)",
        SectionRole.UNTIL: r"framtill(?: och med)?|tom",
        SectionRole.EXCEPT: r"(?:men )?(?:utom|aldrig)(?: pa)?",
    }
    return Rule(r"till(?![a-z0-9])|-", says) if softly else rule(names[role], says)


_AND = r"(?: ?, ?| och | , och |-| ?/ ?)"
_LIST = rf"(?P<days><WD>(?:ar)?(?:(?:{_AND}| till | tom )(?:pa )?(?:<WD>)(?:ar)?)*)"
_EVERY = r"(?:varje|var(?: (?P<number>\d{1,2})(?::e)?)?)"
_UNIT = r"(?P<unit>dag|vecka|veckor|v|manad|kvartal|tertial|halvar|ar)"
_NTH = r"(?:\d:e|sista|nast sista)"
_NTHS = rf"{_NTH}(?:(?:,| ,| och|-) (?:den )?{_NTH})*"

BEFORE_DATES: tuple[Rule, ...] = (
    rule(r"(?:varje )?(?:helgfri[at]?|icke-?roda|icke rod)(?= (?:<WD>|vardag))", _no_red_days),
    rule(r"(?:rod|helg) dag(?:en)?|helgdag(?:ar|arna|en)?|storhelg(?:er)?|rod", _no_red_days),
    rule(rf"(?:den )?(?P<numbers>{_NTHS}) (?P<what><WD>(?:ar)?|vardag(?:ar|en)?|dag(?:en)?)(?! i advent)", _ordinals),
    rule(r"varje(?= (?:1:e|sista|nast sista) (?:<WD>|vardag)| \d:e <WD> (?:i )?manad)|manadens", _in_month),
    rule(rf"(?P<number><N>) ganger(?: (?:i|om|per|varje|var(?: (?P<every>\d):e)?) |/){_UNIT}(?:en|n|et)?", _often),
    rule(rf"{_EVERY} {_LIST}", _every_weekday),
    rule(rf"{_EVERY} (?P<which>jamn|udda) (?:v|vecka|veckor)", _parity),
    rule(r"(?P<which>jamn|udda) (?:v|vecka|veckor)", _parity),
    rule(rf"{_EVERY} vardag(?:ar)?|helgfri[at]? vardag(?:ar)?|pa vardagar|vardagar|vardag", _workdays),
    rule(rf"(?:{_EVERY} helg(?:er)?|helger)", _weekends),
    rule(rf"(?:en ganger )?{_EVERY} {_UNIT}(?:en)?(?: i vecka)?", _every),
    rule(r"per manad|i manad(?! \d)|manad", _in_month),
)
AFTER_DATES: tuple[Rule, ...] = (
    rule(r"dagligen|veckovis|manadsvis|kvartalsvis|arligen", _named),
    rule(r"x (?P<number>\d{1,2})", _times),
    rule(r"(?:totalt |sammanlagt |bara )?(?P<number><N>) (?:ganger|tillfallen|tillfalle)(?: totalt)?", _times),
    rule(r"(?:kommande |nasta )?(?P<number>\d{1,2}) (?P<days><WD>ar)(?: i rad)?", _count_of_days),
    rule(_LIST, _weekdays),
    rule(r"fr(?! kl| \d{1,2}(?::e)? <M>| \d{1,2}/)", _short_friday),
)
BOUNDS: tuple[Rule, ...] = (
    _role(SectionRole.FROM),
    _role(SectionRole.UNTIL),
    _role(SectionRole.EXCEPT),
    _role(SectionRole.UNTIL, softly=True),
)
