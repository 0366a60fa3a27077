"""What the block checker says about whole messages and views, and that good ones pass."""

from typing import Any

import pytest

from bot.sandbox.block_check import check_message, check_view

Json = dict[str, Any]
DIVIDER = {"type": "divider"}


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def section(text: str = "Rapporten saknas", **more: Any) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def button(**more: Any) -> Json:
    return {"type": "button", "text": plain("Rapportera"), **more}


def field(**more: Any) -> Json:
    element = {"type": "number_input", "action_id": "vehicles", "is_decimal_allowed": False}
    return {"type": "input", "block_id": "vehicles", "label": plain("Fordon"), "element": element, **more}


def modal(*blocks: Json, **more: Any) -> Json:
    return {"type": "modal", "title": plain("Rapport"), "submit": plain("Spara"), "blocks": list(blocks), **more}


def home(*blocks: Json) -> Json:
    return {"type": "home", "blocks": list(blocks)}


REMINDER = [
    {"type": "header", "text": plain("I morgon kl. 18: trygghetsvandring")},
    section("*Samling* vid biblioteket", accessory=button(action_id="show", value="7")),
    {"type": "section", "fields": [{"type": "mrkdwn", "text": "*Fordon:* 45"}]},
    {"type": "context", "elements": [{"type": "mrkdwn", "text": "Nyaste rapport: 20 november"}]},
    DIVIDER,
    {"type": "actions", "elements": [button(action_id="report"), button(action_id="move", style="primary")]},
    {"type": "table", "rows": [[{"type": "raw_text", "text": "Kommun"}, {"type": "raw_number", "value": 3}]]},
    {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": []}]},
    {"type": "image", "image_url": "http://127.0.0.1/a.png", "alt_text": "21 av 24 gjorda"},
]


def test_a_good_reminder_breaks_nothing() -> None:
    assert check_message("I morgon kl. 18: trygghetsvandring", REMINDER) == []


def test_a_good_modal_breaks_nothing() -> None:
    alert = {"type": "alert", "level": "error", "text": plain("Inget är sparat än.")}
    assert check_view(modal(alert, field(), section())) == []


def test_a_good_home_breaks_nothing() -> None:
    assert check_view(home(*REMINDER[:6])) == []


def test_the_same_action_id_in_two_blocks_is_allowed() -> None:
    rows = [section(accessory=button(action_id="report", value=str(n))) for n in range(3)]
    assert check_view(home(*rows)) == []


@pytest.mark.parametrize("text", [None, "", "  "])
def test_a_message_needs_text(text: str | None) -> None:
    assert check_message(text, [section()]) == ["/text: text saknas"]


def test_attachments_are_checked_at_their_place() -> None:
    said = check_message("Hej", None, [{"blocks": [{"type": "header", "text": plain("x" * 151)}]}])
    assert said == ["/attachments/0/blocks/0/text/text: 151 tecken, högst 150 (header)"]


MESSAGES: list[tuple[list[Any], str]] = [
    ([DIVIDER] * 51, "/blocks: 51 stycken, högst 50"),
    ([{"type": "data_tabell"}], "/blocks/0: okänd typ 'data_tabell'"),
    ([None], "/blocks/0: okänd typ None"),
    ([section(block_id="a"), section(block_id="a")], "/blocks/1/block_id: 'a' finns redan på /blocks/0"),
    (
        [{"type": "actions", "elements": [button(action_id="a"), button(action_id="a")]}],
        "/blocks/0/elements/1/action_id: 'a' finns redan på /blocks/0/elements/0",
    ),
    ([{"type": "alert", "text": plain("Hej")}], "/blocks/0: alert får inte stå i message"),
    ([field()], "/blocks/0/element: number_input får inte stå i message (input)"),
    ([{"type": "markdown", "text": "x" * 7000}] * 2, "/blocks: 14000 tecken i markdown tillsammans, högst 12000"),
    ([{"type": "table", "rows": [[{"type": "raw_text"}]]}] * 2, "/blocks: 2 table i ett meddelande, högst 1"),
]


@pytest.mark.parametrize(("blocks", "sentence"), MESSAGES)
def test_a_broken_message_is_named(blocks: list[Any], sentence: str) -> None:
    assert sentence in check_message("Hej", blocks)


def test_all_blocks_together_have_a_limit() -> None:
    said = check_message("Hej", [section("x" * 2900) for _ in range(5)])
    assert said == ["/blocks: 14771 tecken tillsammans, högst 13200"]


def test_a_very_long_text_is_named() -> None:
    assert check_message("x" * 40_001, None) == ["/text: 40001 tecken, högst 40000"]


VIEWS: list[tuple[Json, str]] = [
    (modal(section(), title=plain("x" * 25)), "/title/text: 25 tecken, högst 24"),
    (modal(section(), submit=plain("x" * 25)), "/submit/text: 25 tecken, högst 24"),
    (modal(section(), close=plain("x" * 25)), "/close/text: 25 tecken, högst 24"),
    (modal(section(), title={"type": "mrkdwn", "text": "a"}), "/title/type: 'mrkdwn', ska vara plain_text"),
    (modal(section(), callback_id="x" * 256), "/callback_id: 256 tecken, högst 255"),
    (modal(section(), external_id="x" * 256), "/external_id: 256 tecken, högst 255"),
    (modal(section(), private_metadata="x" * 3001), "/private_metadata: 3001 tecken, högst 3000"),
    (modal(), "/blocks: tom lista"),
    (modal(*[DIVIDER] * 101), "/blocks: 101 stycken, högst 100"),
    ({"type": "modal", "blocks": [DIVIDER]}, "/title: saknas"),
    (
        {"type": "modal", "title": plain("a"), "blocks": [field()]},
        "/submit: saknas, krävs när det finns ett inmatningsfält (modal)",
    ),
    (modal({"type": "markdown", "text": "a"}), "/blocks/0: markdown får inte stå i modal"),
    (home() | {"title": plain("a")}, "/title: okänt fält"),
    (home({"type": "alert", "text": plain("a")}), "/blocks/0: alert får inte stå i home"),
    (
        home({"type": "actions", "elements": [{"type": "datetimepicker"}]}),
        "/blocks/0/elements/0: datetimepicker får inte stå i home (actions)",
    ),
    (home(field()), "/blocks/0/element: number_input får inte stå i home (input)"),
    (
        modal(*[field(block_id=i, element={"type": "datepicker", "focus_on_load": True}) for i in "ab"]),
        "/blocks/1/element/focus_on_load: 2 i samma vy, högst 1",
    ),
]


@pytest.mark.parametrize(("view", "sentence"), VIEWS)
def test_a_broken_view_is_named(view: Json, sentence: str) -> None:
    assert sentence in check_view(view)
