"""What Slack tells the app: commands, interactions and events, with all their fields."""

from typing import Any

from bot.sandbox.elements import Json, initial_values
from bot.sandbox.objects import message_json, user_json, view_json
from bot.sandbox.workspace import APP, BOT, TEAM, Channel, Message, User, View, Workspace

VERIFICATION = "sandbox-verification"


def command(workspace: Workspace, user: User, channel: Channel, name: str, text: str) -> Json:
    return {
        "token": VERIFICATION,
        "team_id": user.team_id,
        "team_domain": _domain(user.team_id),
        "channel_id": channel.id,
        "channel_name": "directmessage" if channel.is_im else channel.name,
        "user_id": user.id,
        "user_name": user.name,
        "command": name,
        "text": text,
        "api_app_id": APP,
        "is_enterprise_install": "false",
        "response_url": _response_url(workspace, channel.id, user),
        "trigger_id": workspace.triggers.issue(user.id),
    }


def block_actions(
    workspace: Workspace, user: User, place: Message | View, block: Json, element: Json, entry: Json
) -> Json:
    action = {
        "action_id": element["action_id"],
        "block_id": block["block_id"],
        **entry,
        "action_ts": workspace.new_ts(),
    }
    return {
        **_person(user, "block_actions"),
        "trigger_id": _trigger(workspace, user, place),
        **_where(workspace, user, place),
        "actions": [action],
    }


def suggestion(workspace: Workspace, user: User, place: Message | View, block: Json, element: Json, query: str) -> Json:
    where = _where(workspace, user, place)
    where.pop("response_url", None)
    return {
        **_person(user, "block_suggestion"),
        "action_id": element["action_id"],
        "block_id": block["block_id"],
        "value": query,
        **where,
    }


def view_submission(workspace: Workspace, user: User, view: View) -> Json:
    return {
        **_person(user, "view_submission"),
        "trigger_id": workspace.triggers.issue(user.id, view.id),
        "view": view_json(workspace, view),
        "response_urls": [],
    }


def view_closed(workspace: Workspace, user: User, view: View, *, is_cleared: bool) -> Json:
    return {**_person(user, "view_closed"), "view": view_json(workspace, view), "is_cleared": is_cleared}


def shortcut(workspace: Workspace, user: User, callback_id: str) -> Json:
    return {
        **_person(user, "shortcut"),
        "callback_id": callback_id,
        "action_ts": workspace.new_ts(),
        "trigger_id": workspace.triggers.issue(user.id),
    }


def message_action(workspace: Workspace, user: User, message: Message, callback_id: str) -> Json:
    return {
        **_person(user, "message_action"),
        "callback_id": callback_id,
        "action_ts": workspace.new_ts(),
        "trigger_id": workspace.triggers.issue(user.id),
        "message_ts": message.ts,
        "channel": _channel(workspace, message),
        "message": message_json(workspace, message),
        "response_url": _response_url(workspace, message.channel, user, message.ts),
    }


def dm_event(workspace: Workspace, user: User, message: Message) -> Json:
    return _event(workspace, {**_said(workspace, user, message), "type": "message", "channel_type": "im"})


def mention_event(workspace: Workspace, user: User, message: Message) -> Json:
    shared = workspace.channels[message.channel].is_ext_shared
    return _event(workspace, {**_said(workspace, user, message), "type": "app_mention"}, is_ext_shared=shared)


def home_opened_event(workspace: Workspace, user: User) -> Json:
    event = {
        "type": "app_home_opened",
        "user": user.id,
        "channel": workspace.im(user.id).id,
        "tab": "home",
        "event_ts": workspace.new_ts(),
    }
    home = workspace.homes.get(user.id)
    return _event(workspace, event if home is None else {**event, "view": view_json(workspace, home)})


def user_change_event(workspace: Workspace, user: User) -> Json:
    return _event(
        workspace, {"type": "user_change", "user": user_json(workspace, user), "event_ts": workspace.new_ts()}
    )


def _said(workspace: Workspace, user: User, message: Message) -> Json:
    said = {
        **message_json(workspace, message),
        "channel": message.channel,
        "event_ts": message.ts,
        "client_msg_id": workspace.new_id("m"),
    }
    if message.files:
        said["subtype"] = "file_share"
    return {**said, "user_team": user.team_id, "source_team": user.team_id} if user.external else said


def _event(workspace: Workspace, event: Json, *, is_ext_shared: bool = False) -> Json:
    installation = {
        "enterprise_id": None,
        "team_id": TEAM,
        "user_id": BOT,
        "is_bot": True,
        "is_enterprise_install": False,
    }
    return {
        "token": VERIFICATION,
        "team_id": TEAM,
        "context_team_id": TEAM,
        "context_enterprise_id": None,
        "api_app_id": APP,
        "event": event,
        "type": "event_callback",
        "event_id": workspace.new_id("Ev"),
        "event_time": int(workspace.clock.now().timestamp()),
        "authorizations": [installation],
        "is_ext_shared_channel": is_ext_shared,
        "event_context": workspace.new_id("4-"),
    }


def _person(user: User, kind: str) -> Json:
    return {
        "type": kind,
        "team": {"id": user.team_id, "domain": _domain(user.team_id)},
        "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": user.team_id},
        "api_app_id": APP,
        "token": VERIFICATION,
        "enterprise": None,
        "is_enterprise_install": False,
    }


def _where(workspace: Workspace, user: User, place: Message | View) -> dict[str, Any]:
    if isinstance(place, View):
        return {"container": {"type": "view", "view_id": place.id}, "view": view_json(workspace, place)}
    container = {
        "type": "message",
        "message_ts": place.ts,
        "channel_id": place.channel,
        "is_ephemeral": place.ephemeral_to is not None,
    }
    if place.thread_ts:
        container["thread_ts"] = place.thread_ts
    values = initial_values(place.blocks, place.values.get(user.id))
    return {
        "container": container,
        "channel": _channel(workspace, place),
        "message": message_json(workspace, place),
        "state": {"values": values},
        "response_url": _response_url(workspace, place.channel, user, place.ts),
    }


def _trigger(workspace: Workspace, user: User, place: Message | View) -> str:
    in_modal = isinstance(place, View) and place.body["type"] == "modal"
    return workspace.triggers.issue(user.id, place.id if isinstance(place, View) and in_modal else None)


def _channel(workspace: Workspace, message: Message) -> Json:
    channel = workspace.channels[message.channel]
    return {"id": channel.id, "name": "directmessage" if channel.is_im else channel.name}


def _response_url(workspace: Workspace, channel: str, user: User, message_ts: str | None = None) -> str:
    return f"{workspace.url}/response/{workspace.response_urls.issue(channel, user.id, message_ts)}"


def _domain(team_id: str) -> str:
    return "sandbox" if team_id == TEAM else "extern"
