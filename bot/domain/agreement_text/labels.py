"""Lines that begin with what they are about: "Åtgärd 1: …", "Ansvarig: polisen"."""

import re

from bot.domain.agreement_text.commitments import is_account
from bot.domain.agreement_text.doers import ACTOR
from bot.domain.agreement_text.found import TextPlace
from bot.domain.agreement_text.habits import FEWEST_WORDS
from bot.domain.agreement_text.item_rules import is_doing, is_item
from bot.domain.agreement_text.kinds import is_concrete
from bot.domain.agreement_text.listing import enumerated
from bot.domain.agreement_text.patterns import group
from bot.domain.agreement_text.piece import Piece
from bot.domain.agreement_text.sections import Section
from bot.domain.agreement_text.sentences import sentences

_HOW = group(r"""
    (?:huvud)?ansvar(?:ig|iga|ar)?(?: (?:part(?:er)?|aktör(?:er)?|för genomförande))?
    vem
    vilka
    utförare
    genomförs av
    aktör(?:er)?
    medverkande
    klart?(?: när| senast)?
    när klart
    samverkan(?:spart(?:er)?)?(?: med)?
    deltar
    när
    tid(?:plan|punkt|ram)?
    frekvens
    hur ofta
    omfattning
    antal
""")  # fmt: skip
_OTHER = group(r"""
    målgrupp
    plats
    var
    mått
    indikator(?:er)?
    mål(?:sättning)?
    syfte
    problem(?:bild)?
    varför
    nuläge
    orsak(?:er)?
    bakgrund
    (?:förväntad )?effekt(?:mål)?
    uppföljning
    status
    kostnad
    budget
    kontakt(?:person)?
    resultat
    utfall
    publicera(?:d|t)(?: den)?
    (?:senast )?(?:uppdatera|ändra|granska)(?:d|t)(?: den| av)?
    (?:sid)?ansvarig utgivare
    sidansvarig
    datum
    diarienummer
    dnr
    foto(?:graf)?
    bild
""")  # fmt: skip
_LABEL = re.compile(rf"(?:(?P<how>{_HOW})|{_OTHER})\s*:\s*(?=\S)", re.IGNORECASE)
_NAME_OF_HOW = re.compile(rf"{_HOW}:?", re.IGNORECASE)
# "Nuläge. Skotrar körs på gångbanor."
_STATE = re.compile(r"(?:nuläge|bakgrund|problem|orsak(?:er)?|mål|syfte)\.\s+(?=[A-ZÅÄÖ])", re.IGNORECASE)
_NUMBERED = r"\s*(?:\d{1,2}|[A-Z])?\s*[:.–-]\s+(?=\S)"
_WHAT_IS_DONE = group(r"""
    (?:(?:polisens|kommunens|gemensamma|våra|planerade|skolans) )?(?:aktivitet|åtgärd|insats)(?:er)?
    (?:polisens|kommunens) (?:del|bidrag|löften?|åtaganden?)
    (?:det|detta|så) (?:här )?(?:gör|ska) (?:vi|polisen|kommunen)(?: göra)?
    så gör vi
    vi (?:gör|ska|lovar)
    vad(?: vi gör)?
    hur
    metod(?:er)?
    genomförande
""")  # fmt: skip
_ACTIVITY = re.compile(rf"{_WHAT_IS_DONE}{_NUMBERED}", re.IGNORECASE)
# "Två vandringar i centrum. (Kommunen)"
_WHO_LAST = re.compile(
    rf"\((?P<who>(?:{ACTOR}|polis\w*|kommun\w*)(?:(?:, | och | samt |/)[A-ZÅÄÖa-zåäö][\w -]*)*)\)\.?$", re.IGNORECASE
)
_WHO = r"(?:polis\w*|kommun\w*|gemensam\w*|tillsammans|övriga|skola\w*|socialtjänst\w*|[A-ZÅÄÖ]\w+ kommun)"
_WHO_FIRST = re.compile(
    rf"{_WHO}(?:(?:,| och| samt|/| &) ?{_WHO})*(?:(?P<surely>\s*:)| [–—-]) (?!som\b)(?=\S)", re.IGNORECASE
)
_IN_A_THREAD = re.compile(r"[!?]")  # "Kommunen: Hej Bosse! Vi skickar det vidare."
_PROMISE = re.compile(r"löften?: (?=\S)", re.IGNORECASE)
# "Löfte: Polisen ska …" is a promise; one with a number mostly is the title of several.
_ACCOUNTED = re.compile(r"(?:medborgar)?löfte: (?=[^.]*\b(?:ska|skall|kommer att|skulle)\b)", re.IGNORECASE)
_TITLE = re.compile(rf"(?:löfte|punkt|(?:fokus)?område|delmål){_NUMBERED}", re.IGNORECASE)


def take_labelled(piece: Piece, place: TextPlace) -> bool:
    """Whether it was such a line. What tells about the activity above is kept with it."""
    if label := _LABEL.match(piece.text):
        if label["how"] and place.found:
            place.tell(piece)
        return True
    if place.section in (Section.PLAIN, Section.ACTIVITIES) and _take_of_doer(piece, place):
        return True
    titled = _ACTIVITY.match(piece.text) or _ACCOUNTED.match(piece.text)
    rest = piece.part(titled.end()) if titled else None
    parts = list(sentences(rest)) if rest else []
    if not parts or not all(is_item(part.text, Section.ACTIVITIES) for part in parts):
        return False
    for part in parts:
        place.take(part, listed=True)
    return True


def _take_of_doer(piece: Piece, place: TextPlace) -> bool:
    """ "Kommunen: Ökad belysning, klippa buskar"."""
    doer = _WHO_FIRST.match(piece.text)
    if not doer or not is_item(told := piece.text[doer.end() :], Section.ACTIVITIES):
        return False
    sure = doer["surely"] and place.section is Section.ACTIVITIES
    if not sure and (_IN_A_THREAD.search(told) or not (is_concrete(told) or is_doing(told))):
        return False
    for part in enumerated(piece.part(doer.end())):
        place.take(part, listed=True)
        place.tell(piece.part(0, doer.end()))
    return True


def is_name_of_how(text: str) -> bool:
    """ "Ansvarig" or "Tid" alone over what it is."""
    return bool(_NAME_OF_HOW.fullmatch(text.strip()))


def tells_how(piece: Piece) -> bool:
    """ "Ansvar: kommunen" """
    label = _LABEL.match(piece.text)
    return bool(label and label["how"])


def tells_how_it_is(piece: Piece) -> bool:
    return bool(_STATE.match(piece.text))


def take_with_doer(piece: Piece, place: TextPlace) -> bool:
    """Whether who does it stands in brackets after it: so promises are listed, also above what came of them."""
    who = _WHO_LAST.search(piece.text)
    if (
        not who
        or len(piece.text[: who.start()].split()) < FEWEST_WORDS
        or is_account(piece.text)
        or len(list(sentences(piece))) > 2
    ):
        return False
    place.take(piece.part(0, who.start()), listed=True)
    place.tell(piece.part(who.start()))
    return True


def announces(piece: Piece) -> bool:
    """ "Det här gör vi: …" and "Löfte: …" are headings of their own."""
    return bool(_ACTIVITY.match(piece.text) or _PROMISE.match(piece.text))


def untitled(piece: Piece) -> Piece:
    """Without "Löfte 1:"."""
    label = _ACTIVITY.match(piece.text) or _TITLE.match(piece.text)
    return piece.part(label.end()) if label else piece
