"""Finding a colleague and bringing them in."""

import re
from collections.abc import Mapping
from functools import partial

from sqlmodel import Session

from bot.services import invitations, people
from bot.services.invitations import Colleague
from bot.views import giving, members
from bot.views import invitations as views
from bot.views.blocks import View
from handlers.actor import actor
from handlers.answers import Answer, Find, Open, Say, Show, Sought
from handlers.request import Request

MENTIONED = re.compile(r"<@([UW]\w+)(?:\|[^>]*)?>")
ADDRESS = re.compile(r"[^\s<>|:@]+@[^\s<>|@]+\.\w+")
WHY_NOT: Mapping[str, str] = {
    "missing_scope": views.NO_SCOPE,
    "users_not_found": views.NOT_FOUND,
    "user_not_found": views.NOT_FOUND,
    "user_not_visible": views.NOT_FOUND,
}


def show(session: Session, request: Request) -> Answer:
    """ "bjud in", perhaps with somebody mentioned. A line in a chat brings no right to open a window."""
    invitations.require_inviter(actor(session, request))
    mentioned = MENTIONED.search(request.text)
    user_id = mentioned[1] if mentioned else request.value
    if request.origin == "event":
        return Say(views.opener(user_id))
    address = ADDRESS.search(request.text)
    return Open(views.search(user_id=user_id, email=address[0] if address else ""))


def find(session: Session, request: Request) -> Answer:
    invitations.require_inviter(actor(session, request))
    wanted = views.read_search(request.fields)
    return Find(views.search(said=views.LOOKING), wanted.email, wanted.user_id, partial(_found, request))


def form_for_request(session: Session, request: Request) -> Answer:
    """For somebody who has asked to be added."""
    who = actor(session, request)
    asked = people.requested(session, who, int(request.value))
    return Open(_form(session, request, Colleague(asked.team_id, asked.user_id), request.value))


def submit(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    team_id, user_id, asked = request.private.split(":")
    given, whom = giving.read_fields(request.fields), Colleague(team_id, user_id)
    member = invitations.invite(session, who, whom, given, request.now, request_id=int(asked) if asked else None)
    return Show(members.receipt(member, request.now))


def _found(request: Request, session: Session, sought: Sought) -> View:
    if isinstance(sought, str):
        return views.search(said=WHY_NOT.get(sought, views.FAILED))
    if sought.get("deleted") or sought.get("is_bot"):
        return views.search(said=views.NOT_A_PERSON)
    return _form(session, request, Colleague(sought["team_id"], sought["id"]))


def _form(session: Session, request: Request, whom: Colleague, asked: str = "") -> View:
    """`asked` is the id of their request to be added, if this answers one."""
    who = actor(session, request)
    found = invitations.invitable(session, who, whom, request.now)
    private = f"{whom.team_id}:{whom.user_id}:{asked}"
    return views.form(found.known, whom.user_id, found.offered, private, request.now)
