"""What citizens are told: previewed, published, withdrawn, and whom they may turn to."""

from functools import partial

from sqlmodel import Session

from bot.domain.words import PublicationForm
from bot.services import publications, publications_offered
from bot.services.publications_offered import Publishing, Ready
from bot.views import public_contact as contact_views
from bot.views import public_texts as text_views
from bot.views import publications as views
from bot.views.publications import Ref
from handlers.actor import actor
from handlers.answers import Answer, Attach, Open, Replace, Say, Show
from handlers.request import Request

ROUTE = f"{publications_offered.PATH}{{key}}"
DEFAULT = Publishing()


def show(session: Session, request: Request, *, publishing: Publishing = DEFAULT) -> Answer:
    """By words, or by what a button carries."""
    who = actor(session, request)
    if request.value:
        ref = views.read_value(request.value)
        return Say(views.offer(publications_offered.offer(session, who, ref, publishing, request.now), request.now))
    found = publications_offered.ask(session, who, request.text, publishing, request.now)
    return Say(views.which(found) if isinstance(found, views.Which) else views.offer(found, request.now))


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
    what, _, municipality = request.value.partition(":")
    who = actor(session, request)
    if what == "contact":
        place, known = publications.contact(session, who, int(municipality))
        return Open(contact_views.form(int(municipality), place, known))
    found = publications.shown_now(session, who, int(municipality))
    return Open(views.withdraw_form(found) if found else views.nothing_to_withdraw())


def withdraw(session: Session, request: Request) -> Answer:
    publications.withdraw(session, actor(session, request), int(request.private), request.now)
    return Show(views.withdrawn())


def save_contact(session: Session, request: Request) -> Answer:
    wanted = contact_views.read(request.fields, request.now)
    publications.save_contact(session, actor(session, request), int(request.private), wanted, request.now)
    return Show(contact_views.saved())


def _text(request: Request) -> tuple[PublicationForm, Ref]:
    form, _, value = request.value.partition(":")
    return PublicationForm(form), views.read_value(value)
