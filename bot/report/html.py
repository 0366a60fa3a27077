"""HTML as text that knows whether it is escaped: what is not `Html` is escaped wherever it is put in."""

import html
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from bot.report.parts import clean

VOID = {"br", "hr", "img", "input", "link", "meta"}


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


def esc(text: str) -> Html:
    return text if isinstance(text, Html) else Html(html.escape(clean(text)))


def join(parts: Iterable[str], between: str = "") -> Html:
    return Html(esc(between).join(esc(part) for part in parts))


def tag(name: str, /, *inside: str, **attributes: str | int | bool | None) -> Html:
    """`class_` gives class, `aria_label` gives aria-label; True is a bare attribute, None and False are left out."""
    given = "".join(_attribute(key, value) for key, value in attributes.items())
    opened = f"<{name}{given}>"
    return Html(opened if name in VOID else f"{opened}{join(inside)}</{name}>")


def page(title: str, *main: Html, head: Html | None = None, foot: Html | None = None, about: str = "") -> str:
    """A whole page that needs nothing else: for screens of all widths, print, keyboard and screen readers.

    `head` and `foot` stand before and after the main content; `about` is what search engines show.
    """
    description = tag("meta", name="description", content=about) if about else ""
    top = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        description,
        tag("link", rel="icon", href="data:,"),
        tag("style", Html(_style())),
    )
    body = tag(
        "body",
        tag("a", "Till innehållet", class_="skip", href="#innehall"),
        tag("header", head) if head else "",
        tag("main", *main, id="innehall"),
        tag("footer", foot) if foot else "",
    )
    return f"<!DOCTYPE html>\n{tag('html', top, body, lang='sv')}\n"


def table(caption: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> Html:
    """The first cell of a row names it. On a narrow screen each row becomes a list: the roles keep it a table."""
    columns = (tag("th", name, scope="col", role="columnheader") for name in header)
    head = tag("thead", tag("tr", *columns, role="row"), role="rowgroup")
    body = tag("tbody", *(_row(header, row) for row in rows), role="rowgroup")
    return tag("table", tag("caption", caption), head, body, role="table")


def _row(header: Sequence[str], row: Sequence[str]) -> Html:
    first, *rest = row
    cells = (tag("td", text, role="cell", data_label=name) for name, text in zip(header[1:], rest, strict=True))
    return tag("tr", tag("th", first, scope="row", role="rowheader"), *cells, role="row")


def _attribute(key: str, value: str | int | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{esc(str(value))}"'


@cache
def _style() -> str:
    return files("bot.report").joinpath("page.css").read_text("utf-8")
