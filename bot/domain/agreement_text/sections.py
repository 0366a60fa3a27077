"""What a heading announces: activities, problems, background, aims, results, or just a title."""

import re
from collections.abc import Sequence
from enum import Enum, auto
from functools import lru_cache

from bot.domain.agreement_text.layout import Block, Role
from bot.domain.agreement_text.patterns import any_of


class Section(Enum):
    PLAIN = auto()
    ACTIVITIES = auto()
    BACKGROUND = auto()
    PROBLEM = auto()
    AIM = auto()
    RESULT = auto()
    FOLLOW_UP = auto()
    END = auto()


# In this order: "Åtgärder mot problemen" is about activities, "Bakgrund till löftet" is not.
_RULES: tuple[tuple[Section, re.Pattern[str]], ...] = (
    (Section.END, any_of(r"""
            ^kontakt
            ^(?:för )?mer information
            ^vid frågor
            ^har (?:du|ni) (?:några |en )?(?:frågor|synpunkter|tips)
            ^hjälpte
            ^fakta\b
            ^(?:ämnen|taggar|ordlista|på den här sidan)
            (?:kan|bör|ska) (?:du|ni)\b
            ^tips\b
            ^frågor(?:$| besvaras|,| kontakta)
            underskrift
            undertecknare
            ^undertecknas
            \btvist
            uppsägning
            ^ekonomi
            kostnad
            sekretess
            personuppgift
            ^läs mer
            ^vill du veta
            ^ort och datum
            ^bilag
            ^press(?:bild|kontakt)
            ^relatera
            ^(?:fler|andra|senaste|aktuella) (?:nyheter|artiklar)
            ^läs (?:också|även)
            ^(?:sidan|senast) (?:är )?(?:granskad|uppdaterad)
            ^dela\b
            ^hitta hit
            ^om (?:webbplatsen|kommunen)
            ^parter(?:na)?:?$
            ^ansvar(?:ig|iga|ar|sfördelning)?:?$
            ^vem(?: gör det| ansvarar)?\??:?$
            ^(?:när|tid|tidplan|resurser|status):?$
            yrkande
            ^propositionsordning
            \bbeslut(?:sunderlag|et)?$
            ^avgränsning
        """)),
    (Section.BACKGROUND, any_of(r"""
            ^(?:är|blir|kommer|ska|kan|räcker|behövs) .*\?$
            ^hur har
            hur har vi
            identifier
        """)),
    (Section.RESULT, any_of(r"""
            resultat
            har (?:vi|hänt|polisen|kommunen) (?!lovat|bestämt|enats|kommit|beslutat)\w+
            gick det
            gjorde vi
            \bgjort\b
            hittills
            \b(?:förra|föregående|tidigare|fjolårets)\b
            genomför(?:d[ae]?|t)\b
            utfall
            det blev
            blev det
            hänt sedan
        """)),
    (Section.ACTIVITIES, any_of(r"""
            aktivitet
            åtgärd
            åtagande
            handlingsplan(?:en)?$
            insatser(?:na)?\b(?!områden)
        """)),
    (Section.FOLLOW_UP, any_of(r"""
            uppfölj
            följ(?:er|a|s) (?:vi )?upp
            utvärder
            ^indikator
            ^mått
            återkoppl
            återrapport
            redovis
            ^(?:så|hur) (?:mäter|vet|märks)\b
            ^hur (?:går|gick) det
            ^vad händer (?:nu|sedan|sen)
            \binformerade\b
        """)),
    (Section.AIM, any_of(r"""
            \bmål\b
            ^mål
            målsättning
            ^effekt
            vision
            önska[td]
            vill vi (?:uppnå|se|nå)
            uppnå
            ^syfte
        """)),
    (Section.PROBLEM, any_of(r"""
            \b(?:prioriterade|särskilda|fokus-?|tre|fyra|fem|gemensamma) ?område(?:n\b|$)
            ^fokusområden?$
            problem
            nuläge
            läget ut
            utmaning
            orsak
            ^lägesbild
            (?<!så )\b(?:upplever|tycker|säger|oroar|berättar|svarade|sa)\b
            ser ut
            det här vet vi
            beskrivning
        """)),
    (Section.BACKGROUND, any_of(r"""
            bakgrund
        \bta(?:s|r|gits?)\b.{0,30}\bfram
            inledning
            ^om\b
            vad är
            vad innebär
            vad betyder
            tog(?:s|it)? (?:vi )?(?:löftet )?fram
            tagits fram
            har (?:vi )?valt
            valts
            identifier
            underlag
            ^grund
            metod
            dialog(?:er|erna)?$
            process
            ^varför
            definition
            ^hur (?:har|togs)
            kom (?:löftet|det) till
            arbetet med löftet
            lagstift
            organisation
            organiserad
            informationsutbyte
            ^samordning
            \buppdrag\b
            ^(?:styrning|ledning)\b
            \broller\b
            utgångspunkt
            princip
            värdegrund
            ^innehåll
        """)),
    (Section.ACTIVITIES, any_of(r"""
            (?<!medborgar)löft(?:e|en|et|ena)\b
            \b(?:lovar|lovat|åtar sig|förbinder sig|ansvarar för|svarar för)\b
            \b(?:ska|kommer|tänker)\b
            ^så (?:här )?(?:gör|arbetar|jobbar|minskar|ökar|skapar|möter)
            \bgör (?:vi|polisen|kommunen|tillsammans)
            \b(?:vi|polisen|kommunen) gör\b
            prioriter
            genomförande
            arbetssätt
            att göra
            medborgarlöften(?: (?:för|perioden|20)|$)
            detta innebär
            \benas om:?$
            överens om(?: följande| att göra|:|$)
            \b(?:bidrag|åtar sig)$
            så (?:blir|bygger|håller)
            på gång
            planeras
            planerat
        """)),
)  # fmt: skip
_ONE = r"(?:polis\w*|kommun\w*|\w+ (?:kommun|stad)|\w+)"
_ACTOR = any_of(
    r"""
    polis\w*
    kommun\w*
    vi
    parterna
    gemensam\w*
    tillsammans
    båda
    respektive
    \w+ (?:kommun|stad)
    skol\w*
    socialtjänst\w*
    \w*bostäder
    fastighetsägar\w*
    räddningstjänst\w*
    """,
    r"(?:i |inom |för )?",
    rf"(?:(?:,| och| samt| i samverkan med|/| &) ?{_ONE})*:?",
)


@lru_cache(1024)
def section_of(heading: str) -> Section:
    """PLAIN for a mere title."""
    for section, pattern in _RULES:
        if pattern.search(heading):
            return section
    return Section.PLAIN


def after(before: Section, heading: str, *, empty: bool) -> Section:
    """What holds under a heading that follows `before`; `empty` when nothing has stood between them.

    "Polisen" and "Trafik" under "Aktiviteter" go on with it, and so does what merely leads on ("I år tänker vi:").
    """
    section = section_of(heading)
    if section is not Section.PLAIN:
        return section
    goes_on = before is Section.ACTIVITIES and (empty or names_an_actor(heading))
    leads_on = heading.endswith(":") and len(heading.split()) > 4
    return before if goes_on or leads_on else Section.PLAIN


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
