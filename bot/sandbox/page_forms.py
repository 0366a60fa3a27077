"""A posted form becomes what the person did. Raises NotThere when the screen it was made from is gone."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.calendar import to_utc
from bot.sandbox.elements import Json, NotThere, elements_in, entered, find_element, is_stateful
from bot.sandbox.interactions import Place, SandboxPerson
from bot.sandbox.page_frame import GLOBAL_SHORTCUTS, MESSAGE_SHORTCUTS, Memory
from bot.sandbox.render_fields import is_group
from bot.sandbox.render_scene import field_name, named
from bot.sandbox.workspace import Message, View

Form = Mapping[str, list[str]]


async def act(person: SandboxPerson, form: Form, memory: Memory) -> None:
    """Whatever was pressed in a message, on Home or in a modal."""
    place = _place(person, one(form, "plats"))
    pressed = one(form, "tryck")
    if place is person.modal and not one(form, "gor").startswith("stang"):
        await _keep_typed(person, place, form, besides=pressed)
    if pressed:
        await _press(person, place, form, named(pressed))
    elif "sok" in form:
        await _search(person, place, form, memory)
    elif one(form, "gor") == "skicka":
        await person.submit()
    elif one(form, "gor"):
        await person.close(all_views=one(form, "gor") == "stang-allt")


async def take_shortcut(person: SandboxPerson, form: Form) -> None:
    """From the menu of a message, or from anywhere."""
    callback = one(form, "genvag")
    if callback in GLOBAL_SHORTCUTS:
        await person.global_shortcut(callback)
        return
    message = _place(person, f"m/{one(form, 'kanal')}/{one(form, 'ts')}")
    if callback not in MESSAGE_SHORTCUTS or not isinstance(message, Message):
        raise NotThere(f"no shortcut {callback!r}")
    await person.message_shortcut(message, callback)


def one(form: Form, name: str) -> str:
    return form.get(name, [""])[-1]


def _place(person: SandboxPerson, name: str) -> Place:
    kind, _, rest = name.partition("/")
    channel, _, ts = rest.partition("/")
    if kind == "fonster" and person.modal and person.modal.id == rest:
        return person.modal
    if kind == "hem" and person.home and person.home.id == rest:
        return person.home
    if kind == "m" and channel in person.workspace.channels:
        for message in person.sees(channel):
            if message.ts == ts:
                return message
    raise NotThere(f"no place {name!r}")


async def _press(person: SandboxPerson, place: Place, form: Form, target: tuple[str, ...]) -> None:
    block_id, action_id, *choice = target
    _, element = find_element(place.blocks, action_id, block_id)
    value = choice[0] if choice else _posted(person, element, form.get(field_name_of(target), []))
    await person.press(place, action_id, block_id, value)


async def _search(person: SandboxPerson, place: Place, form: Form, memory: Memory) -> None:
    target = named(one(form, "sok"))
    found = await person.suggest(place, target[1], one(form, f"sok:{one(form, 'sok')}"))
    memory.offers.setdefault(person.user.id, {})[target[0], target[1]] = found


async def _keep_typed(person: SandboxPerson, view: View, form: Form, besides: str) -> None:
    """Fields that were changed; those that tell the app at once do so, as they would have when they were left."""
    for block, element in list(elements_in(view.blocks)):
        name = field_name(block, element)
        if name == besides or name not in form or not is_stateful(element):
            continue
        value = _posted(person, element, form[name])
        if _is_new(person, view, block, element, value):
            await _fill(person, view, block, element, value)


async def _fill(person: SandboxPerson, view: View, block: Json, element: Json, value: Any) -> None:
    if block["type"] == "input":
        await person.fill(block["block_id"], value)
    else:
        await person.press(view, element["action_id"], block["block_id"], value)


def _is_new(person: SandboxPerson, view: View, block: Json, element: Json, value: Any) -> bool:
    before = view.values.get(block["block_id"], {}).get(element["action_id"])
    return before != entered(element, value, person.offered)


def _posted(person: SandboxPerson, element: Json, values: list[str]) -> Any:
    """As `SandboxPerson.press` and `SandboxPerson.fill` want it."""
    filled = [value for value in values if value]
    if is_group(element) and element["type"] != "radio_buttons":
        return filled
    if not filled:
        return None
    last = filled[-1].replace("\r\n", "\n")
    if element["type"] == "datetimepicker":
        return int(to_utc(datetime.fromisoformat(last), ZoneInfo(person.user.tz)).timestamp())
    if element["type"] == "number_input":
        return last.strip().replace(",", ".")
    return last


def field_name_of(target: tuple[str, ...]) -> str:
    return field_name({"block_id": target[0]}, {"action_id": target[1]})
