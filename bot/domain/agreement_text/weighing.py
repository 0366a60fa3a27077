"""How much speaks for it that a clause of running text promises something, of what can be seen in it and around it.

The weights come from a logistic regression over the clauses of the four invented sets, rounded to quarters; only the
word of the rules, a party's name, what goes on already and START are set by hand, so that published texts stay right.
Fitted to three sets, they find the activities of the fourth with an F1 between 0.90 and 0.97. The rules of
`commitments` know each turn of phrase that they know; the weights also judge a sentence that nobody has thought of.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from bot.domain.agreement_text import verbs
from bot.domain.agreement_text.accounts import goes_on_already, is_statistic, tells_what_was
from bot.domain.agreement_text.aims import is_aim
from bot.domain.agreement_text.asides import is_about_itself, is_no_promise, tells_how_to_reach
from bot.domain.agreement_text.clause_grammar import WILL, is_subordinate, main_clause_has
from bot.domain.agreement_text.commitments import NAMED_WILL, is_promise, tells_how_it_is
from bot.domain.agreement_text.doers import ACTOR
from bot.domain.agreement_text.kinds import OTHER, is_concrete, kind_of
from bot.domain.agreement_text.patterns import whole_words
from bot.domain.agreement_text.sections import Section
from bot.domain.agreement_text.timing import is_timed

_ACTOR = re.compile(rf"\b{ACTOR}\b", re.IGNORECASE)
_GETS = re.compile(r"\bfår (?!inte|vi|man|det\b)\w", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?:\d+|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|minst) (?:\w+ )?"
    r"\w*(?:gång|tillfäll|kväll|pass|kontroll|vandring|möte|insats|besök|träff|rond)",
    re.IGNORECASE,
)
_WHEN = whole_words(r"""
    varje|varannan|före|innan|inför|per|senast|årligen|löpande|regelbundet|minst|nästa
    under (?:våren|hösten|sommaren|vintern|året|(?:löftes|avtals)?(?:perioden|tiden))
    i (?:veckan|månaden)
    om året
""")  # fmt: skip
_BEFORE_NOW = whole_words(r"20[01]\d|202\d|förra|fjol\w*|hittills|tidigare|då|sedan")
_WISHES = whole_words(r"""
    vill|önska\w*|önskemål|efterlys\w*|oro\w*|borde|bör|måste|behöver|kanske|skulle|hoppas|vore|kan|kunna
""")  # fmt: skip
_STATE = whole_words(r"""
    är|finns|har|består|ligger|bor|upplevs|saknas|ökar|minskar|visar|ingår|gäller|omfattar|innebär
""")  # fmt: skip
_PAPER = whole_words(r"""
    (?:medborgar)?löft\w*|\w*överenskommelse\w*|avtal\w*|plan(?:en)?|uppfölj\w*|utvärder\w*|styrgrupp\w*|resultat\w*
    mål\w*|syfte\w*|beslut\w*|förslag\w*
""")  # fmt: skip
_PERSON = whole_words(r"""
    jag|min|mitt|mig|du|dig|din|kommunalråd\w*|ordförande\w*|chef(?:en)?|säger|menar|sa|berättar
""")  # fmt: skip
_POINTS_BACK = re.compile(r"(?:De[tn]?|Detta|Denna|Dessa|Där|Då|Så|Därför|Därefter|Men|Hur|Vad|När|Om|Eftersom|Som)\b")
_LOWER = re.compile(r"[a-zåäöé]+")
_PASSIVE = re.compile(r"(?!deras|allas|ungas)\w{3,}(?:as|ögs|ålls)")


@dataclass(frozen=True, slots=True)
class Clause:
    """`announced`: under a heading of activities."""

    text: str
    section: Section = Section.PLAIN
    announced: bool = False


def _does(clause: Clause, presents: frozenset[str]) -> bool:
    return any(
        word[0] in presents and not is_subordinate(clause.text[: word.start()]) for word in _LOWER.finditer(clause.text)
    )


def _is_done(clause: Clause) -> bool:
    return _does(clause, verbs.PASSIVES) or any(_PASSIVE.fullmatch(word) for word in _LOWER.findall(clause.text))


def _will_do(clause: Clause) -> bool:
    deed = any(word in verbs.CONCRETE_INFINITIVES for word in verbs.words(clause.text))
    return deed and main_clause_has(WILL, clause.text)


def _says(pattern: re.Pattern[str]) -> "Test":
    return lambda clause: bool(pattern.search(clause.text))


def _mainly(pattern: re.Pattern[str]) -> "Test":
    return lambda clause: main_clause_has(pattern, clause.text)


def _of(tells: Callable[[str], bool]) -> "Test":
    return lambda clause: tells(clause.text)


Test = Callable[[Clause], bool]
START = -4.0
SIGNS: dict[str, tuple[float, Test]] = {
    "under a heading of activities": (1.5, lambda clause: clause.announced),
    "ska, kommer att": (1.25, _mainly(WILL)),
    "ska and a deed": (1.25, _will_do),
    "a deed in the present tense": (1.5, partial(_does, presents=verbs.CONCRETE_PRESENTS)),
    "another verb in the present tense": (0.5, partial(_does, presents=verbs.PRESENTS - verbs.CONCRETE_PRESENTS)),
    "the passive": (1.0, _is_done),
    "somebody gets something": (0.5, _mainly(_GETS)),
    "when or how often": (0.75, _of(is_timed)),
    "a word for when": (1.25, _says(_WHEN)),
    "a number of occasions": (0.75, _says(_COUNTED)),
    "what was": (-2.25, _of(tells_what_was)),
    "a share": (-0.5, _of(is_statistic)),
    "goes on already": (-1.0, _of(goes_on_already)),
    "another time": (-0.75, _says(_BEFORE_NOW)),
    "how it is": (-1.5, _of(tells_how_it_is)),
    "a state": (-0.5, _mainly(_STATE)),
    "a wish": (-0.5, _says(_WISHES)),
    "about the agreement itself": (-2.0, _of(is_about_itself)),
    "a word for the paper": (-0.75, _says(_PAPER)),
    "how to reach somebody": (-0.75, _of(tells_how_to_reach)),
    "no promise": (-1.0, _of(is_no_promise)),
    "a person": (-1.25, _says(_PERSON)),
    "points back": (-0.25, lambda clause: bool(_POINTS_BACK.match(clause.text))),
    "among problems": (-1.0, lambda clause: clause.section is Section.PROBLEM),
    "among background": (-1.25, lambda clause: clause.section is Section.BACKGROUND),
    "among aims": (-0.5, lambda clause: clause.section is Section.AIM),
    "somebody acts": (1.25, _of(lambda text: bool(_ACTOR.search(text)))),
    "an aim": (-1.0, _of(is_aim)),
    "a kind of activity": (1.25, lambda clause: kind_of(clause.text) != OTHER),
    "something that can be done": (1.0, _of(is_concrete)),
    "a party that is named will": (0.5, _of(lambda text: bool(NAMED_WILL.match(text)))),
    "the rules call it a promise": (1.5, lambda clause: is_promise(clause.text, announced=clause.announced)),
}


_WORTHS = [worth for worth, _ in SIGNS.values()]
# The least and the most that a sign and those after it can add.
_LEFT = [
    (sum(min(each, 0) for each in _WORTHS[at:]), sum(max(each, 0) for each in _WORTHS[at:])) for at in range(len(SIGNS))
]


def outweighs(clause: Clause) -> bool:
    """More speaks for a promise than against it. Dear signs come last: most clauses are clear without them."""
    total = START
    for (worth, shows), (least, most) in zip(SIGNS.values(), _LEFT, strict=True):
        if total + most <= 0 or total + least > 0:
            break
        total += worth if shows(clause) else 0
    return total > 0
