"""What is said when a text is held back: it seems about a private person. Names the kind of data, not the text."""

from bot.domain.errors import PersonalData
from bot.domain.personal_data import DataKind, find_personal_data
from bot.domain.swedish_words import name

SHORT = {DataKind.EMAIL: "adressen", DataKind.ADDRESS: "adressen"}


def screen(line: str, *, stays: bool) -> None:
    """Raises PersonalData. `stays`: the line stands in the person's own message, which they are asked to remove."""
    if why := refusal(line):
        raise PersonalData(f"{why} Ta också bort ditt eget meddelande." if stays else why)


def refusal(text: str) -> str | None:
    found = find_personal_data(text)
    if not found:
        return None
    what = found[0].kind
    return (
        f"Texten ser ut att innehålla {name(what)}. Jag har inte sparat något. "
        f"Ta bort {SHORT.get(what, 'numret')} och skicka igen."
    )
