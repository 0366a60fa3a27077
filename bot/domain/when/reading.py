"""What a phrase means: it is read in full or refused, and asked about where a Swede would ask."""

import re
from datetime import datetime

from bot.domain.calendar import wall_time
from bot.domain.swedish import fold
from bot.domain.when.model import Ambiguous, Impossible, Invalid, Reading, Tense, Unsure, When
from bot.domain.when.repeated import read_repeated
from bot.domain.when.resolve import settle_dotted, take_as_day, take_as_time
from bot.domain.when.said import Around, Said, SectionRole
from bot.domain.when.scan import scan
from bot.domain.when.single import read_single
from bot.domain.when.spelling import spelt

EVERY_SECOND = 2
WORD = re.compile(r"[\w-]+")
QUOTED = re.compile(r"”([\w-]+)”")


def read_when(text: str, now: datetime, *, tense: Tense) -> Reading:
    """`now` is aware. A line that holds anything but a time is Invalid: `find_when` looks inside longer lines."""
    reading = read_spelt(spelt(text).text, Around(wall_time(now), tense is Tense.FUTURE))
    return Invalid(_as_typed(reading.reason, text)) if isinstance(reading, Invalid) else reading


def _as_typed(reason: str, text: str) -> str:
    """A word that is told back has its dots again: "vår", not "var"."""
    typed = {fold(word): word for word in WORD.findall(text)}
    return QUOTED.sub(lambda found: f"”{typed.get(found[1], found[1])}”", reason)


def read_spelt(text: str, around: Around) -> Reading:
    """The same for a line in its one spelling."""
    try:
        return _read(text, around)
    except Impossible as error:
        return Invalid(str(error))
    except Unsure:
        return Ambiguous()
    except (OverflowError, ValueError):
        return Invalid("Så långt bort går det inte att planera.")


def _read(text: str, around: Around) -> Reading:
    one, either, other = text.partition(" eller ")
    if either:
        return _either(one, other, around)
    said = scan(text)
    unsettled = [settle_dotted(section) for sections in said.sections.values() for section in sections]
    if any(unsettled):
        return _both(text, around)
    return _composed(said, around)


def _either(one: str, other: str, around: Around) -> Reading:
    """ "torsdag eller fredag kl 18": a clock time by one day is said of both. Raises Unsure for anything else."""
    first, second = scan(one), scan(other)
    if not (first.main.names_a_day() and second.main.names_a_day()) or first.repeats() or second.repeats():
        raise Unsure
    clocked, other_one = (first, second) if first.main.clock or first.main.part else (second, first)
    if other_one.main.clock is None and not other_one.main.part:
        other_one.main.clock, other_one.main.part = clocked.main.clock, clocked.main.part
        other_one.length = clocked.length
    readings = [_readings(_composed(each, around)) for each in (first, second)]
    if not all(readings):
        raise Unsure
    return Ambiguous(tuple(sorted((when for each in readings for when in each), key=lambda when: str(when.start))))


def _readings(reading: Reading) -> tuple[When, ...]:
    if isinstance(reading, When):
        return (reading,)
    return reading.readings if isinstance(reading, Ambiguous) else ()


def _composed(said: Said, around: Around) -> Reading:
    _recurs_by_itself(said)
    if said.repeats():
        return read_repeated(said, around)
    if (
        said.one(SectionRole.MAIN) is None
        and said.one(SectionRole.FROM) is None
        and said.one(SectionRole.UNTIL) is None
    ):
        raise Impossible("Jag hittar ingen tid i texten.")
    if said.count or said.no_red_days or said.sections.get(SectionRole.EXCEPT):
        raise Unsure
    return read_single(said, around)


def _recurs_by_itself(said: Said) -> None:
    """ "måndag och onsdag" without "varje" is the next of each."""
    main = said.main
    end = said.one(SectionRole.UNTIL)
    if main.through and main.clock and end and end.names_a_day() and not end.clock:
        said.weekly = True  # "mån-fre 8-16 t.o.m. 18 dec"
    if len(main.weekdays) > 1 and not main.through and end and end.names_a_day() and not said.softly:
        said.weekly = True  # "mån, ons och fre kl 7-8 t.o.m. 18 dec"
    if said.parity is not None and said.interval == EVERY_SECOND:
        said.interval = 1  # "varannan tisdag, jämna veckor" says it twice
    if said.count and main.weekdays and not main.days and not main.ordinals:
        said.weekly = True  # "ons 18-20, 5 ggr"
    if not main.through:
        main.weekdays = list(dict.fromkeys(main.weekdays))
    if len(main.weekdays) > 1 and not main.through and not said.repeats() and not main.ordinals:
        said.weekly = True
        said.count = len(main.weekdays)


def _both(text: str, around: Around) -> Reading:
    """ "12.10" may be the twelfth of October or ten past twelve."""
    found: list[When] = []
    for take in (take_as_day, take_as_time):
        said = scan(text)
        for section in (section for sections in said.sections.values() for section in sections if section.dotted):
            take(section)
        found += _readings(_composed(said, around))
    return Ambiguous(tuple(sorted(found, key=lambda when: when.start.isoformat())))
