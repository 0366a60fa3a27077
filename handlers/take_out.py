"""All of a municipality's data as a file, for a request to see public records."""

from functools import partial

from sqlmodel import Session

from bot.domain.swedish import fold
from bot.services import take_out
from bot.views import take_out as views
from handlers.actor import actor
from handlers.answers import Answer, Attach, Say
from handlers.request import Request
from storage.database import address


def show(session: Session, request: Request) -> Answer:
    """ "lämna ut", and perhaps a municipality."""
    who = actor(session, request)
    places = take_out.places(session, who, request.text.partition(" ")[2])
    return _sent(session, request, places[0][0]) if len(places) == 1 else Say(views.which(places))


def is_line(text: str) -> bool:
    """Whatever else begins with "lämna"."""
    return fold(text.partition(" ")[0]) != "ut"


def send(session: Session, request: Request) -> Answer:
    return _sent(session, request, int(request.value))


def send_whole(session: Session, request: Request) -> Answer:
    return _sent(session, request, int(request.value), whole=True)


def _sent(session: Session, request: Request, municipality_id: int, *, whole: bool = False) -> Answer:
    who = actor(session, request)
    ready = take_out.prepare(session, who, municipality_id, request.now, whole=whole)
    make = partial(take_out.packed, address(session), municipality_id, request.now, whole=whole)
    said = views.sent(ready.name, municipality_id, ready.withheld, offers_protected=ready.offers_protected)
    return Attach(said, f"utlamning_{fold(ready.name).replace(' ', '_')}.zip", make, heavy=True)
