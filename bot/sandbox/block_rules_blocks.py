"""Slack's blocks: fields, limits, and the surfaces they may stand on (where Slack is silent, the narrower is taken)."""

from collections.abc import Iterator

from bot.sandbox.block_rules_base import (
    Check,
    Shape,
    anything,
    choice,
    flag,
    items,
    number,
    record,
    string,
    text,
    typed,
)
from bot.sandbox.block_rules_chart import chart
from bot.sandbox.block_rules_elements import ELEMENTS, ID

MESSAGE = ("message",)
SELECTS = ("static_select", "external_select", "users_select", "conversations_select", "channels_select")
MULTI = tuple(f"multi_{name}" for name in SELECTS)
PICKERS = ("checkboxes", "radio_buttons", "datepicker", "timepicker", *SELECTS)
IN_ACTIONS = ("button", "overflow", "datetimepicker", *PICKERS)
IN_SECTION = ("button", "overflow", "image", *PICKERS, *MULTI)
FIELDS = ("plain_text_input", "email_text_input", "url_text_input", "number_input", "file_input", "rich_text_input")
IN_INPUT = ("datetimepicker", *FIELDS, *PICKERS, *MULTI)

SHORT = Shape({"type": anything, "text": string(3000), "emoji": flag, "verbatim": flag}, ("text",))
CONTEXT = ELEMENTS | {"plain_text": SHORT, "mrkdwn": SHORT}
RICH_TEXT = ("rich_text_section", "rich_text_list", "rich_text_quote", "rich_text_preformatted")


def element(allowed: tuple[str, ...], where: str) -> Check:
    return typed(ELEMENTS, allowed, where)


def rich_part(value: object, at: str, _surface: str) -> Iterator[str]:
    kind = value.get("type") if isinstance(value, dict) else None
    if kind not in RICH_TEXT:
        yield f"{at}: okänd typ {kind!r} (rich_text)"


def rows_are_even(value: object, at: str, _surface: str) -> Iterator[str]:
    rows = value.get("rows") if isinstance(value, dict) else None
    widths = {len(row) for row in rows or [] if isinstance(row, list)}
    if len(widths) > 1:
        yield f"{at}/rows: raderna är olika långa, {min(widths)}–{max(widths)} celler"


def cell(kinds: tuple[str, ...]) -> Check:
    def check(value: object, at: str, _surface: str) -> Iterator[str]:
        kind = value.get("type") if isinstance(value, dict) else None
        if kind not in kinds:
            yield f"{at}: okänd celltyp {kind!r}"

    return check


def header_without_rich_text(value: object, at: str, _surface: str) -> Iterator[str]:
    rows = value.get("rows") if isinstance(value, dict) else None
    for index, one in enumerate(rows[0] if isinstance(rows, list) and rows and isinstance(rows[0], list) else []):
        if isinstance(one, dict) and one.get("type") == "rich_text":
            yield f"{at}/rows/0/{index}: rubrikraden tar inte rich_text"


def blank_field_is_missing(value: object, at: str, _surface: str) -> Iterator[str]:
    """Field names of inputs are read out and shown: a label of spaces is none."""
    label = value.get("label") if isinstance(value, dict) else None
    if isinstance(label, dict) and not str(label.get("text", "")).strip():
        yield f"{at}/label/text: tom text"


def block(
    fields: dict[str, Check],
    required: tuple[str, ...] = (),
    surfaces: tuple[str, ...] = ("message", "modal", "home"),
    *,
    one_of: tuple[str, ...] = (),
    some_of: tuple[str, ...] = (),
    rules: tuple[Check, ...] = (),
) -> Shape:
    return Shape({"type": anything, "block_id": ID} | fields, required, one_of, some_of, surfaces, rules)


IMAGE: dict[str, Check] = {"image_url": string(3000), "slack_file": anything, "alt_text": string(2000)}
CARD = block(
    {
        "hero_image": element(("image",), "card"),
        "icon": element(("image",), "card"),
        "slack_icon": anything,
        "title": text(150),
        "subtitle": text(150),
        "body": text(200),
        "actions": items(element(("button",), "card"), 5),
    },
    some_of=("hero_image", "title", "body", "actions"),
)
CELLS = ("raw_text", "rich_text", "raw_number")

BLOCKS: dict[str, Shape] = {
    "section": block(
        {
            "text": text(3000),
            "fields": items(text(2000), 10),
            "accessory": element(IN_SECTION, "section"),
            "expand": flag,
        },
        some_of=("text", "fields"),
    ),
    "header": block({"text": text(150, plain=True)}, ("text",)),
    "divider": block({}),
    "context": block(
        {"elements": items(typed(CONTEXT, ("image", "plain_text", "mrkdwn"), "context"), 10)}, ("elements",)
    ),
    "actions": block({"elements": items(element(IN_ACTIONS, "actions"), 25)}, ("elements",)),
    "image": block(IMAGE | {"title": text(2000, plain=True)}, ("alt_text",), one_of=("image_url", "slack_file")),
    "input": block(
        {
            "label": text(2000, plain=True),
            "element": element(IN_INPUT, "input"),
            "hint": text(2000, plain=True),
            "optional": flag,
            "dispatch_action": flag,
        },
        ("label", "element"),
        rules=(blank_field_is_missing,),
    ),
    "rich_text": block({"elements": items(rich_part, 100)}, ("elements",)),
    "video": block(
        {
            "title": text(200, plain=True),
            "title_url": string(3000),
            "description": text(200, plain=True),
            "video_url": string(3000),
            "thumbnail_url": string(3000),
            "alt_text": string(2000),
            "author_name": string(50),
            "provider_name": string(50),
            "provider_icon_url": string(3000),
        },
        ("title", "video_url", "thumbnail_url", "alt_text"),
    ),
    "markdown": block({"text": string(12_000)}, ("text",), MESSAGE),
    "file": block({"external_id": string(255), "source": choice("remote")}, ("external_id", "source"), MESSAGE),
    "table": block(
        {"rows": items(items(cell(CELLS), 20), 100), "column_settings": items(anything, 20)},
        ("rows",),
        MESSAGE,
        rules=(rows_are_even,),
    ),
    "data_table": block(
        {
            "caption": string(2000),
            "rows": items(items(cell(CELLS), 20), 101),
            "page_size": number(1, 100),
            "row_header_column_index": number(0, 19),
        },
        ("caption", "rows"),
        MESSAGE,
        rules=(rows_are_even, header_without_rich_text),
    ),
    "data_visualization": block({"title": string(50), "chart": chart}, ("title", "chart"), MESSAGE),
    "card": CARD,
    "carousel": block(
        {"elements": items(typed({"card": CARD}, ("card",), "carousel"), 10)}, ("elements",), ("message", "home")
    ),
    "alert": block(
        {"text": text(200), "level": choice("default", "info", "warning", "error", "success")}, ("text",), ("modal",)
    ),
    "context_actions": block(
        {"elements": items(element(("feedback_buttons", "icon_button"), "context_actions"), 5)}, ("elements",), MESSAGE
    ),
    "task_card": block(
        {
            "task_id": ID,
            "title": string(2000),
            "details": anything,
            "output": anything,
            "sources": anything,
            "status": choice("pending", "in_progress", "complete", "error"),
        },
        ("task_id", "title"),
        MESSAGE,
    ),
    "plan": block({"title": string(2000), "tasks": anything}, ("title",), MESSAGE),
}
BLOCKS["container"] = block(
    {
        "title": text(150, plain=True),
        "rich_text_title": record(BLOCKS["rich_text"]),
        "subtitle": text(150, plain=True),
        "child_blocks": items(typed(BLOCKS, (), "container"), 10),
        "width": choice("narrow", "standard", "wide", "full"),
        "icon": anything,
        "is_collapsible": flag,
        "default_collapsed": flag,
        "has_header_divider": flag,
    },
    ("child_blocks",),
    MESSAGE,
)
