"""The follow-up of a whole police area as a message: its municipalities side by side, and its files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain import progress_basis
from bot.domain.calendar import local_day
from bot.domain.follow_up import FollowUp
from bot.domain.follow_up_places import FollowedPlace
from bot.domain.swedish import day_text, number
from bot.views import blocks
from bot.views.blocks import Block, Message
from bot.views.follow_up import OTHERS, SHOW, Format, about, carried, value
from bot.views.progress_parts import fitting

FILE = "follow_up_area_file"
LONGEST = 9_000  # characters: a message holds some 13 000
ITS_OWN = "Varje kommun fastställer sin egen uppföljning. Välj en kommun för att se den."


@dataclass(frozen=True, slots=True)
class AreaFollowUp:
    """`municipalities` are those of the area, each (id, name)."""

    follow_up: FollowUp
    municipalities: Sequence[tuple[int, str]]


def shown(found: AreaFollowUp, now: datetime) -> Message:
    title, today = f"Uppföljning: {about(found.follow_up)}", local_day(now)
    rows, more = fitting([f"{one.name}: {_row(one)}" for one in found.follow_up.places], LONGEST)
    ends = [*more, *_ends(found, today)]
    said = "\n".join([title, *rows, *ends])
    lines = [f"*{blocks.escape(row).replace(':', ':*', 1)}" for row in rows]
    shown_ends = [blocks.context(blocks.escape(line)) for line in ends]
    top = f"*{blocks.escape(title)}*"
    return blocks.message(blocks.escape(said), [*blocks.sections(top, *lines), *shown_ends, _buttons(found)])


def _row(one: FollowedPlace) -> str:
    """Gives "22 gjorda, 20 väntade, 28 planerade. 1 ligger efter, 4 går enligt plan. 2 saknar rapport."."""
    goals = ((one.promised, "utlovad", "utlovade"), (one.planned, "planerad", "planerade"))
    told = [_counted(goal, single, many) for goal, single, many in goals if goal is not None]
    figures = [_counted(one.done, "gjord", "gjorda"), _counted(one.expected, "väntad", "väntade"), *told]
    counted = f"{', '.join(figures)}. " if told else ""
    missing = f" {number(one.missing)} saknar rapport." if one.missing else ""
    return f"{counted}{one.state}.{missing}"


def _ends(found: AreaFollowUp, today: date) -> Iterator[str]:
    made = found.follow_up
    figures = [one.progress for one in made.activities() if not one.via]
    yield f"Siffrorna är från {day_text(local_day(made.made_at), today)}. {ITS_OWN}"
    yield progress_basis.freshness(figures, today, over=made.over)


def _buttons(found: AreaFollowUp) -> Block:
    period, where = found.follow_up.period, about(found.follow_up)
    of_area = value(min(id_ for id_, _ in found.municipalities), period)
    word = blocks.button("Ladda ner Word", FILE, f"{Format.DOCX}:{of_area}", about=where)
    menu = blocks.towns(found.municipalities, SHOW, carries=carried(period))
    rows = [blocks.option(label, f"{form}:{of_area}") for form, label in OTHERS.items()]
    return blocks.actions(word, menu, {"type": "overflow", "action_id": f"{FILE}#other", "options": rows})


def _counted(count: int, single: str, many: str) -> str:
    return f"{number(count)} {single if count == 1 else many}"
