"""How it is going as a chart: which activities it shows, and the same as a picture."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from sqlmodel import Session

from bot.domain import progress_chart
from bot.domain.calendar import local_day
from bot.domain.errors import UserError
from bot.domain.permissions import Actor
from bot.domain.progress_chart import ChartRow
from bot.report.chart import Bar, bars
from bot.services import progress_overview
from bot.services.files_sent import INSTEAD, PICTURE, Made, Upload
from bot.views import progress_chart as views
from bot.views.blocks import Message
from bot.views.progress_found import Overview, Scope


def find(session: Session, actor: Actor, scope: Scope, now: datetime) -> tuple[Overview, list[ChartRow]]:
    """Raises Gone and NotAllowed, and UserError when nobody has set a number to reach."""
    found = progress_overview.show(session, actor, scope, now)
    shown = drawn(found, now)
    if not shown:
        raise UserError("Inget antal är bestämt för det här, så det finns inget att rita i ett diagram.")
    return found, shown


def drawn(found: Overview, now: datetime) -> list[ChartRow]:
    """What of it can be."""
    return progress_chart.rows(found.activities, local_day(now))


def instead(title: str, rows: Sequence[ChartRow], said: Message, plain: Message | None, now: datetime) -> list[Message]:
    """What is sent where Slack does not take the chart: a picture, with what was `said` beside it or `plain` before."""
    shown = [[one.called, one.done, one.goal, one.said, one.expected] for one in rows]
    drawn = {"name": f"diagram-{now:%Y-%m-%d}.png", "title": title, "bars": shown}
    picture = {"text": "" if plain else said["text"], PICTURE: drawn, INSTEAD: [views.not_sent()]}
    return [plain, picture] if plain else [picture]


def upload(picture: Mapping[str, Any]) -> Upload:
    return Upload(picture["name"], partial(_paint, picture), heavy=True)


def _paint(picture: Mapping[str, Any]) -> Made:
    chart = bars(picture["title"], [Bar(*one) for one in picture["bars"]])
    return Made(chart.png, chart.alt)
