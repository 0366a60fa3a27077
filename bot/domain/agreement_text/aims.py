"""What somebody wants to come about, without saying what will be done: "tryggheten ska öka"."""

import re

from bot.domain.agreement_text import verbs
from bot.domain.agreement_text.doers import ACTOR
from bot.domain.agreement_text.kinds import is_concrete
from bot.domain.agreement_text.patterns import group
from bot.domain.agreement_text.timing import is_timed

_SUBJECT = group(r"""
    (?:o)?trygghet\w*
    brott\w*
    antal\w*
    andel\w*
    upplevelse\w*
    känsla\w*
    invånar\w*
    medborgar\w*
    barn\w*
    ungdom\w*
    unga\b
    alla\b
    ingen\b
    fler\b
    färre\b
    man\b
    de[tn]\b
    kommunen
    \w*hastighet\w*
    stölder\w*
    inbrott\w*
    skadegörelse\w*
    användning\w*
    tillit\w*
    förtroende\w*
    samverkan
    samarbete\w*
    (?-i:[A-ZÅÄÖ])\w+
    målet
    effekten
    löfte\w*
    \w*löftet
    överenskommelse\w*
    insatser(?:na)?
    aktiviteter(?:na)?
    parterna
    polisen
    vi
""")  # fmt: skip
_BECOMES = group("""
    bidra
    bli
    finnas
    få
    förbättras
    genomsyra
    gälla
    ha
    halveras
    kunna
    känna
    kännas
    leda
    mötas
    minska
    minskas
    må
    nå
    präglas
    sjunka
    slippa
    stiga
    syfta
    uppleva
    upplevas
    utgå
    vara
    veta
    vilja
    våga
    vända
    öka
    ökas
""")  # fmt: skip
_ACTOR_NEXT = r"(?:polisen|vi|kommunen|parterna)\b"
_SHOULD_BE = re.compile(
    rf"\b{_SUBJECT}(?: \w+){{0,7}}? (?:ska|skall|kommer att) (?!{_ACTOR_NEXT})(?:\w+ ){{0,3}}?{_BECOMES}\b",
    re.IGNORECASE,
)
_IMPERSONAL = re.compile(
    r"^(?:(?:det|man|du|ni) (?:ska|kommer att) (?:vara|bli|kännas|känna|finnas|se|märka|märkas)"
    r"|(?:mål(?:et|sättningen)|syftet|ambitionen|visionen|avsikten|tanken|förhoppningen|effekten)\b)",
    re.IGNORECASE,
)
_WILL_BE_FELT = re.compile(
    r"\bdet (?:ska|kommer att) (?:märkas|synas|kännas)\b|\b(?:ska|kommer att) bidra till att\b", re.IGNORECASE
)
# "Det ska bli fler trygghetsronder"
_MORE_OF = re.compile(r"\bdet (?:ska|kommer att) bli (?:fler|ny|nya|nytt|två|tre|fyra|fem|\d+) ", re.IGNORECASE)
# "Antalet trafikkontroller ska öka"
MORE_DONE = re.compile(
    r"\b(?:antalet (?!brott|anmäl|invån|som)\w+|närvaron?|synligheten)\b[^.]{0,40} (?:ska|kommer att) (?:öka|utökas)\b",
    re.IGNORECASE,
)
# "Belysningen ska vara på plats före vintern" is work that will be finished.
READY = re.compile(r"\b(?:ska|skall) vara (?:på plats|klar\w*|färdig\w*|igång)\b", re.IGNORECASE)
_BETTER = re.compile(r"\bbli (?:ännu )?(?:bättre|duktigare) på\b", re.IGNORECASE)
_CHANGES = "|".join(sorted(verbs.CHANGING_INFINITIVES - {"vara", "bli", "kunna", "få"}))
_CHANGE = re.compile(
    rf"\b(?:{_CHANGES}|minskar|ökar|stärker|sträva|motverkar|förebygger|skapar|förbättrar|bidrar|främjar|bekämpar"
    r"|(?:fokusera|prioritera|satsa|arbeta|jobba|samverka|samarbeta)r?|fortsätta"
    r"|(?:arbeta|jobba|verka|samarbeta|samverka)(?:r|nde)?(?: \w+){0,4} (?:för(?: att)?|mot))\b",
    re.IGNORECASE,
)
_DOERS = re.compile(ACTOR, re.IGNORECASE)


def is_aim(text: str) -> bool:
    if READY.search(text) or ((_MORE_OF.search(text) or MORE_DONE.search(text)) and is_concrete(text)):
        return False
    if any(pattern.search(text) for pattern in (_IMPERSONAL, _BETTER, _WILL_BE_FELT)):
        return True
    should_be = _SHOULD_BE.search(text)
    if should_be and not _does_by_being(should_be[0], text):
        return True
    return bool(_CHANGE.search(text)) and not is_concrete(text) and not _does_something(text)


def _does_by_being(subject: str, text: str) -> bool:
    """ "Polisen ska vara synlig på torget" and "personalen ska få utbildning" are things to do."""
    if subject.lower().endswith(" finnas") and is_timed(text):
        return True
    return bool(_DOERS.match(subject) or subject.endswith(" få")) and (is_concrete(text) or is_timed(text))


def _does_something(text: str) -> bool:
    """ "minska hastigheten genom att bygga farthinder"."""
    return any(word in verbs.CONCRETE_INFINITIVES for word in verbs.words(text))
