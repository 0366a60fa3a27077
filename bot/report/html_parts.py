"""The parts of a document as HTML: one page that needs nothing else."""

from base64 import b64encode
from collections.abc import Iterator, Sequence

from bot.report.html import Html, join, tag
from bot.report.html import table as html_table
from bot.report.parts import Field, Heading, Part, Picture, Points, Table, Text


def rendered(parts: Sequence[Part]) -> Html:
    """With a list of the main headings first, to go to each."""
    links = (tag("li", tag("a", part.text, href=f"#{_id(at)}")) for at, part in _main_headings(parts))
    contents = tag("nav", tag("ul", *links), aria_label="På den här sidan")
    ids = {at: _id(at) for at, _ in _main_headings(parts)}
    return join([contents, *(_rendered(part, ids.get(at)) for at, part in enumerate(parts))])


def _main_headings(parts: Sequence[Part]) -> Iterator[tuple[int, Heading]]:
    return ((at, part) for at, part in enumerate(parts) if isinstance(part, Heading) and part.level == 1)


def _id(at: int) -> str:
    return f"del-{at}"


def _rendered(part: Part, id_: str | None) -> Html:
    match part:
        case Heading(text, level):
            return tag(f"h{level + 1}", text, id=id_)
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
