"""The words of a text that say when something is done: "alla helgfria torsdagar till 18 maj", "varje skollov"."""

import re

from bot.domain.agreement_text.patterns import group
from bot.domain.agreement_text.rhythm import NUMBER, number
from bot.domain.swedish import MONTHS

_MONTH = rf"(?:{'|'.join(MONTHS)})"
_AND = r"(?:, | och | samt )"
_DAY = r"(?:mån|tis|ons|tors|fre|lör|sön)dag"
_PART = r"(?:kväll|natt|eftermiddag|förmiddag|morgon)"
_PARTS = r"(?:kvällar|nätter|eftermiddagar|förmiddagar|morgnar)"
_A_DAY = rf"{_DAY}(?:ar|s?{_PART}|s?{_PARTS})?"
_DAYS = rf"(?:{_DAY}s?- och )?{_DAY}(?:ar|s?{_PARTS})"
_SPAN = r"(?:(?:läs|kalender|halv)?år|månad|vecka|kvartal|tertial|termin|dag|dygn)(?:en|et|n)?"
_ABOUT = r"(?:minst|åtminstone|högst|upp till|cirka|ca|ungefär)"
_TIMES = rf"(?:gång(?:er)?|ggr|tillfällen?|dag(?:ar)?|helg(?:er)?|pass|{_PART}|{_PARTS})"
_NO_GRADE = r"(?<!årskurs )(?<!klass )(?<!åk )(?<!\d och )"
_SEASON = r"(?:(?:sommar|höst|vår|vinter)(?:halvåret|månaderna|terminen|säsongen|e?n)|läsåret|säsongen|mörkertiden)"
_BREAK = r"(?:skol|sport|höst|påsk|jul|sommar)lov"
_EACH = r"(?:varje|alla|samtliga|varannan|vartannat|vart? (?:tredje|fjärde|femte|sjätte))"
_OF_TIME = group(rf"""
    \w*lov(?:en|et|sdag(?:ar)?|svecka)?(?:{_AND}{_BREAK})*
    (?:studie|kläm)dag(?:ar)?
    (?:stor|löne|lönings)?helg(?:er)?
    vardag(?:ar|skväll|skvällar)?
    {_A_DAY}(?:{_AND}{_A_DAY})*
    (?:första|andra|tredje|fjärde|sista) {_DAY}(?: i månaden)?
    {_SPAN}
    (?:sommar|vinter|höst|vår)
    {_MONTH}
""")
_YEAR = r"(?: (?:19|20)\d\d\b)?"
_FROM = r"(?:från(?: och med)?|fr\.o\.m\.|med start)"
_TILL = r"(?:till(?: och med)?|t\.o\.m\.|fram till)"
_CLOCK = r"\d{1,2}(?:[.:]\d\d)?"
# The last three say what only people understand: with them the words are no rule, and are asked about.
_LIMITS = rf"""
    kl(?:\.|ockan)? ?{_CLOCK}(?:(?: ?[–-] ?| till ){_CLOCK})?
    mellan (?:klockan |kl\.? )?{_CLOCK} och {_CLOCK}
    (?:{_FROM}|{_TILL}) (?:den |i )?(?:\d+ )?{_MONTH}
    mellan {_MONTH} och {_MONTH}
    (?:i )?{_MONTH}(?:[–-]|{_AND}| till ){_MONTH}
    (?:i|under) {_MONTH}(?:{_AND}{_MONTH})*
    (?:på )?vår(?:en)?{_AND}(?:på )?höst(?:en)?
    (?:under|på|i) (?:hela )?{_SEASON}(?:{_AND}(?:på )?{_SEASON})?
    (?:under|i) (?:jämna|udda) veckor
    (?:under |i )?(?:vecka|v\.) ?\d\d?(?: ?[–-] ?\d\d?)?
    på {_DAYS}(?:{_AND}{_DAYS})*
    (?:utom|förutom|men inte) (?:i |under |på )?(?:{_MONTH}|{_SEASON}|{_BREAK}\w*|(?:stor)?helger|röda dagar)
    [\w-]+ undantage[nt]
    från [\w-]+ till [\w-]+(?: [\w-]+){{0,3}}
    (?:under(?! ledning)|i samband med|inför|före|efter|medan|när|så länge) [\w-]+(?: [\w-]+){{0,5}}
"""
_SAID = rf"""
    {_NO_GRADE}(?:{_ABOUT} )?{NUMBER} (?:{_TIMES} )?(?:per|om|i|varje|under varje) {_SPAN}
    {_EACH} (?:helgfri[at]? )?{_OF_TIME}
    (?:första|andra|tredje|fjärde|sista) {_DAY}en (?:i )?(?:varje )?månad(?:en)?
    {_DAYS}(?:{_AND}{_DAYS})*
    skolloven
    (?<=på ){_BREAK}(?:et)?(?:{_AND}{_BREAK}(?:et)?)*
    (?<=under ){_BREAK}(?:et)?(?:{_AND}{_BREAK}(?:et)?)*
    vecka \d\d?(?:(?:{_AND}|[–-])(?:vecka )?\d\d?)*
    (?<=i ){_MONTH}(?:{_AND}{_MONTH})+
    (?<=på )våren{_AND}(?:på )?hösten
    (?<=under )våren{_AND}(?:under )?hösten
    vår och höst
"""
_SHORT = r"\d\d? ?(?:ggr|gånger) ?/ ?(?:år|termin|månad|vecka)"
_PHRASE = re.compile(
    rf"\b(?:{group(_SAID)}|{_SHORT})\b{_YEAR}(?:(?:,? | och ){group(_LIMITS)}{_YEAR}(?!\w))*", re.IGNORECASE
)
_ADVERB = re.compile(r"\b(?:dagligen|veckovis|månads?vis|månatligen|kvartalsvis|terminsvis|halvårsvis|årligen)\b", re.I)
_SEASONAL = re.compile(rf"\b(?:under|i|på|från) (?:hela )?(?:{_SEASON}|{_MONTH})\b", re.IGNORECASE)
_NUMBER = re.compile(rf"\b{NUMBER}\b", re.IGNORECASE)
_NEAR = 40


def recurring_words(text: str) -> str | None:
    """None where nothing is said of it. With all that lies between them and a season that limits them."""
    said = " ".join(text.split())
    found = _PHRASE.search(said) or _adverb(said)
    if found is None:
        return None
    first, last = found.span()
    for season in _SEASONAL.finditer(said):
        if ". " not in said[min(last, season.start()) : max(first, season.end())]:
            first, last = min(first, season.start()), max(last, season.end())
    return f"{said[first].lower()}{said[first + 1 : last]}"


def _adverb(said: str) -> re.Match[str] | None:
    """Of "två träffar årligen" the number is what counts."""
    found = _ADVERB.search(said)
    before = said[max(found.start() - _NEAR, 0) : found.start()] if found else ""
    counted = any(number(one["count"]) != 1 for one in _NUMBER.finditer(before))
    return None if counted else found
