"""A chart as the table of its numbers: what everybody can read, whatever they see."""

from collections.abc import Sequence

from bot.domain.swedish import number
from bot.report.html import Html, tag
from bot.sandbox.elements import Json
from bot.sandbox.render_scene import Scene


def chart(block: Json, _scene: Scene) -> Html:
    drawn = block["chart"]
    segments = [{"name": "Andel", "data": drawn["segments"]}] if drawn["type"] == "pie" else []
    series: Sequence[Json] = drawn.get("series", segments)
    head = tag("tr", tag("td"), *(tag("th", one["name"], scope="col") for one in series))
    labels = [point["label"] for point in series[0]["data"]]
    rows = (_row(label, [one["data"][index]["value"] for one in series]) for index, label in enumerate(labels))
    table = tag("table", tag("caption", block["title"]), tag("thead", head), tag("tbody", *rows))
    return tag("div", table, class_="scroll", tabindex=0, role="region", aria_label=block["title"])


def _row(label: str, values: Sequence[float]) -> Html:
    return tag("tr", tag("th", label, scope="row"), *(tag("td", number(value)) for value in values))
