"""Menus, pickers and text fields as form controls. Their names lead back to block and element (`field_name`)."""

from collections.abc import Iterable
from typing import TypeAlias

from bot.report.html import Html, join, tag
from bot.sandbox.elements import Json
from bot.sandbox.render_scene import Scene, field_name
from bot.sandbox.render_text import text_object

Attributes: TypeAlias = dict[str, str | int | bool | None]
"""What ties a control to its label, hint and error: id, aria-label, aria-describedby, aria-invalid."""

INPUT_MODES = {"email_text_input": "email", "url_text_input": "url"}
NATIVE = {"datepicker": "date", "timepicker": "time", "datetimepicker": "datetime-local"}
GROUPS = {"checkboxes", "radio_buttons"}


def is_group(element: Json) -> bool:
    """Whether it is many controls, which then need a group around them."""
    return element["type"] in GROUPS or element["type"].startswith("multi_")


def control(block: Json, element: Json, scene: Scene, attributes: Attributes) -> Html:
    kind = element["type"]
    if is_group(element):
        return _boxes(block, element, scene)
    if kind == "external_select":
        return _search(block, element, scene, attributes)
    if kind.endswith("_select"):
        return _select(block, element, scene, attributes)
    if kind in NATIVE:
        return _picker(block, element, scene, attributes)
    return _text_field(block, element, scene, attributes)


def choices(element: Json, scene: Scene) -> list[Json]:
    """What a menu offers, also where the workspace itself fills it."""
    kind = element["type"]
    if kind.endswith("users_select"):
        people = [user for user in scene.workspace.users.values() if not user.is_bot]
        return [_choice(user.id, user.real_name) for user in people]
    if kind.endswith(("channels_select", "conversations_select")):
        rooms = [room for room in scene.workspace.channels.values() if scene.user.id in room.members]
        return [_choice(room.id, f"#{room.name}") for room in rooms if not room.is_im]
    options: list[Json] = element.get("options", [])
    return options


def _choice(value: str, text: str) -> Json:
    return {"value": value, "text": {"type": "plain_text", "text": text}}


def chosen(value: object) -> set[str]:
    """The values of what is entered, be it an option, an id, or a list of either."""
    many: Iterable[object] = value if isinstance(value, list) else [value]
    return {str(one["value"] if isinstance(one, dict) else one) for one in many if one is not None}


def _select(block: Json, element: Json, scene: Scene, attributes: Attributes) -> Html:
    marked = chosen(scene.entered(block, element))
    empty = element.get("placeholder", {}).get("text", "Välj …")
    listed = join(_option(one, marked) for one in choices(element, scene))
    groups = element.get("option_groups", [])
    grouped = join(
        tag("optgroup", *(_option(one, marked) for one in group["options"]), label=group["label"]["text"])
        for group in groups
    )
    return tag("select", tag("option", empty, value=""), listed, grouped, name=field_name(block, element), **attributes)


def _option(option: Json, marked: set[str]) -> Html:
    return tag("option", option["text"]["text"], value=option["value"], selected=option["value"] in marked)


def _search(block: Json, element: Json, scene: Scene, attributes: Attributes) -> Html:
    """A menu that the app fills: first a search, then a choice among what it offered."""
    name = field_name(block, element)
    current = scene.entered(block, element)
    offered = list(scene.offers.get((block["block_id"], element["action_id"]), []))
    options = offered or ([current] if isinstance(current, dict) else [])
    found = tag("select", tag("option", "Välj …", value=""), *(_option(one, chosen(current)) for one in options),
                name=name, **attributes)  # fmt: skip
    return tag(
        "span",
        tag("input", type="text", name=f"sok:{name}", aria_label="Sök", class_="query"),
        tag("button", "Sök", name="sok", value=name, formnovalidate=True),
        found if options else Html(""),
        class_="search",
    )


def _boxes(block: Json, element: Json, scene: Scene) -> Html:
    marked = chosen(scene.entered(block, element))
    name = field_name(block, element)
    kind = "radio" if element["type"] == "radio_buttons" else "checkbox"
    options = [*choices(element, scene), *(o for g in element.get("option_groups", []) for o in g["options"])]

    def box(option: Json) -> Html:
        ticked = option["value"] in marked
        described = option.get("description")
        return tag(
            "label",
            tag("input", type=kind, name=name, value=option["value"], checked=ticked),
            tag("span", text_object(option["text"], scene)),
            tag("small", text_object(described, scene)) if described else Html(""),
            class_="box",
        )

    # An empty field of the same name, so that ticking nothing is told apart from not being there.
    return join([tag("input", type="hidden", name=name, value=""), *map(box, options)])


def _picker(block: Json, element: Json, scene: Scene, attributes: Attributes) -> Html:
    value = scene.entered(block, element)
    if element["type"] == "datetimepicker" and isinstance(value, int):
        value = scene.local(value).strftime("%Y-%m-%dT%H:%M")
    native = NATIVE[element["type"]]
    return tag("input", type=native, name=field_name(block, element), value=str(value or ""), **attributes)


def _text_field(block: Json, element: Json, scene: Scene, attributes: Attributes) -> Html:
    name, value = field_name(block, element), str(scene.entered(block, element) or "")
    hint = element.get("placeholder", {}).get("text")
    focus = bool(element.get("focus_on_load"))
    shared: Attributes = {"name": name, "placeholder": hint, "autofocus": focus, "autocomplete": "off", **attributes}
    if element.get("multiline"):
        return tag("textarea", f"\n{value}", rows=3, **shared)
    return tag("input", type="text", inputmode=_input_mode(element), value=value, **shared)


def _input_mode(element: Json) -> str | None:
    if element["type"] == "number_input":
        return "decimal" if element["is_decimal_allowed"] else "numeric"
    return INPUT_MODES.get(element["type"])
