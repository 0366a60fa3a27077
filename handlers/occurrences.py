"""Planning, moving and cancelling: the forms and what they bring."""

from sqlmodel import Session

from bot.domain.permissions import Action
from bot.services import occurrences
from bot.services.open_occurrences import changeable, staffed
from bot.services.people import actor
from bot.views import occurrence_forms as forms
from bot.views import occurrences as views
from handlers import year_plan
from handlers.answers import Answer, Open, Say, Show
from handlers.request import Request


def plan(session: Session, request: Request) -> Answer:
    """Others are told whom to ask; an activity's name brings its year.

    A line in a chat brings no right to open a window: it gets a button.
    """
    who = actor(session, request.team_id, request.user_id, request.now)
    if not who.may_anywhere(Action.PLAN):
        return Say(views.only_coordinators(occurrences.coordinators(session, who, request.now)))
    if request.text:
        return year_plan.choose(session, request)
    return Say(views.opener()) if request.origin == "event" else overview(session, request)


def overview(session: Session, request: Request) -> Answer:
    who = actor(session, request.team_id, request.user_id, request.now)
    skip = int(request.value) if request.value.isdigit() else 0
    found = occurrences.overview(session, who, request.now, skip=skip)
    view = views.overview(found.upcoming, found.activities, request.now, hidden=found.hidden, after=found.after)
    return Show(view) if request.origin == "view" else Open(view)


def plan_form(session: Session, request: Request) -> Answer:
    who = actor(session, request.team_id, request.user_id, request.now)
    activity = occurrences.plannable(session, who, int(request.value))
    view = forms.plan(activity, occurrences.to_be_named(session, activity, request.now))
    return Show(view) if request.origin == "view" else Open(view)


def submit_plan(session: Session, request: Request) -> Answer:
    who = actor(session, request.team_id, request.user_id, request.now)
    when = forms.read_when(request.fields, request.now)
    made = occurrences.plan(
        session, who, int(request.private), when.starts_at, when.ends_at, request.now, place=when.place
    )
    return Show(views.planned(staffed(session, made.id), request.now))


def move_form(session: Session, request: Request) -> Answer:
    who = actor(session, request.team_id, request.user_id, request.now)
    found = changeable(session, who, int(request.value), request.now)
    view = forms.move(found, who.person_id, request.now)
    return Show(view) if request.origin == "view" else Open(view)


def submit_move(session: Session, request: Request) -> Answer:
    who = actor(session, request.team_id, request.user_id, request.now)
    when = forms.read_when(request.fields, request.now)
    moved = occurrences.move(
        session, who, int(request.private), when.starts_at, when.ends_at, request.now, place=when.place
    )
    return Show(views.moved_receipt(moved, who.person_id, request.now))


def cancel_form(session: Session, request: Request) -> Answer:
    who = actor(session, request.team_id, request.user_id, request.now)
    found = changeable(session, who, int(request.value), request.now)
    view = forms.cancel(found, who.person_id, request.now)
    return Show(view) if request.origin == "view" else Open(view)


def submit_cancel(session: Session, request: Request) -> Answer:
    who = actor(session, request.team_id, request.user_id, request.now)
    reason = forms.read_reason(request.fields)
    cancelled = occurrences.cancel(session, who, int(request.private), reason, request.now)
    return Show(views.cancelled_receipt(cancelled, reason, who.person_id, request.now))
