"""A sentence that promises several things, cut into what each of them is."""

import re
from collections.abc import Iterator

from bot.domain.agreement_text import verbs
from bot.domain.agreement_text.accounts import goes_on_already
from bot.domain.agreement_text.aims import is_aim
from bot.domain.agreement_text.asides import is_aside
from bot.domain.agreement_text.clause_grammar import INTRODUCES, WILL, is_subordinate
from bot.domain.agreement_text.commitments import NAMED_WILL, favours, is_promise, is_work_of_a_party
from bot.domain.agreement_text.doers import ACTOR
from bot.domain.agreement_text.item_rules import is_work
from bot.domain.agreement_text.kinds import OTHER, is_concrete, kind_of
from bot.domain.agreement_text.listing import ANNOUNCES, NOT_THROUGH, listed
from bot.domain.agreement_text.meetings import is_meeting
from bot.domain.agreement_text.patterns import group
from bot.domain.agreement_text.piece import Piece
from bot.domain.agreement_text.sections import Section
from bot.domain.agreement_text.that_clauses import that_clauses
from bot.domain.agreement_text.timing import is_timed
from bot.domain.agreement_text.weighing import Clause, outweighs

_W = r"[\w./-]+"
_PRESENT = "|".join(sorted(verbs.PRESENTS, key=len, reverse=True))
_PASSIVE = "|".join(sorted(verbs.PASSIVES, key=len, reverse=True))
_FINITE = rf"(?:{_PRESENT}|{_PASSIVE}|ska|skall|kommer|lovar|ansvarar)"
# "kommunen bygger", "vid skolstarten besöker polisen", "efter mötet publiceras"
_OWN_SUBJECT = group(rf"""
    (?:{_W} ){{0,2}}{ACTOR} (?:{_W} ){{0,2}}?{_FINITE}\b
    (?:{_W} ){{0,6}}?{_FINITE} (?:\w+s )?{ACTOR}\b
    (?:efter|vid|under|varje|dessutom|på) (?:{_W} ){{0,4}}?(?:{_PASSIVE})\b
""")  # fmt: skip
_COORDINATED = re.compile(
    rf"(?<!-)(?P<glue>[,;:]? (?:och|samt|medan|men)|[,;:]) (?!där\b)(?={_OWN_SUBJECT})", re.IGNORECASE
)
# "ska polisen åka ut, och föräldrarna kallas till ett möte"
_AND_IS_DONE = re.compile(rf"(?P<glue>, (?:och|samt)) (?=(?:(?!som\b){_W} ){{1,8}}?(?:{_PASSIVE})\b)", re.IGNORECASE)
# "ska bygga om torget och ska även röja sly"
_AND_WILL_ALSO = re.compile(r"(?P<glue>,? (?:och|samt)|,) (?=(?:ska|kommer) (?:också|även|dessutom) )", re.IGNORECASE)
_ADVERB = r"(?:att|även|också|dessutom|tillsammans|gemensamt|regelbundet|löpande|bland|annat|dels|bl\.a\.)"
_BEFORE = r"(?:(?:efter|vid|under|på|i|med|utifrån) (?:\w+ ){1,3}?)?"
_VERB_FIRST = re.compile(
    rf"(?<!-)(?:,? (?:och|samt)|,) (?=(?P<that>att )?(?:{_ADVERB} )*{_BEFORE}(?P<verb>[a-zåäö]+)\b)", re.IGNORECASE
)
# "Vi gör det genom att A, att B och att C."
_DONE_BY = re.compile(
    r"\b(?:gör (?:vi )?(?:det|detta)(?: vi)?|(?:det|detta|så) gör vi|görs) (?:bland annat )?genom att:? ", re.IGNORECASE
)
_AND_THAT = re.compile(r"(?:,| och| samt|, och) att ")
_BY = re.compile(rf"{NOT_THROUGH}\bgenom (?:att )?", re.IGNORECASE)
_ENDS_WITH_ACTOR = re.compile(rf"\b{ACTOR}$", re.IGNORECASE)
_HERE = frozenset({"de", "det", "den", "denna", "detta", "löftet", "samverkan", "samarbete"})
_PLAIN_DEEDS = verbs.CONCRETE_INFINITIVES - {"finnas", "se", "synas", "stå", "ta", "ge", "visa", "berätta", "lyssna"}
_LOOKS_INTO = re.compile(r"\b(?:ser?|följ(?:a|er)) (?:över|upp)\b", re.IGNORECASE)
FEWEST_WORDS = 2
LONG_ENOUGH = 5


def promises(sentence: Piece, section: Section, *, announced: bool, spoken: bool = False) -> Iterator[Piece]:
    """Each thing that the sentence promises, in its own words. What is `spoken` promises only what will be."""
    if apart := list(_told_apart(sentence)):
        quiet = section not in (Section.PLAIN, Section.ACTIVITIES)
        if not quiet or outweighs(Clause(sentence.text, section)):
            yield from (each for each in apart if _is_one_of(each.text))
        return
    for clause in _main_clauses(sentence):
        if is_meeting(clause.text):
            yield from [clause] if is_promise(clause.text) else []
            continue
        if spoken and not (WILL.search(clause.text) and _says_what(clause.text)):
            continue
        if means := means_to_an_end(clause):
            yield from done(means)
        elif (
            _says_by_what(clause.text)
            or outweighs(Clause(clause.text, section, announced))
            or _lists_activities(clause.text)
            or (section in (Section.PLAIN, Section.ACTIVITIES) and is_work_of_a_party(clause.text))
            or (announced and section is Section.ACTIVITIES and favours(clause.text))
        ):
            yield from _each(clause)


def _is_one_of(text: str) -> bool:
    return (is_work(text) or not is_aim(text)) and not is_aside(text)


def _told_apart(sentence: Piece) -> Iterator[Piece]:
    """ "Det gör vi genom att A och att B", "vi lovar att A och att B": each in a clause of its own."""
    by = _DONE_BY.search(sentence.text)
    if not by:
        return that_clauses(sentence)
    ways = sentence.part(by.end())
    parts = ways.without([found.span() for found in _AND_THAT.finditer(ways.text)])
    return (clause for way in parts for clause in _main_clauses(way))


def _says_what(text: str) -> bool:
    """More than "vi kommer att finnas där", which is said in passing."""
    enough = len(text.split()) >= LONG_ENOUGH
    return (enough and is_concrete(text) and is_timed(text)) or any(word in _PLAIN_DEEDS for word in verbs.words(text))


def _says_by_what(text: str) -> bool:
    """ "Polisen ska förebygga skadegörelse genom ökad närvaro"."""
    by = _BY.search(text)
    return bool(by and NAMED_WILL.match(text) and is_concrete(text[by.end() :])) and not is_aside(text)


def means_to_an_end(clause: Piece) -> Piece | None:
    """What stands after "genom att" in "tryggheten ska öka genom att …": an aim has no promise of its own."""
    by = _BY.search(clause.text)
    if not by or not is_aim(clause.text[: by.start()]) or is_aside(clause.text):
        return None
    means = clause.part(by.end())
    named = NAMED_WILL.match(clause.text) and not by[0].endswith("att ")
    if named or goes_on_already(clause.text[: by.start()]):
        return None
    return means if is_concrete(means.text) and means.text.split()[0].lower() not in _HERE else None


def _main_clauses(sentence: Piece) -> Iterator[Piece]:
    """Cut where a new subject acts: "polisen gör A och kommunen gör B"."""
    both = (
        *_COORDINATED.finditer(sentence.text),
        *_AND_IS_DONE.finditer(sentence.text),
        *_AND_WILL_ALSO.finditer(sentence.text),
    )
    places = {found.start(): found for found in both if _is_said(sentence.text[: found.start()])}
    glue = [places[at] for at in sorted(places)]
    explains = next((found for found in glue if found["glue"] == ":"), None)
    if explains:  # "Kontrollerna utökas: polisen ska göra 30 per år" is one promise, told twice
        glue = [found for found in glue if found.start() > explains.start()]
        sentence = sentence.part(explains.end())
        return sentence.without([(found.start() - explains.end(), found.end() - explains.end()) for found in glue])
    return sentence.without([found.span() for found in glue])


def _is_said(before: str) -> bool:
    """Something has been said before it: "skolan" in "polisen, kommunen och skolan gör" begins nothing."""
    if is_subordinate(before[: len(before) - len(before.split(" ")[-1])]) and _ENDS_WITH_ACTOR.search(before):
        return False
    told = max((found.end() for found in INTRODUCES.finditer(before + " ")), default=0)
    if told:  # "vi lovar att poliser, vakter": no verb yet
        return any(word in verbs.ACTIONS for word in verbs.words(before[told:]))
    return any(
        word in verbs.PRESENTS | verbs.PASSIVES | {"ska", "kommer", "är", "lovar"} or WILL.search(word)
        for word in verbs.words(before)
    )


def _lists_activities(text: str) -> bool:
    return bool(ANNOUNCES.search(text)) and len(list(listed(Piece(text, 0)))) > 1


def _each(clause: Piece) -> Iterator[Piece]:
    parts = list(listed(clause))
    if len(parts) > 1:
        yield from parts
    else:
        yield from done(clause)


def done(clause: Piece) -> Iterator[Piece]:
    """ "… öppna fritidsgården och besöka skolorna" are two things, if they are of two kinds."""
    glue: list[tuple[int, int]] = []
    last = 0
    for found in _VERB_FIRST.finditer(clause.text):
        left, right = clause.text[last : found.start()], clause.text[found.end() :]
        begins = found["verb"].lower() in verbs.ACTIONS or found["that"]
        if begins and (_are_two(left, right) or (_are_long(left, right) and clause.text[last:].count(",") == 0)):
            glue.append(found.span())
            last = found.end()
    return clause.without(glue)


def _are_long(left: str, right: str) -> bool:
    """Each has an object and a place of its own."""
    if verbs.words(left)[-1:] and verbs.words(left)[-1] in verbs.ACTIONS:
        return False  # "städa och stänga sina uteserveringar": they share it
    does = all(
        _LOOKS_INTO.search(each)
        or any(word in verbs.CONCRETE_INFINITIVES | verbs.CONCRETE_PRESENTS for word in verbs.words(each))
        for each in (left, right)
    )
    return does and min(len(left.split()), len(right.split())) >= LONG_ENOUGH


def _are_two(left: str, right: str) -> bool:
    kinds = {kind_of(left), kind_of(right)}
    return len(kinds) == 2 and OTHER not in kinds and min(len(left.split()), len(right.split())) > FEWEST_WORDS
