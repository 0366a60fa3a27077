"""Sentences that say for which years something is promised, though not that it is in force."""

import re

from bot.domain.agreement_text.date_ranges import TO, between, ranges
from bot.domain.agreement_text.dates import Said, dates
from bot.domain.periods import Period

_WHEN = r"(?:(?:för|under|gällande|år|åre[nt]|perioden|tiden|verksamhetsåret|läsåret|vintern)\s+)*"
_YEARS = r"20\d\d(?:(?:\s?[–—/-]\s?|\s(?:och|till)\s)(?:20)?\d\d)?"
_WE = r"(?: \w+){0,3}? (?:vi|polis\w*|kommun\w*|\w+ kommun)\b"
_BOTH = r"(?:vi|polis\w* och (?:\w+ ){0,2}kommun\w*|kommun\w* och polis\w*)"
_GO_ON = r"(?:fortsätter|prioriterar|fokuserar|satsar|arbetar|samverkar|lägger)"
# "medborgarlöftet för 2022", "2022 års medborgarlöfte", "har enats om följande för 2022", "Aktiviteter 2022"
ATTACHED = re.compile(
    r"löfte\w*(?: har valts| avser| omfattar| till (?:er|dig|\w+(?:na|arna)\b)(?: i \w+)?)?,?"
    rf"\s+{_WHEN}20\d\d|20\d\d års (?:medborgar)?löfte"
    rf"|\blovar\b[^.]{{0,30}}\b(?:under|för) {_WHEN}20\d\d"
    rf"|^(?:under|för) {_WHEN}{_YEARS},? (?:kommer|ska|lovar){_WE}"
    rf"|^(?:under|för) {_WHEN}{_YEARS},? {_GO_ON}{_WE}"
    rf"|^för {_WHEN}{_YEARS},? har{_WE}[^.]{{0,40}}\b(?:valt|enats|(?:kommit|är) överens|bestämt)\b"
    rf"|\b{_BOTH} (?:kommer|ska|skall|åtar sig) (?:\w+ )?(?:under|för) {_WHEN}{_YEARS}"
    r"|^(?:det här|detta|så här|följande) (?:ska|lovar|gör|kommer|arbetar) "
    rf"(?:\w+ ){{0,3}}?(?:under |för )?{_WHEN}{_YEARS}\W*$"
    rf"|^(?:\w+ )?(?:fokus|fokusområde\w*|prioritering\w*) (?:under |för ){_WHEN}{_YEARS}"
    r"|^under (?:våren|hösten) 20\d\d lovar\b"
    rf"|\b(?:kommer|ska|lovar) (?:\w+ ){{0,2}}?(?:under|för) {_WHEN}{_YEARS},?(?: \w+){{0,3}}?(?: att:?|:)$"
    r"|\bför 20\d\d (?:följande|dessa) (?:medborgar)?löften"
    rf"|\b(?:enats|överens) om [^.]{{0,40}}\b(?:för|under) {_WHEN}20\d\d"
    rf"|^(?:\w+ ){{0,2}}(?<!genomförda )(?:aktiviteter|åtgärder|insatser|åtaganden|löften) {_WHEN}{_YEARS}\W*$"
    r"|överenskommelse\w*\s+(?:(?:för|under|åren?|perioden)\s+)*20\d\d",
    re.IGNORECASE,
)
MADE = re.compile(
    r"\bhar\b[^.]{0,40}(?:skrivit|tecknat|enats om|överens om|valt|bestämt|tagit fram|löften? har valts)\b"
    r"|\b(?:löften|löfte) har valts\b",
    re.IGNORECASE,
)
_PROMISES = re.compile(
    r"\b(?:lovar|åtar sig|förbinder sig)\b.*20\d\d|20\d\d.*\b(?:lovar|åtar sig|förbinder sig)\b"
    r"|^(?:aktivitet|åtgärd|insats|löfte)\w*(?:na|en) (?:genomförs|pågår|ska|kommer)\b.*20\d\d"
    r"|^(?:mellan|under|från|fr\.?o\.?m\.?)\b.{0,80}20\d\d.{0,40}\b(?:ska|kommer)\b",
    re.IGNORECASE,
)
_WILL = re.compile(r"\b(?:ska|skall|kommer|lovar|åtar (?:sig|oss))\b", re.IGNORECASE)
_UNTIL = rf"(?!till (?!och )){TO} (?:sista |den )?"
_ENDS = re.compile(rf"^{_UNTIL}$|\b(?:lovar|åtar (?:sig|oss))\b.*\b{_UNTIL}$|\b(?:ska|kommer) {_UNTIL}$", re.IGNORECASE)
# What may stand beside "2018-01-01--2019-12-31" on a line of its own.
_LABEL = re.compile(
    r"\W*(?:(?:tid|tider|tidsram|datum|period)\b\W*)?(?:(?:från(?: och med)?|mellan|fr\.o\.m\.) )?(?:den )?\W*",
    re.IGNORECASE,
)
_LONG = 150  # days: what is shorter is the time of an activity


def opens_with(text: str) -> tuple[Period, str, bool] | None:
    """From one day to another, in which words, and whether that is of the whole: over a list, or alone."""
    promises = _PROMISES.search(text)
    for one, two in ranges(text, tuple(dates(text))):
        alone = bool(_LABEL.fullmatch(text[: one.start] + text[two.end :]))
        period = between(one, two) if alone or promises else None
        if period and period.days > _LONG:
            return period, text[one.start : two.end], alone or text.endswith((":", " att"))
    return None


def promised_until(text: str) -> Said | None:
    """ "Fram till den 31 december 2020 ska vi …": the last day, in a sentence that opens with it or promises."""
    for said in dates(text):
        if said.days and _ENDS.search(text[: said.start]) and _WILL.search(text):
            return said
    return None
