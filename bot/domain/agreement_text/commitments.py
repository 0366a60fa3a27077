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
from bot.domain.agreement_text.habits import (
    BY_PARTY,
    FRONTED,
    GIVEN,
    HOW_IT_IS,
    TAKES_PART,
    begins_with_doing,
    is_done_by_anybody,
    is_habit,
)
from bot.domain.agreement_text.kinds import OTHER, is_concrete, kind_of
from bot.domain.agreement_text.meetings import is_meeting
from bot.domain.agreement_text.timing import is_timed

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
_MAY = re.compile(rf"(?: {ACTOR})? (?:kunna|behöva)\b", re.IGNORECASE)
_GETS = re.compile(rf" få {GIVEN}", re.IGNORECASE)
# "Du får ett nyhetsbrev varje månad": promised to the one who reads.
_YOU_GET = re.compile(
    r"\b(?:du|ni) (?:(?:ska|skall|kommer att) (?:få|se|kunna|mötas|möta|bli inbju\w+|erbjudas|bjudas)"
    r"|får(?! inte| gärna)|blir (?:inbju\w+|erbju\w+|bju\w+)|erbjuds|bjuds"
    r"|kan (?:gå|följa med|vara med|delta|besöka|komma|träffa|möta))\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:inte|aldrig|varken|få av|sällan)\b(?![^.]*:)", re.IGNORECASE)
_ANSWERS_FOR = re.compile(rf"\b{ACTOR} ansvarar för att\b", re.IGNORECASE)


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
    is_there = bool(TAKES_PART.search(text)) and is_timed(text)
    habit = is_there or is_habit(text) or (announced and is_done_by_anybody(text))
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
    return bool(HOW_IT_IS.search(text)) or main_clause_has(_NOT, text)


def _is_plain(text: str) -> bool:
    by_party = _ANSWERS_FOR.search(text) or BY_PARTY.search(text)
    return is_concrete(text) or begins_with_doing(text) or is_timed(text) or bool(by_party)


def is_account(text: str) -> bool:
    """It tells what was or how it is, and promises nothing."""
    counted = is_statistic(text) and not (is_habit(text) and is_timed(text))
    return (tells_what_was(text) or counted) and not _will_be_done(text)


def _will_be_done(text: str) -> bool:
    """Somebody will, or it will be done."""
    return any(_is_main(text, found) and _has_doer(text, found) for found in WILL.finditer(text))


def _is_main(text: str, will: re.Match[str]) -> bool:
    """Verb before subject ("ska polisen"), or after "För att öka tryggheten", is the main clause's."""
    before = text[: will.start()]
    turned = _ACTS_NEXT.match(text, will.end()) or FRONTED.fullmatch(before)
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
