"""The rules for times of day and how long something lasts."""

import re
from datetime import timedelta

from bot.domain.when.clock import TIME, SaidHours, time_said
from bot.domain.when.grammar import Rule, count, rule
from bot.domain.when.model import Impossible
from bot.domain.when.said import Said, Unit
from bot.domain.when.words import DAYS

Match = re.Match[str]


def _clock(found: Match, said: Said) -> None:
    groups = found.groupdict()
    end = groups.get("end")
    if said.here.clock:
        raise Impossible("Två klockslag står utan att höra ihop.")
    said.here.clock_24 = found["start"].startswith("24")
    said.here.clock = SaidHours(time_said(found["start"]), time_said(end) if end else None)
    said.last = "clock"


def _part(found: Match, said: Said) -> None:
    if said.here.part not in ("", _PARTS.get(found["part"], found["part"])):
        raise Impossible("Tiderna på dygnet går inte ihop.")
    said.here.part = _PARTS.get(found["part"], found["part"])
    said.last = "part"


def _every_part(found: Match, said: Said) -> None:
    said.unit = Unit.DAY
    said.main.part = found["part"]


def _night_before(_found: Match, said: Said) -> None:
    said.here.part, said.here.night_before = "natt", True
    said.last = "part"


def _night_between(found: Match, said: Said) -> None:
    first, second = (DAYS.index(found[which]) for which in ("first", "second"))
    if (second - first) % len(DAYS) != 1:
        raise Impossible("En natt ligger mellan en dag och nästa.")
    _night_before(found, said)
    said.here.weekdays.append(second)


def _hours(found: Match, said: Said) -> None:
    number = found["number"].replace(",", ".")
    hours = (1.0 if number == "en" else float(number)) + (0.5 if found["half"] else 0)
    more = timedelta(minutes=count(found["more"])) if found["more"] else timedelta(0)
    said.length = timedelta(minutes=round(60 * hours)) + more


def _minutes(found: Match, said: Said) -> None:
    said.length = timedelta(minutes=count(found["number"]))


def _named_length(found: Match, said: Said) -> None:
    said.length = timedelta(
        minutes={"halvtimme": 30, "halv timme": 30, "kvart": 15, "halvannan timme": 90}[found["name"]]
    )


def _days(found: Match, said: Said) -> None:
    number, unit = count(found["number"]), found["unit"]
    if unit in ("manad", "ar"):
        said.months_long = number * (12 if unit == "ar" else 1)
    else:
        said.days_long = number * (7 if unit.startswith("veck") else 1)


_PARTS = {"morse": "morgon", "dagen": "dagtid"}
_TILL = r"(?:-| -|- | till | tom | framtill )"
_KL = r"(?:kl )?"
_ABOUT = r"(?:(?:vid|ca|fran) )*"
_NO_DAY = r"(?!/\d|[.:]\d| <M>)"
_IN = r"(?:(?:i|under|ca|varar|tar) )*"

RULES: tuple[Rule, ...] = (
    rule(rf"{_IN}(?P<number><N>|\d+[.,]\d)(?P<half> och en halv)? timme(?: och (?P<more><N>) minut)?", _hours),
    rule(rf"{_IN}(?P<number><N>) minut(?! (?:i|over))", _minutes),
    rule(rf"{_IN}(?:en )?(?P<name>halvtimme|halv timme|halvannan timme)", _named_length),
    rule(r"(?:i|under) en (?P<name>kvart)", _named_length),
    rule(r"(?:i|under) (?P<number><N>) (?P<unit>dag|vecka|veckor|manad|ar)", _days),
    rule(rf"mellan {_KL}(?P<start>{TIME})(?: och | till |-){_KL}(?P<end>{TIME})", _clock),
    rule(rf"{_ABOUT}{_KL}(?P<start>{TIME}){_TILL}{_KL}(?P<end>{TIME}){_NO_DAY}", _clock),
    rule(rf"{_ABOUT}{_KL}(?P<start>\d{{1,2}}(?:[.:]\d\d)?)-? ?tiden", _clock),
    rule(rf"{_ABOUT}kl (?P<start>{TIME})(?![./:]\d)", _clock),
    rule(rf"(?:(?:vid|ca) )*(?P<start>{TIME})(?![./:]\d)", _clock),
    rule(r"varje (?P<part><PART>)", _every_part),
    rule(r"(?:(?:pa|under) )?natt (?:mellan )?(?P<first><WD>)(?: och |-| till )(?P<second><WD>)", _night_between),
    rule(r"(?:(?:pa|under) )?natt (?:till|mot)", _night_before),
    rule(r"(?:(?:pa|under|i) )?(?P<part><PART>|morse|dagen|dagtid)", _part),
)
