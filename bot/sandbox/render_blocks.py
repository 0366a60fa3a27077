"""Blocks as HTML. What the page cannot draw is shown in yellow with its name, never left out."""

from collections.abc import Callable

from bot.report.html import Html, join, tag
from bot.sandbox.elements import Json
from bot.sandbox.render_chart import chart
from bot.sandbox.render_elements import KNOWN, button, element, image, unknown
from bot.sandbox.render_fields import Attributes, control, is_group
from bot.sandbox.render_markdown import markdown
from bot.sandbox.render_rich_text import cell, rich_text
from bot.sandbox.render_scene import Scene
from bot.sandbox.render_text import text_object


def blocks(found: list[Json], scene: Scene) -> Html:
    return join(_block(one, scene) for one in found)


def _block(block: Json, scene: Scene) -> Html:
    draw = DRAWN.get(block["type"])
    return draw(block, scene) if draw else tag("div", f"Okänt block: {block['type']}", class_="unknown")


def _section(block: Json, scene: Scene) -> Html:
    text, fields = block.get("text"), block.get("fields", [])
    body = tag("div", text_object(text, scene), class_="text") if text else Html("")
    pairs = (tag("div", text_object(field, scene)) for field in fields)
    listed = tag("div", *pairs, class_="fields") if fields else Html("")
    beside = block.get("accessory")
    accessory = tag("div", element(block, beside, scene), class_="accessory") if beside else Html("")
    return tag("div", tag("div", body, listed, class_="grow"), accessory, class_="section")


def _header(block: Json, scene: Scene) -> Html:
    return tag(scene.heading, text_object(block["text"], scene), class_="header")


def _divider(_block: Json, _scene: Scene) -> Html:
    return tag("hr")


def _context(block: Json, scene: Scene) -> Html:
    parts = (
        image(part) if part["type"] == "image" else tag("span", text_object(part, scene)) for part in block["elements"]
    )
    return tag("div", *parts, class_="context")


def _actions(block: Json, scene: Scene) -> Html:
    return tag("div", *(element(block, part, scene) for part in block["elements"]), class_="actions")


def _image(block: Json, scene: Scene) -> Html:
    title = block.get("title")
    caption = tag("figcaption", text_object(title, scene)) if title else Html("")
    return tag("figure", caption, image(block))


def _rich_text(block: Json, scene: Scene) -> Html:
    return tag("div", rich_text(block["elements"], scene), class_="text")


def _markdown(block: Json, scene: Scene) -> Html:
    return tag("div", markdown(block["text"], scene.heading), class_="text")


def _table(block: Json, scene: Scene) -> Html:
    head, *rows = block["rows"]
    caption = tag("caption", block["caption"]) if "caption" in block else Html("")
    first = tag("thead", tag("tr", *(tag("th", cell(one, scene), scope="col") for one in head)))
    body = tag("tbody", *(tag("tr", *(tag("td", cell(one, scene)) for one in row)) for row in rows))
    return tag("div", tag("table", caption, first, body), class_="scroll", tabindex=0, role="region",
               aria_label=block.get("caption", "Tabell"))  # fmt: skip


def _alert(block: Json, scene: Scene) -> Html:
    return tag("div", text_object(block["text"], scene), class_=f"alert {block.get('level', 'default')}", role="note")


def _container(block: Json, scene: Scene) -> Html:
    title = block.get("title")
    head = tag(scene.heading, text_object(title, scene), class_="header") if title else Html("")
    return tag("div", head, blocks(block["child_blocks"], scene), class_="container")


def _input(block: Json, scene: Scene) -> Html:
    part = block["element"]
    if part["type"] not in KNOWN:
        return unknown(part["type"])
    field_id = scene.id(block["block_id"], part["action_id"])
    label = join([block["label"]["text"], tag("small", " (valfritt)") if block.get("optional") else ""])
    notes = _notes(block, scene, field_id)
    described = " ".join(name for name, _ in notes) or None
    wrong = "true" if block["block_id"] in scene.errors else None
    tied: Attributes = {"aria_describedby": described, "aria_invalid": wrong}
    field = _field(block, part, scene, tied | {"id": field_id, "autofocus": wrong is not None})
    below = join(note for _, note in notes)
    if is_group(part):
        return tag("fieldset", tag("legend", label), field, below, class_="input", **tied)
    return tag("div", tag("label", label, for_=field_id), field, below, class_="input")


def _field(block: Json, part: Json, scene: Scene, attributes: Attributes) -> Html:
    """An input that tells the app at once has a button for it beside its control."""
    field = control(block, part, scene, attributes)
    if not block.get("dispatch_action"):
        return field
    send = button(block, {**part, "type": "button", "text": {"text": "Visa"}}, scene)
    return tag("span", field, send, class_="chooser")


def _notes(block: Json, scene: Scene, field_id: str) -> list[tuple[str, Html]]:
    notes: list[tuple[str, Html]] = []
    if hint := block.get("hint"):
        notes.append((f"{field_id}-tips", tag("p", hint["text"], id=f"{field_id}-tips", class_="hint")))
    if error := scene.errors.get(block["block_id"]):
        notes.append((f"{field_id}-fel", tag("p", error, id=f"{field_id}-fel", class_="error")))
    return notes


DRAWN: dict[str, Callable[[Json, Scene], Html]] = {
    "section": _section,
    "header": _header,
    "divider": _divider,
    "context": _context,
    "actions": _actions,
    "image": _image,
    "rich_text": _rich_text,
    "markdown": _markdown,
    "table": _table,
    "data_table": _table,
    "data_visualization": chart,
    "alert": _alert,
    "container": _container,
    "input": _input,
}
