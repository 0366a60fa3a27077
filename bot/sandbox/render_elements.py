"""Buttons, overflow menus and everything else that can be pressed, each with its confirm dialog if it has one."""

from bot.report.html import Html, esc, join, tag
from bot.sandbox.elements import Json
from bot.sandbox.render_fields import control, is_group
from bot.sandbox.render_scene import Scene, field_name
from bot.sandbox.render_text import text_object

KNOWN = {
    "overflow", "checkboxes", "radio_buttons", "datepicker", "timepicker", "datetimepicker", "plain_text_input",
    "number_input", "email_text_input", "url_text_input", "static_select", "external_select", "users_select",
    "conversations_select", "channels_select", "multi_static_select", "multi_users_select",
    "multi_conversations_select", "multi_channels_select",
}  # fmt: skip


def element(block: Json, part: Json, scene: Scene) -> Html:
    """An element that acts at once: a button, or a control with a button that sends the choice."""
    kind = part["type"]
    if kind == "button":
        return button(block, part, scene)
    if kind == "image":
        return image(part)
    if kind == "overflow":
        return overflow(block, part, scene)
    return chooser(block, part, scene) if kind in KNOWN else unknown(kind)


def button(block: Json, part: Json, scene: Scene) -> Html:
    if address := part.get("url"):
        return tag("a", part["text"]["text"], href=address, rel="noreferrer", class_="button")
    look = f"button {part.get('style', '')}".strip()
    name = part.get("accessibility_label")
    return _pressed(block, part, scene, part["text"]["text"], class_=look, aria_label=name)


def chooser(block: Json, part: Json, scene: Scene) -> Html:
    label = part.get("placeholder", {}).get("text", "Välj")
    if is_group(part):
        field = tag("span", control(block, part, scene, {}), role="group", aria_label=label, class_="boxes")
    else:
        field = control(block, part, scene, {"aria_label": label, "id": scene.id(part["action_id"], block["block_id"])})
    return tag("span", field, _pressed(block, part, scene, "Välj", class_="button"), class_="chooser")


def overflow(block: Json, part: Json, scene: Scene) -> Html:
    rows = (
        _pressed(block, part, scene, option["text"]["text"], choice=option["value"], class_="button")
        for option in part["options"]
    )
    mark = tag("summary", tag("span", "⋯", aria_hidden="true"), tag("span", "Fler val", class_="unseen"))
    return tag("details", mark, tag("span", *rows, class_="menu"), class_="overflow")


def image(part: Json) -> Html:
    return tag("img", src=part.get("image_url", ""), alt=part["alt_text"], loading="lazy")


def unknown(kind: str) -> Html:
    return tag("span", f"Okänt: {kind}", class_="unknown")


def _pressed(
    block: Json, part: Json, scene: Scene, label: str, *, choice: str | None = None, **attributes: str | None
) -> Html:
    """The submit button that presses an element; with `confirm`, a button that first asks."""
    value = field_name(block, part) if choice is None else field_name(block, part) + "/" + _quoted(choice)
    asked = part.get("confirm")
    if not asked:
        return tag("button", label, name="tryck", value=value, formnovalidate=True, **attributes)
    dialog_id = scene.id("fraga", block["block_id"], part["action_id"], choice or "")
    opens = tag("button", label, type="button", popovertarget=dialog_id, **attributes)
    return join([opens, _confirm(asked, value, dialog_id, scene)])


def _confirm(asked: Json, value: str, dialog_id: str, scene: Scene) -> Html:
    title_id = f"{dialog_id}-titel"
    look = "button danger" if asked.get("style") == "danger" else "button primary"
    no = tag("button", asked["deny"]["text"], type="button", class_="button", popovertarget=dialog_id,
             popovertargetaction="hide")  # fmt: skip
    yes = tag("button", asked["confirm"]["text"], name="tryck", value=value, class_=look, formnovalidate=True)
    return tag(
        "span",
        tag("strong", asked["title"]["text"], id=title_id),
        tag("span", text_object(asked["text"], scene)),
        tag("span", no, yes, class_="row"),
        id=dialog_id,
        popover="auto",
        role="dialog",
        aria_labelledby=title_id,
        class_="confirm",
    )


def _quoted(text: str) -> Html:
    return esc(field_name({"block_id": text}, {"action_id": ""}).rstrip("/"))
