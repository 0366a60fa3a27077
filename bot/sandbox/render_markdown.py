"""The standard Markdown of a `markdown` block as HTML: what our texts use, not the whole standard."""

import itertools
import re
from collections.abc import Iterator

from bot.report.html import Html, esc, join, tag
from bot.sandbox.render_text import link

_FENCE = re.compile(r"```\w*\n(.*?)\n```", re.DOTALL)
_LINE_KINDS = (
    ("heading", re.compile(r"#{1,6}\s+(.*)")),
    ("ul", re.compile(r"[-*+]\s+(.*)")),
    ("ol", re.compile(r"\d+[.)]\s+(.*)")),
    ("quote", re.compile(r">\s?(.*)")),
    ("blank", re.compile(r"()\s*$")),
)
_INLINE = re.compile(r"`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)|\*\*(.+?)\*\*|(?<!\w)[*_](.+?)[*_](?!\w)|~~(.+?)~~")


def markdown(text: str, heading: str) -> Html:
    pieces = _FENCE.split(text)
    return join(tag("pre", one, tabindex=0) if n % 2 else _prose(one, heading) for n, one in enumerate(pieces))


def _prose(text: str, heading: str) -> Html:
    lines = [_kind(line.strip()) for line in text.split("\n")]
    groups = itertools.groupby(lines, key=lambda line: line[0])
    return join(_group(kind, [line for _, line in group], heading) for kind, group in groups)


def _kind(line: str) -> tuple[str, str]:
    for kind, pattern in _LINE_KINDS:
        if match := pattern.match(line):
            return kind, match[1]
    return "p", line


def _group(kind: str, lines: list[str], heading: str) -> Html:
    if kind == "blank":
        return Html("")
    if kind == "heading":
        return join(tag(heading, *inline(line)) for line in lines)
    if kind in ("ul", "ol"):
        return tag(kind, *(tag("li", *inline(line)) for line in lines))
    rows = join((join(inline(line)) for line in lines), Html("<br>"))
    return tag("blockquote" if kind == "quote" else "p", rows)


def inline(text: str) -> Iterator[Html]:
    at = 0
    for match in _INLINE.finditer(text):
        yield esc(text[at : match.start()])
        yield _styled(match)
        at = match.end()
    yield esc(text[at:])


def _styled(match: re.Match[str]) -> Html:
    code, label, address, bold, slanted, struck = match.groups()
    if code:
        return tag("code", code)
    if label:
        return link(address, label)
    for name, body in (("strong", bold), ("em", slanted), ("s", struck)):
        if body:
            return tag(name, *inline(body))
    return esc(match[0])
