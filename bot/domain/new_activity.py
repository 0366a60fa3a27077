"""An activity that a coordinator adds, beside those that came with the agreement."""

from dataclasses import dataclass
from datetime import date

from bot.domain.agreement_file_words import WindowLength
from bot.domain.swedish import fold
from bot.domain.words import Form

LONGEST_TITLE = 100


@dataclass(frozen=True, slots=True)
class New:
    """`count` a year is planned, never promised; None where nobody has decided a number.

    `window` is how long the windows are, where there are some; `due_on` when something is to be delivered.
    """

    area_id: int
    municipality_id: int
    title: str
    kind: str
    form: Form
    count: int | None = None
    window: WindowLength | None = None
    due_on: date | None = None


def key_of(title: str, taken: set[str]) -> str:
    """Gives "trygga_kvallar", or "trygga_kvallar_2" where that is taken."""
    words = "".join(sign if sign.isalnum() and sign.isascii() else " " for sign in fold(title)).split()
    first = "_".join(words)[:40].rstrip("_") or "aktivitet"
    return next(key for number in range(1, len(taken) + 2) if (key := _numbered(first, number)) not in taken)


def _numbered(key: str, number: int) -> str:
    return key if number == 1 else f"{key}_{number}"
