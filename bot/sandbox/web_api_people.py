"""Who and where: auth, team, bots, users and conversations."""

from bot.sandbox.arguments import flag, page
from bot.sandbox.elements import Json
from bot.sandbox.objects import channel_json, user_json
from bot.sandbox.short_lived import ApiError
from bot.sandbox.workspace import APP, BOT, BOT_ID, TEAM, Channel, Workspace


def auth_test(workspace: Workspace, _args: Json) -> Json:
    bot = workspace.users[BOT]
    return {
        "url": f"{workspace.url}/",
        "team": "Sandlådan",
        "user": bot.name,
        "team_id": TEAM,
        "user_id": BOT,
        "bot_id": BOT_ID,
        "is_enterprise_install": False,
    }


def auth_revoke(_workspace: Workspace, args: Json) -> Json:
    return {"revoked": not flag(args, "test")}


def team_info(_workspace: Workspace, _args: Json) -> Json:
    return {"team": {"id": TEAM, "name": "Sandlådan", "domain": "sandbox"}}


def bots_info(workspace: Workspace, args: Json) -> Json:
    bot = workspace.users[BOT]
    if args.get("bot", BOT_ID) != BOT_ID:
        raise ApiError("bot_not_found")
    return {"bot": {"id": BOT_ID, "deleted": False, "name": bot.real_name, "app_id": APP, "user_id": BOT}}


def users_info(workspace: Workspace, args: Json) -> Json:
    user = workspace.users.get(args["user"])
    if user is None:
        raise ApiError("user_not_found")
    return {"user": user_json(workspace, user, with_locale=flag(args, "include_locale"))}


def users_list(workspace: Workspace, args: Json) -> Json:
    """People of the other organisation are not in it."""
    members = [user_json(workspace, user) for user in workspace.users.values() if not user.external]
    return page(members, args, "members")


def users_by_email(workspace: Workspace, args: Json) -> Json:
    """Addresses are name@example.com; the other organisation's and the deactivated are not found."""
    for user in workspace.users.values():
        if args["email"] == f"{user.name}@example.com" and not (user.deleted or user.external or user.is_bot):
            return {"user": user_json(workspace, user)}
    raise ApiError("users_not_found")


def conversations_open(workspace: Workspace, args: Json) -> Json:
    user = args["users"]
    if user not in workspace.users:
        raise ApiError("user_not_found")
    channel = workspace.im(user)
    return {"channel": channel_json(channel) if flag(args, "return_im") else {"id": channel.id}}


def conversations_info(workspace: Workspace, args: Json) -> Json:
    return {"channel": channel_json(_channel(workspace, args))}


def conversations_members(workspace: Workspace, args: Json) -> Json:
    channel = _channel(workspace, args)
    paged = page([{"id": member} for member in channel.members], args, "members")
    return {**paged, "members": [member["id"] for member in paged["members"]]}


def conversations_list(workspace: Workspace, args: Json) -> Json:
    kinds = args.get("types", "public_channel").split(",")
    wanted = [c for c in workspace.channels.values() if ("im" if c.is_im else "public_channel") in kinds]
    return page([channel_json(channel) for channel in wanted], args, "channels")


def _channel(workspace: Workspace, args: Json) -> Channel:
    channel = workspace.channels.get(args["channel"])
    if channel is None:
        raise ApiError("channel_not_found")
    return channel


METHODS = {
    "auth.test": auth_test,
    "auth.revoke": auth_revoke,
    "team.info": team_info,
    "bots.info": bots_info,
    "users.info": users_info,
    "users.list": users_list,
    "users.lookupByEmail": users_by_email,
    "conversations.open": conversations_open,
    "conversations.info": conversations_info,
    "conversations.members": conversations_members,
    "conversations.list": conversations_list,
}
