"""A line that begins with none of the bot's words: a report, or what else it may ask for, else help."""

from sqlmodel import Session

from bot.domain import asked_otherwise
from bot.domain.asked_otherwise import AskedOtherwise, Wanted
from bot.domain.calendar import local_day
from bot.services.follow_up_asked import MeantFollowUp
from handlers import deficiencies, follow_up, help, outcomes, progress, progress_chart, who_leads
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


def line(session: Session, request: Request) -> Answer:
    """Also where a follow-up was `meant`: its year would be read as a number that was counted."""
    if request.found:
        return follow_up.ask(session, request)
    return outcomes.told(session, request) or _otherwise(session, request)


def meant(session: Session, request: Request) -> MeantFollowUp | None:
    """The follow-up that a line asks for; None where it does not."""
    found = _asked(session, request)
    if found is None or found.wanted is not Wanted.FOLLOW_UP:
        return None
    return follow_up.meant(session, request.with_text(found.text))


def _otherwise(session: Session, request: Request) -> Answer:
    found = _asked(session, request)
    if found is None:
        return help.not_understood(session, request)
    return ANSWERS[found.wanted](session, request.with_text(found.text))


def _asked(session: Session, request: Request) -> AskedOtherwise | None:
    return asked_otherwise.asked(request.text, agreements.places(session), local_day(request.now))
