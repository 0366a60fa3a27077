"""What citizens are told: previewed, published, withdrawn, and whom they may turn to."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from sqlmodel import Session

from bot.domain.permissions import Actor
from bot.domain.words import PublicationForm
from bot.services import publications, publications_offered
from bot.services.publications_offered import Publishing, Ready
from bot.views import public_contact as contact_views
from bot.views import public_texts as text_views
from bot.views import publications as views
from bot.views.blocks import Message
from bot.views.publications import Ref
from handlers.actor import actor
from handlers.answers import Answer, Attach, Open, Replace, Say, Show
from handlers.request import Request

ROUTE = f"{publications_offered.PATH}{{key}}"
DEFAULT = Publishing()


def show(session: Session, request: Request, *, publishing: Publishing = DEFAULT) -> Answer:
    """By words, or by what a button carries: then in place of the question, or the notice, that it stood in."""
    who = actor(session, request)
    if request.value:
        ref = views.read_value(request.value)
        offered = publications_offered.offer(session, who, ref, publishing, request.now)
        return Replace(views.offer(offered, request.now))
    found = publications_offered.ask(session, who, request.text, publishing, request.now)
    return Say(views.which(found) if isinstance(found, views.WhichPage) else views.offer(found, request.now))


def preview(session: Session, request: Request, *, publishing: Publishing = DEFAULT) -> Answer:
    ref = views.read_value(request.value)
    found = publications_offered.offer(session, actor(session, request), ref, publishing, request.now)
    return Attach(views.preview_sent(found), views.file_name(found), partial(publications.preview, found))


def ready(session: Session, request: Request, *, publishing: Publishing = DEFAULT) -> Ready:
    """Before a page is published."""
    ref = views.read_value(request.value)
    return publications_offered.ready(session, actor(session, request), ref, publishing, request.now)


def text_ready(session: Session, request: Request, *, publishing: Publishing = DEFAULT) -> Ready:
    """Before somebody says that they published a text."""
    _, ref = _text(request)
    return publications_offered.ready(session, actor(session, request), ref, publishing, request.now)


def publish(session: Session, request: Request, *, publishing: Publishing = DEFAULT) -> Answer:
    ref = views.read_value(request.value)
    who = actor(session, request)
    found, done = publications.publish(session, who, ref, publishing, request.now, request.found)
    return Replace(views.published(found, request.now) if done else views.offer(found, request.now, changed=True))


def file(session: Session, request: Request) -> Answer:
    one, content = publications.file(session, actor(session, request), int(request.value))
    return Attach(views.file_sent(one), "aterkoppling.html", partial(str.encode, content))


def texts(session: Session, request: Request, *, publishing: Publishing = DEFAULT) -> Answer:
    ref = views.read_value(request.value)
    found = publications_offered.offer(session, actor(session, request), ref, publishing, request.now)
    return Open(text_views.show(found, publications.texts(found)))


def told(session: Session, request: Request, *, publishing: Publishing = DEFAULT) -> Answer:
    form, ref = _text(request)
    who = actor(session, request)
    found, done = publications.told(session, who, ref, form, publishing, request.now, request.found)
    return Show(text_views.show(found, publications.texts(found), told=form if done else None, changed=not done))


def menu(session: Session, request: Request) -> Answer:
    what, _, value = request.value.partition(":")
    who, ref = actor(session, request), views.read_value(value)
    if what == "contact":
        place, known = publications.contact(session, who, ref.municipality_id)
        return Open(contact_views.form(ref, place, known), beneath=True)
    found = publications.shown_now(session, who, ref.municipality_id)
    return Open(views.withdraw_form(found, ref) if found else views.nothing_to_withdraw(), beneath=True)


def withdraw(session: Session, request: Request, *, publishing: Publishing = DEFAULT) -> Answer:
    publication_id, _, value = request.private.partition(":")
    who, ref = actor(session, request), views.read_value(value)
    publications.withdraw(session, who, int(publication_id), request.now)
    return Show(views.withdrawn(), _offered(who, ref, publishing, request.now))


def save_contact(session: Session, request: Request, *, publishing: Publishing = DEFAULT) -> Answer:
    who, ref = actor(session, request), views.read_value(request.private)
    wanted = contact_views.read(request.fields, request.now)
    publications.save_contact(session, who, ref.municipality_id, wanted, request.now)
    return Show(contact_views.saved(), _offered(who, ref, publishing, request.now))


def _offered(who: Actor, ref: Ref, publishing: Publishing, now: datetime) -> Callable[[Session], Message]:
    """As it is once that is saved."""
    return lambda session: views.offer(publications_offered.offer(session, who, ref, publishing, now), now)


def _text(request: Request) -> tuple[PublicationForm, Ref]:
    form, _, value = request.value.partition(":")
    return PublicationForm(form), views.read_value(value)
