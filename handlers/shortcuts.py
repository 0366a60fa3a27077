"""From the menu of any message, and from anywhere: a report, or an activity, begun from a text."""

import re

from sqlmodel import Session

from bot.domain.screening import HeldBack, held_back
from bot.domain.written import Written, unpacked
from bot.services import activities, report_form, report_start
from bot.views import new_activity as activity_views
from bot.views import report_forms as views
from handlers.actor import actor
from handlers.answers import Answer, Open, Show
from handlers.request import Request

LABELLED = re.compile(r"<(?:[^<>|]*\|)?([^<>|@#!][^<>|]*)>")
REST = re.compile(r"<[^<>]*>|[*_~`]")


def report(session: Session, request: Request) -> Answer:
    """From anywhere: a line of one's own, or what waits."""
    who = actor(session, request)
    return Open(views.opener(report_start.start(session, who, request.now), request.now))


def report_message(session: Session, request: Request) -> Answer:
    """A message's text is read as a line, whoever wrote it and as of when."""
    who = actor(session, request)
    text, held = _readable(request.text)
    written = Written(text, request.said_at or request.now)
    found = report_form.from_text(session, who, written, request.now)
    return Open(views.form(found, request.now, held=held))


def submit_line(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    typed = views.read_line(request.fields)
    if held := held_back(typed):
        start = report_start.start(session, who, request.now)
        return Show(views.opener(start, request.now, typed=held.cleaned, held=held))
    found = report_form.from_text(session, who, Written(typed, request.now), request.now)
    return Show(views.form(found, request.now))


def fill(session: Session, request: Request) -> Answer:
    """What is meant was chosen: an occurrence, or with "u" before it an activity. The window carries the text."""
    who = actor(session, request)
    find = report_form.of_activity if request.value.startswith("u") else report_form.of_occurrence
    found = find(session, who, unpacked(request.private), int(request.value.lstrip("u")), request.now)
    return Show(views.filled(found, request.now))


def new_activity(session: Session, request: Request) -> Answer:
    """For coordinators. The text becomes the title."""
    who = actor(session, request)
    areas = activities.areas(session, who, request.now)
    return Open(activity_views.form(areas, _readable(request.text)[0]))


def submit_activity(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    wish = activity_views.read(request.fields)
    made = activities.create(session, who, wish, request.now)
    return Show(activity_views.receipt(made, wish.due_on))


def _readable(text: str) -> tuple[str, HeldBack | None]:
    """Without Slack's marks and mentions, and without what may point at somebody."""
    plain = " ".join(REST.sub("", LABELLED.sub(r"\1", text)).split())[: views.LONGEST_TEXT]
    held = held_back(plain)
    return (held.cleaned if held else plain), held
