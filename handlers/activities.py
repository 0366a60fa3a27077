"""Changing who is responsible for an activity, and whether it is protected."""

from sqlmodel import Session

from bot.services import activities
from bot.views import activities as views
from bot.views import occurrence_forms
from handlers.actor import actor
from handlers.answers import Answer, Open, Show
from handlers.request import Request


def form(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    view = views.form(activities.responsible(session, who, int(request.value), request.now))
    return Show(view) if request.origin == "view" else Open(view)


def protect(session: Session, request: Request) -> Answer:
    """Or no longer."""
    who = actor(session, request)
    activity_id, protected = request.value.split(":")
    found = activities.set_protected(session, who, int(activity_id), protected == "1", request.now)
    return Show(occurrence_forms.plan(found.activity, found.named))


def change(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    chosen = views.read_form(request.fields)
    return Show(views.receipt(activities.change_people(session, who, int(request.private), chosen, request.now)))
