"""What a heading announces: activities, problems, background, aims, results, or just a title."""

from collections.abc import Sequence
from enum import Enum, auto
from functools import lru_cache

from bot.domain.agreement_text.layout import Block, LineRole
from bot.domain.agreement_text.patterns import any_of
from bot.domain.agreement_text.section_words import RULES


class Section(Enum):
    PLAIN = auto()
    ACTIVITIES = auto()
    BACKGROUND = auto()
    PROBLEM = auto()
    AIM = auto()
    RESULT = auto()
    FOLLOW_UP = auto()
    END = auto()


_RULES = tuple((Section[name], any_of(text)) for name, text in RULES)
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
        if block.role is LineRole.HEADING:
            section = section_of(block.piece.text)
        if section is not Section.RESULT:
            kept.append(block)
    return kept


def names_an_actor(heading: str) -> bool:
    """ "Polisen", "Kommunen och polisen": whoever does what stands below."""
    return bool(_ACTOR.fullmatch(heading.strip()))
