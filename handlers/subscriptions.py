"""Being told regularly how it is going: by a line, from the answer, and ended again."""

from sqlmodel import Session

from bot.domain import subscriptions as wishes
from bot.domain.calendar import local_day
from bot.services import preferences, subscriptions
from bot.views import preferences as preference_views
from bot.views import subscriptions as views
from bot.views.progress_found import read_scope
from handlers.actor import actor
from handlers.answers import Answer, Open, Replace, Say, Show
from handlers.request import Request


def wish(session: Session, request: Request) -> Answer:
    """A line such as "läget Timrå varje måndag"."""
    who = actor(session, request)
    said = wishes.read(request.text) or wishes.SubscriptionWish("")
    if not said.ends:
        made = subscriptions.subscribe(session, who, said.question, said.cadence, request.now)
        return Say(views.receipt(made, local_day(request.now)))
    if kept := subscriptions.end(session, who, said.question, request.now):
        return Say(views.ended(kept))
    return Say(views.not_there(said.question, subscriptions.mine(session, who)))


def form(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    return Open(views.form(*subscriptions.offered(session, who, read_scope(request.value), request.now)))


def subscribe(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    per = views.read_form(request.fields)
    made = subscriptions.subscribe(session, who, request.private, per, request.now)
    return Show(views.receipt_view(made, local_day(request.now)))


def end(session: Session, request: Request) -> Answer:
    """Among the settings, those show what is left; what else was filled in stays."""
    who = actor(session, request)
    kept = subscriptions.end_one(session, who, int(request.value), request.now)
    if request.origin == "view":
        return Show(preference_views.form(preferences.settings(session, who, request.now)))
    return Replace(views.ended(kept))
