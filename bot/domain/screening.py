"""What is said when a text is held back: it seems about a private person. Names the kind of data, not the text."""

from dataclasses import dataclass

from bot.domain.personal_data import DataKind, cleaned, find_personal_data
from bot.domain.swedish import joined
from bot.domain.swedish_words import name

SHORT = {DataKind.EMAIL: "adressen", DataKind.ADDRESS: "adressen"}


REMOVE_YOURS = "Ta också bort ditt eget meddelande."


@dataclass(frozen=True, slots=True)
class HeldBack:
    """`cleaned` is the text without what was found; `why` names the kind, `what_to_do` how to go on."""

    cleaned: str
    why: str
    what_to_do: str


def held_back(text: str, *, place: bool = False) -> HeldBack | None:
    """`place`: in a field that asks for a place, a street with a number is one."""
    found = find_personal_data(text, place=place)
    if not found:
        return None
    kinds = list(dict.fromkeys(one.kind for one in found))
    why = f"Texten ser ut att innehålla {joined([name(kind) for kind in kinds])}. Jag har inte sparat något."
    what = SHORT.get(kinds[0], "numret") if len(kinds) == 1 else "dem"
    return HeldBack(cleaned(text, found), why, f"Ta bort {what} och skicka igen.")


def refusal(text: str, *, place: bool = False) -> str | None:
    held = held_back(text, place=place)
    return f"{held.why} {held.what_to_do}" if held else None
