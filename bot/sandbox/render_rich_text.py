"""Slack's `rich_text` block, and the cells of tables, as HTML."""

from bot.report.html import Html, esc, join, tag
from bot.sandbox.elements import Json
from bot.sandbox.render_scene import Scene
from bot.sandbox.render_text import date_token, link, plain

_STYLES = (("code", "code"), ("bold", "strong"), ("italic", "em"), ("strike", "s"))
_WRAPPERS = {"rich_text_section": "div", "rich_text_quote": "blockquote"}


def rich_text(parts: list[Json], scene: Scene) -> Html:
    return join(_part(part, scene) for part in parts)


def cell(value: Json, scene: Scene) -> Html:
    if value.get("type") == "rich_text":
        return rich_text(value.get("elements", []), scene)
    return plain(str(value.get("text", value.get("value", ""))))


def _part(part: Json, scene: Scene) -> Html:
    inside = part.get("elements", [])
    if part["type"] == "rich_text_list":
        name = "ol" if part.get("style") == "ordered" else "ul"
        return tag(name, *(tag("li", _run(item.get("elements", []), scene)) for item in inside))
    if part["type"] == "rich_text_preformatted":
        return tag("pre", _run(inside, scene), tabindex=0)
    return tag(_WRAPPERS.get(part["type"], "div"), _run(inside, scene))


def _run(elements: list[Json], scene: Scene) -> Html:
    return join(_styled(element, scene) for element in elements)


def _styled(element: Json, scene: Scene) -> Html:
    body = _leaf(element, scene)
    for style, name in _STYLES:
        if element.get("style", {}).get(style):
            body = tag(name, body)
    return body


def _leaf(element: Json, scene: Scene) -> Html:
    kind = element["type"]
    if kind == "text":
        return plain(element["text"])
    if kind == "link":
        return link(element["url"], str(element.get("text") or element["url"]))
    if kind == "user":
        return tag("span", f"@{scene.person(element['user_id'])}", class_="mention")
    if kind == "channel":
        return tag("span", f"#{scene.channel(element['channel_id'])}", class_="mention")
    if kind == "date":
        return date_token(f"!date^{element['timestamp']}^{element['format']}|{element.get('fallback', '')}", scene)
    return esc(f":{element['name']}:" if kind == "emoji" else f"@{element.get('range', kind)}")
