"""Bars as a picture, and the same numbers as words for whoever does not see it."""

import io
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from PIL import Image, ImageDraw, ImageFont

from bot.domain.swedish import number

SCALE = 2
"""Pixels to a point: twice what a screen needs, so that paper is sharp too."""
WIDTH = 720  # points, here and below
MARGIN, GAP = 16, 14
NAMES, SAID = 230, 210  # columns left and right of the bars
ROW, BAR = 30, 16
SIZE, TITLE_SIZE = 13, 16
FULL = 1.15
"""What is more than this share of the goal is drawn no longer; the words beside the bar tell how much it was."""

WHITE, BLACK, GREY = (255, 255, 255), (26, 26, 26), (89, 89, 89)
DONE, OUTLINE = (0, 75, 135), (70, 70, 70)  # more than 7:1 and 9:1 against white
LEGEND = (("done", "gjort"), ("goal", "utlovat eller planerat"), ("expected", "väntat hittills"))

SHADES = 10
Colour = tuple[int, int, int]
Font = ImageFont.FreeTypeFont


@dataclass(frozen=True, slots=True)
class Bar:
    """`said` stands beside the bar and in the alt text: "21 av 24 planerade". `expected` is marked with a line."""

    label: str
    done: int
    goal: int
    said: str
    expected: int | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """`width` is in points, as it is shown."""

    png: bytes
    alt: str
    width: int = WIDTH
    height: int = 0


def bars(title: str, rows: Sequence[Bar]) -> Chart:
    """How much of its goal each has reached, all goals drawn equally long: they have different units."""
    height = 2 * MARGIN + 2 * ROW + ROW * len(rows) + GAP
    image = Image.new("RGB", (WIDTH * SCALE, height * SCALE), WHITE)
    canvas = _Canvas(ImageDraw.Draw(image))
    canvas.text((MARGIN, MARGIN), _fitted(title, _font(TITLE_SIZE, bold=True), WIDTH - 2 * MARGIN), bold=True)
    for index, row in enumerate(rows):
        _draw(canvas, row, MARGIN + ROW + index * ROW)
    _legend(canvas, height - MARGIN - ROW // 2, marked=any(row.expected is not None for row in rows))
    return Chart(_png(image), alt(title, rows), WIDTH, height)


def alt(title: str, rows: Sequence[Bar]) -> str:
    return " ".join([f"Stapeldiagram: {title}.", *(f"{row.label}: {row.said}{_awaited(row)}." for row in rows)])


def _awaited(row: Bar) -> str:
    return "" if row.expected is None else f", {number(row.expected)} väntat hittills"


class _Canvas:
    """Drawn on in points."""

    def __init__(self, draw: ImageDraw.ImageDraw) -> None:
        self._draw = draw

    def box(self, at: tuple[float, float], width: float, height: float, *, filled: bool) -> None:
        x, y = at
        corners = (x * SCALE, y * SCALE, (x + width) * SCALE, (y + height) * SCALE)
        self._draw.rectangle(corners, fill=DONE if filled else None, outline=None if filled else OUTLINE, width=SCALE)

    def mark(self, x: float, y: float, height: float) -> None:
        """A dark line with white on both sides: seen on the bar and beside it."""
        for width, colour in ((6, WHITE), (2, BLACK)):
            self._draw.line((x * SCALE, y * SCALE, x * SCALE, (y + height) * SCALE), colour, width * SCALE)

    def text(self, at: tuple[float, float], text: str, colour: Colour = BLACK, *, bold: bool = False) -> None:
        font = _font(TITLE_SIZE if bold else SIZE, bold=bold)
        self._draw.text((at[0] * SCALE, at[1] * SCALE), text, colour, font)


def _draw(canvas: _Canvas, row: Bar, top: int) -> None:
    left, width = MARGIN + NAMES, WIDTH - 2 * MARGIN - NAMES - SAID - GAP
    goal = width / FULL
    middle = top + (ROW - BAR) / 2
    canvas.text((MARGIN, top + 6), _fitted(row.label, _font(SIZE), NAMES - GAP))
    canvas.box((left, middle), min(row.done / row.goal, FULL) * goal if row.goal else 0, BAR, filled=True)
    canvas.box((left, middle), goal, BAR, filled=False)
    if row.expected is not None and row.goal:
        canvas.mark(left + min(row.expected / row.goal, FULL) * goal, middle - 4, BAR + 8)
    canvas.text((left + width + GAP, top + 6), _fitted(row.said, _font(SIZE), SAID))


def _legend(canvas: _Canvas, top: float, *, marked: bool) -> None:
    x: float = MARGIN + NAMES
    for sign, text in LEGEND:
        if sign == "expected" and not marked:
            continue
        if sign == "expected":
            canvas.mark(x + 7, top - 2, 16)
        else:
            canvas.box((x, top), 14, 12, filled=sign == "done")
        canvas.text((x + 20, top - 2), text, GREY)
        x += 20 + _font(SIZE).getlength(text) / SCALE + 22


def _fitted(text: str, font: Font, width: float) -> str:
    if font.getlength(text) <= width * SCALE:
        return text
    fits = bisect(range(len(text)), width * SCALE, key=lambda end: font.getlength(f"{text[:end]}…"))
    return f"{text[: max(fits - 1, 0)].rstrip()}…"


@cache
def _font(size: int, *, bold: bool = False) -> Font:
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    content = files("bot.report").joinpath("fonts", name).read_bytes()
    return ImageFont.truetype(io.BytesIO(content), size * SCALE, layout_engine=ImageFont.Layout.BASIC)


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.quantize(palette=_palette(), dither=Image.Dither.NONE).save(out, "PNG", dpi=(144, 144))
    return out.getvalue()


@cache
def _palette() -> Image.Image:
    """The colours used and their steps to white: a fourth of the size, and twice as fast as looking for the best."""
    mixed = [
        255 - (255 - part) * step // SHADES
        for colour in (BLACK, DONE, GREY)
        for step in range(SHADES + 1)
        for part in colour
    ]
    made = Image.new("P", (1, 1))
    made.putpalette(mixed)
    return made
