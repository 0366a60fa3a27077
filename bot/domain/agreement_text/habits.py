"""Whether some words in the present tense tell what somebody does as a rule, or what is there for people."""

import re

from bot.domain.agreement_text import verbs
from bot.domain.agreement_text.clause_grammar import is_subordinate, main_clause_has
from bot.domain.agreement_text.doers import ACTOR
from bot.domain.agreement_text.kinds import OTHER, is_concrete, kind_of
from bot.domain.agreement_text.patterns import any_of, whole_words
from bot.domain.agreement_text.timing import is_timed

FEWEST_WORDS = 4
FRONTED = re.compile(r"(?:för|genom|i syfte) att\b(?:(?! att\b| som\b).){0,90}", re.IGNORECASE)
# "polisen går", "går polisen", "polisen och kommunens trygghetsvärdar går"
_BETWEEN = r"(?:från|i|på|vid|inom|och|samt|tillsammans med) (?:[\w-]+ ){1,5}?"
_PRESENT = "|".join(sorted(verbs.PRESENTS))
_TURNED = re.compile(rf"\b(?P<verb>[a-zåäö]+) (?:\w+s )?{ACTOR}\b", re.IGNORECASE)
_PASSIVE = "|".join(sorted(verbs.PASSIVES))
# "Polisen har särskilda insatser": no perfect ("har genomfört").
_HAS = re.compile(
    rf"\b{ACTOR} har (?:särskilda|riktade|extra|fler|regelbundna|återkommande|gemensamma|öppet)\b", re.IGNORECASE
)
BY_PARTY = re.compile(rf"\b(?P<verb>{_PASSIVE}) av (?:\w+s )?{ACTOR}\b", re.IGNORECASE)
_HABITS = (
    re.compile(rf"\b{ACTOR} (?P<verb>[a-zåäö]+)\b", re.IGNORECASE),
    _TURNED,
    re.compile(rf"\b{ACTOR} {_BETWEEN}(?P<verb>{_PRESENT})\b", re.IGNORECASE),
    re.compile(rf"\b{ACTOR} (?P<verb>ser över|följer upp|rör sig)\b", re.IGNORECASE),
    BY_PARTY,
)
# Under a heading of activities whoever begins the sentence acts: "Timråbo byter ut lamporna".
_ANYBODY = re.compile(rf"^(?-i:[A-ZÅÄÖ])[\w-]+ (?P<verb>{_PRESENT})\b", re.IGNORECASE)
GIVEN = r"(?:\w+ )?(?:vara med|hjälp|stöd|utbildning|information|möjlighet|besök|tillgång)\b"
_RECEIVES = re.compile(rf"\bfår {GIVEN}", re.IGNORECASE)
_IS_THERE = re.compile(
    rf"\b{ACTOR} (?:finns|är|står)\b|\b(?:finns|är) {ACTOR}\b|\b(?:finns|är bemannad|har öppet)\b", re.IGNORECASE
)
TAKES_PART = re.compile(
    rf"\b{ACTOR} (?:i (?-i:[A-ZÅÄÖ])\w+ )?(?:är (?:med (?:på|vid)|ute)|(?:finns|är) (?:\w+ )?på plats"
    r"|finns (?:i|på|vid)|har öppet)\b",
    re.IGNORECASE,
)
HOW_IT_IS = whole_words(r"""
    (?:allt)?för (?:många|fort|lite)
    allt (?:fler|mer|färre)
    många
    (?<!öka )(?<!minska )antalet(?! \w+(?: \w+){0,3} ska\b)
    andelen
    ofta
    ibland
    genomsnitt
    \d+ invånare
    körs
    upplevs
    sker
""")  # fmt: skip
_WORD = re.compile(r"\b[a-zåäö]+\b")
# "glasas in", but not "flickornas", "ungas"
_PASSIVE_IN_AS = re.compile(r"(?!andras|allas|bådas|deras|dessas|hoppas|kallas|lyckas|ungas|vistas)\w{2,}[^n\W]as")
_ACTOR_FIRST = re.compile(rf"{ACTOR} (?P<verb>[a-zåäö]+)\b", re.IGNORECASE)
# "Fler fotpatruller i centrum", "det blir två trygghetsvandringar"
_MORE_OF_IT = any_of(
    r"""
    (?:åter|regel|fort)\w+(?:ande|bund\w+|satta?)
    (?:fler|extra|löpande|nya?|nytt|bättre)
    (?:öka|utöka|rikta|förstärk|förbättra|samordna)[dt]e?
    (?:gemensam|årlig)(?:ma|ga|t|a)?
    """,
    r"^",
    r"(?: [\w-]+){1,7}\.?$",
)
_WILL_COME = re.compile(
    r"\b(?:det blir|blir det|planen är att|har som mål att|(?:fokus|tyngdpunkt\w*) ligger på)\b", re.IGNORECASE
)
# Words in "-r" beside an actor that tell nothing of what is done.
_NO_DOING = any_of(
    r"""
    är|har|kan|får|vill|måste|bör|ska|skall|kommer|lovar|avser|planerar|åtar
    anser|behöver|hoppas|känner|menar|ser|säger|tror|tycker|upplever|vet
    består|finns|gränsar|gäller|ingår|innebär|kallas|kostar|leds|ligger|omfattar|rör|syftar|utgår|utgör|visar
    följer|redovisar|skriver|tecknar|undertecknar|vänder
    där|efter|eller|fler|för|hur|här|inför|mellan|mer|när|per|under|utanför|var|över
    """,
    after="$",
)


def is_habit(text: str) -> bool:
    """Somebody does it, in the present tense: "polisen går", "går polisen", "vandringar hålls"."""
    found = (found for pattern in _HABITS for found in pattern.finditer(text))
    turned = {each["verb"].lower() for each in _TURNED.finditer(text) if FRONTED.fullmatch(text[: each.start()])}
    if main_clause_has(_HAS, text) and is_concrete(text):
        return True
    said = {each["verb"].lower() for each in found if not is_subordinate(text[: each.start()])} | turned
    if any(_is_present(word) for word in said):
        return True
    return kind_of(text) != OTHER and any(word in verbs.PASSIVES for word in verbs.words(text))


def is_done_by_anybody(text: str) -> bool:
    """Under a heading of activities whoever it is, and what those get whom it is for."""
    if HOW_IT_IS.search(text):
        return False
    if _ANYBODY.match(text) or _RECEIVES.search(text) or (_IS_THERE.search(text) and is_timed(text)):
        return True
    if TAKES_PART.search(text):
        return True
    if is_concrete(text) and (_MORE_OF_IT.match(text) or _WILL_COME.search(text)):
        return True
    return any(_is_doing(each) and not is_subordinate(text[: each.start()]) for each in _WORD.finditer(text))


def begins_with_doing(text: str) -> bool:
    """ "Kommunen anställer två bovärdar": whoever acts stands first."""
    doing = _ACTOR_FIRST.match(text) if len(text.split()) > FEWEST_WORDS else None
    return doing is not None and doing["verb"].lower() in verbs.CONCRETE_PRESENTS


def _is_doing(word: re.Match[str]) -> bool:
    said = word[0]
    return said in verbs.CONCRETE_PRESENTS or said in verbs.PASSIVES or bool(_PASSIVE_IN_AS.fullmatch(said))


def _is_present(word: str) -> bool:
    return (
        word in verbs.PRESENTS
        or word in verbs.PASSIVES
        or word in ("ser över", "följer upp", "rör sig")
        or (word.endswith("r") and len(word) > 2 and not _NO_DOING.match(word))
    )
