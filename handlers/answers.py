"""What a handler may answer. How each reaches the person depends on what they did: see `handlers.routing`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from bot.views.blocks import Message, View


@dataclass(frozen=True, slots=True)
class Nothing:
    """Acknowledged; what there is to see comes another way (or was done before)."""


@dataclass(frozen=True, slots=True)
class Say:
    """Only to the one who acted; in a DM to the bot an ordinary message.

    `receipt_of`: an occurrence. The message follows its report when that is changed or taken back. So does what a
    question becomes, once it is answered; `question_of` is the draft that it asks about.
    """

    message: Message
    receipt_of: int | None = None
    question_of: int | None = None


@dataclass(frozen=True, slots=True)
class Tell:
    """In the direct message with the bot; where the person wrote, among others, it says no more than that.

    `receipt_of` and `question_of` as in `Say`.
    """

    message: Message
    receipt_of: int | None = None
    question_of: int | None = None


@dataclass(frozen=True, slots=True)
class Replace:
    """The message that was pressed becomes this."""

    message: Message


@dataclass(frozen=True, slots=True)
class Open:
    """A new modal; on top of the one at hand, if there is one.

    `beneath`: the message that was pressed is to become something else when the form is sent.
    """

    view: View
    beneath: bool = False


@dataclass(frozen=True, slots=True)
class Show:
    """The open modal becomes this, and the message `beneath` it what that gives, once all is saved."""

    view: View
    beneath: Callable[[Session], Message] | None = None


@dataclass(frozen=True, slots=True)
class Home:
    """The person's Home tab becomes this."""

    view: View


@dataclass(frozen=True, slots=True)
class Errors:
    """Sentences at fields of the open modal, by block id; what was typed stays."""

    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Attach:
    """A file in the direct message with the bot, made by `make` once `message` has told of it.

    `heavy`: making it is seconds of work, so it is done in a process of its own and has to be picklable.
    """

    message: Message
    name: str
    make: Callable[[], bytes]
    heavy: bool = False


@dataclass(frozen=True, slots=True)
class Bring:
    """A file in the direct message with the bot, through the outbox: `file` says what to make when it is sent.

    `message` tells of it.
    """

    message: Message
    file: Message


@dataclass(frozen=True, slots=True)
class Draw:
    """A chart in the direct message with the bot, through the outbox; `instead` where Slack does not take its block."""

    message: Message
    instead: Sequence[Message]


@dataclass(frozen=True, slots=True)
class Later:
    """Saving that may take seconds: `message` says that it goes on, then `work` is done and what it gives replaces it.

    Only for a button in a message, which comes back when nothing could be saved.
    """

    message: Message
    work: Callable[[Session], Message]


@dataclass(frozen=True, slots=True)
class Work:
    """Working something out that takes a while and needs no rows: `meanwhile` says that it goes on, then `make` is done
    outside any transaction, and `save` puts what it made in.

    Only for a button or a form. `heavy` as in `Attach`.
    """

    meanwhile: Show | Replace
    make: Callable[[], Any]
    save: Callable[[Session, Any], None]
    heavy: bool = False


@dataclass(frozen=True, slots=True)
class Find:
    """Slack is asked for somebody by e-mail address or user id. What `then` makes of the answer replaces `meanwhile`.

    Only for a form that was sent.
    """

    meanwhile: View
    email: str
    user_id: str
    then: Callable[[Session, "Sought"], View]


Sought = Mapping[str, Any] | str
"""Slack's user, or Slack's word for why there is none."""

Answer = Nothing | Say | Tell | Replace | Open | Show | Home | Errors | Attach | Bring | Draw | Later | Work | Find


class Unsaved(Exception):
    """Raised instead of returned by who saved nothing: what is sent next from the same form is no repetition."""

    def __init__(self, answer: Show) -> None:
        super().__init__()
        self.answer = answer
