"""What was, and how it is: accounts and statistics."""

import re

from bot.domain.agreement_text.clause_grammar import main_clause_has
from bot.domain.agreement_text.doers import ACTOR
from bot.domain.agreement_text.patterns import group

# No noun: "har en insats i månaden".
_PERFECT = (
    r"(?:har|hade)\s+(?:(?:\w+\s+){0,3}?(?!\w*insats\b)\w+(?:at|it|tt|ts|ats|its|fört|gjort|kört|byggt|lagt|märkt|sänkt|stärkt)"
    r"|(?:\w+\s+){4,6}?\w{3,}[rtdl]ats?)"
)
# Without the many that end in "-ade": "riktade insatser" are nothing that somebody did.
_PRETERITE = r"\w{3,}(?:ades|rdes|ndes|ldes|tes)|(?:ökade|minskade|riktade) (?:med|från|till|sig|kraftigt|vi)"
_KNOWN = group(r"""
    arrangerade
    besökte
    bjöds?
    blev
    byggdes
    började
    byttes
    deltog
    fanns
    fick
    fortsatte
    framkom
    gav
    gavs
    genomförde
    gick
    gjorde
    gjordes
    gällde
    hade
    höll
    hölls
    informerade
    inledde
    kom
    kontrollerade
    kördes
    lades
    ledde
    lovade
    löpte
    mötte
    ordnade
    patrullerade
    sade
    satte
    sattes
    skedde
    startade
    sågs
    tog
    togs
    träffade
    valdes
    var(?! \w+ (?:vecka|månad|dag|år)\b)
    visade
""")  # fmt: skip
# "Polisen fotpatrullerade", "då undertecknade kommunen": beside who acts it is no "riktade insatser".
_ACTED = re.compile(rf"\b(?:{ACTOR} \w{{3,}}ade|\w{{3,}}ade {ACTOR})\b", re.IGNORECASE)
_PAST = re.compile(rf"\b(?:{_PERFECT}|{_PRETERITE}|{_KNOWN})\b", re.IGNORECASE)
_DONE_FIRST = re.compile(
    r"^(?:genomfört|hållit|gjort|besökt|startat|ordnat|deltagit|infört|byggt|satt|bytt|patrullerat|informerat)\b",
    re.IGNORECASE,
)
_STATISTIC = re.compile(
    r"\b\d+(?:,\d+)? ?(?:procent|%)|\b(?:en|två|tre|fyra|sex|sju|åtta|nio|varannan|var \w+) av (?:tre|fyra|fem|tio)\b",
    re.IGNORECASE,
)
_ALREADY = re.compile(
    r"\b(?:redan (?:i ?dag|nu)?|sedan (?:flera|många|tidigare|\d{4}|länge)|i dagsläget|sedan \w+ år|som tidigare)\b",
    re.IGNORECASE,
)
# "Föräldrar berättar om höga hastigheter"
_TOLD = re.compile(
    r"^(?:många|flera|några|boende|de boende|invånar\w+|medborgar\w+|föräldrar\w*|vårdnadshavare\w*|elever\w*"
    r"|ungdomar\w*|barn\w*|äldre|näringsidkare|handlare|lärare|ni)\b.{0,40}? (?:berättar|uppger|upplever|tycker"
    r"|oroa\w+|önskar|anger|efterfrågar|säger|beskriver|vittnar|påtalar|nämner|framför|känner|vill)\b",
    re.IGNORECASE,
)


def tells_what_was(text: str) -> bool:
    """In its main clause: "de vägar som invånarna har pekat ut" tells nothing of what was done."""
    if main_clause_has(_PAST, text) or ("ade " in text and main_clause_has(_ACTED, text)):
        return True
    return bool(_DONE_FIRST.search(text) or _TOLD.match(text))


def is_statistic(text: str) -> bool:
    return bool(_STATISTIC.search(text))


def goes_on_already(text: str) -> bool:
    """ "Polisen patrullerar redan i dag"."""
    return bool(_ALREADY.search(text))
