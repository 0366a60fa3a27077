"""How it is going as a chart: as Slack draws it, and as a picture where Slack does not draw charts yet."""

from datetime import date
from io import BytesIO

from PIL import Image

from bot.domain.progress_chart import LONGEST_LABEL, rows
from bot.sandbox.house import House
from tests import longest
from tests.databases import on_one_database
from tests.seen import heard, pressed, shown, wrote

LINES = """\
Fotpatrulleringar: 31 av 44 planerade, väntat till i dag: 40.
Riktade insatser: 5 av 6 planerade, väntat till i dag: 5.
Informationsinsatser: 3 av 4 planerade, väntat till i dag: 3.
Trafikkontroller: 20 av 24 planerade, väntat till i dag: 20.
Öka kunskapen hos invånarna om våld i nära relationer: 2 av 2 planerade, väntat till i dag: 1."""
TITLE = "Timrå (exempel): gjort, väntat och planerat, måndag 23 november"
FRESH = "Nyaste rapport: fredag 20 november. Saknar rapport: 2, den äldsta från torsdag 12 november."


async def drawn(house: House) -> str:
    await wrote(house, "eva", "läget Timrå")
    return await pressed(house, "eva", "Visa diagram")


async def test_the_lines_below_the_chart_say_the_same(full_house: House) -> None:
    assert await drawn(full_house) == f"*{TITLE}*\n{LINES}\n{FRESH}"
    message = heard(full_house.person("eva"))[-1]
    assert message.text == f"{TITLE}\n{LINES}\n{FRESH}"


async def test_done_stands_beside_what_was_expected_and_what_is_planned(full_house: House) -> None:
    await drawn(full_house)
    chart = heard(full_house.person("eva"))[-1].blocks[1]["chart"]
    assert chart["axis_config"]["categories"] == [
        "Fotpatrulleringar", "Riktade insatser", "Informationsinsatser", "Trafikkontroller", "Öka kunskapen hos i…",
    ]  # fmt: skip
    assert {one["name"]: [point["value"] for point in one["data"]] for one in chart["series"]} == {
        "Gjort": [31, 5, 3, 20, 2],
        "Väntat till i dag": [40, 5, 3, 20, 1],
        "Planerat": [44, 6, 4, 24, 2],
    }


async def test_where_slack_draws_no_charts_it_comes_as_a_picture_with_its_text(full_house: House) -> None:
    full_house.sandbox.faults.unknown_blocks.add("data_visualization")
    await drawn(full_house)
    eva = full_house.person("eva")
    message = await eva.until(lambda: next((one for one in heard(eva) if one.files), None))
    (file,) = message.files
    assert message.text == f"{TITLE}\n{LINES}\n{FRESH}"
    assert file.name == "diagram-2026-11-23.png"
    assert file.alt.startswith(f"Stapeldiagram: {TITLE}. Fotpatrulleringar: 31 av 44 planerade")
    assert Image.open(BytesIO(file.content)).format == "PNG"


@on_one_database
async def test_asked_for_by_words_it_stands_in_the_answer_to_how_it_goes(full_house: House) -> None:
    plain = await wrote(full_house, "eva", "läget Timrå")
    assert await wrote(full_house, "eva", "visa diagram Timrå") == plain
    *_, chart, buttons = heard(full_house.person("eva"))[-1].blocks
    assert [chart["type"], buttons["type"]] == ["data_visualization", "actions"]
    full_house.sandbox.faults.unknown_blocks.add("data_visualization")
    eva, before = full_house.person("eva"), len(heard(full_house.person("eva")))
    await wrote(full_house, "eva", "diagram Timrå")
    message = await eva.until(lambda: next((one for one in heard(eva) if one.files), None))
    assert [one.name for one in message.files] == ["diagram-2026-11-23.png"]
    assert shown(heard(eva)[before]) == plain


@on_one_database
async def test_what_cannot_be_drawn_is_answered_as_how_it_goes(full_house: House) -> None:
    plain = await wrote(full_house, "eva", "läget huskurage")
    assert await wrote(full_house, "eva", "diagram huskurage") == plain
    assert await wrote(full_house, "eva", "visa diagram huskurage") == plain


def test_labels_are_short_and_no_two_are_alike() -> None:
    labels = [row.label for row in rows(longest.all_behind().activities, date(2026, 11, 23))]
    assert len(labels) == len({*labels}) == 20
    assert max(map(len, labels)) <= LONGEST_LABEL
