"""A line that is no report, and begins with none of the bot's words: what it may ask for, else help."""

from sqlmodel import Session

from bot.domain import asked_otherwise
from bot.domain.asked_otherwise import Wanted
from bot.domain.calendar import local_day
from handlers import deficiencies, follow_up, help, progress, progress_chart, who_leads
from handlers.answers import Answer
from handlers.request import Request
from storage import agreements

ANSWERS = {
    Wanted.PROGRESS: progress.show,
    Wanted.CHART: progress_chart.ask,
    Wanted.FOLLOW_UP: follow_up.ask,
    Wanted.RESPONSIBLE: who_leads.show,
    Wanted.DEFICIENCIES: deficiencies.overview,
}


def answer(session: Session, request: Request) -> Answer:
    found = asked_otherwise.asked(request.text, agreements.places(session), local_day(request.now))
    if found is None:
        return help.not_understood(session, request)
    return ANSWERS[found.wanted](session, request.with_text(found.text))
