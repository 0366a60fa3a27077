"""What a person does in a house and then sees, line by line, the way it would be read aloud."""

from collections.abc import Iterator
from typing import Any

from bot.sandbox.elements import value_of
from bot.sandbox.house import House
from bot.sandbox.interactions import SandboxPerson
from bot.sandbox.workspace import Message, View

Json = dict[str, Any]
CHANNEL = "trygghet-timra"


async def wrote(house: House, key: str, line: str) -> str:
    """To the bot, in a direct message."""
    person = house.person(key)
    await person.write(person.user.id, line)
    return await seen(house, key)


async def typed(house: House, key: str, command: str, channel: str = CHANNEL) -> str:
    await house.person(key).command(channel, command)
    return await seen(house, key)


async def pressed(house: House, key: str, label: str, in_: Message | View | str | None = None) -> str:
    """The newest button that reads so."""
    await house.person(key).press_label(label, in_)
    return await seen(house, key)


async def submitted(house: House, key: str, **fields: Any) -> str:
    """`fields` by block id."""
    person = house.person(key)
    for field, value in fields.items():
        await person.fill(field, value)
    await person.submit()
    return await seen(house, key)


async def seen(house: House, key: str) -> str:
    """The open modal, else the newest message that this person can see."""
    await house.settled()
    person = house.person(key)
    return shown(person.modal or person.last())


def shown(place: Message | View | None) -> str:
    """Buttons stand as [Ändra], fields as "Fordon: 45", what is wrong with a field behind an arrow."""
    assert place is not None, "nothing is there"
    lines = "\n".join(line for block in place.blocks for line in _lines(block, place))
    return lines if place.blocks or isinstance(place, View) else place.text


def heard(person: SandboxPerson) -> list[Message]:
    """What the bot has said in the direct message."""
    return [message for message in person.sees(person.user.id) if message.user != person.user.id]


def _lines(block: Json, place: Message | View) -> Iterator[str]:
    if text := block.get("text"):
        yield text["text"]
    if block["type"] == "context":
        yield from (element["text"] for element in block["elements"])
    if block["type"] == "actions":
        yield " ".join(f"[{_label(element)}]" for element in block["elements"])
    if accessory := block.get("accessory"):
        yield f"[{_label(accessory)}]"
    if block["type"] == "input" and isinstance(place, View):
        yield _field(block, place)


def _field(block: Json, view: View) -> str:
    value = value_of(view.values[block["block_id"]][block["element"]["action_id"]])
    error = view.errors.get(block["block_id"])
    label = block["label"]["text"].rstrip("?")
    return f"{label}: {_chosen(value)}".rstrip() + (f" ← {error}" if error else "")


def _chosen(value: Any) -> str:
    """Of a menu what its choices read."""
    if isinstance(value, list):
        return ", ".join(map(_chosen, value))
    return str(value["text"]["text"] if isinstance(value, dict) else value or "")


def _label(element: Json) -> str:
    if element["type"] == "overflow":
        return " | ".join(option["text"]["text"] for option in element["options"])
    label: str = (element.get("text") or element["placeholder"])["text"]
    return label
