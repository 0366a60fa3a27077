"""HTML as text that knows whether it is escaped: what is not `Html` is escaped wherever it is put in."""

import html
from collections.abc import Iterable

VOID = {"br", "hr", "img", "input", "link", "meta"}


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


def esc(text: str) -> Html:
    return text if isinstance(text, Html) else Html(html.escape(text))


def join(parts: Iterable[str], between: str = "") -> Html:
    return Html(esc(between).join(esc(part) for part in parts))


def tag(name: str, /, *inside: str, **attributes: str | int | bool | None) -> Html:
    """`class_` gives class, `aria_label` gives aria-label; True is a bare attribute, None and False are left out."""
    given = "".join(_attribute(key, value) for key, value in attributes.items())
    opened = f"<{name}{given}>"
    return Html(opened if name in VOID else f"{opened}{join(inside)}</{name}>")


def _attribute(key: str, value: str | int | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{html.escape(str(value))}"'
