"""What an agreement says about itself: its kind, what it was built on, and how it is followed up."""

import re
from collections.abc import Sequence

from bot.domain.agreement_text.layout import Block, Role
from bot.domain.agreement_text.proposal import Cadence
from bot.domain.agreement_text.sections import Section, section_of
from bot.domain.agreement_text.sentences import sentences
from bot.domain.words import AgreementKind, Basis, Per


def _pattern(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


_PROMISE = _pattern(r"medborgarlöfte", r"\blöfte(?:t|n)?\b")
_COLLABORATION = _pattern(
    r"samverkansöverenskommelse", r"överenskommelse om samverkan", r"samverkansavtal", r"\böverenskommelse(?:n)?\b"
)
_BASES: tuple[tuple[Basis, re.Pattern[str]], ...] = (
    (Basis.CITIZEN_DIALOGUE, _pattern(r"medborgardialog", r"dialog\w* med (?:medborgar|invånar|boende|kommuninvånar)", r"medborgarmöte", r"invånardialog", r"samtal med (?:invånar|boende)")),
    (Basis.STAFF_DIALOGUE, _pattern(r"medarbetardialog", r"personaldialog", r"samtal med (?:personal|medarbetar)", r"dialog\w* med (?:personal|medarbetar)")),
    (Basis.PARTY_DIALOGUE, _pattern(r"dialog\w* mellan (?:kommun|polis|parter)")),
    (Basis.LOCAL_ACTOR_DIALOGUE, _pattern(r"dialog\w* med (?:lokala aktörer|föreningar|näringsliv|företagare|skol)")),
    (Basis.RESIDENT_TIPS, _pattern(r"tips från", r"synpunkter från (?:invånar|medborgar|boende)", r"felanmälning")),
    (Basis.SAFETY_WALKS, _pattern(r"trygghetsvandring")),
    (Basis.CRIME_STATISTICS, _pattern(r"(?<!annan )(?:brotts)?statistik", r"anmälda brott", r"anmälningsstatistik")),
    (Basis.POLICE_REPORTS, _pattern(r"händelserapport", r"polisens rapporter")),
    (Basis.SAFETY_SURVEY, _pattern(r"trygghets(?:mätning|undersökning|enkät)", r"enkät", r"medborgarundersökning", r"undersökning\w*")),
    (Basis.SITUATION_PICTURE, _pattern(r"lägesbild", r"problembild")),
)  # fmt: skip
_GROUND = _pattern(
    r"\b(?:grund\w*|baser\w*|bygger på|underlag\w*|utgår från|utgångspunkt\w*|bakom löftet|valts ut|identifierat\w*|identifiera|identifierats|framkommit|tagits fram|till hjälp|lagt till grund|utifrån|genom en modell|framtagande\w*|visar|kommer från|har använts)\b"
)
_FOLLOWS_UP = _pattern(
    r"följ(?:s|a|er|t)?\b.{0,40}\bupp\b",
    r"uppfölj",
    r"utvärder",
    r"återrapport",
    r"redovis",
    r"stäms? av",
    r"avstämning",
    r"går igenom löftet",
    r"rapport\w* (?:till|lämnas)",
)
_PERS: tuple[tuple[Per, re.Pattern[str]], ...] = (
    (Per.MONTH, _pattern(r"varje månad", r"en gång (?:i|per) månad\w*", r"månadsvis", r"månatlig\w*")),
    (Per.QUARTER, _pattern(r"varje kvartal", r"en gång (?:i|per) kvartal\w*", r"kvartalsvis", r"per kvartal", r"fyra gånger (?:per|om) år\w*", r"fyra gånger om året", r"var tredje månad")),
    (Per.TERTIAL, _pattern(r"tertial\w*", r"tre gånger (?:per|om) år\w*", r"var fjärde månad")),
    (Per.HALF_YEAR, _pattern(r"varje halvår", r"halvårsvis", r"per halvår", r"två gånger (?:per|om) år\w*", r"en gång per termin", r"varje termin", r"var sjätte månad", r"halvårsvisa?", r"i (?:januari|februari|mars|april|maj|juni) och (?:i )?(?:augusti|september|oktober|november|december)")),
    (Per.YEAR, _pattern(r"årlig\w*", r"en gång\s?(?:per|om|/|i)\s?år\w*", r"varje år", r"per år", r"årsvis", r"en gång om året", r"efter årets slut", r"årsskifte\w*")),
    (Per.MEETING, _pattern(r"(?:varje|vid) (?:råds)?möte\w*", r"stående punkt", r"rådets sammanträden")),
    (Per.PERIOD, _pattern(r"(?:i slutet av|efter|vid) (?:perioden|periodens slut|avtalstidens slut|löftesperioden)", r"när (?:perioden|löftet) (?:är slut|går ut|löper ut)")),
)  # fmt: skip


def kind(blocks: Sequence[Block]) -> AgreementKind | None:
    """What it calls itself: first by its headings, then by what it says most."""
    titles = " ".join(block.piece.text for at, block in enumerate(blocks) if at < 4)
    for text in (titles, " ".join(block.piece.text for block in blocks)):
        promises, agreements = len(_PROMISE.findall(text)), len(_COLLABORATION.findall(text))
        if promises != agreements:
            return AgreementKind.CITIZEN_PROMISE if promises > agreements else AgreementKind.COLLABORATION
    return AgreementKind.CITIZEN_PROMISE if promises else None


def basis(blocks: Sequence[Block]) -> tuple[Basis, ...]:
    """Kinds of ground, in the order in which they are named."""
    found: list[Basis] = []
    told = False
    section = Section.PLAIN
    for block in blocks:
        if block.role is Role.HEADING:
            section = section_of(block.piece.text)
            told = bool(_GROUND.search(block.piece.text)) or section is Section.BACKGROUND
            continue
        for piece in sentences(block.piece):
            if section not in (Section.ACTIVITIES, Section.RESULT, Section.FOLLOW_UP) and (
                told or _GROUND.search(piece.text)
            ):
                named = [(match.start(), each) for each, pattern in _BASES if (match := pattern.search(piece.text))]
                found += [each for _, each in sorted(named)]
    return tuple(dict.fromkeys(found))


def cadence(blocks: Sequence[Block]) -> Cadence | None:
    """In writing before by word of mouth: a yearly report weighs more than a point on an agenda."""
    found: list[Cadence] = []
    following = False
    for block in blocks:
        if block.role is Role.HEADING:
            following = section_of(block.piece.text) is Section.FOLLOW_UP
            continue
        for piece in sentences(block.piece):
            if following or _FOLLOWS_UP.search(piece.text):
                found += [Cadence(per, match[0]) for per, pattern in _PERS if (match := pattern.search(piece.text))]
    return next((each for each in found if each.per is not Per.MEETING), next(iter(found), None))
