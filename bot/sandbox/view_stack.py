"""The modals on a person's screen, at most three deep, and the Home tab."""

from bot.sandbox.elements import Json, initial_values, with_ids
from bot.sandbox.rules import require_view
from bot.sandbox.short_lived import ApiError
from bot.sandbox.workspace import View, Workspace

MAX_DEPTH = 3


def open_modal(workspace: Workspace, trigger_id: str, body: Json) -> View:
    require_view(workspace, body, "modal")
    _require_unique(workspace, body)
    user = workspace.triggers.redeem(trigger_id).user
    view = _new_view(workspace, user, body)
    workspace.modals[user] = [view]
    workspace.touch()
    return view


def push_modal(workspace: Workspace, trigger_id: str, body: Json) -> View:
    require_view(workspace, body, "modal")
    _require_unique(workspace, body)
    trigger = workspace.triggers.redeem(trigger_id)
    if trigger.view is None or not workspace.modals.get(trigger.user):
        raise ApiError("invalid_trigger_id")
    return push_on(workspace, trigger.user, body)


def push_on(workspace: Workspace, user: str, body: Json) -> View:
    stack = workspace.modals[user]
    if len(stack) >= MAX_DEPTH:
        raise ApiError("push_limit_reached")
    view = _new_view(workspace, user, body, below=stack[-1])
    stack.append(view)
    workspace.touch()
    return view


def update_view(workspace: Workspace, view: View, body: Json, hash_: str | None = None) -> View:
    """What was entered stays where block id and action id are unchanged."""
    if hash_ and hash_ != view.hash:
        raise ApiError("hash_conflict")
    _require_unique(workspace, body, view)
    view.body = _with_ids(workspace, body)
    view.values = initial_values(view.blocks, view.values)
    view.hash = _new_hash(workspace)
    view.errors = {}
    workspace.touch()
    return view


def publish(workspace: Workspace, user: str, body: Json, hash_: str | None = None) -> View:
    require_view(workspace, body, "home")
    if home := workspace.homes.get(user):
        return update_view(workspace, home, body, hash_)
    workspace.homes[user] = _new_view(workspace, user, body)
    workspace.touch()
    return workspace.homes[user]


def find_view(workspace: Workspace, view_id: str | None, external_id: str | None) -> View:
    for view in _all_views(workspace):
        if view.id == view_id or (external_id and view.body.get("external_id") == external_id):
            return view
    raise ApiError("not_found")


def close(workspace: Workspace, view: View, *, everything: bool = False) -> list[View]:
    """Takes the view off the screen, or with it the whole stack; gives what was closed, the topmost first."""
    stack = workspace.modals.get(view.user, [])
    closed = list(reversed(stack)) if everything else [view]
    workspace.modals[view.user] = [other for other in stack if other not in closed]
    workspace.touch()
    return closed


def _new_view(workspace: Workspace, user: str, body: Json, below: View | None = None) -> View:
    view_id = workspace.new_id("V")
    body = _with_ids(workspace, body)
    root = below.root_id if below else view_id
    previous = below.id if below else None
    return View(view_id, user, body, _new_hash(workspace), root, previous, initial_values(body["blocks"]))


def _with_ids(workspace: Workspace, body: Json) -> Json:
    return {**body, "blocks": with_ids(body["blocks"], workspace.new_id)}


def _new_hash(workspace: Workspace) -> str:
    return f"{int(workspace.clock.now().timestamp())}.{workspace.new_id('h')}"


def _require_unique(workspace: Workspace, body: Json, own: View | None = None) -> None:
    external_id = body.get("external_id")
    others = (view for view in _all_views(workspace) if view is not own)
    if external_id and any(view.body.get("external_id") == external_id for view in others):
        raise ApiError("duplicate_external_id")


def _all_views(workspace: Workspace) -> list[View]:
    return [*(view for stack in workspace.modals.values() for view in stack), *workspace.homes.values()]
