"""What a heading announces: activities, problems, background, aims, results, or just a title."""

import re
from collections.abc import Sequence
from enum import Enum, auto

from bot.domain.agreement_text.layout import Block, Role


class Section(Enum):
    PLAIN = auto()
    ACTIVITIES = auto()
    BACKGROUND = auto()
    PROBLEM = auto()
    AIM = auto()
    RESULT = auto()
    FOLLOW_UP = auto()
    END = auto()


def _pattern(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


# In this order: "Åtgärder mot problemen" is about activities, "Bakgrund till löftet" is not.
_RULES: tuple[tuple[Section, re.Pattern[str]], ...] = (
    (Section.END, _pattern(
        r"^kontakt", r"^(?:för )?mer information", r"^vid frågor", r"^frågor(?:$| besvaras|,| kontakta)", r"underskrift", r"undertecknare",
        r"^undertecknas", r"^läs mer", r"^vill du veta", r"^ort och datum", r"^bilag", r"^press(?:bild|kontakt)", r"^relaterat",
        r"^(?:sidan|senast) (?:är )?(?:granskad|uppdaterad)", r"^dela\b", r"^hitta hit", r"^om (?:webbplatsen|kommunen)", r"^parter(?:na)?:?$",
    )),
    (Section.BACKGROUND, _pattern(r"^hur har", r"hur har vi", r"identifier")),
    (Section.RESULT, _pattern(
        r"resultat", r"har (?:vi|hänt|polisen|kommunen) \w+", r"gick det", r"gjorde vi", r"\bgjort\b", r"hittills", r"\b(?:förra|föregående|tidigare|fjolårets)\b",
        r"genomförd[ae]?\b", r"utfall", r"det blev", r"blev det", r"hänt sedan",
    )),
    (Section.ACTIVITIES, _pattern(
        r"aktivitet", r"åtgärd", r"åtagande", r"handlingsplan(?:en)?$", r"insatser(?:na)?\b(?!områden)",
    )),
    (Section.FOLLOW_UP, _pattern(r"uppfölj", r"följ(?:er|a|s) (?:vi )?upp", r"utvärder", r"återkoppl", r"återrapport", r"redovis", r"^så (?:mäter|vet) ")),
    (Section.AIM, _pattern(r"\bmål\b", r"^mål", r"målsättning", r"^effekt", r"vision", r"önska[td]", r"vill vi (?:uppnå|se|nå)", r"uppnå", r"^syfte")),
    (Section.PROBLEM, _pattern(
        r"problem", r"nuläge", r"läget ut", r"utmaning", r"orsak", r"^lägesbild", r"(?<!så )\b(?:upplever|tycker|säger|oroar|berättar|svarade|sa)\b", r"ser ut",
        r"det här vet vi", r"beskrivning",
    )),
    (Section.BACKGROUND, _pattern(
        r"bakgrund", r"inledning", r"^om ", r"vad är", r"vad innebär", r"vad betyder", r"tog(?:s|it)? (?:vi )?(?:löftet )?fram", r"tagits fram", r"har (?:vi )?valt", r"valts",
        r"identifier", r"underlag", r"^grund", r"metod", r"dialog(?:er|erna)?$", r"process", r"^varför", r"definition", r"^hur (?:har|togs)",
        r"kom (?:löftet|det) till", r"arbetet med löftet", r"lagstift", r"organisation", r"utgångspunkt", r"princip", r"värdegrund", r"^innehåll",
    )),
    (Section.ACTIVITIES, _pattern(
        r"(?<!medborgar)löft(?:e|en|et|ena)\b", r"\blovar\b", r"\b(?:ska|kommer|tänker)\b", r"^så (?:här )?(?:gör|arbetar|jobbar|minskar|ökar|skapar|möter)",
        r"\bgör (?:vi|polisen|kommunen|tillsammans)", r"\b(?:vi|polisen|kommunen) gör\b", r"prioriter", r"genomförande", r"arbetssätt", r"att göra",
        r"medborgarlöften(?: (?:för|perioden|20)|$)", r"detta innebär", r"så (?:blir|bygger|håller)", r"på gång", r"planeras", r"planerat",
    )),
)  # fmt: skip
_ACTOR = re.compile(
    r"(?:i |inom |för )?(?:polis\w*|kommun\w*|vi|parterna|gemensam\w*|tillsammans|båda|respektive|[\wåäö]+s? (?:kommun|stad)|skol\w*"
    r"|socialtjänst\w*|[\wåäö]*bostäder|fastighetsägar\w*|räddningstjänst\w*)"
    r"(?:(?:,| och| samt| i samverkan med|/| &) ?(?:polis\w*|kommun\w*|[\wåäö]+s? (?:kommun|stad)|[\wåäö]+))*:?",
    re.IGNORECASE,
)


def section_of(heading: str) -> Section:
    """PLAIN for a mere title."""
    for section, pattern in _RULES:
        if pattern.search(heading):
            return section
    return Section.PLAIN


def without_results(blocks: Sequence[Block]) -> list[Block]:
    """What is left when accounts of an earlier agreement are left out."""
    kept: list[Block] = []
    section = Section.PLAIN
    for block in blocks:
        if block.role is Role.HEADING:
            section = section_of(block.piece.text)
        if section is not Section.RESULT:
            kept.append(block)
    return kept


def names_an_actor(heading: str) -> bool:
    """ "Polisen", "Kommunen och polisen": whoever does what stands below."""
    return bool(_ACTOR.fullmatch(heading.strip()))
