"""How it is going as a chart, in the direct message."""

from sqlmodel import Session

from bot.services import progress_chart
from bot.services.people import actor
from bot.views import progress_chart as views
from bot.views.progress_found import read_scope
from handlers.answers import Answer, Draw
from handlers.request import Request


def show(session: Session, request: Request) -> Answer:
    who = actor(session, request.team_id, request.user_id, request.now)
    found, rows = progress_chart.find(session, who, read_scope(request.value), request.now)
    picture = progress_chart.picture(views.title(found, request.now), rows)
    return Draw(views.message(found, rows, request.now), f"diagram-{request.now:%Y-%m-%d}.png", picture)
