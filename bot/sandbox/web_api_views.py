"""views.*: modals and the Home tab."""

from bot.sandbox.elements import Json
from bot.sandbox.objects import view_json
from bot.sandbox.rules import require_view
from bot.sandbox.short_lived import ApiError
from bot.sandbox.view_stack import find_view, open_modal, publish, push_modal, update_view
from bot.sandbox.workspace import Workspace


def views_open(workspace: Workspace, args: Json) -> Json:
    return {"view": view_json(workspace, open_modal(workspace, args["trigger_id"], args["view"]))}


def views_push(workspace: Workspace, args: Json) -> Json:
    return {"view": view_json(workspace, push_modal(workspace, args["trigger_id"], args["view"]))}


def views_update(workspace: Workspace, args: Json) -> Json:
    view = find_view(workspace, args.get("view_id"), args.get("external_id"))
    require_view(workspace, args["view"], view.body["type"])
    return {"view": view_json(workspace, update_view(workspace, view, args["view"], args.get("hash")))}


def views_publish(workspace: Workspace, args: Json) -> Json:
    if args["user_id"] not in workspace.users:
        raise ApiError("user_not_found")
    home = publish(workspace, args["user_id"], args["view"], args.get("hash"))
    return {"view": view_json(workspace, home)}


METHODS = {
    "views.open": views_open,
    "views.push": views_push,
    "views.update": views_update,
    "views.publish": views_publish,
}
