"""Posts in channels: asked for and stopped by coordinators."""

from sqlmodel import Session

from bot.services import channel_posts
from bot.views import channel_posts as views
from handlers.actor import actor
from handlers.answers import Answer, Open, Replace, Show
from handlers.request import Request


def form(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    found = channel_posts.offer(session, who, request.channel, request.now)
    return Open(views.form(request.channel, found.asked, found.places, found.areas))


def ask(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    wish = views.read_form(request.fields)
    return Show(views.receipt(channel_posts.ask(session, who, request.private, wish, request.now)))


def stop(session: Session, request: Request) -> Answer:
    """Pressed in the channel, the message there tells who stopped it."""
    who = actor(session, request)
    found = channel_posts.stop(session, who, [int(id_) for id_ in request.value.split(":")], request.now)
    if request.origin == "view":
        return Show(views.stopped_receipt(found))
    return Replace(views.stopped(found, who.user_id))
