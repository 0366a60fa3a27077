"""Every limit of a block or an element, broken once."""

from typing import Any

import pytest

from bot.sandbox.block_check import check_message, check_view

Json = dict[str, Any]


def plain(text: str = "a") -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str = "a") -> Json:
    return {"type": "mrkdwn", "text": text}


def option(value: str = "v", text: str = "a", **more: Any) -> Json:
    return {"text": plain(text), "value": value, **more}


def options(count: int) -> list[Json]:
    return [option(str(n)) for n in range(count)]


def radios(count: int) -> Json:
    return {"type": "radio_buttons", "options": options(count)}


def select(**more: Any) -> Json:
    return {"type": "static_select", "options": options(2), **more}


def point(label: str) -> Json:
    return {"label": label, "value": 1}


def confirm(**more: Any) -> Json:
    asked = {"title": plain(), "text": plain(), "confirm": plain(), "deny": plain(), **more}
    return {"type": "button", "text": plain(), "confirm": asked}


PIE = {"type": "pie", "segments": [point("Gjort")]}
SERIES = {"name": "Gjort", "data": [point("Forum")]}
BARS = {"type": "bar", "series": [SERIES], "axis_config": {"categories": ["Forum"]}}


def image(**more: Any) -> Json:
    return {"type": "image", "image_url": "http://127.0.0.1/a.png", "alt_text": "a", **more}


def alone(**more: Any) -> Json:
    return {"type": "image", **more}


BLOCKS: list[tuple[Json, str]] = [
    ({"type": "header", "text": plain("x" * 160)}, "/text/text: 160 tecken, högst 150 (header)"),
    ({"type": "header", "text": mrkdwn()}, "/text/type: 'mrkdwn', ska vara plain_text (header)"),
    ({"type": "header"}, "/text: saknas (header)"),
    ({"type": "section"}, ": ska ha minst ett av text, fields (section)"),
    ({"type": "section", "text": plain("")}, "/text/text: tom text (section)"),
    ({"type": "section", "text": "a"}, "/text: ska vara ett objekt, är 'a' (section)"),
    ({"type": "section", "text": mrkdwn("x" * 3001)}, "/text/text: 3001 tecken, högst 3000 (section)"),
    ({"type": "section", "text": mrkdwn() | {"emoji": True}}, "/text/emoji: bara i plain_text (section)"),
    ({"type": "section", "fields": [mrkdwn()] * 11}, "/fields: 11 stycken, högst 10 (section)"),
    ({"type": "section", "fields": [mrkdwn("x" * 2001)]}, "/fields/0/text: 2001 tecken, högst 2000 (section)"),
    ({"type": "section", "text": plain(), "colour": "red"}, "/colour: okänt fält (section)"),
    ({"type": "divider", "block_id": "x" * 256}, "/block_id: 256 tecken, högst 255 (divider)"),
    ({"type": "context", "elements": [mrkdwn()] * 11}, "/elements: 11 stycken, högst 10 (context)"),
    ({"type": "context", "elements": []}, "/elements: tom lista (context)"),
    ({"type": "actions", "elements": []}, "/elements: tom lista (actions)"),
    ({"type": "actions", "elements": [radios(2)] * 26}, "/elements: 26 stycken, högst 25 (actions)"),
    (alone(image_url="a"), "/alt_text: saknas (image)"),
    (alone(alt_text="a"), ": ska ha exakt ett av image_url, slack_file (image)"),
    (image(alt_text=""), "/alt_text: tom text (image)"),
    (image(alt_text="x" * 2001), "/alt_text: 2001 tecken, högst 2000 (image)"),
    (image(image_url="x" * 3001), "/image_url: 3001 tecken, högst 3000 (image)"),
    (image(title=plain("x" * 2001)), "/title/text: 2001 tecken, högst 2000 (image)"),
    ({"type": "markdown", "text": "x" * 12_001}, "/text: 12001 tecken, högst 12000 (markdown)"),
    ({"type": "rich_text", "elements": [{"type": "bold"}]}, "/elements/0: okänd typ 'bold' (rich_text)"),
    ({"type": "table", "rows": [[{"type": "raw_text"}]] * 101}, "/rows: 101 stycken, högst 100 (table)"),
    ({"type": "table", "rows": [[{"type": "raw_text"}] * 21]}, "/rows/0: 21 stycken, högst 20 (table)"),
    ({"type": "table", "rows": [[{"type": "text"}]]}, "/rows/0/0: okänd celltyp 'text' (table)"),
    (
        {"type": "table", "rows": [[{"type": "raw_text"}], [{"type": "raw_text"}] * 2]},
        "/rows: raderna är olika långa, 1–2 celler (table)",
    ),
    ({"type": "data_table", "rows": [[{"type": "raw_text"}]]}, "/caption: saknas (data_table)"),
    (
        {"type": "data_table", "caption": "a", "rows": [[{"type": "rich_text"}]]},
        "/rows/0/0: rubrikraden tar inte rich_text (data_table)",
    ),
    (
        {"type": "data_visualization", "title": "x" * 51, "chart": PIE},
        "/title: 51 tecken, högst 50 (data_visualization)",
    ),
    (
        {"type": "data_visualization", "title": "a", "chart": {"type": "pie", "segments": [point("x" * 21)]}},
        "/chart/segments/0/label: 21 tecken, högst 20 (data_visualization)",
    ),
    (
        {"type": "data_visualization", "title": "a", "chart": {"type": "ring"}},
        "/chart/type: 'ring', ska vara pie eller bar eller area eller line (data_visualization)",
    ),
    (
        {"type": "data_visualization", "title": "a", "chart": {**BARS, "series": [SERIES] * 7}},
        "/chart/series: 7 stycken, högst 6 (data_visualization)",
    ),
    (
        {"type": "data_visualization", "title": "a", "chart": {**BARS, "series": [SERIES] * 2}},
        "/chart/series: två serier heter likadant (data_visualization)",
    ),
    (
        {"type": "data_visualization", "title": "a", "chart": {**BARS, "axis_config": {"categories": ["Vandra"]}}},
        "/chart/series/0/data: etiketterna är inte axelns kategorier (data_visualization)",
    ),
    ({"type": "card", "title": plain("x" * 151)}, "/title/text: 151 tecken, högst 150 (card)"),
    ({"type": "card", "body": plain("x" * 201)}, "/body/text: 201 tecken, högst 200 (card)"),
    ({"type": "carousel", "elements": []}, "/elements: tom lista (carousel)"),
    (
        {"type": "container", "child_blocks": [{"type": "divider"}] * 11},
        "/child_blocks: 11 stycken, högst 10 (container)",
    ),
    ({"type": "file", "external_id": "a", "source": "local"}, "/source: 'local', ska vara remote (file)"),
    ({"type": "context_actions", "elements": []}, "/elements: tom lista (context_actions)"),
]

ELEMENTS: list[tuple[Json, str]] = [
    ({"type": "button"}, "/text: saknas (button)"),
    ({"type": "button", "text": plain("x" * 76)}, "/text/text: 76 tecken, högst 75 (button)"),
    ({"type": "button", "text": plain(), "value": "x" * 2001}, "/value: 2001 tecken, högst 2000 (button)"),
    ({"type": "button", "text": plain(), "url": "x" * 3001}, "/url: 3001 tecken, högst 3000 (button)"),
    ({"type": "button", "text": plain(), "style": "red"}, "/style: 'red', ska vara primary eller danger (button)"),
    ({"type": "button", "text": plain(), "action_id": "x" * 256}, "/action_id: 256 tecken, högst 255 (button)"),
    (confirm(title=plain("x" * 101)), "/confirm/title/text: 101 tecken, högst 100 (button)"),
    (confirm(text=plain("x" * 301)), "/confirm/text/text: 301 tecken, högst 300 (button)"),
    (confirm(deny=plain("x" * 31)), "/confirm/deny/text: 31 tecken, högst 30 (button)"),
    ({"type": "overflow", "options": options(6)}, "/options: 6 stycken, högst 5 (overflow)"),
    (radios(11), "/options: 11 stycken, högst 10 (radio_buttons)"),
    (radios(0), "/options: tom lista (radio_buttons)"),
    ({"type": "checkboxes", "options": options(11)}, "/options: 11 stycken, högst 10 (checkboxes)"),
    (select(options=options(101)), "/options: 101 stycken, högst 100 (static_select)"),
    (select(options=[option("x" * 151)]), "/options/0/value: 151 tecken, högst 150 (static_select)"),
    (select(options=[option("v", "x" * 76)]), "/options/0/text/text: 76 tecken, högst 75 (static_select)"),
    (
        select(options=[option(description=plain("x" * 76))]),
        "/options/0/description/text: 76 tecken, högst 75 (static_select)",
    ),
    (select(option_groups=[]), ": ska ha exakt ett av options, option_groups (static_select)"),
    (select(placeholder=plain("x" * 151)), "/placeholder/text: 151 tecken, högst 150 (static_select)"),
    (select(initial_option=option("9")), "/initial_option: finns inte bland alternativen (static_select)"),
    ({"type": "multi_static_select", "options": options(1)}, ": multi_static_select får inte stå i actions"),
    ({"type": "plain_text_input"}, ": plain_text_input får inte stå i actions"),
    (
        {"type": "datepicker", "initial_date": "23/11"},
        "/initial_date: '23/11', ska se ut som 2026-11-23 (datepicker)",
    ),
    ({"type": "timepicker", "initial_time": "25:00"}, "/initial_time: '25:00', ska se ut som 18:30 (timepicker)"),
    (
        {"type": "datetimepicker", "initial_date_time": 12},
        "/initial_date_time: 12, ska vara ett heltal 1000000000–9999999999 (datetimepicker)",
    ),
    (
        {"type": "conversations_select", "response_url_enabled": True},
        "/response_url_enabled: bara i modal (conversations_select)",
    ),
]

INPUTS: list[tuple[Json, str]] = [
    ({"type": "button", "text": plain()}, ": button får inte stå i input"),
    ({"type": "number_input"}, "/is_decimal_allowed: saknas (number_input)"),
    (
        {"type": "number_input", "is_decimal_allowed": False, "min_value": "ett"},
        "/min_value: 'ett', ska se ut som 12 (number_input)",
    ),
    (
        {"type": "plain_text_input", "max_length": 3001},
        "/max_length: 3001, ska vara ett heltal 1–3000 (plain_text_input)",
    ),
    (
        {"type": "plain_text_input", "min_length": 9, "max_length": 3},
        "/min_length: 9 är mer än max_length 3 (plain_text_input)",
    ),
    ({"type": "file_input", "max_files": 11}, "/max_files: 11, ska vara ett heltal 1–10 (file_input)"),
    ({"type": "multi_users_select", "max_selected_items": 0}, "/max_selected_items: 0, ska vara ett heltal 1–100"),
]


@pytest.mark.parametrize(("block", "sentence"), BLOCKS)
def test_a_broken_block_is_named(block: Json, sentence: str) -> None:
    assert f"/blocks/0{sentence}" in "\n".join(check_message("Hej", [block]))


@pytest.mark.parametrize(("element", "sentence"), ELEMENTS)
def test_a_broken_element_is_named(element: Json, sentence: str) -> None:
    said = check_message("Hej", [{"type": "actions", "elements": [element]}])
    assert f"/blocks/0/elements/0{sentence}" in "\n".join(said)


@pytest.mark.parametrize(("element", "sentence"), INPUTS)
def test_a_broken_input_is_named(element: Json, sentence: str) -> None:
    block = {"type": "input", "label": plain(), "element": element}
    said = check_view({"type": "modal", "title": plain(), "submit": plain(), "blocks": [block]})
    assert f"/blocks/0/element{sentence}" in "\n".join(said)


@pytest.mark.parametrize(("name", "most"), [("label", 2000), ("hint", 2000)])
def test_the_texts_of_an_input_have_limits(name: str, most: int) -> None:
    block = {"type": "input", "label": plain(), "element": {"type": "plain_text_input"}, name: plain("x" * 2001)}
    said = check_view({"type": "modal", "title": plain(), "submit": plain(), "blocks": [block]})
    assert said == [f"/blocks/0/{name}/text: 2001 tecken, högst {most} (input)"]
