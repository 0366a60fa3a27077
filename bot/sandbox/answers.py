"""What the app answers with, carried out: the ack of a command or of a modal, and posts to a response URL."""

from bot.sandbox import view_stack
from bot.sandbox.elements import Json
from bot.sandbox.rules import require_message, require_view
from bot.sandbox.short_lived import ApiError, ResponseUrl
from bot.sandbox.workspace import BOT, SLACKBOT, Channel, User, View, Workspace

TROUBLE = "We had some trouble connecting. Try again?"


def show_command_ack(workspace: Workspace, user: User, channel: Channel, line: str, ack: Json) -> None:
    """An answer `in_channel` shows what the person typed to everybody, too."""
    if not ack.get("text") and not ack.get("blocks"):
        return
    try:
        require_message(workspace, ack.get("text"), ack.get("blocks"))
    except ApiError:
        failure = f'{line.split()[0]} failed with the error "invalid_command_response"'
        workspace.post(channel.id, SLACKBOT, failure, ephemeral_to=user.id)
        return
    public = ack.get("response_type") == "in_channel"
    if public:
        workspace.post(channel.id, user.id, line)
    workspace.post(channel.id, BOT, ack.get("text", ""), ack.get("blocks"), ephemeral_to=None if public else user.id)


def show_submission_ack(workspace: Workspace, view: View, ack: Json) -> None:
    """An answer that Slack cannot use leaves the modal as it was, with Slack's own words in it."""
    try:
        _act(workspace, view, ack)
    except ApiError:
        view.errors = {"": TROUBLE}
    workspace.touch()


def post_to_url(workspace: Workspace, link: ResponseUrl, body: Json) -> None:
    original = workspace.find(link.channel, link.message_ts) if link.message_ts else None
    if body.get("delete_original"):
        if original:
            workspace.delete(original)
        return
    require_message(workspace, body.get("text"), body.get("blocks"))
    text, blocks = body.get("text", ""), body.get("blocks")
    if original and body.get("replace_original"):
        # Unlike chat.update, a replacement without blocks leaves none behind.
        workspace.update(original, text, blocks or [])
        return
    public = body.get("response_type") == "in_channel"
    thread_ts = body.get("thread_ts")
    ephemeral_to = None if public else link.user
    workspace.post(link.channel, BOT, text, blocks, thread_ts=thread_ts, ephemeral_to=ephemeral_to)


def _act(workspace: Workspace, view: View, ack: Json) -> None:
    match ack.get("response_action"):
        case "errors":
            _show_errors(workspace, view, ack["errors"])
        case "update":
            require_view(workspace, ack["view"], "modal")
            view_stack.update_view(workspace, view, ack["view"])
        case "push":
            require_view(workspace, ack["view"], "modal")
            view_stack.push_on(workspace, view.user, ack["view"])
        case action:
            view_stack.close(workspace, view, everything=action == "clear")


def _show_errors(workspace: Workspace, view: View, errors: dict[str, str]) -> None:
    fields = {block["block_id"] for block in view.blocks if block["type"] == "input"}
    strangers = errors.keys() - fields
    workspace.broken_rules += [f"/errors/{block_id}: inget sådant inmatningsfält" for block_id in strangers]
    if strangers or not errors:
        raise ApiError("invalid_arguments")
    view.errors = dict(errors)
