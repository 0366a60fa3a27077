"""What can be pressed, chosen and typed in blocks: where it sits, what it is called, and what Slack sends for it."""

import copy
from collections.abc import Callable, Iterable, Iterator
from typing import Any

Json = dict[str, Any]
Values = dict[str, dict[str, Json]]
"""Slack's `state.values`: block id, then action id, then what was entered."""

_VALUE_KEYS = {
    "plain_text_input": "value",
    "number_input": "value",
    "email_text_input": "value",
    "url_text_input": "value",
    "rich_text_input": "rich_text_value",
    "static_select": "selected_option",
    "external_select": "selected_option",
    "radio_buttons": "selected_option",
    "checkboxes": "selected_options",
    "multi_static_select": "selected_options",
    "multi_external_select": "selected_options",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
    "users_select": "selected_user",
    "multi_users_select": "selected_users",
    "conversations_select": "selected_conversation",
    "multi_conversations_select": "selected_conversations",
    "channels_select": "selected_channel",
    "multi_channels_select": "selected_channels",
    "file_input": "files",
}


class NotThere(Exception):
    """The person tried to press or choose what is not on their screen: a fault of the test, or a stale page."""


def elements_in(blocks: Iterable[Json]) -> Iterator[tuple[Json, Json]]:
    """Every element with the block it stands in."""
    for block in blocks:
        found = [block.get("accessory"), block.get("element"), *block.get("elements", ())]
        for element in found:
            if element and "type" in element and block["type"] not in ("context", "rich_text"):
                yield block, element


def with_ids(blocks: list[Json], new_id: Callable[[str], str]) -> list[Json]:
    """A copy in which every block and element has its id, made up as Slack does where the app gave none."""
    blocks = copy.deepcopy(blocks)
    for block in blocks:
        block.setdefault("block_id", new_id("b"))
    for _, element in elements_in(blocks):
        element.setdefault("action_id", new_id("a"))
    return blocks


def find_element(blocks: Iterable[Json], action_id: str, block_id: str | None = None) -> tuple[Json, Json]:
    for block, element in elements_in(blocks):
        if element.get("action_id") == action_id and block_id in (None, block.get("block_id")):
            return block, element
    raise NotThere(f"no element {action_id!r} here")


def find_input(blocks: Iterable[Json], name: str) -> tuple[Json, Json]:
    """By block id, label or action id."""
    for block, element in elements_in(blocks):
        label = block.get("label", {}).get("text")
        if name in (block.get("block_id"), label, element.get("action_id")) and is_stateful(element):
            return block, element
    raise NotThere(f"no field {name!r} here")


def find_label(blocks: Iterable[Json], label: str) -> tuple[Json, Json, str | None] | None:
    """The button, or the choice of an overflow menu, that reads so; the third is the choice's value."""
    for block, element in elements_in(blocks):
        if element["type"] in ("button", "workflow_button") and element["text"]["text"] == label:
            return block, element, None
        for option in element["options"] if element["type"] == "overflow" else ():
            if option["text"]["text"] == label:
                return block, element, option["value"]
    return None


def is_stateful(element: Json) -> bool:
    return element["type"] in _VALUE_KEYS


def options_of(element: Json) -> list[Json]:
    grouped = (option for group in element.get("option_groups", ()) for option in group["options"])
    return [*element.get("options", ()), *grouped]


def entered(element: Json, given: Any, offered: Iterable[Json] = ()) -> Json:
    """What Slack sends after `given` was entered; options are named by value or text, `offered` are the app's own."""
    kind = element["type"]
    if kind == "button":
        return {"type": kind, **{key: element[key] for key in ("text", "value", "style") if key in element}}
    if kind == "overflow":
        return {"type": kind, "selected_option": _option(element, given, offered)}
    key = _VALUE_KEYS[kind]
    entry: Json = {"type": kind, key: _converted(element, key, given, offered)}
    if "timezone" in element:
        entry["timezone"] = element["timezone"]
    return entry


def _converted(element: Json, key: str, given: Any, offered: Iterable[Json]) -> Any:
    if given in (None, "", []):
        return [] if key.endswith("s") else None
    if key == "selected_options":
        names = [given] if isinstance(given, str) else given
        return [_option(element, name, offered) for name in names]
    if key == "selected_option":
        return _option(element, given, offered)
    if key.endswith("s"):
        return [given] if isinstance(given, str) else list(given)
    if key in ("selected_date_time", "rich_text_value"):
        return given
    return str(given)


def _option(element: Json, name: Any, offered: Iterable[Json]) -> Json:
    for option in [*options_of(element), *offered]:
        if name in (option["value"], option["text"]["text"]):
            return {key: option[key] for key in ("text", "value", "description") if key in option}
    raise NotThere(f"no choice {name!r} in {element.get('action_id')}")


def initial_values(blocks: Iterable[Json], kept: Values | None = None) -> Values:
    """The state of fresh blocks. What was entered before stays where block id, action id and type are the same."""
    values: Values = {}
    for block, element in elements_in(blocks):
        if is_stateful(element):
            action = element["action_id"]
            before = (kept or {}).get(block["block_id"], {}).get(action)
            same = before is not None and before["type"] == element["type"]
            values.setdefault(block["block_id"], {})[action] = before if before and same else _initial(element)
    return values


def _initial(element: Json) -> Json:
    key = _VALUE_KEYS[element["type"]]
    start = element.get("initial_" + key.removeprefix("selected_").removeprefix("rich_text_"))
    if start is None and key.endswith("s"):
        start = []
    entry: Json = {"type": element["type"], key: start}
    if "timezone" in element:
        entry["timezone"] = element["timezone"]
    return entry


def value_of(entry: Json) -> Any:
    """What an entry of `state.values` holds, whatever its element."""
    return entry[_VALUE_KEYS[entry["type"]]]
