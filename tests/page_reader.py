"""Reads a page the way a person does: texts, forms, and what a field says about itself."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from aiohttp import ClientSession

VOID = {"br", "hr", "img", "input", "link", "meta"}


@dataclass
class Node:
    name: str
    attributes: dict[str, str]
    parent: "Node | None" = None
    children: list["Node | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        parts = (child if isinstance(child, str) else child.text for child in self.children)
        return re.sub(r"\s+", " ", " ".join(parts)).strip()

    def all(self) -> list["Node"]:
        inner = (child.all() for child in self.children if isinstance(child, Node))
        return [self, *(node for nodes in inner for node in nodes)]

    def within(self, name: str) -> bool:
        return self.parent is not None and (self.parent.name == name or self.parent.within(name))


class Page(HTMLParser):
    def __init__(self, raw: str) -> None:
        super().__init__()
        self.raw = raw
        self.root = self._open = Node("", {})
        self.feed(raw)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs}, self._open)
        self._open.children.append(node)
        self._open = self._open if tag in VOID else node

    def handle_endtag(self, tag: str) -> None:
        assert self._open.name == tag, f"</{tag}> closes <{self._open.name}>"
        self._open = self._open.parent or self.root

    def handle_data(self, data: str) -> None:
        self._open.children.append(data)

    def nodes(self, name: str, inside: str = "") -> list[Node]:
        return [node for node in self.root.all() if node.name == name and (not inside or node.within(inside))]

    def texts(self, name: str, inside: str = "") -> list[str]:
        return [node.text for node in self.nodes(name, inside)]

    def form_of(self, label: str) -> tuple[str, dict[str, str]]:
        """Where the button that reads so posts to, and what is posted when it is pressed."""
        button = next(node for node in self.nodes("button") if label in (node.text, node.attributes.get("aria-label")))
        form = button
        while form.name != "form":
            assert form.parent
            form = form.parent
        given = [node for node in form.all() if node.name in ("input", "textarea") and _counts(node)]
        fields = {node.attributes["name"]: node.attributes.get("value", node.text) for node in given}
        return form.attributes["action"], fields | {button.attributes.get("name", ""): button.attributes["value"]}


def _counts(node: Node) -> bool:
    return node.attributes.get("type") not in ("checkbox", "radio") or "checked" in node.attributes


async def read(browser: ClientSession, address: str) -> Page:
    answer = await browser.get(address)
    assert answer.status == 200
    return Page(await answer.text())


def named(page: Page, node_id: str) -> str:
    return next(node.text for node in page.root.all() if node.attributes.get("id") == node_id)
