"""What is said twice is proposed once: the item of a list rather than running text, and that rather than a quote."""

from collections.abc import Sequence

from bot.domain.agreement_text import verbs
from bot.domain.agreement_text.found import Found

STEM = 5
ENOUGH, OF_A_QUOTE = 0.6, 0.34
_EMPTY = frozenset(
    word[:STEM]
    for word in [
        "polisen",
        "kommunen",
        "polis",
        "kommun",
        "tillsammans",
        "parterna",
        "under",
        "genom",
        "också",
        "bland",
        "annat",
        "samt",
        "eller",
        "andra",
        "kommer",
        "att",
        "ska",
        "för",
        "med",
        "och",
        "som",
        "den",
        "det",
        "ett",
        "till",
        "från",
        "vid",
        "har",
        "inte",
        "sig",
        "vi",
        "oss",
        "vår",
        "våra",
        "alla",
        "även",
        "mer",
        "fler",
        "olika",
        "per",
        "minst",
        "varje",
        "två",
        "tre",
        "fyra",
    ]
)


def each_once(found: Sequence[Found], names: Sequence[str]) -> list[Found]:
    """In the order of the text. `names` of municipalities say nothing of what is done."""
    empty = _EMPTY | {word[:STEM] for name in names for word in verbs.words(name)}
    kept: list[tuple[Found, frozenset[str]]] = []
    for each in sorted(found, key=_rank):
        stems = _stems(each, empty)
        if not any(_same(stems, others, each) for _, others in kept):
            kept.append((each, stems))
    return sorted((each for each, _ in kept), key=lambda each: each.piece.start)


def _rank(each: Found) -> tuple[bool, bool]:
    return each.quoted, not each.listed


def _stems(each: Found, empty: frozenset[str]) -> frozenset[str]:
    said = (word.removeprefix("trygghets") for word in verbs.words(each.piece.text))
    return frozenset(word[:STEM] for word in said if len(word) > 2) - empty


def _same(stems: frozenset[str], others: frozenset[str], each: Found) -> bool:
    if not stems or not others:
        return stems == others
    common = len(stems & others)
    if each.quoted:
        return common / len(stems) > OF_A_QUOTE
    # Two items of a list may share most of their words ("i Håbo", "i Enköping"); then they must share nearly all.
    bound = 0.95 if each.listed else ENOUGH
    enough = common > 1 or stems < others
    return common / min(len(stems), len(others)) >= bound and enough and (not each.listed or stems == others)
