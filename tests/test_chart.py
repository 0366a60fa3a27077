"""Pictures of how much is done, read back."""

import io

import pytest
from PIL import Image

from bot.report.chart import DONE, WHITE, Bar, Chart, bars

CHECKS = Bar("Trafikkontroller", 21, 24, "21 av 24 planerade", 20)
TALKS = Bar("Samtal om ANDT på högstadiet", 0, 4, "0 av 4 utlovade")


def ink(chart: Chart) -> int:
    """How many dots have the colour of what is done."""
    with Image.open(io.BytesIO(chart.png)) as image:
        return sum(count for count, colour in image.convert("RGB").getcolors(100) or [] if colour == DONE)


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """As WCAG computes it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: tuple[int, int, int]) -> float:
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in (c / 255 for c in colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_same_numbers_stand_in_words() -> None:
    assert bars("Gjort av planerat antal", [CHECKS, TALKS]).alt == (
        "Stapeldiagram: Gjort av planerat antal. Trafikkontroller: 21 av 24 planerade, 20 väntat hittills. "
        "Samtal om ANDT på högstadiet: 0 av 4 utlovade."
    )


def test_it_is_a_picture_twice_as_sharp_as_it_is_shown() -> None:
    chart = bars("Gjort", [CHECKS, TALKS])

    with Image.open(io.BytesIO(chart.png)) as image:
        assert (image.format, image.size) == ("PNG", (2 * chart.width, 2 * chart.height))


def test_more_done_is_more_ink() -> None:
    little, much = (bars("Gjort", [Bar("Vandringar", done, 4, "")]) for done in (1, 4))

    assert ink(much) > ink(little)


def test_a_bar_stands_out_from_the_paper() -> None:
    assert contrast(DONE, WHITE) > 7


@pytest.mark.parametrize("bar", [Bar("Å" * 300, 10**6, 1, "1 000 000 av 1 utlovad" * 9), Bar("", 0, 0, "", 0)])
def test_whatever_is_drawn_fits(bar: Bar) -> None:
    chart = bars("Ö" * 300, [bar])

    with Image.open(io.BytesIO(chart.png)).convert("RGB") as image:
        edge = image.crop((image.width - 20, 0, image.width, image.height))
        assert edge.getcolors() == [(edge.width * edge.height, WHITE)]


def test_swedish_letters_are_drawn_as_themselves() -> None:
    assert len({bars(letter, []).png for letter in "åäöÅÄÖaoAO–”"}) == 12
