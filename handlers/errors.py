"""Errors as Swedish sentences: what happened, what is kept, what to do; the id last, and also in the log."""

import html
import logging
import re
import secrets
from collections.abc import Mapping
from typing import Any

from slack_bolt.error import BoltUnhandledRequestError

from bot.domain.errors import FieldErrors, NotKnown, PersonalData, Unavailable, UserError
from bot.views import people
from bot.views.blocks import Message, message, quote, section
from handlers.answers import Answer, Errors

Body = Mapping[str, Any]

MENTION = re.compile(r"<@\w+>")  # a form's errors are plain text, where Slack shows no names

log = logging.getLogger(__name__)


def sentence(error: Exception, body: Body) -> Message:
    match error:
        case NotKnown():
            return people.unknown(html.unescape(_written(body)))
        case PersonalData():
            return _plain(error.sentence)
        case UserError():
            return _plain(_with_text(error.sentence, _written(body)))
        case BoltUnhandledRequestError():
            return _plain("Det där kan jag inte ta emot än. Skriv hjälp till mig så ser du vad jag kan.")
        case _:
            return _plain(_apology(error, _written(body)))


def in_form(error: Exception, said: Message, body: Body) -> Answer:
    """At its field, or at the first one: an error there keeps everything that was typed."""
    if isinstance(error, FieldErrors):
        return Errors(error.fields)
    first = next(block["block_id"] for block in body["view"]["blocks"] if block["type"] == "input")
    return Errors({first: MENTION.sub("En kollega", said["text"])})


def _apology(error: Exception, written: str) -> str:
    code = secrets.token_hex(2).upper()
    if isinstance(error, Unavailable):
        log.error("unavailable %s: %s", code, type(error.__cause__).__name__)
    else:
        log.error("unexpected %s", code, exc_info=error)
    kept = (
        f"Du skrev: {quote(written)}. Kopiera raden och skicka den igen om en minut."
        if written
        else "Försök igen om en minut."
    )
    return f"Jag kunde inte spara just nu, så inget är ändrat. {kept} (kod {code})"


def _with_text(sentence: str, written: str) -> str:
    """Slack shows a typed command to nobody, not even afterwards to the one who wrote it."""
    return f"{sentence}\nDu skrev: {quote(written)}" if written else sentence


def _plain(text: str) -> Message:
    """Our own sentences, with mentions in them; what a person wrote comes from Slack escaped already."""
    return message(text, [section(text)])


def _written(body: Body) -> str:
    event: Mapping[str, Any] = body.get("event") or {}
    text: str = body.get("text") or event.get("text") or ""
    return text
