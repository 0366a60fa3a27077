"""How blocks look on the sandbox's page."""

from typing import Any

import pytest

from bot.domain.calendar import STOCKHOLM
from bot.report.html import tag
from bot.sandbox.clock import Clock
from bot.sandbox.elements import initial_values, with_ids
from bot.sandbox.render_blocks import blocks
from bot.sandbox.render_scene import Scene, field_name, named
from bot.sandbox.render_text import mrkdwn
from bot.sandbox.workspace import Workspace
from tests.page_reader import Page
from tests.sandbox_bot import ANNA, BO, START, new_workspace

Json = dict[str, Any]
OPTIONS = [{"text": {"type": "plain_text", "text": name}, "value": name.lower()} for name in ("Timrå", "Hofors")]


@pytest.fixture
def workspace() -> Workspace:
    return new_workspace(Clock(START, running=False))


@pytest.fixture
def scene(workspace: Workspace) -> Scene:
    return Scene(workspace, workspace.users[ANNA], "p")


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def drawn(block: Json, scene: Scene) -> str:
    found = with_ids([block], lambda prefix: prefix)
    kept = Scene(scene.workspace, scene.user, "p", values=initial_values(found))
    return blocks(found, kept)


def button(**more: Any) -> Json:
    return {"type": "actions", "elements": [{"type": "button", "text": plain("Ställ in"), "action_id": "a", **more}]}


MARKED = [
    ("*fet* och _kursiv_", "<strong>fet</strong> och <em>kursiv</em>"),
    ("~struken~", "<s>struken</s>"),
    ("2*3*4 a_b_c", "2*3*4 a_b_c"),
    ("`*kod*`", "<code>*kod*</code>"),
    ("```a\n*b*```", '<pre tabindex="0">a\n*b*</pre>'),
    ("rad\nrad", "rad<br>rad"),
    ("&gt; ett\n&gt; två\nsen", "<blockquote>ett<br>två</blockquote>sen"),
    (f"<@{BO}>", '<span class="mention">@Bo Alm</span>'),
    ("<@U0NOBODY>", '<span class="mention">@U0NOBODY</span>'),
    ("<https://a.example|länk>", '<a href="https://a.example" rel="noreferrer">länk</a>'),
    ("<javascript:alert(1)|länk>", "länk"),
    ("&lt;b&gt; &amp;amp;", "&lt;b&gt; &amp;amp;"),
    ('"><img src=x>', "&quot;&gt;<img src=x>".replace("<img src=x>", "img src=x")),
]


@pytest.mark.parametrize(("text", "html"), MARKED)
def test_slacks_marks_become_html(scene: Scene, text: str, html: str) -> None:
    assert mrkdwn(text, scene) == html


DATES = [
    ("{date_num}", "2026-11-24"),
    ("{date_long} kl. {time}", "tisdag 24 november 2026 kl. 18.30"),
    ("{date_pretty}", "i morgon, tisdag 24 november"),
    ("{date_short}", "24 nov 2026"),
]


@pytest.mark.parametrize(("token", "words"), DATES)
def test_a_date_is_shown_in_swedish_in_the_readers_zone(scene: Scene, token: str, words: str) -> None:
    unix = int(START.replace(day=24, hour=17, minute=30).timestamp())
    assert Page(mrkdwn(f"<!date^{unix}^{token}|reserv>", scene)).texts("time") == [words]


def test_a_date_that_cannot_be_read_shows_its_fallback(scene: Scene) -> None:
    assert mrkdwn("<!date^x^{date}|i morgon>", scene) == "i morgon"


KINDS: list[tuple[Json, str, list[str]]] = [
    ({"type": "header", "text": plain("Mina tillfällen")}, "h2", ["Mina tillfällen"]),
    ({"type": "section", "text": plain("<b>")}, "div", ["<b>", "<b>", "<b>"]),
    ({"type": "divider"}, "hr", [""]),
    ({"type": "context", "elements": [plain("Nyaste rapport")]}, "span", ["Nyaste rapport"]),
    ({"type": "image", "image_url": "a.png", "alt_text": "a", "title": plain("Läget")}, "figcaption", ["Läget"]),
    ({"type": "markdown", "text": "# A\n- **b**\n- c"}, "li", ["b", "c"]),
    ({"type": "table", "rows": [[{"type": "raw_text", "text": "Kommun"}]]}, "th", ["Kommun"]),
    ({"type": "alert", "text": plain("Inget är sparat än.")}, "div", ["Inget är sparat än."]),
    ({"type": "video"}, "div", ["Okänt block: video"]),
    (button(), "button", ["Ställ in"]),
    (button(type="date_wheel"), "span", ["Okänt: date_wheel"]),
]


@pytest.mark.parametrize(("block", "name", "texts"), KINDS)
def test_each_kind_of_block_is_drawn(scene: Scene, block: Json, name: str, texts: list[str]) -> None:
    assert Page(drawn(block, scene)).texts(name) == texts


def test_a_chart_is_the_table_of_its_numbers(scene: Scene) -> None:
    series = [
        {"name": name, "data": [{"label": "Forum", "value": value}]} for name, value in (("Gjort", 3), ("Mål", 4))
    ]
    bars = {"type": "bar", "series": series, "axis_config": {"categories": ["Forum"]}}
    page = Page(drawn({"type": "data_visualization", "title": "Timrå", "chart": bars}, scene))
    assert (page.texts("caption"), page.texts("th"), page.texts("td")) == (
        ["Timrå"],
        ["Gjort", "Mål", "Forum"],
        ["", "3", "4"],
    )


def test_rich_text_has_lists_and_styles(scene: Scene) -> None:
    word = {"type": "text", "text": "fet", "style": {"bold": True}}
    row = {"type": "rich_text_section", "elements": [word, {"type": "user", "user_id": BO}]}
    page = Page(drawn({"type": "rich_text", "elements": [{"type": "rich_text_list", "elements": [row]}]}, scene))
    assert (page.texts("li"), page.texts("strong")) == (["fet @Bo Alm"], ["fet"])


def test_a_button_with_a_question_asks_before_it_is_sent(scene: Scene) -> None:
    asked = {name: plain(name) for name in ("title", "text", "confirm", "deny")}
    page = Page(drawn(button(confirm=asked), scene))
    sends = [node.text for node in page.nodes("button") if node.attributes.get("name") == "tryck"]
    assert (page.texts("button"), sends) == (["Ställ in", "deny", "confirm"], ["confirm"])


def test_a_button_with_an_address_is_a_link(scene: Scene) -> None:
    page = Page(drawn(button(url="https://a.example/"), scene))
    assert page.nodes("a")[0].attributes["href"] == "https://a.example/"


CONTROLS: list[tuple[Json, str]] = [
    ({"type": "static_select", "options": OPTIONS}, "select"),
    ({"type": "users_select"}, "select"),
    ({"type": "external_select"}, "input"),
    ({"type": "datepicker"}, "input"),
    ({"type": "timepicker"}, "input"),
    ({"type": "datetimepicker"}, "input"),
    ({"type": "checkboxes", "options": OPTIONS}, "input"),
    ({"type": "radio_buttons", "options": OPTIONS}, "input"),
    ({"type": "overflow", "options": OPTIONS}, "details"),
]


@pytest.mark.parametrize(("element", "control"), CONTROLS)
def test_each_control_can_be_sent(scene: Scene, element: Json, control: str) -> None:
    page = Page(drawn({"type": "actions", "elements": [{"action_id": "a", **element}]}, scene))
    sends = [node for node in page.nodes("button") if node.attributes.get("name") == "tryck"]
    assert page.nodes(control)
    assert sends


def test_a_menu_shows_what_is_chosen(scene: Scene) -> None:
    select = {"type": "static_select", "action_id": "a", "options": OPTIONS, "initial_option": OPTIONS[1]}
    page = Page(drawn({"type": "actions", "elements": [select]}, scene))
    assert [node.text for node in page.nodes("option") if "selected" in node.attributes] == ["Hofors"]


def test_names_of_fields_lead_back_whatever_the_ids_hold() -> None:
    name = field_name({"block_id": "a/b å"}, {"action_id": '"|'})
    assert named(name) == ("a/b å", '"|')


def test_attributes_are_escaped() -> None:
    assert tag("a", "<", href='"') == '<a href="&quot;">&lt;</a>'


def test_times_are_the_readers(scene: Scene) -> None:
    assert scene.local(START.timestamp()) == START.astimezone(STOCKHOLM)
