"""The day when an agreement was signed. Only a day that the text ties to the signing, or that stands by the names."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from bot.domain.agreement_text.dates import Said, dates
from bot.domain.agreement_text.layout import Block, Role
from bot.domain.agreement_text.proposal import Question, Topic
from bot.domain.agreement_text.sentences import sentences
from bot.domain.swedish import WEEKDAYS, day_text

_SIGNED = re.compile(
    r"\b(?:under)?tecknad\w*\b|\bundertecknat\b|\bundertecknas\b|\bundertecknande\w*\b|\bsigner(?:ade|ades|at|ad)\b|\bskr(?:ev|evs|ivs|ivits|ivit)\b[^.]{0,80}\bunder\b|\b(?:för att|nu) skriva under\b"
    r"|\bskriver\b[^.]{0,80}\bunder\b|\böverenskommet\b|\bnamnteckning\w*|\bskrevs på\b|\bskrev på\b|\bunderskri[fv]\w*",
    re.IGNORECASE,
)
_NOT_THIS = re.compile(
    r"\b(?:förra|tidigare|föregående|första|samverkansöverenskommelsen|ursprunglig\w*|ska|kommer att)\b", re.IGNORECASE
)
_IT = re.compile(r"(?:Det|Detta|Underskriften|Ceremonin) (?:skedde|gjordes|hände|ägde rum)\b")
_NEAR = 60
_TODAY = re.compile(r"\bi ?dag\b", re.IGNORECASE)
_EDITED = re.compile(
    r"\b(?:uppdaterad|publicerad|publicerat|publicerades|granskad|ändrad|utskriven|sidan|reviderad|tryckt|fastställd)\b",
    re.IGNORECASE,
)
_PLACE_AND_DAY = re.compile(
    r"^(?:[Oo]rt och datum:?\s*|[Dd]atum:?\s*)?(?:[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?,?\s+)?(?:den\s+)?$"
)
_BY_THE_NAMES = re.compile(
    r"ordf|ordförande|chef|direktör|myndighet|kommun|vd\b|_{3,}|\.{5,}|underskrift|förtydligande", re.IGNORECASE
)


def signing(blocks: Sequence[Block]) -> tuple[date | None, list[Question]]:
    """The day, or a question."""
    told = [said for block in blocks for said in _told(block)]
    days = {said.days.first for said in told if said.days and said.is_day}
    days |= set(_beside_names(blocks)) if not days else set()
    if not days and _says_today(blocks):
        days = set(_dateline(blocks))
    if len(days) == 1:
        return days.pop(), []
    return None, [_question(sorted(days), told, blocks)]


def _told(block: Block) -> Iterator[Said]:
    """Dates in a sentence about the signing, nearest to the word for it."""
    pieces = list(sentences(block.piece)) if block.role is not Role.ROW else [block.piece]
    just_told = False
    for piece in pieces:
        found = _SIGNED.search(piece.text) or (just_told and _IT.match(piece.text)) or None
        just_told = bool(found)
        said = [each for each in dates(piece.text) if each.is_day and not _bounds(piece.text, each)]
        if found and said and not (_NOT_THIS.search(piece.text) and not _TODAY.search(piece.text)):
            yield min(said, key=lambda each: abs(each.start - found.start()))


def _bounds(text: str, said: Said) -> bool:
    """It is the beginning or the end of a period."""
    before, after = text[max(0, said.start - _NEAR) : said.start], text[said.end : said.end + _NEAR]
    return bool(
        re.search(
            r"(?:\bfrån(?: och med)?|\btill(?: och med)?|fr\.?o\.?m\.?|t\.?o\.?m\.?|gäller|[–—-])\s*(?:den )?$",
            before,
            re.IGNORECASE,
        )
    ) or bool(re.match(r"\s*(?:[–—-]\s*(?:den )?\d|till (?:och med )?(?:den )?\d|t\.?o\.?m)", after, re.IGNORECASE))


def _beside_names(blocks: Sequence[Block]) -> Iterator[date]:
    """ "Mora 2022-03-03" over the lines of those who sign, or a bare day that ends the text after a signing."""
    for at, block in enumerate(blocks):
        cells = block.cells or (block.piece,)
        near = " ".join(each.piece.text for each in blocks[at : at + 6])
        last = at >= len(blocks) - 3
        for cell in cells:
            said = list(dates(cell.text))
            if len(said) != 1 or not said[0].days or not said[0].is_day or cell.text[said[0].end :].strip(" ."):
                continue
            before = cell.text[: said[0].start]
            signed_before = any(_SIGNED.search(each.piece.text) for each in blocks[max(0, at - 3) : at])
            placed = bool(_PLACE_AND_DAY.match(before))
            late = at * 2 >= len(blocks)
            if placed and late and ((before.strip() and (last or _BY_THE_NAMES.search(near))) or signed_before):
                yield said[0].days.first


def _says_today(blocks: Sequence[Block]) -> bool:
    return any(
        _TODAY.search(piece.text) and _SIGNED.search(piece.text) for block in blocks for piece in sentences(block.piece)
    )


def _dateline(blocks: Sequence[Block]) -> Iterator[date]:
    """The day of a press release that says "i dag"."""
    for block in (*blocks[:4], *blocks[-2:]):
        said = list(dates(block.piece.text))
        if (
            len(said) == 1
            and said[0].days
            and said[0].is_day
            and len(block.piece.text) < 60
            and not _EDITED.search(block.piece.text.replace("Publicerad", ""))
        ):
            yield said[0].days.first


def _question(days: list[date], told: list[Said], blocks: Sequence[Block]) -> Question:
    if len(days) > 1:
        choices = tuple(day_text(day, date.min) for day in days)
        return Question(
            Topic.SIGNED_ON,
            f"Texten nämner flera dagar för underskriften: {', '.join(choices)}. Vilken gäller?",
            choices,
        )
    if told:
        return Question(
            Topic.SIGNED_ON,
            f"Texten säger att det skrevs under den {told[0].words} men inte vilket år. Vilket år var det?",
        )
    weekday = next(
        (
            day
            for block in blocks
            for piece in sentences(block.piece)
            if _SIGNED.search(piece.text)
            for day in WEEKDAYS
            if day in piece.text.lower()
        ),
        "",
    )
    if weekday:
        return Question(
            Topic.SIGNED_ON,
            f"Texten säger att det skrevs under en {weekday} men inte vilket datum. Vilket datum var det?",
        )
    return Question(Topic.SIGNED_ON, "Texten säger inte när det skrevs under. Vilket datum var det?")
