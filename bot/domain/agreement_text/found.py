"""What has been found so far, and where in the text the reading stands."""

import re
from dataclasses import dataclass, field, replace

from bot.domain.agreement_text.piece import Piece
from bot.domain.agreement_text.sections import Section

_LABEL_INSIDE = re.compile(
    r"(?<=\S) \(?(?:Ansvarig(?:a)?|Ansvar|Huvudansvar(?:ig)?|När|Tid(?:plan)?|Uppföljning|Mått|Vem)\s?: "
)
# "…, detta för att öka tryggheten", "…. Syftet är att fler ska våga gå ut."
_REASON = re.compile(
    r"(?:(?:,|\.| och) (?:detta|allt(?: detta)?|det) (?:görs |gör vi |sker )?"
    r"(?:för att|i syfte att|med syfte|eftersom)"
    r"|(?:,|\.| och) (?:syftet|målet|anledningen|avsikten|tanken|förhoppningen) (?:är|med)"
    r"|\. (?:på så sätt|på (?:det|detta) sätt\w*)) [^.]*\.?$",
    re.IGNORECASE,
)
_LOOSE_END = re.compile(r"(?:[,;]? (?:och|samt)(?: att)?[,;]?)?$")


def without_loose_end(piece: Piece) -> Piece:
    """An item of a list without the "samt att" that leads on to the next."""
    loose = _LOOSE_END.search(piece.text)
    return piece.part(0, loose.start()) if loose else piece


def without_reason(piece: Piece) -> Piece:
    reason = _REASON.search(piece.text)
    return piece.part(0, reason.start() + piece.text.startswith(".", reason.start())) if reason else piece


@dataclass(frozen=True, slots=True)
class Found:
    """`area` is the title it stands under, `actor` the heading that says who, `quoted` if somebody said it.

    `details` say more about it: "Ansvarig: kommunen", the other cells of its row.
    """

    piece: Piece
    area: Piece | None
    actor: Piece | None = None
    listed: bool = False
    quoted: bool = False
    details: tuple[Piece, ...] = ()


@dataclass(slots=True)
class TextPlace:
    """`empty` while nothing has followed the last heading, `goes_on` if that took its section from the one above."""

    section: Section = Section.PLAIN
    area: Piece | None = None
    actor: Piece | None = None
    empty: bool = True
    goes_on: bool = False
    found: list[Found] = field(default_factory=list)

    def take(self, piece: Piece, *, listed: bool = False, quoted: bool = False) -> None:
        """ "Fler vuxna ute. Ansvarig: kommunen" is an activity and what is said about it."""
        label = _LABEL_INSIDE.search(piece.text)
        details = (piece.part(label.start()),) if label else ()
        kept = piece.part(0, label.start() if label else None)
        kept = without_loose_end(without_reason(kept))
        self.found.append(Found(kept, self.area, self.actor, listed, quoted, details))

    def tell(self, detail: Piece) -> None:
        """More about what was taken last."""
        last = self.found[-1]
        self.found[-1] = replace(last, details=(*last.details, detail))

    def extend(self, sentence: Piece) -> None:
        """With a sentence that says more about what was taken last."""
        last = self.found[-1]
        between = sentence.start - last.piece.end
        stop = "" if last.piece.text.endswith(".") else "."
        joined = Piece(last.piece.text + stop.ljust(between) + sentence.text, last.piece.start)
        self.found[-1] = replace(last, piece=joined)
