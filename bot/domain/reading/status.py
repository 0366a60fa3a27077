"""Whether something was done, and why not, in the words of a report."""

import re
from functools import cache

from bot.domain.lexicon import Lexicon
from bot.domain.reading.line import Line, folded
from bot.domain.words import OutcomeStatus, Reason

# Mean it wherever they stand.
PHRASES = {
    OutcomeStatus.PARTLY: (
        "delvis genomförd", "delvis genomfört", "delvis gjort", "delvis klar", "delvis inställd", "delvis inställt",
        "blev delvis av", "genomförd delvis", "genomfört delvis", "till viss del", "avbröts", "avbruten", "avbrutet",
        "avbröt", "fick avbryta", "fick bryta", "hann inte allt", "hann inte alla", "hann inte hela",
        "hann inte klart", "inte fullt ut",
    ),
    OutcomeStatus.NOT_NEEDED: (
        "behövdes inte", "behövdes ej", "behövs inte", "behövs ej", "behövts inte", "inte behövts", "ej behövts",
        "behövdes aldrig", "behövde inte", "behövde ej",
        "inget behov", "inte behov", "ej behov", "inte aktuell", "inte aktuellt", "ej aktuell",
        "ej aktuellt", "inte nödvändig", "inte nödvändigt",
    ),
    OutcomeStatus.NOT_DONE: (
        "blev inte av", "blev ej av", "blev aldrig av", "blev inget av", "blev inget", "blev inte", "blev ej",
        "blev inställt", "blev inställd", "är inställt", "är inställd", "inställt", "inställd", "inställda",
        "instält", "ställdes in", "ställs in", "ställt in", "ställde in", "fick ställa in", "fick ställas in",
        "uteblev",
        "utebliven", "avblåst", "avblåstes", "struken", "struket", "ströks", "uppskjuten", "uppskjutet", "sköts upp",
        "ej av", "inte av",
        "bortprioriterad", "bortprioriterat", "prioriterades bort", "avbokad", "avbokat", "avbokades",
        "inte genomförd", "inte genomfört", "ej genomförd", "ej genomfört",
        "inte gjord", "inte gjort", "ej gjord", "ej gjort", "inte utförd", "ej utförd", "inte klar", "inte klart",
        "ej klar", "ej klart", "inte än", "inte ännu", "hann inte", "hann ej", "hanns inte",
        "hann inte med", "hann ej med", "hanns inte med",
        "gick inte att genomföra", "kunde inte genomföras",
    ),
}  # fmt: skip
# Mean it only when they stand alone: "delvis pga regn", not "delvis molnigt".
ALONE = {
    OutcomeStatus.PARTLY: ("delvis", "bara delvis", "halvvägs"),
    OutcomeStatus.DONE: (
        "klar", "klart", "klara", "genomförd", "genomfört", "gjord", "gjort", "utförd", "utfört", "blev av", "avklarad",
        "avklarat", "är klar", "är klart", "är gjord", "är gjort", "är genomförd", "är uppdaterad", "nu klar",
        "färdig", "färdigt", "uppdaterad",
    ),
}  # fmt: skip

CAUSES = (
    "pga", "pga av", "på grund av", "p g a", "p.g.a", "p.g.a.", "till följd av", "eftersom", "orsak", "anledning",
)  # fmt: skip
# The first two are what the forms say; a report that says more keeps its own word in the note.
REASONS = {
    Reason.WEATHER: (
        "väder", "vädret", "oväder", "ovädret", "snö", "snön", "snöfall", "snöoväder", "snöstorm", "snökaos", "regn",
        "regnet", "regnade", "snöade", "storm", "stormen", "halka", "halkan", "kyla", "kylan", "dimma", "skyfall",
        "blåst", "hårt väder", "dåligt väder", "ösregn", "spöregn", "blixthalka", "kallt", "ishalka",
    ),
    Reason.STAFF: (
        "personal", "personalbrist", "personalen", "bemanning", "bemanningen", "sjuk", "sjuka", "sjukdom", "sjukt",
        "sjukfrånvaro", "sjukskriven", "vab", "underbemannade", "underbemanning", "ont om folk", "brist på folk",
    ),
    Reason.PRIORITY: (
        "högre prioritet", "prioritering", "prio", "högre prio", "prioriterat", "prioriterade", "omprioritering",
        "omprioriterat", "omprioriterad", "larm", "larmet", "utlarmade", "utryckning", "utryckningar", "annat uppdrag",
        "andra uppdrag", "kommenderad", "kommenderade", "kommendering", "beordrad", "beordrade", "akut",
    ),
}  # fmt: skip
# With "inte" these say it alone; of the others "gick inte iväg" does, and "gick inte in i parken" does not.
CLEAR_VERBS = frozenset({
    "blev", "hann", "hanns", "genomfordes", "utfordes", "gjordes", "holls", "skedde", "blivit", "hunnit",
})  # fmt: skip
VAGUE_VERBS = frozenset({"gick", "kom", "fick", "kunde", "gjorde", "gjort", "genomforde", "lyckades"})
FELL_OUT, FROM = "utgick", frozenset({"fran", "ifran"})
_NOT = "(?: (?:vi|jag|det|den|de|dom|ni|man|tyvarr|alltsa|dock|nog))* (?:inte|ej|aldrig)(?: tyvarr)?"
_ENDS = "(?:av|ivag|igang|att|genomforas?|genomford|genomfort|goras?|gjord|gjort|hallas|till stand)"
_NOT_DONE = re.compile(
    rf"\b(?:(?:{'|'.join(sorted(CLEAR_VERBS))}){_NOT}(?: (?:med|{_ENDS}))*"
    rf"|(?:{'|'.join(sorted(VAGUE_VERBS))}){_NOT}(?:(?: {_ENDS})+|(?= ,|$)))(?= |$)"
)
PLAIN_REASONS = frozenset({"vader", "vadret", "personal", "hogre prioritet", "prioritering", "prio", "hogre prio"})
NO_REASON_AFTER = frozenset({"trots", "bra", "fint", "inte"})
HAVE_REASONS = frozenset({OutcomeStatus.PARTLY, OutcomeStatus.NOT_DONE})


def read_status(
    line: Line, *, none_of_it: bool = False, half_of_it: bool = False
) -> tuple[OutcomeStatus, Reason | None]:
    """Takes the words that say it. Nothing said: done, unless there was `none_of_it`, or `half_of_it`."""
    if none_of_it:
        return _phrase_status(line) or OutcomeStatus.NOT_DONE, _read_reason(line)
    if half_of_it:
        return _phrase_status(line) or OutcomeStatus.PARTLY, _read_reason(line)
    if _beginnings().isdisjoint(line.words()):
        return OutcomeStatus.DONE, None
    status = _phrase_status(line) or _not_done(line) or _fell_out(line) or _lone_status(line)
    if status in HAVE_REASONS:
        return status, _read_reason(line)
    return status or OutcomeStatus.DONE, None


def _not_done(line: Line) -> OutcomeStatus | None:
    """ "hann vi tyvärr inte med", "genomfördes aldrig": a verb of doing, and not long after it that it was not."""
    text = " ".join(line.word(at) or "," for at in range(len(line)))
    if (found := _NOT_DONE.search(text)) is None:
        return None
    first = text.count(" ", 0, found.start())
    line.take(range(first, first + found[0].count(" ") + 1))
    return OutcomeStatus.NOT_DONE


def _fell_out(line: Line) -> OutcomeStatus | None:
    """ "Mötet utgick"; but a patrol that "utgick från stationen" was on its way."""
    for at, word in enumerate(line.words()):
        if word == FELL_OUT and folded(line.piece(at + 1)) not in FROM:
            line.take((at,))
            return OutcomeStatus.NOT_DONE
    return None


def _phrase_status(line: Line) -> OutcomeStatus | None:
    """With several, the mildest is what happened: "inställt, behövdes inte" was not needed."""
    found = line.all(_phrases())
    for status in PHRASES:
        if any(key == status for key, _ in found):
            for _, places in found:
                line.take(places)
            _lone_status(line)  # "delvis, fick bryta" says it twice
            return status
    return None


def _lone_status(line: Line) -> OutcomeStatus | None:
    for key, places in line.all(_alone()):
        if not line.word(places.start - 1) and (not line.word(places.stop) or _cause(line, places.stop)):
            line.take(places)
            return OutcomeStatus(key)
    return None


def _read_reason(line: Line) -> Reason | None:
    for key, places in line.all(_reasons()):
        if line.word(places.start - 1) not in NO_REASON_AFTER:
            _take_plain(line, places)
            return Reason(key)
    return Reason.OTHER if line.all(_causes()) else None


def _take_plain(line: Line, places: range) -> None:
    """A cause that says no more than the button does is not repeated in the note."""
    cause = next((found for _, found in line.all(_causes()) if found.stop == places.start), range(0))
    before = line.word((cause or places).start - 1)
    phrase = " ".join(line.word(at) for at in places)
    if phrase in PLAIN_REASONS and not line.word(places.stop) and (cause or not before):
        line.take((*cause, *places))


def _cause(line: Line, at: int) -> bool:
    return line.longest(_causes(), at, misspelt=False) is not None


@cache
def _beginnings() -> frozenset[str]:
    return _phrases().beginnings | _alone().beginnings | CLEAR_VERBS | VAGUE_VERBS | {FELL_OUT}


@cache
def _phrases() -> Lexicon:
    return Lexicon((form, status.value) for status, forms in PHRASES.items() for form in forms)


@cache
def _alone() -> Lexicon:
    return Lexicon((form, status.value) for status, forms in ALONE.items() for form in forms)


@cache
def _causes() -> Lexicon:
    return Lexicon((form, "cause") for form in CAUSES)


@cache
def _reasons() -> Lexicon:
    return Lexicon((form, reason.value) for reason, forms in REASONS.items() for form in forms)
