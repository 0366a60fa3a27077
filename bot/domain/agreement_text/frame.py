"""What an agreement says about itself: its kind, what it was built on, and how it is followed up."""

import re
from collections.abc import Sequence

from bot.domain.agreement_text.layout import Block, LineRole
from bot.domain.agreement_text.patterns import any_of, whole_words
from bot.domain.agreement_text.proposal import Cadence
from bot.domain.agreement_text.sections import Section, section_of
from bot.domain.agreement_text.sentences import sentences
from bot.domain.words import AgreementKind, Basis, Per

_PROMISE = any_of(r"""
        medborgarlöfte
        \blöfte(?:t|n)?\b
    """)
_COLLABORATION = any_of(r"""
        samverkansöverenskommelse
        överenskommelse om samverkan
        samverkansavtal
        \böverenskommelse(?:n)?\b
    """)
_PLAN = r"\b(?:åtgärds|handlings|aktivitets|verksamhets|insats)?plan(?:en)?\b"
_AN_AGREEMENT = r"(?:överenskommelse|samverkansavtal)"
# "Åtgärdsplan till överenskommelsen om samverkan", "Planen hör till samverkansöverenskommelsen"
_PLAN_UNDER_IT = re.compile(
    rf"{_PLAN}[^.]{{0,60}}\b(?:till|för|utifrån|enligt|under|inom|med|ur|av|i)\b [^.]{{0,40}}{_AN_AGREEMENT}"
    rf"|\bbilaga\b[^.]{{0,20}} till [^.]{{0,40}}{_AN_AGREEMENT}"
    rf"|{_AN_AGREEMENT}\w*\b[^.]{{0,60}}\b(?:konkretiseras|omsätts|preciseras|bryts ned)\b[^.]{{0,60}}{_PLAN}",
    re.IGNORECASE,
)
_CALLS_ITSELF = re.compile(
    r"(?:\bplan\w*|\w+plan(?:en)?|\b(?:detta|dokumentet)) (?:\w+ )?"
    r"(?:är|utgör|kallas|fungerar som) [^.]{0,30}medborgarlöfte"
    r"|\b(?:detta|vårt) medborgarlöfte\b",
    re.IGNORECASE,
)
_BASES: tuple[tuple[Basis, re.Pattern[str]], ...] = (
    (Basis.CITIZEN_DIALOGUE, any_of(r"""
            medborgardialog
            dialog\w* med (?:medborgar|invånar|boende|kommuninvånar)
            medborgarmöte
            invånardialog
            samtal med (?:invånar|boende)
        """)),
    (Basis.STAFF_DIALOGUE, any_of(r"""
            medarbetardialog
            personaldialog
            samtal med (?:personal|medarbetar)
            dialog\w* med (?:personal|medarbetar)
        """)),
    (Basis.PARTY_DIALOGUE, any_of(r"dialog\w* mellan (?:kommun|polis|parter)")),
    (Basis.LOCAL_ACTOR_DIALOGUE, any_of(r"""
            dialog\w* med (?:lokala aktörer|föreningar|näringsliv|företagare|skol)
        """)),
    (Basis.RESIDENT_TIPS, any_of(r"""
            tips från
            synpunkter från (?:invånar|medborgar|boende)
            felanmälning
        """)),
    (Basis.SAFETY_WALKS, any_of(r"trygghetsvandring")),
    (Basis.CRIME_STATISTICS, any_of(r"""
            (?<!annan )(?:brotts)?statistik
            anmälda brott
            anmälningsstatistik
        """)),
    (Basis.POLICE_REPORTS, any_of(r"""
            händelserapport
            polisens rapporter
        """)),
    (Basis.SAFETY_SURVEY, any_of(r"""
            trygghets(?:mätning|undersökning|enkät)
            enkät
            medborgarundersökning
            undersökning\w*
        """)),
    (Basis.SITUATION_PICTURE, any_of(r"""
            lägesbild
            problembild
        """)),
)  # fmt: skip
_GROUND = whole_words(r"""
        grund\w*
        baser\w*
        bygger på
        underlag\w*
        utgår från
        utgångspunkt\w*
        bakom löftet
        valts ut
        identifiera\w*
        framkommit
        tagits fram
        till hjälp
        utifrån
        framtagande\w*
        visar
        kommer från
        har använts
    """)
_FOLLOWS_UP = any_of(r"""
        följ(?:s|a|er|t)?\b.{0,40}\bupp\b
        uppfölj
        utvärder
        återrapport
        redovis
        stäms? av
        avstämning
        går igenom löftet
        rapport\w* (?:till|lämnas)
    """)
_PERS: tuple[tuple[Per, re.Pattern[str]], ...] = (
    (Per.MONTH, any_of(r"""
            varje månad
            en gång (?:i|per) månad\w*
            månadsvis
            månatlig\w*
        """)),
    (Per.QUARTER, any_of(r"""
            varje kvartal
            en gång (?:i|per) kvartal\w*
            kvartalsvis
            per kvartal
            fyra gånger (?:per|om) år\w*
            fyra gånger om året
            var tredje månad
        """)),
    (Per.TERTIAL, any_of(r"""
            tertial\w*
            tre gånger (?:per|om) år\w*
            var fjärde månad
        """)),
    (Per.HALF_YEAR, any_of(r"""
            varje halvår
            halvårsvis
            per halvår
            två gånger (?:per|om) år\w*
            en gång per termin
            varje termin
            var sjätte månad
            halvårsvisa?
            i (?:januari|februari|mars|april|maj|juni) och (?:i )?(?:augusti|september|oktober|november|december)
        """)),
    (Per.YEAR, any_of(r"""
            årlig\w*
            en gång\s?(?:per|om|/|i)\s?år\w*
            varje år
            per år
            årsvis
            en gång om året
            efter årets slut
            årsskifte\w*
        """)),
    (Per.MEETING, any_of(r"""
            (?:varje|vid) (?:råds)?möte\w*
            stående punkt
            rådets sammanträden
        """)),
    (Per.PERIOD, any_of(r"""
            (?:i slutet av|efter|vid) (?:perioden|periodens slut|avtalstidens slut|löftesperioden)
            när (?:perioden|löftet) (?:är slut|går ut|löper ut)
        """)),
)  # fmt: skip


def kind(blocks: Sequence[Block]) -> AgreementKind | None:
    """What it calls itself: first by its headings, then by what it says most."""
    titles = " ".join(block.piece.text for at, block in enumerate(blocks) if at < 4)
    if _is_plan_under_an_agreement(blocks):
        return AgreementKind.COLLABORATION
    for text in (titles, " ".join(block.piece.text for block in blocks)):
        promises, agreements = len(_PROMISE.findall(text)), len(_COLLABORATION.findall(text))
        if promises != agreements:
            return AgreementKind.CITIZEN_PROMISE if promises > agreements else AgreementKind.COLLABORATION
    return AgreementKind.CITIZEN_PROMISE if promises else None


def _is_plan_under_an_agreement(blocks: Sequence[Block]) -> bool:
    titles = [block.piece.text for at, block in enumerate(blocks[:4]) if not at or block.role is LineRole.HEADING]
    texts = [block.piece.text for block in blocks]
    under = any(map(_PLAN_UNDER_IT.search, texts)) and not any(map(_CALLS_ITSELF.search, texts))
    return under and "medborgarlöfte" not in " ".join(titles).lower()


def basis(blocks: Sequence[Block]) -> tuple[Basis, ...]:
    """Kinds of ground, in the order in which they are named."""
    found: list[Basis] = []
    told = False
    section = Section.PLAIN
    for block in blocks:
        if block.role is LineRole.HEADING:
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
        if block.role is LineRole.HEADING:
            following = section_of(block.piece.text) is Section.FOLLOW_UP
            continue
        for piece in sentences(block.piece):
            if following or _FOLLOWS_UP.search(piece.text):
                found += [Cadence(per, match[0]) for per, pattern in _PERS if (match := pattern.search(piece.text))]
    return next((each for each in found if each.per is not Per.MEETING), next(iter(found), None))
