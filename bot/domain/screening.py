"""What is said when a text is held back: it seems about a private person. Names the kind of data, not the text."""

from bot.domain.errors import PersonalData
from bot.domain.personal_data import find_personal_data
from bot.domain.swedish_words import name


def screen(line: str) -> None:
    """Raises PersonalData. The line stands in the person's own message too, so they are asked to remove that."""
    if why := refusal(line):
        raise PersonalData(f"{why} Ta också bort ditt eget meddelande om det står kvar.")


def refusal(text: str) -> str | None:
    found = find_personal_data(text)
    if not found:
        return None
    return (
        f"Texten ser ut att innehålla {name(found[0].kind)} till en privatperson, så jag har inte sparat något. "
        "Ta bort det och skicka igen."
    )
