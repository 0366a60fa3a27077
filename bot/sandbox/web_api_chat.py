"""chat.*, conversations.history, conversations.replies and reactions.add: what the bot says and reads."""

from bot.sandbox.arguments import flag, page
from bot.sandbox.elements import Json
from bot.sandbox.objects import message_json
from bot.sandbox.rules import require_message
from bot.sandbox.short_lived import ApiError
from bot.sandbox.workspace import BOT, Channel, Message, Workspace


def post_message(workspace: Workspace, args: Json) -> Json:
    channel = bots_channel(workspace, args["channel"])
    require_message(workspace, args.get("text"), args.get("blocks"))
    message = workspace.post(
        channel.id,
        BOT,
        args.get("text") or "",
        args.get("blocks"),
        metadata=args.get("metadata"),
        thread_ts=args.get("thread_ts"),
    )
    return {"channel": channel.id, "ts": message.ts, "message": message_json(workspace, message, with_metadata=True)}


def post_ephemeral(workspace: Workspace, args: Json) -> Json:
    channel = bots_channel(workspace, args["channel"])
    if args["user"] not in channel.members:
        raise ApiError("user_not_in_channel")
    require_message(workspace, args.get("text"), args.get("blocks"))
    thread_ts = args.get("thread_ts")
    text, blocks = args.get("text") or "", args.get("blocks")
    message = workspace.post(channel.id, BOT, text, blocks, thread_ts=thread_ts, ephemeral_to=args["user"])
    return {"message_ts": message.ts}


def update(workspace: Workspace, args: Json) -> Json:
    message = _own_message(workspace, args, "cant_update_message")
    text, blocks = args.get("text"), args.get("blocks")
    require_message(workspace, text or message.text, message.blocks if blocks is None else blocks)
    workspace.update(message, text or message.text, blocks, args.get("metadata"))
    written = message_json(workspace, message, with_metadata=True)
    return {"channel": message.channel, "ts": message.ts, "text": message.text, "message": written}


def delete(workspace: Workspace, args: Json) -> Json:
    message = _own_message(workspace, args, "cant_delete_message")
    workspace.delete(message)
    return {"channel": message.channel, "ts": message.ts}


def permalink(workspace: Workspace, args: Json) -> Json:
    message = _message(workspace, bots_channel(workspace, args["channel"]), args["message_ts"])
    place = f"{message.channel}/p{message.ts.replace('.', '')}"
    return {"channel": message.channel, "permalink": f"{workspace.url}/archives/{place}"}


def history(workspace: Workspace, args: Json) -> Json:
    """Newest first; ephemeral messages and replies in threads are not part of it."""
    channel = bots_channel(workspace, args["channel"])
    found = [m for m in _public(workspace, channel) if m.thread_ts in (None, m.ts) and _within(m, args)]
    return _read(workspace, args, found[::-1])


def replies(workspace: Workspace, args: Json) -> Json:
    """The message that began the thread first, then its replies in order."""
    channel = bots_channel(workspace, args["channel"])
    first = _message(workspace, channel, args["ts"])
    thread = [m for m in _public(workspace, channel) if m.thread_ts == first.ts and _within(m, args)]
    return _read(workspace, args, [first, *(m for m in thread if m is not first)])


def add_reaction(workspace: Workspace, args: Json) -> Json:
    message = _message(workspace, bots_channel(workspace, args["channel"]), args["timestamp"])
    people = message.reactions.setdefault(args["name"], [])
    if BOT in people:
        raise ApiError("already_reacted")
    people.append(BOT)
    workspace.touch()
    return {}


def bots_channel(workspace: Workspace, ref: str) -> Channel:
    channel = workspace.find_channel(ref)
    if channel is None:
        raise ApiError("channel_not_found")
    if BOT not in channel.members:
        raise ApiError("not_in_channel")
    return channel


def _message(workspace: Workspace, channel: Channel, ts: str) -> Message:
    message = workspace.find(channel.id, ts)
    if message is None or message.ephemeral_to:
        raise ApiError("message_not_found")
    return message


def _own_message(workspace: Workspace, args: Json, code: str) -> Message:
    message = _message(workspace, bots_channel(workspace, args["channel"]), args["ts"])
    if message.user != BOT:
        raise ApiError(code)
    return message


def _public(workspace: Workspace, channel: Channel) -> list[Message]:
    return [message for message in workspace.messages.get(channel.id, []) if message.ephemeral_to is None]


def _within(message: Message, args: Json) -> bool:
    """`oldest` and `latest` leave their own moment out unless `inclusive`."""
    ts, oldest, latest = float(message.ts), float(args.get("oldest", 0)), float(args.get("latest", "inf"))
    return oldest <= ts <= latest if flag(args, "inclusive") else oldest < ts < latest


def _read(workspace: Workspace, args: Json, messages: list[Message]) -> Json:
    metadata = flag(args, "include_all_metadata")
    answer = page([message_json(workspace, m, with_metadata=metadata) for m in messages], args, "messages")
    return {**answer, "has_more": bool(answer["response_metadata"]["next_cursor"])}


METHODS = {
    "chat.postMessage": post_message,
    "chat.postEphemeral": post_ephemeral,
    "chat.update": update,
    "chat.delete": delete,
    "chat.getPermalink": permalink,
    "conversations.history": history,
    "conversations.replies": replies,
    "reactions.add": add_reaction,
}
