"""Planning, moving and cancelling: the forms and what they bring."""

from sqlmodel import Session

from bot.domain.permissions import Action
from bot.domain.recurrence import Span
from bot.services import naming, occurrences, series
from bot.views import occurrence_forms as forms
from bot.views import occurrences as views
from bot.views import series as series_views
from bot.views import series_forms
from bot.views.activities import read_form
from bot.views.series_forms import read_scope
from handlers import year_plan
from handlers.actor import actor
from handlers.answers import Answer, Open, Say, Show
from handlers.request import Request


def plan(session: Session, request: Request) -> Answer:
    """Others are told whom to ask; an activity's name brings its year.

    A line in a chat brings no right to open a window: it gets a button.
    """
    who = actor(session, request)
    if not who.may_anywhere(Action.PLAN):
        return Say(views.only_coordinators(occurrences.coordinators(session, who, request.now)))
    if request.text:
        return year_plan.choose(session, request)
    return Say(views.opener()) if request.origin == "event" else overview(session, request)


def overview(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    skip = int(request.value) if request.value.isdigit() else 0
    found = occurrences.overview(session, who, request.now, skip=skip)
    view = views.overview(found.upcoming, found.activities, request.now, hidden=found.hidden, after=found.after)
    return Show(view) if request.origin == "view" else Open(view)


def plan_form(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    activity = occurrences.plannable(session, who, int(request.value))
    view = forms.plan(activity, naming.to_be_named(session, activity, request.now))
    return Show(view) if request.origin == "view" else Open(view)


def submit_plan(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    when = forms.read_when(request.fields, request.now)
    to = Span(when.starts_at, when.ends_at)
    change = series.plan(session, who, int(request.private), to, when.place, request.now)
    return Show(series_views.planned(change, request.now))


def move_form(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    found = series.find(session, who, int(request.value), request.now)
    view = forms.move(found, who.person_id, request.now)
    return Show(view) if request.origin == "view" else Open(view)


def submit_move(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    when, scope = forms.read_when(request.fields, request.now), read_scope(request.fields)
    to = Span(when.starts_at, when.ends_at)
    change = series.move(session, who, int(request.private), to, when.place, scope, request.now)
    return Show(series_views.moved_receipt(change, who.person_id, request.now))


def cancel_form(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    found = series.find(session, who, int(request.value), request.now)
    view = forms.cancel(found, who.person_id, request.now)
    return Show(view) if request.origin == "view" else Open(view)


def submit_cancel(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    reason, scope = forms.read_reason(request.fields), read_scope(request.fields)
    change = series.cancel(session, who, int(request.private), reason, scope, request.now)
    return Show(series_views.cancelled_receipt(change, reason, who.person_id, request.now))


def people_form(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    view = series_forms.people(series.find(session, who, int(request.value), request.now), request.now)
    return Show(view) if request.origin == "view" else Open(view)


def submit_people(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    chosen, scope = read_form(request.fields), read_scope(request.fields)
    change = series.change_people(session, who, int(request.private), chosen, scope, request.now)
    return Show(series_views.people_receipt(change, request.now))
