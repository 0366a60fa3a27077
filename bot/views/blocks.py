"""The few Block Kit shapes that we use, as plain dicts; `bot.sandbox.block_check` checks limits in every test."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

Block = dict[str, Any]
Message = dict[str, Any]
View = dict[str, Any]

MRKDWN_LIMIT = 3000
BUTTON_LIMIT = OPTION_LIMIT = 75
LONGEST_MENU = 100  # options, or groups of them
QUOTE_LIMIT = 500  # escaped it is five times as long at most, and a section still holds it
ENTITY_BEGUN = re.compile(r"&\w*$")


def message(text: str, blocks: Sequence[Block]) -> Message:
    """`text` says the same as the blocks: it is what notifications, phones and screen readers get."""
    return {"text": text, "blocks": list(blocks)}


def plain(text: str) -> Block:
    return {"type": "plain_text", "text": text, "emoji": False}


def escape(text: str) -> str:
    """What people wrote, safe inside mrkdwn."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def cut(text: str, longest: int) -> str:
    """What is left out is seen to be."""
    return text if len(text) <= longest else f"{ENTITY_BEGUN.sub('', text[: longest - 1]).rstrip()}…"


def quote(text: str) -> str:
    """What somebody wrote, given back; not escaped."""
    return f"”{cut(text, QUOTE_LIMIT)}”"


def section(*lines: str, accessory: Block | None = None) -> Block:
    block: Block = {"type": "section", "text": {"type": "mrkdwn", "text": cut("\n".join(lines), MRKDWN_LIMIT)}}
    return block | {"accessory": accessory} if accessory else block


def verbatim(text: str) -> Block:
    """What somebody wrote, where no sign of it means anything to Slack."""
    return {"type": "section", "text": plain(text)}


def sections(*lines: str) -> list[Block]:
    """As many as the lines need."""
    made: list[list[str]] = [[]]
    for line in lines:
        if made[-1] and len("\n".join([*made[-1], line])) > MRKDWN_LIMIT:
            made.append([])
        made[-1].append(line)
    return [section(*some) for some in made]


def context(text: str) -> Block:
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": text}]}


def header(text: str) -> Block:
    return {"type": "header", "text": plain(text)}


def divider() -> Block:
    return {"type": "divider"}


def button(
    label: str,
    action: str,
    value: object = "",
    *,
    style: str | None = None,
    confirm: Block | None = None,
    about: str = "",
) -> Block:
    """`action` is a key of `handlers.actions.ACTIONS`; `value` carries ids only.

    `about` tells a screen reader buttons with the same label apart.
    """
    made: Block = {"type": "button", "text": plain(label), "action_id": action}
    if value != "":
        made["value"] = str(value)
    if style:
        made["style"] = style
    if confirm:
        made["confirm"] = confirm
    if about:
        made["accessibility_label"] = cut(f"{label}: {about}", BUTTON_LIMIT)
    return made


def confirm(title: str, text: str, yes: str, no: str) -> Block:
    """Two verbs, never OK and Avbryt."""
    return {"title": plain(title), "text": plain(text), "confirm": plain(yes), "deny": plain(no)}


def actions(*elements: Block) -> Block:
    """Equal actions in one block get a number, since Slack wants each id once; the router drops it again."""
    seen: dict[str, int] = {}
    for element in elements:
        action = element["action_id"]
        seen[action] = seen.get(action, 0) + 1
        if seen[action] > 1:
            element["action_id"] = f"{action}#{seen[action]}"
    return {"type": "actions", "elements": list(elements)}


def field(block_id: str, label: str, element: Block, *, hint: str = "", optional: bool = False) -> Block:
    """A form's field; its value is read back under `block_id`."""
    made: Block = {
        "type": "input",
        "block_id": block_id,
        "label": plain(label),
        "element": element | {"action_id": "value"},
        "optional": optional,
    }
    return made | {"hint": plain(hint)} if hint else made


def text_input(initial: str = "", *, lines: bool = False, longest: int = 500, placeholder: str = "") -> Block:
    made: Block = {"type": "plain_text_input", "multiline": lines, "max_length": longest}
    if initial:
        made["initial_value"] = initial
    return made | {"placeholder": plain(placeholder)} if placeholder else made


def number_input(initial: int | float | None = None, *, decimal: bool = False, smallest: int = 0) -> Block:
    made: Block = {"type": "number_input", "is_decimal_allowed": decimal, "min_value": str(smallest)}
    return made if initial is None else made | {"initial_value": f"{initial:.12g}"}


def option(label: str, value: object) -> Block:
    return {"text": plain(cut(label, OPTION_LIMIT)), "value": str(value)}


def select(options: Iterable[tuple[object, str]], *, initial: object = None, placeholder: str = "Välj") -> Block:
    """At most 100 options, each (value, label)."""
    rows = [option(label, value) for value, label in options][:LONGEST_MENU]
    made: Block = {"type": "static_select", "options": rows, "placeholder": plain(placeholder)}
    chosen = [row for row in rows if row["value"] == str(initial)]
    return made | {"initial_option": chosen[0]} if chosen else made


def towns(
    rows: Iterable[tuple[int, str]], action: str = "value", *, carries: str = "", initial: object = None
) -> Block:  # fmt: skip
    """To choose a municipality; of more than a menu holds, by typing its name: see `handlers.SUGGESTIONS`.

    Each value is the id, and what it `carries`.
    """
    every = [(f"{id_}:{carries}" if carries else id_, name) for id_, name in rows]
    if len(every) <= LONGEST_MENU:
        return select(every, initial=initial, placeholder="Välj kommun") | {"action_id": action}
    made: Block = {"type": "external_select", "min_query_length": 2, "placeholder": plain("Skriv kommunens namn")}
    return made | {"action_id": f"{action}#{carries}" if carries else action}


def radio(options: Iterable[tuple[object, str]], *, initial: object = None) -> Block:
    rows = [option(label, value) for value, label in options][:10]
    made: Block = {"type": "radio_buttons", "options": rows}
    chosen = [row for row in rows if row["value"] == str(initial)]
    return made | {"initial_option": chosen[0]} if chosen else made


def modal(callback: str, title: str, blocks: Sequence[Block], *, submit: str = "", private: str = "") -> View:
    """`callback` is a key of `handlers.VIEWS`; titles and buttons hold at most 24 characters."""
    made: View = {
        "type": "modal",
        "callback_id": callback,
        "title": plain(title),
        "close": plain("Stäng"),
        "blocks": list(blocks),
        "private_metadata": private,
    }
    return made | {"submit": plain(submit)} if submit else made


def home(blocks: Sequence[Block]) -> View:
    return {"type": "home", "blocks": list(blocks)[:100]}
