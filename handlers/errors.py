"""Errors as Swedish sentences: what happened, what is kept, what to do; the id last, and also in the log."""

import html
import logging
import re
import secrets
import traceback
from collections.abc import Iterator, Mapping
from typing import Any

from slack_bolt.error import BoltUnhandledRequestError

from bot.domain.errors import FieldErrors, HasLeft, NotKnown, PersonalData, Unavailable, UserError
from bot.views import people
from bot.views.blocks import Message, View, message, modal, quote, section
from handlers.answers import Answer, Errors

Body = Mapping[str, Any]

MENTION = re.compile(r"<@\w+>")  # a form's errors are plain text, where Slack shows no names

log = logging.getLogger(__name__)


def sentence(error: Exception, body: Body, *, reading: bool = False) -> Message:
    """`reading`: nothing was to be saved."""
    match error:
        case HasLeft():
            return people.has_left("" if reading else html.unescape(written(body)), error.coordinators)
        case NotKnown():
            return people.unknown("" if reading else html.unescape(written(body)))
        case PersonalData():
            return _plain(error.sentence)
        case UserError():
            return _plain(_with_text(error.sentence, written(body)))
        case BoltUnhandledRequestError():
            return _plain("Det där kan jag inte ta emot än. Skriv hjälp till mig så ser du vad jag kan.")
        case _:
            return _plain(_apology(error, written(body), reading=reading))


def in_modal(said: Message) -> View:
    return modal("error", "Det gick inte", said["blocks"])


def in_form(error: Exception, said: Message, body: Body) -> Answer:
    """At its field, or at the first one: an error there keeps everything that was typed."""
    if isinstance(error, FieldErrors):
        return Errors(error.fields)
    first = next(block["block_id"] for block in body["view"]["blocks"] if block["type"] == "input")
    return Errors({first: MENTION.sub("En kollega", said["text"])})


def _apology(error: Exception, typed: str, *, reading: bool) -> str:
    code = secrets.token_hex(2).upper()
    if isinstance(error, Unavailable):
        log.error("unavailable %s: %s", code, type(error.__cause__).__name__)
    else:
        log.error("unexpected %s: %s", code, "\n".join(_causes(error)))
    kept = (
        f"Du skrev: {quote(typed)}. Kopiera raden och skicka den igen om en minut."
        if typed
        else "Försök igen om en minut."
    )
    failed = "Jag kunde inte hämta det just nu." if reading else "Jag kunde inte spara just nu, så inget är ändrat."
    return f"{failed} {kept} (kod {code})"


def _causes(error: BaseException | None) -> Iterator[str]:
    """Types and places only: messages carry what people wrote (PostgreSQL's give the whole row)."""
    while error:
        state = getattr(getattr(error, "orig", None), "sqlstate", None)
        frames = "".join(traceback.format_tb(error.__traceback__))
        yield f"{type(error).__name__} {state or ''}\n{frames}"
        error = error.__cause__ or error.__context__


def _with_text(sentence: str, typed: str) -> str:
    """Slack shows a typed command to nobody, not even afterwards to the one who wrote it."""
    return f"{sentence}\nDu skrev: {quote(typed)}" if typed else sentence


def _plain(text: str) -> Message:
    """Our own sentences, with mentions in them; what a person wrote comes from Slack escaped already."""
    return message(text, [section(text)])


def written(body: Body) -> str:
    """As Slack sends it, escaped; nothing for a press or a form."""
    event: Mapping[str, Any] = body.get("event") or {}
    text: str = body.get("text") or event.get("text") or ""
    return text
