"""Whether some words promise that somebody will do something.

A promise has one who acts ("polisen", "vi") and a verb of the future or of a habit, or says in the passive what will be
done. An aim says how something will be; an account says what was.
"""

import re

from bot.domain.agreement_text import verbs
from bot.domain.agreement_text.accounts import goes_on_already, is_statistic, tells_what_was
from bot.domain.agreement_text.aims import MORE_DONE, READY, is_aim
from bot.domain.agreement_text.asides import is_aside
from bot.domain.agreement_text.clause_grammar import WILL, is_subordinate, main_clause_has
from bot.domain.agreement_text.doers import ACTOR
from bot.domain.agreement_text.kinds import OTHER, is_concrete, kind_of
from bot.domain.agreement_text.meetings import is_meeting
from bot.domain.agreement_text.patterns import any_of, whole_words
from bot.domain.agreement_text.timing import is_timed

FEWEST_WORDS = 4
# "Polisen lovar att arbeta aktivt mot langning": vague, but no mere wish.
_WORKS_AT = re.compile(
    r" (?:att )?(?:[\w-]+ ){0,4}?(?:(?:arbeta|jobba|verka)(?: \w+)? (?:med|mot)|prioritera|satsa på|fokusera på)"
    r" (?!att\b|(?:\w+ )?(?:frågor|områden|punkter|delar|fokusområden)\b)\w",
    re.IGNORECASE,
)
NAMED_WILL = re.compile(
    rf"(?!vi\b){ACTOR}(?:,? (?:och|samt|i|tillsammans med) [\w-]+| kommun)* {WILL.pattern}", re.IGNORECASE
)
# "Vi lovar att prioritera brott i nära relationer", "Kommunen ska främja föräldrars engagemang"
_WILL = re.compile(rf"{ACTOR}(?:,? (?:och|samt|i|tillsammans med) [\w-]+| kommun)* {WILL.pattern}", re.IGNORECASE)
_FAVOURS = re.compile(
    r" (?:att )?(?:(?!tillsammans)[\w-]+ ){0,4}?(?:prioritera (?!\w+ (?:frågor|områden))|främja |förlägga "
    r"|(?:arbeta|jobba|verka)(?: \w+){0,2} för att (?:minska|stoppa|motverka|förhindra|bekämpa|stävja) )"
    r"(?!.*(?:tillsammans|trygg|förtroende|känsla|säkrare|bättre|brottslig|\bbrott\b(?! mot| i )))\w",
    re.IGNORECASE,
)
_FAVOURS_NOW = re.compile(rf"{ACTOR} (?:\w+ ){{0,2}}?(?:prioriterar|främjar|fokuserar på|förlägger) \w", re.IGNORECASE)
_ACTS = re.compile(rf"\b{ACTOR}\b", re.IGNORECASE)
_ACTS_NEXT = re.compile(rf" (?:därför |också |även )?(?:\w+s )?{ACTOR}\b", re.IGNORECASE)
_THERE_WILL_BE = re.compile(r" det (?:att )?(?:vara|bli|finnas|hållas)\b", re.IGNORECASE)
_FRONTED = re.compile(r"(?:för|genom|i syfte) att\b(?:(?! att\b| som\b).){0,90}", re.IGNORECASE)
_MAY = re.compile(rf"(?: {ACTOR})? (?:kunna|behöva)\b", re.IGNORECASE)
# "polisen går", "går polisen", "polisen och kommunens trygghetsvärdar går"
_BETWEEN = r"(?:från|i|på|vid|inom|och|samt|tillsammans med) (?:[\w-]+ ){1,5}?"
_PRESENT = "|".join(sorted(verbs.PRESENTS))
_TURNED = re.compile(rf"\b(?P<verb>[a-zåäö]+) (?:\w+s )?{ACTOR}\b", re.IGNORECASE)
_PASSIVE = "|".join(sorted(verbs.PASSIVES))
# "Polisen har särskilda insatser": no perfect ("har genomfört").
_HAS = re.compile(
    rf"\b{ACTOR} har (?:särskilda|riktade|extra|fler|regelbundna|återkommande|gemensamma|öppet)\b", re.IGNORECASE
)
_BY_PARTY = re.compile(rf"\b(?P<verb>{_PASSIVE}) av (?:\w+s )?{ACTOR}\b", re.IGNORECASE)
_HABITS = (
    re.compile(rf"\b{ACTOR} (?P<verb>[a-zåäö]+)\b", re.IGNORECASE),
    _TURNED,
    re.compile(rf"\b{ACTOR} {_BETWEEN}(?P<verb>{_PRESENT})\b", re.IGNORECASE),
    re.compile(rf"\b{ACTOR} (?P<verb>ser över|följer upp|rör sig)\b", re.IGNORECASE),
    _BY_PARTY,
)
# Under a heading of activities whoever begins the sentence acts: "Timråbo byter ut lamporna".
_ANYBODY = re.compile(rf"^(?-i:[A-ZÅÄÖ])[\w-]+ (?P<verb>{_PRESENT})\b", re.IGNORECASE)
_GIVEN = r"(?:\w+ )?(?:vara med|hjälp|stöd|utbildning|information|möjlighet|besök|tillgång)\b"
_RECEIVES = re.compile(rf"\bfår {_GIVEN}", re.IGNORECASE)
_GETS = re.compile(rf" få {_GIVEN}", re.IGNORECASE)
# "Du får ett nyhetsbrev varje månad": promised to the one who reads.
_YOU_GET = re.compile(
    r"\b(?:du|ni) (?:(?:ska|skall|kommer att) (?:få|se|kunna|mötas|möta|bli inbju\w+|erbjudas|bjudas)"
    r"|får(?! inte| gärna)|blir (?:inbju\w+|erbju\w+|bju\w+)|erbjuds|bjuds"
    r"|kan (?:gå|följa med|vara med|delta|besöka|komma|träffa|möta))\b",
    re.IGNORECASE,
)
_IS_THERE = re.compile(
    rf"\b{ACTOR} (?:finns|är|står)\b|\b(?:finns|är) {ACTOR}\b|\b(?:finns|är bemannad|har öppet)\b", re.IGNORECASE
)
_TAKES_PART = re.compile(
    rf"\b{ACTOR} (?:i (?-i:[A-ZÅÄÖ])\w+ )?(?:är (?:med (?:på|vid)|ute)|(?:finns|är) (?:\w+ )?på plats"
    r"|finns (?:i|på|vid)|har öppet)\b",
    re.IGNORECASE,
)
_HOW_IT_IS = whole_words(r"""
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
_NOT = re.compile(r"\b(?:inte|aldrig|varken|få av|sällan)\b(?![^.]*:)", re.IGNORECASE)
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
_ANSWERS_FOR = re.compile(rf"\b{ACTOR} ansvarar för att\b", re.IGNORECASE)
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


def is_promise(text: str, *, announced: bool = False) -> bool:
    """A clause of running text. `announced`: under a heading of activities, where a habit is enough."""
    if is_aside(text):
        return False
    if is_meeting(text):
        return not goes_on_already(text)
    if _will_be_done(text):
        return not is_aim(text)
    if announced and _YOU_GET.match(text) and is_concrete(text):
        return True
    if tells_what_was(text) or goes_on_already(text) or main_clause_has(_NOT, text):
        return False
    is_there = bool(_TAKES_PART.search(text)) and is_timed(text)
    habit = is_there or _is_habit(text) or (announced and _is_done_by_anybody(text))
    return habit and (announced or _is_plain(text)) and not is_aim(text)


def is_work_of_a_party(text: str) -> bool:
    """A party that is named will work at something: with this, against that."""
    named, will = NAMED_WILL.match(text), _WILL.match(text)
    works = (named and _WORKS_AT.match(text, named.end())) or (will and _FAVOURS.match(text, will.end()))
    return bool(works) and not is_aside(text)


def favours(text: str) -> bool:
    """ "Polisen prioriterar brott mot äldre": a promise under a heading of activities."""
    return bool(_FAVOURS_NOW.match(text)) and not is_aside(text)


def tells_how_it_is(text: str) -> bool:
    """ "Många kör för fort", "bilarna körs för fort", and what is not done."""
    return bool(_HOW_IT_IS.search(text)) or main_clause_has(_NOT, text)


def _is_plain(text: str) -> bool:
    by_party = _ANSWERS_FOR.search(text) or _BY_PARTY.search(text)
    return is_concrete(text) or begins_with_doing(text) or is_timed(text) or bool(by_party)


def is_account(text: str) -> bool:
    """It tells what was or how it is, and promises nothing."""
    counted = is_statistic(text) and not (_is_habit(text) and is_timed(text))
    return (tells_what_was(text) or counted) and not _will_be_done(text)


def _will_be_done(text: str) -> bool:
    """Somebody will, or it will be done."""
    return any(_is_main(text, found) and _has_doer(text, found) for found in WILL.finditer(text))


def _is_main(text: str, will: re.Match[str]) -> bool:
    """Verb before subject ("ska polisen"), or after "För att öka tryggheten", is the main clause's."""
    before = text[: will.start()]
    turned = _ACTS_NEXT.match(text, will.end()) or _FRONTED.fullmatch(before)
    return bool(turned) or not is_subordinate(before)


def _has_doer(text: str, will: re.Match[str]) -> bool:
    before, after = text[: will.start()], text[will.end() :]
    if _MAY.match(after):
        return False
    following = verbs.words(after)[:9]
    passive = any(word in verbs.PASSIVES or (word.endswith("as") and len(word) > 4) for word in following)
    does = any(word in verbs.CONCRETE_INFINITIVES for word in following[:7]) and is_concrete(text)
    there_will_be = bool(_THERE_WILL_BE.match(after)) and kind_of(text) != OTHER
    return (
        passive
        or does
        or bool(_GETS.match(after) or MORE_DONE.search(text))
        or bool(READY.search(text))
        or there_will_be
        or bool(_ACTS.search(before) or _ACTS_NEXT.match(after))
    )


def _is_habit(text: str) -> bool:
    """Somebody does it, in the present tense: "polisen går", "går polisen", "vandringar hålls"."""
    found = (found for pattern in _HABITS for found in pattern.finditer(text))
    turned = {each["verb"].lower() for each in _TURNED.finditer(text) if _FRONTED.fullmatch(text[: each.start()])}
    if main_clause_has(_HAS, text) and is_concrete(text):
        return True
    said = {each["verb"].lower() for each in found if not is_subordinate(text[: each.start()])} | turned
    if any(_is_present(word) for word in said):
        return True
    return kind_of(text) != OTHER and any(word in verbs.PASSIVES for word in verbs.words(text))


def _is_done_by_anybody(text: str) -> bool:
    """Under a heading of activities whoever it is, and what those get whom it is for."""
    if _HOW_IT_IS.search(text):
        return False
    if _ANYBODY.match(text) or _RECEIVES.search(text) or (_IS_THERE.search(text) and is_timed(text)):
        return True
    if _TAKES_PART.search(text):
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
