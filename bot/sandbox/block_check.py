"""Says which of Slack's rules a message, modal or Home view breaks: place (JSON pointer), figure, limit and owner."""

import json
from collections.abc import Iterator
from typing import Any

from bot.sandbox.block_rules_base import Check, Shape, check_object, choice, flag, items, string, text, typed
from bot.sandbox.block_rules_blocks import BLOCKS

TOTAL_CHARACTERS = 13_200  # of JSON; undocumented, Slack answers msg_blocks_too_long
MARKDOWN_CHARACTERS = 12_000
TEXT_CHARACTERS = 40_000
PER_MESSAGE = {"table": 1, "data_visualization": 2}

BLOCK = typed(BLOCKS, (), "listan")
VIEW: dict[str, Check] = {
    "type": choice("modal", "home"),
    "blocks": items(BLOCK, 100),
    "callback_id": string(255),
    "private_metadata": string(3000, least=0),
    "external_id": string(255),
}
HOME = Shape(VIEW, ("type", "blocks"))
MODAL = Shape(
    VIEW
    | {
        "title": text(24, plain=True),
        "submit": text(24, plain=True),
        "close": text(24, plain=True),
        "clear_on_close": flag,
        "notify_on_close": flag,
        "submit_disabled": flag,
    },
    ("type", "title", "blocks"),
)
MESSAGE_BLOCKS = items(BLOCK, 50, least=0)


def check_message(
    text: str | None, blocks: list[Any] | None, attachments: list[dict[str, Any]] | None = None
) -> list[str]:
    """Broken rules of a message. `text` is ours to demand: it is what a lock screen and a screen reader get."""
    lists = {"/blocks": blocks or []}
    lists |= {f"/attachments/{n}/blocks": one.get("blocks") or [] for n, one in enumerate(attachments or [])}
    broken = [*_text(text)]
    for at, found in lists.items():
        broken += [*MESSAGE_BLOCKS(found, at, "message"), *_ids(found, at), *_totals(found, at)]
    return broken


def check_view(view: dict[str, Any]) -> list[str]:
    """Broken rules of a modal or of Home; pointers start at the view."""
    surface = "home" if view.get("type") == "home" else "modal"
    broken = [*check_object(HOME if surface == "home" else MODAL, view, "", surface)]
    blocks = view.get("blocks")
    if not isinstance(blocks, list):
        return broken
    if surface == "modal" and "submit" not in view and any(_type(one) == "input" for one in blocks):
        broken.append("/submit: saknas, krävs när det finns ett inmatningsfält (modal)")
    return [*broken, *_ids(blocks, "/blocks"), *_focus(blocks)]


def _text(text: str | None) -> Iterator[str]:
    if not (text or "").strip():
        yield "/text: text saknas"
    elif len(text or "") > TEXT_CHARACTERS:
        yield f"/text: {len(text or '')} tecken, högst {TEXT_CHARACTERS}"


def _totals(blocks: list[Any], at: str) -> Iterator[str]:
    size = len(_json(blocks))
    if size > TOTAL_CHARACTERS:
        yield f"{at}: {size} tecken tillsammans, högst {TOTAL_CHARACTERS}"
    markdown = sum(len(str(one.get("text", ""))) for one in _of_type(blocks, "markdown"))
    if markdown > MARKDOWN_CHARACTERS:
        yield f"{at}: {markdown} tecken i markdown tillsammans, högst {MARKDOWN_CHARACTERS}"
    for kind, most in PER_MESSAGE.items():
        count = len(_of_type(blocks, kind))
        if count > most:
            yield f"{at}: {count} {kind} i ett meddelande, högst {most}"


def _ids(blocks: list[Any], at: str) -> Iterator[str]:
    """A block_id is unique in the message or view, an action_id in its block."""
    yield from _repeated("block_id", [(f"{at}/{n}", one) for n, one in enumerate(blocks)])
    for index, one in enumerate(blocks):
        yield from _repeated("action_id", _elements(one, f"{at}/{index}"))


def _repeated(name: str, places: list[tuple[str, Any]]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for at, one in places:
        given = one.get(name) if isinstance(one, dict) else None
        if isinstance(given, str) and given in seen:
            yield f"{at}/{name}: {given!r} finns redan på {seen[given]}"
        elif isinstance(given, str):
            seen[given] = at


def _elements(block: Any, at: str) -> list[tuple[str, Any]]:
    if not isinstance(block, dict):
        return []
    inside = [(f"{at}/{name}", block[name]) for name in ("accessory", "element") if name in block]
    many = block.get("elements")
    return inside + [(f"{at}/elements/{n}", one) for n, one in enumerate(many if isinstance(many, list) else [])]


def _focus(blocks: list[Any]) -> Iterator[str]:
    focused = [
        at
        for n, block in enumerate(blocks)
        for at, one in _elements(block, f"/blocks/{n}")
        if isinstance(one, dict) and one.get("focus_on_load")
    ]
    if len(focused) > 1:
        yield f"{focused[1]}/focus_on_load: {len(focused)} i samma vy, högst 1"


def _of_type(blocks: list[Any], kind: str) -> list[dict[str, Any]]:
    return [one for one in blocks if _type(one) == kind]


def _type(block: Any) -> str | None:
    return block.get("type") if isinstance(block, dict) else None


def _json(blocks: list[Any]) -> str:
    return json.dumps(blocks, ensure_ascii=False, separators=(",", ":"))
