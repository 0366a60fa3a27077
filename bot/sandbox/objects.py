"""Messages, views, people, channels and files as Slack writes them in JSON."""

from zoneinfo import ZoneInfo

from bot.sandbox.elements import Json
from bot.sandbox.workspace import APP, BOT, BOT_ID, TEAM, Channel, File, Message, User, View, Workspace


def message_json(workspace: Workspace, message: Message, *, with_metadata: bool = False) -> Json:
    result: Json = {
        "type": "message",
        "user": message.user,
        "text": message.text,
        "ts": message.ts,
        "team": workspace.users[message.user].team_id,
        "blocks": message.blocks,
    }
    if message.user == BOT:
        result |= {"bot_id": BOT_ID, "app_id": APP}
    if message.thread_ts:
        result["thread_ts"] = message.thread_ts
    if message.edited_at:
        result["edited"] = {"user": message.user, "ts": f"{message.edited_at.timestamp():.6f}"}
    if message.files:
        result["files"] = [file_json(workspace, file) for file in message.files]
    if message.reactions:
        result["reactions"] = [
            {"name": name, "users": users, "count": len(users)} for name, users in message.reactions.items()
        ]
    if with_metadata and message.metadata:
        result["metadata"] = message.metadata
    return result


def view_json(workspace: Workspace, view: View) -> Json:
    defaults = {"private_metadata": "", "callback_id": "", "external_id": "", "title": None, "submit": None}
    return {
        **defaults,
        "close": None,
        "clear_on_close": False,
        "notify_on_close": False,
        **view.body,
        "id": view.id,
        "team_id": workspace.users[view.user].team_id,
        "state": {"values": view.values},
        "hash": view.hash,
        "root_view_id": view.root_id,
        "previous_view_id": view.previous_id,
        "app_id": APP,
        "app_installed_team_id": TEAM,
        "bot_id": BOT_ID,
    }


def user_json(workspace: Workspace, user: User, *, with_locale: bool = False) -> Json:
    offset = ZoneInfo(user.tz).utcoffset(workspace.clock.now().replace(tzinfo=None))
    result: Json = {
        "id": user.id,
        "team_id": user.team_id,
        "name": user.name,
        "deleted": user.deleted,
        "real_name": user.real_name,
        "tz": user.tz,
        "tz_label": user.tz,
        "tz_offset": int(offset.total_seconds()) if offset else 0,
        "profile": {
            "title": user.title,
            "real_name": user.real_name,
            "display_name": user.name,
            "team": user.team_id,
        },
        "is_bot": user.is_bot,
        "is_restricted": False,
        "is_ultra_restricted": False,
        "is_app_user": False,
    }
    if user.external:
        shared = (channel for channel in workspace.channels.values() if channel.is_ext_shared)
        result["is_stranger"] = not any(user.id in channel.members and BOT in channel.members for channel in shared)
    elif with_locale:
        result["locale"] = "sv-SE"
    return result


def channel_json(channel: Channel) -> Json:
    result: Json = {
        "id": channel.id,
        "is_im": channel.is_im,
        "is_channel": not channel.is_im,
        "is_private": channel.is_im,
        "is_archived": False,
        "is_ext_shared": channel.is_ext_shared,
        "is_shared": channel.is_ext_shared,
        "is_member": BOT in channel.members,
        "context_team_id": TEAM,
    }
    if channel.is_im:
        return {**result, "user": next(member for member in channel.members if member != BOT)}
    return {**result, "name": channel.name, "name_normalized": channel.name, "num_members": len(channel.members)}


def file_json(workspace: Workspace, file: File) -> Json:
    return {
        "id": file.id,
        "name": file.name,
        "title": file.title or file.name,
        "size": len(file.content),
        "user": file.user,
        "mode": "hosted",
        "filetype": file.name.rpartition(".")[2],
        "channels": file.channels,
        "url_private": f"{workspace.url}/private/{file.id}",
        "url_private_download": f"{workspace.url}/private/{file.id}",
        "permalink": f"{workspace.url}/upload/{file.id}",
    }
