"""How handlers are listed: by the name of what Slack may trigger, and with whether they write."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from handlers.answers import Answer
from handlers.request import Request

Handler = Callable[[Session, Request], Answer]
Suggest = Callable[[Session, Request], list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Route:
    """`changes`: the handler writes; then it runs once for each thing that was done, however often Slack sends it.

    `screened`: no text that seems to be about a private person reaches it.

    `unless`: of a word that a report may begin with too, whether what follows makes it one.

    `first`: what takes long to find out is read before, so that nobody waits to write; the request holds it as `found`.
    """

    handler: Handler
    changes: bool = True
    screened: bool = True
    unless: Callable[[str], bool] | None = None
    first: Callable[[Session, Request], Any] | None = None


def reads(handler: Handler, *, screened: bool = True, unless: Callable[[str], bool] | None = None) -> Route:
    return Route(handler, changes=False, screened=screened, unless=unless)


def changes(
    handler: Handler,
    *,
    unless: Callable[[str], bool] | None = None,
    first: Callable[[Session, Request], Any] | None = None,
) -> Route:
    return Route(handler, unless=unless, first=first)


Table = Mapping[str, Route]


@dataclass(frozen=True, slots=True)
class Tables:
    """`commands` by first word, its dots folded away; `question` is how it is going; `line` takes every other text,
    and `follow_up` those that begin as if they asked for a follow-up.

    `subscription` takes a wish to be told regularly how it is going, whatever its first word.

    `held_back` takes whatever seems to be about a private person, cleaned.

    `agreement` takes a long text about an agreement, as it is.

    `suggestions` are what menus offer while somebody types in them, by action, or by view for a field of a form.

    `user_change` is what follows from a new profile in Slack, where `concerns_us` says so.
    """

    commands: Table
    question: Route
    subscription: Route
    line: Route
    follow_up: Route
    held_back: Route
    agreement: Route
    actions: Table
    views: Table
    shortcuts: Table
    suggestions: Mapping[str, Suggest]
    home: Route
    user_change: Route
    concerns_us: Callable[[Session, Request], bool]
