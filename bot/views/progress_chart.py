"""How it is going as a chart. The lines below it say the same: not everybody sees it, and not every Slack draws it."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime

from bot.domain import progress_basis
from bot.domain.calendar import local_day
from bot.domain.progress_chart import MOST, ChartRow, is_drawn
from bot.domain.swedish import day_text
from bot.domain.words import GoalOrigin
from bot.views import blocks, progress
from bot.views.blocks import Block, Message
from bot.views.progress_found import Overview

LONGEST_TITLE = 50
LARGEST = 13_000  # characters of JSON; Slack stops at some 13 200
FEWER = (MOST, 12, 8, 5, 3)
GOALS = {GoalOrigin.PLANNED: "Planerat", GoalOrigin.PROMISED: "Utlovat"}
MIXED = "Utlovat/planerat"
NOT_SENT = "Diagrammet kom inte fram. Inget annat är ändrat. Be om det igen om en minut."


def title(found: Overview, now: datetime) -> str:
    today = local_day(now)
    return f"{progress.headline(found)}: gjort, väntat och planerat, {day_text(today, today).removeprefix('i dag, ')}"


def message(found: Overview, rows: Sequence[ChartRow], now: datetime) -> Message:
    head = title(found, now)
    lines = [f"{row.called}: {_in_words(row)}." for row in rows]
    left = sum(map(is_drawn, found.activities)) - len(rows)
    if left > 0:
        lines.append(f"{left} till ryms inte i diagrammet. Högst {MOST} visas.")
    today = local_day(now)
    fresh = progress_basis.freshness(found.activities, today, over=found.agreement.over(today))
    listed = blocks.sections(*map(blocks.escape, lines))
    shown = [blocks.section(f"*{blocks.escape(head)}*"), _chart(found, rows), *listed, blocks.context(fresh)]
    return blocks.message(blocks.escape("\n".join([head, *lines, fresh])), shown)


def within(answer: Message, found: Overview, rows: Sequence[ChartRow]) -> Message:
    """In the answer to how it is going, above its buttons: as many as there is room for, the most urgent first.

    What the answer says holds the same numbers.
    """
    *said, buttons = answer["blocks"]
    for most in FEWER:
        made = [*said, _chart(found, rows[:most]), buttons]
        if len(json.dumps(made, ensure_ascii=False)) <= LARGEST:
            return answer | {"blocks": made}
    return answer


def not_sent() -> Message:
    return blocks.message(NOT_SENT, [blocks.section(NOT_SENT)])


def _in_words(row: ChartRow) -> str:
    return row.said if row.expected is None else f"{row.said}, väntat till i dag: {row.expected}"


def _chart(found: Overview, rows: Sequence[ChartRow]) -> Block:
    """Done, expected and goal stand beside each other."""
    origins = {row.origin for row in rows}
    goal = GOALS[next(iter(origins)) or GoalOrigin.PLANNED] if len(origins) == 1 else MIXED
    series = [_series("Gjort", rows, lambda row: row.done)]
    if any(row.expected is not None for row in rows):
        series.append(
            _series("Väntat till i dag", rows, lambda row: row.goal if row.expected is None else row.expected)
        )
    series.append(_series(goal, rows, lambda row: row.goal))
    axis = {"categories": [row.label for row in rows]}
    chart = {"type": "bar", "series": series, "axis_config": axis}
    name = blocks.cut(progress.headline(found), LONGEST_TITLE)
    return {"type": "data_visualization", "title": name, "chart": chart}


def _series(name: str, rows: Sequence[ChartRow], value: Callable[[ChartRow], int]) -> Block:
    return {"name": name, "data": [{"label": row.label, "value": value(row)} for row in rows]}
