"""How it is going as a chart, in the direct message."""

from collections.abc import Sequence

from sqlmodel import Session

from bot.domain.progress_chart import ChartRow
from bot.services import nation, progress_chart
from bot.views import nation as nation_views
from bot.views import progress_chart as views
from bot.views.blocks import Message
from bot.views.progress_found import Overview, read_scope
from handlers.actor import actor
from handlers.answers import Answer, Draw, Say
from handlers.request import Request


def show(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    found, rows = progress_chart.find(session, who, read_scope(request.value), request.now)
    return _drawn(request, found, rows, views.message(found, rows, request.now))


def ask(session: Session, request: Request) -> Answer:
    """By words. The answer to how it is going, with the chart in it where what it tells of can be drawn."""
    found = nation.ask(session, actor(session, request), request.text, request.now)
    said = nation_views.answer(found, request.now)
    rows = progress_chart.drawn(found, request.now) if isinstance(found, Overview) else []
    if not isinstance(found, Overview) or not rows:
        return Say(said)
    return _drawn(request, found, rows, views.within(said, found, rows), plain=said)


def _drawn(
    request: Request, found: Overview, rows: Sequence[ChartRow], message: Message, *, plain: Message | None = None
) -> Draw:
    title = views.title(found, request.now)
    return Draw(message, progress_chart.instead(title, rows, message, plain, request.now))
