"""The parts of a document as HTML: one page that needs nothing else."""

from base64 import b64encode
from collections.abc import Iterable

from bot.report.html import Html, join, tag
from bot.report.html import table as html_table
from bot.report.parts import Field, Heading, Part, Picture, Points, Table, Text


def rendered(parts: Iterable[Part]) -> Html:
    return join(_rendered(part) for part in parts)


def _rendered(part: Part) -> Html:
    match part:
        case Heading(text, level):
            return tag(f"h{level + 1}", text)
        case Text(text, label):
            return tag("p", *([tag("strong", f"{label}:"), " "] if label else []), text)
        case Points(items):
            return tag("ul", *(tag("li", item) for item in items))
        case Table(caption, header, rows):
            return html_table(caption, header, rows)
        case Picture():
            return _figure(part)
        case Field(label):
            return tag("div", tag("strong", label), class_="field")


def _figure(picture: Picture) -> Html:
    chart = picture.chart
    source = f"data:image/png;base64,{b64encode(chart.png).decode()}"
    image = tag("img", src=source, alt=chart.alt, width=chart.width, height=chart.height)
    return tag("figure", image, tag("figcaption", picture.caption))
