"""The standing item of a council: in a message, or as Word."""

from functools import partial

from sqlmodel import Session

from bot.domain.council import place_in
from bot.domain.reading import read_report
from bot.domain.swedish import fold
from bot.report import council_word
from bot.services import council
from bot.views import council as views
from handlers.actor import actor
from handlers.answers import Answer, Attach, Say
from handlers.request import Request


def is_report(rest: str) -> bool:
    """ "rådet 12 deltagare" tells of a meeting; "rådet Timrå" asks for what to tell at the next."""
    reading = read_report(f"rådet {place_in(rest)}")
    return reading.telling or bool(reading.note and not fold(rest).startswith("kommun"))


def show(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    return Say(views.answer(council.ask(session, who, request.text, request.now)))


def open_(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    return Say(views.item(council.find(session, who, int(request.value), request.now)))


def word(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    found = council.find(session, who, int(request.value), request.now)
    make = partial(council_word.word, found.page, request.now)
    return Attach(views.sent(found), views.file_name(found, request.now), make, heavy=True)
