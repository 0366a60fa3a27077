"""Interactive elements and the small objects inside them: fields, limits, and the surfaces they may stand on."""

from collections.abc import Iterator

from bot.sandbox.block_rules_base import (
    Check,
    Shape,
    anything,
    choice,
    flag,
    items,
    number,
    pattern,
    record,
    string,
    text,
)

MODAL = ("modal",)
ID = string(255)
DATE = pattern(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", "2026-11-23")
TIME = pattern(r"([01]\d|2[0-3]):[0-5]\d", "18:30")
DECIMAL = pattern(r"-?\d+(\.\d+)?", "12")

CONFIRM = record(
    Shape(
        {
            "title": text(100, plain=True),
            "text": text(300),
            "confirm": text(30, plain=True),
            "deny": text(30, plain=True),
            "style": choice("primary", "danger"),
        },
        ("title", "text", "confirm", "deny"),
    )
)


def option(plain: bool, url: bool = False) -> Check:
    fields = {"text": text(75, plain), "value": string(150), "description": text(75, plain)}
    return record(Shape(fields | ({"url": string(3000)} if url else {}), ("text", "value")))


PLAIN, RICH = option(plain=True), option(plain=False)
GROUP = record(Shape({"label": text(75, plain=True), "options": items(PLAIN, 100)}, ("label", "options")))


def choices_of(element: dict[str, object]) -> list[object]:
    """The options an element offers, also those inside its groups."""
    groups = element.get("option_groups")
    offered = [element, *(groups if isinstance(groups, list) else [])]
    return [one for place in offered if isinstance(place, dict) for one in _list(place.get("options"))]


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def initial_is_offered(value: object, at: str, _surface: str) -> Iterator[str]:
    if not isinstance(value, dict) or not ("options" in value or "option_groups" in value):
        return
    offered = choices_of(value)
    if "initial_option" in value and value["initial_option"] not in offered:
        yield f"{at}/initial_option: finns inte bland alternativen"
    for index, chosen in enumerate(_list(value.get("initial_options"))):
        if chosen not in offered:
            yield f"{at}/initial_options/{index}: finns inte bland alternativen"


def lengths_agree(value: object, at: str, _surface: str) -> Iterator[str]:
    if not isinstance(value, dict):
        return
    least, most = value.get("min_length"), value.get("max_length")
    if isinstance(least, int) and isinstance(most, int) and least > most:
        yield f"{at}/min_length: {least} är mer än max_length {most}"


def response_url_only_in_modal(value: object, at: str, surface: str) -> Iterator[str]:
    if isinstance(value, dict) and value.get("response_url_enabled") and surface != "modal":
        yield f"{at}/response_url_enabled: bara i modal"


BASE: dict[str, Check] = {"type": anything, "action_id": ID}
FOCUS: dict[str, Check] = {"focus_on_load": flag}
PICK: dict[str, Check] = BASE | FOCUS | {"confirm": CONFIRM, "placeholder": text(150, plain=True)}
TYPED: dict[str, Check] = BASE | FOCUS | {"placeholder": text(150, plain=True), "dispatch_action_config": anything}


def ticks(initial: str) -> Shape:
    first = items(RICH, 10) if initial == "initial_options" else RICH
    fields = BASE | FOCUS | {"options": items(RICH, 10), initial: first, "confirm": CONFIRM}
    return Shape(fields, ("options",), rules=(initial_is_offered,))


def select(fields: dict[str, Check], one_of: tuple[str, ...] = ()) -> Shape:
    rules = (initial_is_offered, response_url_only_in_modal)
    return Shape(PICK | fields, one_of=one_of, rules=rules)


def multi(fields: dict[str, Check], one_of: tuple[str, ...] = ()) -> Shape:
    return select(fields | {"max_selected_items": number(1, 100)}, one_of)


LISTS: dict[str, Check] = {"options": items(PLAIN, 100), "option_groups": items(GROUP, 100)}
EITHER = ("options", "option_groups")
IDS = items(ID, 100)
CONVERSATIONS: dict[str, Check] = {"default_to_current_conversation": flag, "filter": anything}
ANSWER: dict[str, Check] = {"response_url_enabled": flag}

ELEMENTS: dict[str, Shape] = {
    "button": Shape(
        BASE
        | {
            "text": text(75, plain=True),
            "url": string(3000),
            "value": string(2000),
            "style": choice("primary", "danger"),
            "confirm": CONFIRM,
            "accessibility_label": string(75),
        },
        ("text",),
    ),
    "overflow": Shape(BASE | {"options": items(option(True, url=True), 5), "confirm": CONFIRM}, ("options",)),
    "checkboxes": ticks("initial_options"),
    "radio_buttons": ticks("initial_option"),
    "static_select": select(LISTS | {"initial_option": PLAIN}, EITHER),
    "external_select": select({"initial_option": PLAIN, "min_query_length": number(0, 100)}),
    "users_select": select({"initial_user": ID}),
    "conversations_select": select({"initial_conversation": ID} | CONVERSATIONS | ANSWER),
    "channels_select": select({"initial_channel": ID} | ANSWER),
    "multi_static_select": multi(LISTS | {"initial_options": items(PLAIN, 100)}, EITHER),
    "multi_external_select": multi({"initial_options": items(PLAIN, 100), "min_query_length": number(0, 100)}),
    "multi_users_select": multi({"initial_users": IDS}),
    "multi_conversations_select": multi({"initial_conversations": IDS} | CONVERSATIONS),
    "multi_channels_select": multi({"initial_channels": IDS}),
    "datepicker": Shape(PICK | {"initial_date": DATE}),
    "timepicker": Shape(PICK | {"initial_time": TIME, "timezone": string(100)}),
    "datetimepicker": Shape(
        BASE | FOCUS | {"initial_date_time": number(10**9, 10**10 - 1), "confirm": CONFIRM},
        surfaces=("message", "modal"),
    ),
    "plain_text_input": Shape(
        TYPED
        | {
            "initial_value": string(3000, least=0),
            "multiline": flag,
            "min_length": number(0, 3000),
            "max_length": number(1, 3000),
        },
        rules=(lengths_agree,),
    ),
    "email_text_input": Shape(TYPED | {"initial_value": string(3000, least=0)}, surfaces=MODAL),
    "url_text_input": Shape(TYPED | {"initial_value": string(3000, least=0)}, surfaces=MODAL),
    "number_input": Shape(
        TYPED | {"is_decimal_allowed": flag, "initial_value": DECIMAL, "min_value": DECIMAL, "max_value": DECIMAL},
        ("is_decimal_allowed",),
        surfaces=MODAL,
    ),
    "file_input": Shape(BASE | {"filetypes": items(string(20), 100), "max_files": number(1, 10)}, surfaces=MODAL),
    "rich_text_input": Shape(TYPED | {"initial_value": anything}, surfaces=("modal", "home")),
    "image": Shape(
        {"type": anything, "image_url": string(3000), "slack_file": anything, "alt_text": string(2000)},
        ("alt_text",),
        one_of=("image_url", "slack_file"),
    ),
    "feedback_buttons": Shape(
        BASE | {"positive_button": anything, "negative_button": anything},
        ("positive_button", "negative_button"),
        surfaces=("message",),
    ),
    "icon_button": Shape(
        BASE
        | {
            "icon": string(50),
            "text": text(75, plain=True),
            "value": string(2000),
            "visible_to_user_ids": IDS,
            "accessibility_label": string(75),
            "confirm": CONFIRM,
        },
        ("icon", "text"),
        surfaces=("message",),
    ),
}
