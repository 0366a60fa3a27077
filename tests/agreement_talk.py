"""A made-up promise, and going through it with the bot."""

from bot.sandbox.house import House
from bot.sandbox.workspace import Message
from tests.seen import heard, pressed, shown

TEXT = """\
Medborgarlöfte för Timrå 2027–2028

Polisen och Timrå kommun har kommit överens om ett medborgarlöfte som gäller 2027–2028.
Löftet bygger på medborgardialoger och brottsstatistik.

Trygghet i centrum
Vi lovar att:
• genomföra trygghetsvandringar minst två gånger per år
• genomföra trafikkontroller vid riskplatser tolv gånger per år

Unga
Vi lovar att:
• ordna ungdomsforum om alkohol och droger

Kontakt:
Maj Exempel, kommunpolis
070-174 06 05
"""

UNTITLED = TEXT.replace("Medborgarlöfte för Timrå 2027–2028", "Vårt medborgarlöfte").replace("Timrå kommun", "kommunen")
"""Without title and municipality."""


async def messages(house: House, key: str) -> list[str]:
    """Everything that the bot has said to this person, as it stands now."""
    await house.settled()
    return [shown(message) for message in heard(house.person(key))]


async def message_with(house: House, key: str, words: str) -> Message:
    await house.settled()
    return next(one for one in reversed(heard(house.person(key))) if words in shown(one))


async def press_in(house: House, key: str, label: str, words: str) -> str:
    """The button in the newest message with those words; what that message reads then."""
    there = await message_with(house, key, words)
    await pressed(house, key, label, there)
    return shown(there)


async def share_text(house: House, key: str, text: str = TEXT, name: str = "lofte.txt") -> list[str]:
    person = house.person(key)
    await person.share(person.user.id, name, text.encode())
    return await of_file(house, key, name)


async def of_file(house: House, key: str, name: str = "lofte.txt") -> list[str]:
    """All that follows when it is said that it is being read."""
    reading, *rest = await messages(house, key)
    assert reading == f"Jag läser {name}. Inget är sparat än."
    return rest
