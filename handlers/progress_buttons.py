"""What was chosen in the menu beside the answer's buttons."""

from collections.abc import Callable, Mapping

from sqlmodel import Session

from bot.views.progress_buttons import More
from handlers import progress, progress_chart, subscriptions
from handlers.answers import Answer
from handlers.request import Request

CHOSEN: Mapping[More, Callable[[Session, Request], Answer]] = {
    More.CHART: progress_chart.show,
    More.SUBSCRIBE: subscriptions.form,
    More.SHOW: progress.open_,
}


def more(session: Session, request: Request) -> Answer:
    what, _, scope = request.value.partition(":")
    return CHOSEN[More(what)](session, request._replace(value=scope))
