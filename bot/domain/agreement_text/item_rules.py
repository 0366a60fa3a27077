"""Whether an item of a list is an activity, by what it says and by what the list stands under."""

import re

from bot.domain.agreement_text import verbs
from bot.domain.agreement_text.aims import is_aim
from bot.domain.agreement_text.asides import is_aside
from bot.domain.agreement_text.clause_grammar import WILL, main_clause_has
from bot.domain.agreement_text.commitments import NAMED_WILL, is_account, is_promise
from bot.domain.agreement_text.doers import ACTOR
from bot.domain.agreement_text.kinds import is_concrete
from bot.domain.agreement_text.patterns import any_of, group, whole_words
from bot.domain.agreement_text.rhythm import OFTEN
from bot.domain.agreement_text.sections import Section

NOT_PROMISED = (Section.RESULT, Section.END, Section.FOLLOW_UP, Section.BACKGROUND)
LONGEST_SENTENCE = 1200  # nobody's sentence: something that lost its full stops
_PROBLEM = whole_words(r"""
    otrygg\w*
    missbruk
    skadegörelse\w*
    inbrott
    stölder
    \w*överträdelse\w*
    buskörning
    klotter
    nedskräpning
    bruk av
    ordningsstörning\w*
    öppen \w+försäljning
    droghandel
    höga? hastighet\w*
    dålig\w*
    brist\w*
    få vuxna
    många
    unga som
    saknar
    upplever
    förekommer
    ökar
    ökat
    procent
""")  # fmt: skip

# "Utveckla samarbetet med skolorna" is something to do, "förbättra tryggheten" is what it is for.
_CHANGES_SOMETHING = whole_words("(?:utveckla|fördjupa|förbättra|förstärka|skapa|säkerställa|underlätta)r?")
_OF_SAFETY = any_of(r"""
    trygg
    brott
    känsla
    förtroende
    förutsättning
    våld
    \bmiljö
    attityd
    livskvalitet
    delaktighet
""")  # fmt: skip

# Who is named and what they will go on with: vague, but it is what they have promised.
_WORK = group(r"""
    (?:sam)?(?:arbeta|verka)r?
    jobbar?
    samordnar?
    prioriterar?
    fokuserar?
    satsar?
    fortsätt(?:a|er)
    försöka?r?
    (?:efter)?sträva?r?
    utvecklar?
    stärk(?:a|er)
    stöd(?:ja|jer|er)
    stöttar?
    intensifierar?
    vidtar?
    bidrar? till
    (?:motverka|bekämpa|förebygga|förhindra|störa|ingripa)
    agerar? mot
    verkar?
""")  # fmt: skip
_WORKS = re.compile(
    rf"^{ACTOR}\b[^.]*? (?:ska|skall|kommer|lovar|åtar sig|förbinder sig)(?: att)? (?:[\w-]+ ){{0,5}}?{_WORK}\b"
    rf"|^{ACTOR}\b(?: \w+){{0,6}}? (?:fortsätter|prioriterar|intensifierar|samverkar|samarbetar)\b",
    re.IGNORECASE,
)
# Under "Polisen lovar att:" it need not be said who.
_WORKS_ON = re.compile(
    r"(?:tillsammans med [^.]*? |aktivt |gemensamt |fortsatt )*"
    r"(?:fortsätt(?:a|er)|fokusera|prioritera|samverka|samarbeta|intensifiera|försöka|vidta"
    r"|(?:motverka|bekämpa|störa|förebygga|förhindra)(?! (?:att\b|(?:brott|otrygghet)\w*$))"
    r"|(?:öka|stärka|höja|fördjupa) (?:\w+ ){0,2}?(?:tillgänglighet|samarbete|samverkan|kompetens|kunskap|kontakt)\w*"
    r"|främja(?! (?:\w+ )?trygg)"
    r"|(?:arbeta|jobba|verka)(?! för att\b(?=.*(?:trygg|känsla|förtroende|säkrare|bättre))))\b",
    re.IGNORECASE,
)
_NAME_OF_AREA = re.compile(r"\w+[.:]?")  # "Trafik"
_WOULD = re.compile(r"\bskulle(?= (?!kunna|behöva|vilja|vara)\w)")
_THAT = re.compile(r"^att ", re.IGNORECASE)  # "Rådet enas om: att polisen ska …"
_FEELS = frozenset({"känna", "uppleva", "må", "kunna", "slippa", "våga"})


def is_item(said: str, section: Section) -> bool:
    text = _THAT.sub("", said)
    if section is not Section.END and _is_restated(text):
        return True
    if len(text) > LONGEST_SENTENCE or section in NOT_PROMISED or is_aside(text) or is_account(text):
        return False
    if _NAME_OF_AREA.fullmatch(text) and not is_concrete(text):
        return False
    if section in (Section.PROBLEM, Section.AIM):
        return bool(WILL.search(text)) and is_promise(text) and is_concrete(text)
    if section is Section.ACTIVITIES and _CHANGES_SOMETHING.match(text) and not _OF_SAFETY.search(text):
        return True
    if _WORKS.match(text) or (section is Section.ACTIVITIES and is_work(text)):
        return True
    return not is_aim(text) and (section is Section.ACTIVITIES or _tells_by_itself(text))


def is_promised_that(said: str) -> bool:
    """ "Att minska farten vid skolan" in a list of such: an aim too, once it is what somebody promises."""
    that = _THAT.match(said)
    if not that or is_aside(said) or is_account(said):
        return False
    begins = verbs.words(said[that.end() :])[:5]  # "tillsammans med skolan motverka"
    does = any(word in verbs.INFINITIVES - _FEELS for word in begins) and not WILL.search(" ".join(begins))
    return does or is_promise(said[that.end() :], announced=True)


def is_work(text: str) -> bool:
    """ "prioritera brott mot äldre": more than an aim, where somebody promises it."""
    return bool(_WORKS_ON.match(text))


def _is_restated(text: str) -> bool:
    """ "Åtta nya områden skulle starta": a promise, told again when it has been kept or not."""
    would = _WOULD.search(text)
    return bool(would) and main_clause_has(_WOULD, text) and is_promise(_WOULD.sub("ska", text)) and is_concrete(text)


def promises_by_name(text: str) -> bool:
    """ "Kommunen kommer att …": two such sentences in an item are two promises."""
    return bool(NAMED_WILL.match(text)) and is_promise(text)


def is_doing(text: str) -> bool:
    return is_promise(text, announced=True) or _begins_with_a_verb(text)


def is_title(text: str) -> bool:
    """ "Trygga mötesplatser." """
    found = verbs.words(text)
    return len(found) < 6 and not any(word in verbs.ACTIONS for word in found) and not WILL.search(text)


def _tells_by_itself(text: str) -> bool:
    """Under a mere title such as "Trafik", where problems may stand too."""
    if is_promise(text, announced=True) or text.lower().startswith("fortsa"):
        return True
    if _begins_with_a_verb(text) and OFTEN.search(text):
        return True
    return is_concrete(text) and (_begins_with_a_verb(text) or not _PROBLEM.search(text))


def begins_with_an_infinitive(text: str) -> bool:
    """ "Bedriva spaning i centrum" under "Vad ska polisen göra?"."""
    return any(word in verbs.INFINITIVES for word in verbs.words(text)[:1])


def _begins_with_a_verb(text: str) -> bool:
    return any(word in verbs.INFINITIVES | verbs.PRESENTS for word in verbs.words(text)[:1])
