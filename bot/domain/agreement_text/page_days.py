"""Days of a page: when it was written, published or changed, which tells nothing of what stands on it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from bot.domain.agreement_text.dates import Said, dates
from bot.domain.agreement_text.layout import Block
from bot.domain.agreement_text.patterns import group

_EDITED = group(r"""
    (?:om|av|ny)?publicera\w*
    publicering\w*
    uppdatera\w*
    ändra[dt]\w*
    ändring\w*
    utskriven
    tryckt
    skapa(?:d|t|des)
    inlag[dt]
    upplag[dt]
    nyhet(?:en|er)?
    pressmeddelande\w*
    sidan
    artikeln?
    skrive[nt] av
    text(?: och (?:foto|bild))?:
    foto:?
    ^av:
    reporter
    meddelar
    rapporterar
    redaktör\w*
    (?:webb)?redaktion\w*
    kommunikatör\w*
    kommunikationsavdelning\w*
""")
_LOOKED_OVER = r"(?:fakta)?granska[dt]|revidera[dt]|fastställ[dt]"
_BEFORE = re.compile(rf"\b{_EDITED}(?:(?<!\w)|\b)[^.|]{{0,45}}$", re.IGNORECASE)
_LABEL = re.compile(rf"\W*(?:sidan (?:är )?)?(?:senast )?(?:{_EDITED}|{_LOOKED_OVER})(?: \w+){{0,2}}\W*", re.IGNORECASE)
_IS_EDITED = re.compile(rf"\b(?:{_EDITED}|{_LOOKED_OVER})(?!\w)", re.IGNORECASE)
# "2021-03-12 | Kommunen och polisen …", "Sunne, 12 mars 2021 – I dag …"
_DATELINE = re.compile(r"\W*(?:[A-ZÅÄÖ][\w-]+,?\s)?")
_GOES_ON_ANEW = re.compile(r"\W*(?:(?:kl(?:ockan)?\.? )?\d\d[.:]\d\d\W*)?(?:[A-ZÅÄÖ]|$)")
_SHORT = 60


def is_of_the_page(text: str, said: Said) -> bool:
    """ "Publicerad den 3 maj", or a day that stands before the text as on a news page."""
    opens = _DATELINE.fullmatch(text[: said.start]) and _GOES_ON_ANEW.match(text, said.end)
    return bool(_BEFORE.search(text[: said.start])) or bool(opens and len(text) > _SHORT)


def is_on_a_page_line(blocks: Sequence[Block], at: int) -> bool:
    """The line, or the label over it, tells who wrote the page or when."""
    above = blocks[at - 1].piece.text if at else ""
    return bool(_IS_EDITED.search(blocks[at].piece.text) or _LABEL.fullmatch(above))


def page_days(blocks: Sequence[Block]) -> Iterator[date]:
    """Those that stand by themselves at the top or at the end."""
    for block in (*blocks[:4], *blocks[-2:]):
        said = list(dates(block.piece.text)) if len(block.piece.text) < _SHORT else []
        if len(said) == 1 and said[0].days and said[0].is_day:
            yield said[0].days.first
