"""Whether a line that somebody wrote to the bot is a report, may be one, or is something else: chat is not saved."""

import re
from enum import Enum, auto
from functools import cache

from bot.domain.lexicon import Lexicon
from bot.domain.reading.line import Line
from bot.domain.reading.report import ReportReading
from bot.domain.reading.words import AND

# Questions when a line begins with them; elsewhere they may stand in a note ("lugnt när vi kom").
QUESTIONS = frozenset({
    "vem", "vilka", "vilken", "vilket", "vad", "nar", "var", "hur", "varfor", "kan", "ska", "skall", "vill", "far",
    "maste", "borde", "finns", "ar", "har", "visa", "rita",
})  # fmt: skip
ASKED = frozenset(("vem", "vilka", "vilken", "vilket", "vad", "nar", "hur", "varfor", "finns", "har"))
# Somebody plans, asks or hands over, wherever they stand.
PLANS = (
    "kan inte", "kan ej", "kan du", "kan ni", "kan vi", "kan jag", "kan någon", "kan nån", "kan tyvärr inte",
    "ska vi", "ska ni", "ska du", "ska jag", "ska med", "ska vara", "vet du", "vet ni", "undrar", "någon som",
    "nån som", "hinner inte", "hinner ej", "kommer inte", "kommer ej", "förhinder", "flytta", "flyttar", "flyttas",
    "ställ in", "ställer in", "ställs in", "ska ställa in", "måste ställa in", "vill ställa in", "kan ställa in",
    "boka", "bokar", "bokas", "avboka", "planera", "planerar", "planeras", "byta", "byt", "byter", "lämna över",
    "ta över", "hoppa in", "påminn", "påminna", "i morgon", "imorgon", "imorrn", "i morrn", "i övermorgon",
    "nästa vecka", "nästa månad", "nästa gång", "på måndag", "på tisdag", "på onsdag", "på torsdag", "på fredag",
    "på lördag", "på söndag", "till måndag", "till tisdag", "till onsdag", "till torsdag", "till fredag",
    "till lördag", "till söndag",
)  # fmt: skip
# What people add to a report when there was nothing to tell, and when it was.
QUIET = (
    "lugnt", "lugn", "lugna", "allt lugnt", "helt lugnt", "lugnt och stilla", "stilla", "fint", "bra", "ok", "okej",
    "okay", "klar", "klart", "klara", "avklarad", "avklarat", "gick bra", "det gick bra", "allt bra", "allt ok",
    "allt gick bra", "inga anmärkningar", "ingen anmärkning", "utan anmärkning", "utan anmärkningar",
    "inget att anmärka", "inget att rapportera", "inget särskilt", "inget speciellt", "inget nytt", "inga problem",
    "utan problem", "inga incidenter", "utan incidenter", "inga händelser", "som planerat", "enligt plan",
    "som vanligt", "genomförd", "genomfört", "gjord", "gjort", "lugn kväll", "lugn natt", "bra uppslutning",
    "i dag", "idag", "i kväll", "ikväll", "i morse", "i natt", "i går", "igår", "i förrgår", "häromdagen", "i måndags",
    "i tisdags", "i onsdags", "i torsdags", "i fredags", "i lördags", "i söndags", "nyss", "nu",
)  # fmt: skip


# What is saved already is to be something else. With its dots: "andra kontrollen" is the second one.
_CORRECTION = re.compile(
    r"\W*(?:ångra|ändra|rätta|rättelse|korrigera|radera|ta bort)\b|\W*fel(?:\W*$|[,.:!]| (?:det|antal|siffra)\b)",
    re.IGNORECASE,
)


_MOVED = re.compile(r"\b(?:fram)?flytta(?:d|t|s|des|ts)\b.*\btill\b", re.IGNORECASE | re.DOTALL)


class Intent(Enum):
    REPORT = auto()
    PERHAPS = auto()
    OTHER = auto()


def intent(line: str, reading: ReportReading, *, says_what: bool) -> Intent:
    """`says_what`: the line names a kind or an activity. Figures alone ("2 timmar") answer what was asked."""
    if is_correction(line):
        return Intent.OTHER
    if is_plan(line):
        return Intent.PERHAPS if reading.telling else Intent.OTHER
    if reading.unclear or is_quiet(reading.around.note or reading.note) or (says_what and reading.telling):
        return Intent.REPORT
    return Intent.PERHAPS


def is_plan(text: str) -> bool:
    """A question, or something about what is to come."""
    return "?" in text or _first(text) in QUESTIONS or _is_to_come(text)


def is_asked(text: str) -> bool:
    """A question about what is and has been, as far as its words tell."""
    return _first(text) in ASKED and not _is_to_come(text)


def _first(text: str) -> str:
    return next(filter(None, Line(text).words()), "")


def _is_to_come(text: str) -> bool:
    return bool(Line(text).all(_plans()))


def is_correction(text: str) -> bool:
    return bool(_CORRECTION.match(text))


def is_moved(line: str, reading: ReportReading) -> bool:
    """ "Kontrollen flyttad till nästa vecka": nothing has been done yet."""
    return not (reading.measures or reading.unclear) and bool(_MOVED.search(line))


def is_quiet(note: str) -> bool:
    """Nothing, or nothing to tell."""
    line = Line(note)
    for _, places in line.all(_quiet()):
        line.take(places)
    return all(not word or word in AND for word in line.words()) and not any(map(str.isdecimal, note))


@cache
def _plans() -> Lexicon:
    return Lexicon((phrase, "plan") for phrase in PLANS)


@cache
def _quiet() -> Lexicon:
    return Lexicon((phrase, "quiet") for phrase in QUIET)
