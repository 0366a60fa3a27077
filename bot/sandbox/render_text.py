"""Slack's own mark-up (mrkdwn) and plain text as HTML. Everything that a person or an app wrote is escaped."""

import re
from collections.abc import Callable
from datetime import datetime

from bot.domain.swedish import MONTHS, MONTHS_SHORT, WEEKDAYS, day_text, relative_age
from bot.report.html import Html, esc, join, tag
from bot.sandbox.render_scene import Scene

_WHOLE = re.compile(r"```(.+?)```|`([^`\n]+)`|<([^<>\n]+)>", re.DOTALL)
_STYLES = [
    (re.compile(rf"(?<![\w{sign}]){sign}(?=\S)([^{sign}\n]+?)(?<=\S){sign}(?![\w{sign}])"), rf"<{name}>\1</{name}>")
    for sign, name in ((r"\*", "strong"), ("_", "em"), ("~", "s"))
]
_KEPT = re.compile("\ue000(\\d+)\ue001")
_QUOTE = re.compile(r"(?:^(?:&gt;)[^\n]*\n?)+", re.MULTILINE)


def plain(text: str) -> Html:
    return join(_unescaped(text).replace("\ue000", "").split("\n"), Html("<br>"))


def mrkdwn(text: str, scene: Scene) -> Html:
    """Code and references are set aside first, so that no style reaches into them."""
    kept: list[Html] = []

    def keep(match: re.Match[str]) -> str:
        fence, code, reference = match.groups()
        kept.append(_kept(fence, code, reference, scene))
        return f"\ue000{len(kept) - 1}\ue001"

    body = str(esc(_unescaped(_WHOLE.sub(keep, text.replace("\ue000", "")))))
    for style, replacement in _STYLES:
        body = style.sub(replacement, body)
    body = _QUOTE.sub(_quote, body).replace("\n", "<br>")
    return Html(_KEPT.sub(lambda match: kept[int(match[1])], body))


def text_object(text: dict[str, str], scene: Scene) -> Html:
    return mrkdwn(text["text"], scene) if text.get("type") == "mrkdwn" else plain(text["text"])


def link(address: str, label: str) -> Html:
    """Only addresses that cannot run anything become links."""
    if not re.match(r"(https?://|mailto:|tel:)", address):
        return esc(label)
    return tag("a", label, href=address, rel="noreferrer")


def date_token(body: str, scene: Scene) -> Html:
    """`!date^unix^tokens^link|fallback`, in the reader's own time zone."""
    head, _, fallback = body.partition("|")
    parts = head.split("^")
    if len(parts) < 3 or not parts[1].isdigit():
        return plain(fallback)
    moment = scene.local(int(parts[1]))
    shown = re.sub(r"\{(\w+)\}", lambda match: _date_word(match[1], moment, scene.now), parts[2])
    written = tag("time", shown, datetime=moment.isoformat())
    return link(parts[3], written) if len(parts) > 3 else written


def clock_text(moment: datetime) -> str:
    return f"{moment.hour}.{moment.minute:02}"


def _kept(fence: str | None, code: str | None, reference: str | None, scene: Scene) -> Html:
    if fence is not None:
        return tag("pre", _unescaped(fence.strip("\n")), tabindex=0)
    if code is not None:
        return tag("code", _unescaped(code))
    return _reference(reference or "", scene)


def _reference(body: str, scene: Scene) -> Html:
    target, _, label = body.partition("|")
    if target.startswith("@"):
        return tag("span", f"@{scene.person(target[1:])}", class_="mention")
    if target.startswith("#"):
        return tag("span", f"#{scene.channel(target[1:])}", class_="mention")
    if target.startswith("!date^"):
        return date_token(body, scene)
    if target.startswith("!"):
        return tag("span", f"@{label or target[1:]}", class_="mention")
    return link(_unescaped(target), _unescaped(label or target))


def _date_word(token: str, moment: datetime, now: datetime) -> str:
    words: dict[str, Callable[[], str]] = {
        "date_num": lambda: moment.date().isoformat(),
        "date": lambda: f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}",
        "date_short": lambda: f"{moment.day} {MONTHS_SHORT[moment.month - 1]} {moment.year}",
        "date_long": lambda: f"{WEEKDAYS[moment.weekday()]} {moment.day} {MONTHS[moment.month - 1]} {moment.year}",
        "time": lambda: clock_text(moment),
        "time_secs": lambda: f"{clock_text(moment)}.{moment.second:02}",
        "ago": lambda: relative_age(moment.date(), now.date()),
    }
    if token.endswith("_pretty"):
        return day_text(moment.date(), now.date())
    return words[token]() if token in words else f"{{{token}}}"


def _quote(match: re.Match[str]) -> str:
    lines = [line.removeprefix("&gt;").strip() for line in match[0].rstrip("\n").split("\n")]
    return f"<blockquote>{'<br>'.join(lines)}</blockquote>"


def _unescaped(text: str) -> str:
    """The three signs that Slack escapes."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
