"""Whether some words promise that somebody will do something.

A promise has one who acts ("polisen", "vi") and a verb of the future or of a habit, or says in the passive what will be
done. An aim says how something will be; an account says what was.
"""

import re

from bot.domain.agreement_text import verbs
from bot.domain.agreement_text.kinds import OTHER, is_concrete, kind_of

_NAMED = (
    r"[\wåäö-]*(?:förvaltning(?:en|ar|arna)|tjänst(?:en)?|bostäder|bolag(?:et|en)?|skola(?:n)?|skolor(?:na)?|grupp(?:en)?|vandrar(?:e|na)|fält(?:are|arna|assistent(?:er|erna)?)"
    r"|sekreterar(?:e|en|na)|förening(?:en|ar|arna)|vakt(?:er|erna)?|värd(?:ar|arna)|ledar(?:e|na|en)|vårdar(?:e|na)?|samordnar(?:e|en|na)?|personal(?:en)?"
    r"|råd(?:et)?|enhet(?:en)?|kontor(?:et)?|nämnd(?:en)?|fastighetsägar(?:e|na)|elevhälsa(?:n)?|rektor(?:er|erna)?|verket|polis(?:en|er|erna|myndigheten|området)?"
    r"|kommun(?:en|erna)?|kyrka(?:n)?|föreningsliv(?:et)?|näringsliv(?:et)?|part(?:er|erna)?|team(?:et)?|kurator(?:er)?|lärare|byggnadsnämnd|region(?:en)?"
    r"|ansvarig(?:a)?|handläggare|strateg(?:en)?|chef(?:en|er)?|företagare|arrangörer)"
)
ACTOR = rf"(?:vi|båda|man|{_NAMED}|(?-i:[A-ZÅÄÖ])[\wåäö-]+ (?:kommun|stad)|Trafikverket|Region (?-i:[A-ZÅÄÖ])\w+)"
_WILL = r"(?:ska|skall|kommer(?! från| till| in\b| upp\b| fram\b)|lovar|åtar sig|förbinder sig|avser|planerar|tänker|har för avsikt)"
WILL = re.compile(rf"\b{_WILL}\b", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"\b(?:som|hur|vad|när|där|om|vilk\w+|innan|eftersom|därför att|så att|för att|trots att|även om|att)\s+(?:[\wåäöÅÄÖ-]+\s+){0,5}$",
    re.IGNORECASE,
)
INTRODUCES = re.compile(
    r"\b(?:innebär(?: bland annat| också| även)*(?: att)?|betyder att|(?:överens|enats) om att (?=[a-zåäö]+a )|beslutat att|bestämt att"
    r"|(?:nytt|nyhet\w*|löftet|löften|åtgärd\w*|aktivitet\w*|insats\w*)\b[^.]{0,40}\bär att|handlar (?:bland annat |också |även |om |om att )+|lova[rt](?: bland annat| också| även| därför)*(?: att)?|åtar sig(?: också| även)*(?: att)?|sker(?: bland annat)? genom att|görs(?: bland annat)? genom att|genom att"
    r"|omfattar|innehåller)\s+",
    re.IGNORECASE,
)
_ACTS = re.compile(rf"\b{ACTOR}\b", re.IGNORECASE)
_LINK = r"(?:[\wåäöÅÄÖ./-]+ ){0,4}?"
_SOON = re.compile(rf"\b{ACTOR} (?P<verb>[a-zåäö]+)\b", re.IGNORECASE)
_LATER = re.compile(
    rf"\b{ACTOR} (?:från|i|på|vid|inom|och|samt|tillsammans med) (?:[\wåäöÅÄÖ-]+ ){{1,5}}?(?P<verb>{'|'.join(sorted(verbs.PRESENTS))})\b",
    re.IGNORECASE,
)
_INVERTED = re.compile(rf"\b(?P<verb>[a-zåäö]+) {ACTOR}\b", re.IGNORECASE)
_STATE = re.compile(
    r"^(?:är|har|när|där|hur|här|var|ingår|leds|gränsar|rör|visar|består|kostar|mellan|vet|ser|tycker|anser|vill|kan|får|behöver|upplever|menar|tror|hoppas|känner|finns|består|ligger|syftar|gäller|innebär|omfattar|utgår|under|efter|per"
    r"|undertecknar|tecknar|skriver|följer|redovisar|kallas|vänder|säger|ansvarar|utgör|måste|bör|kunde|ska|skall|kommer|lovar|avser|planerar|åtar|eller|för|över|inför|mer|fler|utanför)$"
)
_MAY = re.compile(rf"(?: {ACTOR})? (?:kunna|behöva)\b", re.IGNORECASE)
_STATISTIC = re.compile(
    r"\b\d+(?:,\d+)? ?(?:procent|%)|\b(?:en|två|tre|fyra|sex|sju|åtta|nio|varannan|var \w+) av (?:tre|fyra|fem|tio)\b",
    re.IGNORECASE,
)
_PERFECT = r"(?:har|hade)\s+(?:[\wåäö]+\s+){0,3}?[\wåäö]+(?:at|it|tt|ts|ats|its)"
_PRETERITE = (
    r"[\wåäö]{3,}(?:ades|erades|rdes|ndes|ldes|tes)|(?:ökade|minskade|riktade) (?:med|från|till|sig|kraftigt|vi)"
)
_IRREGULAR = (
    r"(?:blev|gick|deltog|genomförde|gjorde|gjordes|höll|hölls|besökte|startade|ledde|fick|kom|var|hade|mötte|skedde|togs|gavs|sattes|byttes"
    r"|lades|gällde|löpte|visade|sågs|valdes|kördes|byggdes|ordnade|arrangerade|patrullerade|informerade|kontrollerade|fortsatte|inledde|sade|lovade|träffade|gav|tog|satte)"
)
# "riktade insatser", "utökade kontroller": adjectives, not what somebody did.
_PAST = re.compile(rf"\b(?:{_PERFECT}|{_PRETERITE}|{_IRREGULAR})\b", re.IGNORECASE)
_DONE_FIRST = re.compile(
    r"^(?:genomfört|hållit|gjort|besökt|startat|ordnat|deltagit|infört|byggt|satt|bytt|patrullerat|informerat)\b",
    re.IGNORECASE,
)
_AIM_SUBJECT = re.compile(
    r"\b(?:trygghet\w*|otrygghet\w*|brott\w*|antal\w*|andel\w*|upplevelse\w*|känsla\w*|invånar\w*|medborgar\w*|barn\w*|ungdom\w*|unga\b|alla\b|ingen\b|fler\b|färre\b|man\b|det\b"
    r"|kommunen|[\wåäö]*hastighet\w*|stölder\w*|inbrott\w*|skadegörelse\w*|användning\w*|tillit\w*|förtroende\w*|samverkan|samarbete\w*|(?-i:[A-ZÅÄÖ])[\wåäö]+|målet|effekten|löfte\w*|[\wåäö]*löftet|överenskommelse\w*|insatser(?:na)?|aktiviteter(?:na)?|parterna|polisen|vi)"
    r"(?: [\wåäö]+){0,7}? (?:ska|skall|kommer att) (?!(?:polisen|vi|kommunen|parterna)\b)(?:[\wåäö]+ ){0,3}?(?:öka|minska|känna|vara|bli|kunna|uppleva|upplevas|sjunka|må|få|våga|veta|vilja|stiga|halveras|ha|slippa|förbättras|minskas|ökas|nå|bidra|utgå|gälla|präglas|leda|syfta|genomsyra|kännas|vända|finnas)\b",
    re.IGNORECASE,
)
_IMPERSONAL = re.compile(
    r"^(?:det ska (?:vara|bli|kännas|finnas)|målet|målsättningen|syftet|ambitionen|visionen|avsikten|tanken|förhoppningen|effekten)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    rf"\b(?:{'|'.join(sorted(verbs.CHANGING_INFINITIVES - {'vara', 'bli', 'kunna', 'få'}))}|skapa|(?:arbeta|jobba|verka|samarbeta|samverka)(?:r|nde)?(?: [\wåäö]+){{0,4}} (?:för(?: att)?|mot)"
    r"|minskar|ökar|stärker|motverkar|förebygger|skapar|förbättrar|bidrar|främjar|bekämpar)\b",
    re.IGNORECASE,
)
_ABOUT_ITSELF = re.compile(
    r"\b(?:medborgarlöfte\w*|löftet|löftena|överenskommelse[nr]?\w*|avtalet|samverkansöverenskommelse\w*|handlingsplanen|aktivitetsplanen|planen) (?:(?:ska|skall|kommer)(?! (?:vi|polisen|kommunen|parterna|bostadsbolaget)\b)|är|innehåller|gäller|följs|utvärderas|revideras|uppdateras|sträcker|löper|syftar|bygger|har|kan|omfattar|tas|presenteras|redovisas|undertecknas)\b"
    r"|\b(?:uppföljning\w*|utvärdering\w*|avstämning\w*|styrgrupp\w*|resultatet?|återrapportering\w*) (?:av [\wåäö]+ )?(?:ska|skall|sker|görs|kommer|redovisas|följer|går|träffas|genomförs|stäms|publiceras|presenteras|läggs)\b"
    r"|\b(?:kommunikation(?:en)?|information(?:en)?|arbetet|samverkan|samarbetet) ska (?:ske|bedrivas|genomsyras)\b"
    r"|\b(?:följs|följa|följer)(?: [\wåäö]+){0,3} upp\b|\bsträcker sig\b|\bstäms av\b|\bstämma av (?:löftet|överenskommelsen|arbetet)|\bsäg(?:as|s) upp\b|\brevidera\w*\b|\bmätbara\b|\bhur (?:det|arbetet) (?:gick|går|har gått)\b|ställning till\b|\b(?:följande|nedan|nedanstående)(?: [\wåäö]+){0,3}[.:]?$|\bansvarar för (?:att )?(?:uppfölj|redovis|samordn)"
    r"|\b(?:under)?teckna[rdts]*\b|\bskr(?:ev|iver|evs|ivs|ivits)(?: [\wåäö]+){0,8}? under\b",
    re.IGNORECASE,
)
_REACH = re.compile(
    r"https?://|www\.|\S+@\S+|\b(?:mejla|ring|telefon|tel|e-post|kontakta|läs mer|besök gärna|klicka|senast uppdaterad|publicerad)\b",
    re.IGNORECASE,
)
_ALREADY = re.compile(
    r"\b(?:redan (?:i ?dag|nu)?|sedan (?:flera|många|tidigare|\d{4}|länge)|i dagsläget|sedan \w+ år|som tidigare)\b",
    re.IGNORECASE,
)
_NO_PROMISE = re.compile(
    rf"\böverens om att (?!{ACTOR}\b|[a-zåäö]+a\b)|^(?:baserat|bygger) på\b|"
    + r"^(?:om|eftersom|trots|även om|när|därför att|genom samverkan)\b|\?$",
    re.IGNORECASE,
)


_NEAR = 200


def is_promise(text: str, *, announced: bool = False, governed: bool = False) -> bool:
    """A clause of running text. `announced`: under a heading of activities; `governed`: after "vi ska … och"."""
    if is_beside_the_point(text):
        return False
    if governed or _will_be_done(text):
        return not is_aim(text)
    if _tells_what_was(text) or _ALREADY.search(text):
        return False
    return (announced or is_concrete(text)) and _is_habit(text) and not is_aim(text)


def is_beside_the_point(text: str) -> bool:
    """About the agreement itself, its follow-up, or how to reach somebody."""
    return bool(_ABOUT_ITSELF.search(text) or _REACH.search(text) or _NO_PROMISE.search(text))


def is_account(text: str) -> bool:
    """It tells what was, and promises nothing."""
    return (_tells_what_was(text) or bool(_STATISTIC.search(text))) and not _will_be_done(text)


def _tells_what_was(text: str) -> bool:
    """In its main clause: "de vägar som invånarna har pekat ut" tells nothing of what was done."""
    main = (found for found in _PAST.finditer(text) if not is_subordinate(text[: found.start()]))
    return any(main) or bool(_DONE_FIRST.search(text))


def is_aim(text: str) -> bool:
    if _IMPERSONAL.search(text):
        return True
    if (found := _AIM_SUBJECT.search(text)) and not _does_by_being(found[0], text):
        return True
    change = _CHANGE.search(text)
    return bool(change) and not is_concrete(text) and not _does_something(text)


def _does_by_being(subject: str, text: str) -> bool:
    """ "Polisen ska vara synlig på torget" and "personalen ska få utbildning" are things to do."""
    by_whom = re.match(r"(?:polis|vi\b|parterna|kommunen|personal|fält)", subject, re.IGNORECASE)
    return bool(by_whom or subject.endswith(" få")) and is_concrete(text)


def _does_something(text: str) -> bool:
    """ "minska hastigheten genom att bygga farthinder"."""
    return any(word in verbs.DOING_INFINITIVES and word not in _LIGHT for word in verbs.words(text))


_LIGHT = verbs.CHANGING_INFINITIVES | {
    "arbeta",
    "jobba",
    "verka",
    "samverka",
    "samarbeta",
    "fortsätta",
    "fokusera",
    "prioritera",
    "satsa",
    "göra",
    "ha",
    "gå",
    "se",
    "stå",
    "leda",
}


def _will_be_done(text: str) -> bool:
    """Somebody will, or it will be done."""
    return any(not is_subordinate(text[: found.start()]) and _has_doer(text, found) for found in WILL.finditer(text))


def is_subordinate(before: str) -> bool:
    before = before[-_NEAR:]
    found = _SUBORDINATE.search(before)
    return bool(found) and not INTRODUCES.search(before[: found.end()] + " ")


def _has_doer(text: str, will: re.Match[str]) -> bool:
    before, after = text[: will.start()], text[will.end() :]
    words_after = verbs.words(after)[:14]
    passive = any(word in verbs.PASSIVES or (word.endswith("as") and len(word) > 4) for word in words_after[:9])
    does = any(word in verbs.DOING_INFINITIVES - _LIGHT for word in words_after[:7]) and is_concrete(text)
    if _MAY.match(after):
        return False
    return (
        bool(
            _ACTS.search(before)
            or re.match(rf" (?:därför |också |även )?(?:[\wåäö]+s )?{ACTOR}\b", after, re.IGNORECASE)
        )
        or passive
        or does
    )


def _is_habit(text: str) -> bool:
    """Somebody does it, in the present tense: "polisen går", "går polisen", "vandringar hålls"."""
    found = (found for pattern in (_SOON, _INVERTED, _LATER) for found in pattern.finditer(text))
    presents = [each["verb"].lower() for each in found if not is_subordinate(text[: each.start()])]
    if any(
        word in verbs.PRESENTS or (word.endswith("r") and not _STATE.match(word) and len(word) > 2) for word in presents
    ):
        return True
    return kind_of(text) != OTHER and any(word in verbs.PASSIVES for word in verbs.words(text))
