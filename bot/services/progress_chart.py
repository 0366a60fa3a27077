"""How it is going as a chart: which activities it shows, and the same as a picture."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from sqlmodel import Session

from bot.domain import progress_chart
from bot.domain.calendar import local_day
from bot.domain.errors import UserError
from bot.domain.permissions import Actor
from bot.domain.progress_chart import Row
from bot.report.chart import Bar, Chart, bars
from bot.services import progress_overview
from bot.views.progress_found import Overview, Scope


def find(session: Session, actor: Actor, scope: Scope, now: datetime) -> tuple[Overview, list[Row]]:
    """Raises Gone and NotAllowed, and UserError when nobody has set a number to reach."""
    found = progress_overview.show(session, actor, scope, now)
    shown = drawn(found, now)
    if not shown:
        raise UserError("Inget antal är bestämt för det här, så det finns inget att rita i ett diagram.")
    return found, shown


def drawn(found: Overview, now: datetime) -> list[Row]:
    """What of it can be."""
    return progress_chart.rows(found.activities, local_day(now))


def picture(title: str, rows: Sequence[Row]) -> Callable[[], Chart]:
    """How to draw it, which takes half a second: to be done in a process of its own."""
    return partial(bars, title, [Bar(one.called, one.done, one.goal, one.said, one.expected) for one in rows])
