"""The day when an agreement was signed. Only a day that the text ties to the signing, or that stands by the names."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from bot.domain.agreement_text.dates import Said, dates
from bot.domain.agreement_text.layout import Block, LineRole
from bot.domain.agreement_text.page_days import is_of_the_page, is_on_a_page_line, page_days
from bot.domain.agreement_text.patterns import whole_words
from bot.domain.agreement_text.proposal import Question, Topic
from bot.domain.agreement_text.sentences import sentences
from bot.domain.swedish import MONTHS, WEEKDAYS, joined

_SIGNED = whole_words(r"""
    (?:under)?tecknad\w*
    (?:under)?tecknat
    undertecknas
    undertecknande\w*
    signer(?:ade|ades|at|ad)
    skr(?:ev|evs|ivs|ivits|ivit|iver)\b[^.]{0,80}\bunder
    satte\b[^.]{0,80}\bnamn(?:teckningar)? under
    (?:för att|nu) skriva under
    namnteckning\w*
    överenskommet
    skrevs? på
    underskri[fv]\w*
""")  # fmt: skip
_NOT_THIS = whole_words(r"""
    förra
    tidigare
    föregående
    första
    samverkansöverenskommelsen
    ursprunglig\w*
    ersätter
    upphäv\w*
    ska
    kommer att
""")  # fmt: skip
_IT = re.compile(r"(?:Det|Detta|Underskriften|Ceremonin) (?:skedde|gjordes|hände|ägde rum)\b")
_BEGINS_HERE = re.compile(
    r"(?:\bfrån(?: och med)?|\btill(?: och med)?|fr\.?o\.?m\.?|t\.?o\.?m\.?|gäller|[–—-])\s*(?:den )?$", re.IGNORECASE
)
_GOES_ON = re.compile(r"\s*(?:[–—-]\s*(?:den )?\d|till (?:och med )?(?:den )?\d|t\.?o\.?m)", re.IGNORECASE)
_NEAR = 60
_LABEL = 30
_TODAY = re.compile(r"\bi ?dag\b", re.IGNORECASE)
# Told as news, so that a day near by is that of the page.
_LATELY = re.compile(
    rf"\b(?:i ?dag|i ?går|i veckan|häromdagen|nyligen|precis|(?:i|på) (?:{'|'.join(WEEKDAYS)})\w*)\b", re.IGNORECASE
)
_OF_THE_PAPER = re.compile(
    r"\b(?:beslutad|antagen|klart?|senast|start|slut|giltig"
    r"|\w*(?:skrivelse|protokoll|rapport|förslag|sammanställning|yttrande|underlag))\b",
    re.IGNORECASE,
)
_PLACE_AND_DAY = re.compile(
    r"^(?:[Oo]rt och datum:?\s*|[Dd]atum:?\s*)?(?:[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?,?\s+)?(?:den\s+)?$"
)
# "Kinna den 18 januari 2024" ends what is signed; a page's own day is written without "den".
_FORMAL = re.compile(r"[A-ZÅÄÖ]\w+(?: \w+)? den \d")
_ROLES = r"ordf|ordförande|chef|direktör|vd\b|_{3,}|\.{5,}|underskrift|förtydligande"
_WHO_SIGNS = re.compile(_ROLES, re.IGNORECASE)
_BY_THE_NAMES = re.compile(rf"{_ROLES}|myndighet|kommun", re.IGNORECASE)


def signing(blocks: Sequence[Block]) -> tuple[date | None, list[Question]]:
    """The day, or a question."""
    told = [said for block in blocks for said in _told(block)]
    days = {said.days.first for said in told if said.days and said.is_day}
    days |= set(_beside_names(blocks)) if not days else set()
    if len(days) == 1:
        return days.pop(), []
    return None, [_question(sorted(days), told, blocks)]


def _told(block: Block) -> Iterator[Said]:
    """Dates in a sentence about the signing, nearest to the word for it."""
    pieces = list(sentences(block.piece)) if block.role is not LineRole.ROW else [block.piece]
    just_told = False
    for piece in pieces:
        found = _SIGNED.search(piece.text) or (just_told and _IT.match(piece.text)) or None
        just_told = bool(found)
        said = [each for each in dates(piece.text) if each.is_day and _may_be_it(piece.text, each)]
        if found and said and not (_NOT_THIS.search(piece.text) and not _TODAY.search(piece.text)):
            yield min(said, key=lambda each: abs(each.start - found.start()))


def _may_be_it(text: str, said: Said) -> bool:
    return not _bounds(text, said) and not is_of_the_page(text, said)


def _bounds(text: str, said: Said) -> bool:
    """It is the beginning or the end of a period."""
    before = text[max(0, said.start - _NEAR) : said.start]
    return bool(_BEGINS_HERE.search(before) or _GOES_ON.match(text, said.end))


def _beside_names(blocks: Sequence[Block]) -> Iterator[date]:
    """ "Mora 2022-03-03" over the lines of those who sign, or a bare day that ends the text after a signing."""
    for at, block in enumerate(blocks):
        if at * 2 < len(blocks) or is_on_a_page_line(blocks, at):
            continue
        cells = [(cell, _placed_day(cell.text)) for cell in block.cells or (block.piece,)]
        if not all(placed or _BY_THE_NAMES.search(cell.text) for cell, placed in cells):
            continue  # a row of a table, with a day when something is to be done
        signed = _is_signed_above(blocks, at)
        for cell, placed in cells:
            if placed and (signed or (_names_a_place(cell.text, placed) and _is_over_names(blocks, at, _BY_THE_NAMES))):
                yield placed.days.first if placed.days else date.min
            elif placed and placed.days and at == len(blocks) - 1 and _FORMAL.match(cell.text):
                yield placed.days.first


def _placed_day(text: str) -> Said | None:
    """Nothing but a day, and perhaps a place before it."""
    said = list(dates(text))
    if _OF_THE_PAPER.search(text):
        return None
    alone = len(said) == 1 and said[0].days and said[0].is_day and not text[said[0].end :].strip(" .")
    return said[0] if alone and _PLACE_AND_DAY.match(text[: said[0].start]) else None


def _names_a_place(text: str, day: Said) -> bool:
    return text[: day.start].strip().lower() not in ("", "den", "datum", "datum:")


def _is_signed_above(blocks: Sequence[Block], at: int) -> bool:
    """By a line such as "Underskrifter", or by a sentence where names follow; not by news."""
    above = [each.piece.text for each in blocks[max(0, at - 3) : at] if _SIGNED.search(each.piece.text)]
    plain = [text for text in above if not _LATELY.search(text)]
    return any(_is_label(text) for text in plain) or bool(plain and _is_over_names(blocks, at, _WHO_SIGNS))


def _is_label(text: str) -> bool:
    """Not the headline of news: "Nytt löfte undertecknat"."""
    return len(text) < _LABEL and bool(_SIGNED.match(text)) and not (text.endswith(".") and " " in text)


def _is_over_names(blocks: Sequence[Block], at: int, names: re.Pattern[str]) -> bool:
    return bool(names.search(" ".join(each.piece.text for each in blocks[at : at + 6])))


def _question(days: list[date], told: list[Said], blocks: Sequence[Block]) -> Question:
    choices: tuple[str, ...] = ()
    if len(days) > 1:
        choices = tuple(map(_shown, days))
        text = f"Texten nämner flera dagar för underskriften: {joined(choices)}. Vilken gäller?"
    elif told:
        text = (
            f"Texten säger att det skrevs under den {told[0].words.rstrip('.')} men inte vilket år. Vilket år var det?"
        )
    elif weekday := _weekday(blocks):
        text = f"Texten säger att det skrevs under en {weekday} men inte vilket datum. Vilket datum var det?"
    elif _says_today(blocks) and (dated := next(page_days(blocks), None)):
        choices = (_shown(dated),)
        text = f"Texten säger att det skrevs under i dag, och sidan är daterad {choices[0]}. Vilket datum var det?"
    else:
        text = "Texten säger inte när det skrevs under. Vilket datum var det?"
    return Question(Topic.SIGNED_ON, text, choices)


def _shown(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _weekday(blocks: Sequence[Block]) -> str | None:
    signed = (piece.text.lower() for block in blocks for piece in sentences(block.piece) if _SIGNED.search(piece.text))
    return next((day for text in signed for day in WEEKDAYS if day in text), None)


def _says_today(blocks: Sequence[Block]) -> bool:
    return any(
        _TODAY.search(piece.text) and _SIGNED.search(piece.text) for block in blocks for piece in sentences(block.piece)
    )
