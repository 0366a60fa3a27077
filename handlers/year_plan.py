"""Planning a year of an activity: the form, what it would be, and saving it."""

from sqlmodel import Session

from bot.domain.permissions import Actor
from bot.services import year_plan
from bot.views import year_plan as forms
from bot.views import year_plan_choice as choices
from bot.views import year_plan_preview as views
from bot.views.blocks import View
from handlers.actor import actor
from handlers.answers import Answer, Open, Say, Show, Unsaved
from handlers.request import Request


def choose(session: Session, request: Request) -> Answer:
    """By words after the command: the form, or a question which is meant."""
    who = actor(session, request)
    found = year_plan.find(session, who, request.text, request.now)
    if request.origin == "event":
        return Say(choices.opener(found, request.text))
    if len(found) == 1:
        return Open(_form(session, who, found[0].id, request))
    return Open(choices.which(found, request.text))


def of_agreement(session: Session, request: Request) -> Answer:
    """The next step when one has been saved."""
    who = actor(session, request)
    found = year_plan.of_agreement(session, who, int(request.value), request.now)
    return Open(_form(session, who, found[0].id, request) if len(found) == 1 else choices.of_agreement(found))


def form(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    view = _form(session, who, int(request.value), request)
    return Show(view) if request.origin == "view" else Open(view)


def _form(session: Session, who: Actor, activity_id: int, request: Request) -> View:
    return forms.form(year_plan.form(session, who, activity_id, request.now))


def again(session: Session, request: Request) -> Answer:
    """What was filled in is there still."""
    who = actor(session, request)
    asked, _ = forms.read_carried(request.private, request.now)
    return Show(forms.form(year_plan.form(session, who, asked.activity_id, request.now), asked.raw))


def preview(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    asked = forms.read(request.fields, int(request.private), request.now)
    return Show(views.preview(year_plan.preview(session, who, asked, request.now), request.now))


def save(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    asked, seen = forms.read_carried(request.private, request.now)
    made = year_plan.save(session, who, asked, request.fields.get("skip") or [], seen, request.now)
    if isinstance(made, views.Preview):
        raise Unsaved(Show(views.preview(made, request.now, changed=True)))
    return Show(views.saved(made, request.now))
