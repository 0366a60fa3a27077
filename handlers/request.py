"""What somebody did, out of Slack's many payloads into one shape."""

import html
from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, NamedTuple

from bot.domain.screening import HeldBack
from handlers import beneath

Body = Mapping[str, Any]
NO_FIELDS: Mapping[str, Any] = MappingProxyType({})


class Request(NamedTuple):
    """`key` is the same when Slack sends the same thing again; `text` was written, `value` is what a button carried.

    `fields` are a form's values by block id; `origin` is "message", "view", "home", "event" (a line in a chat) or "".
    """

    key: str
    team_id: str
    user_id: str
    now: datetime
    text: str = ""
    value: str = ""
    private: str = ""
    fields: Mapping[str, Any] = NO_FIELDS
    channel: str = ""
    message_ts: str = ""
    origin: str = ""
    held: HeldBack | None = None
    """Why the text was held back; it is the cleaned one then."""
    stays: bool = False
    """The text stands in the person's own message."""
    place: str = ""
    """The channel that it was written in, if others are there too."""
    said_at: datetime | None = None
    """When the text was written, where that may be long ago."""
    found: Any = None
    """What the route's `first` gave."""

    def with_text(self, text: str) -> "Request":
        return self._replace(text=text)


def from_command(body: Body, now: datetime) -> Request:
    return Request(
        key=f"command:{body['trigger_id']}",
        team_id=body["team_id"],
        user_id=body["user_id"],
        now=now,
        text=html.unescape(body.get("text", "")).strip(),
        channel=body.get("channel_id", ""),
        place="" if body.get("channel_name") == "directmessage" else body.get("channel_id", ""),
    )


def from_action(body: Body, now: datetime) -> Request:
    action, container = body["actions"][0], body["container"]
    view = body.get("view") or {}
    origin = {"message": "message", "view": "view"}.get(container["type"], "")
    return Request(
        key=f"action:{action['action_ts']}:{action['action_id']}:{body['user']['id']}",
        team_id=_team(body),
        user_id=body["user"]["id"],
        now=now,
        value=str(_value(action) or ""),
        private=beneath.own(view),
        fields=_fields(view),
        channel=container.get("channel_id", ""),
        message_ts=container.get("message_ts", ""),
        origin="home" if view.get("type") == "home" else origin,
    )


def from_view(body: Body, now: datetime) -> Request:
    """A window keeps its id when it becomes another form, but not its hash."""
    view = body["view"]
    return Request(
        key=f"view:{view['id']}:{view.get('hash', '')}",
        team_id=_team(body),
        user_id=body["user"]["id"],
        now=now,
        private=beneath.own(view),
        fields=_fields(view),
        origin="view",
    )


def from_suggestion(body: Body, now: datetime) -> Request:
    """`text` is what was typed so far, `value` what the menu carries after its name."""
    return Request(
        key="",
        team_id=_team(body),
        user_id=body["user"]["id"],
        now=now,
        text=body["value"],
        value=body["action_id"].partition("#")[2],
    )


def from_event(body: Body, now: datetime, drop: str = "") -> Request:
    """`drop` is the bot's own mention, no part of what was said. Answers go by DM, also those to a channel."""
    event = body["event"]
    direct = event.get("channel_type") == "im"
    return Request(
        key=f"event:{body['event_id']}",
        team_id=event.get("user_team") or event.get("team") or body["team_id"],
        user_id=event["user"],
        now=now,
        text=html.unescape(event.get("text", "").replace(drop, "")).strip(),
        channel=event["channel"] if direct else event["user"],
        origin="event",
        stays=True,
        place="" if direct else event["channel"],
    )


def from_shortcut(body: Body, now: datetime) -> Request:
    """`text` is the message's that it was chosen on, if any; whoever wrote that."""
    message = body.get("message", {})
    return Request(
        key=f"shortcut:{body['action_ts']}:{body['callback_id']}:{body['user']['id']}",
        team_id=_team(body),
        user_id=body["user"]["id"],
        now=now,
        text=html.unescape(message.get("text", "")).strip(),
        said_at=datetime.fromtimestamp(int(message["ts"].partition(".")[0]), UTC) if "ts" in message else None,
    )


def from_user_change(body: Body, now: datetime) -> Request:
    """About the one who changed, who did nothing towards us. `fields` are those of the profile."""
    user: Mapping[str, Any] = body["event"]["user"]
    return Request(
        key=f"event:{body['event_id']}",
        team_id=user["team_id"],
        user_id=user["id"],
        now=now,
        fields=user,
        origin="event",
    )


def _team(body: Body) -> str:
    """The team of the person, which is not always the team that installed the bot."""
    user: Mapping[str, Any] = body["user"]
    team: str = user.get("team_id") or body["team"]["id"]
    return team


def _fields(view: Mapping[str, Any]) -> dict[str, Any]:
    values: Mapping[str, Mapping[str, Any]] = view.get("state", {}).get("values", {})
    return {block: _value(next(iter(elements.values()))) for block, elements in values.items() if elements}


CHOSEN = ("value", "selected_user", "selected_date", "selected_time", "selected_date_time", "selected_conversation")


def _value(element: Mapping[str, Any]) -> Any:
    """A string, a list of strings, a number (date and time), or None where nothing was chosen."""
    if option := element.get("selected_option"):
        return option["value"]
    if "selected_options" in element:
        return [option["value"] for option in element["selected_options"]]
    if "selected_users" in element:
        return element["selected_users"]
    return next((element[key] for key in CHOSEN if element.get(key) is not None), None)
