"""Text as Slack sends it on: people and channels as ids, the three special characters escaped."""

import re

from bot.sandbox.workspace import Workspace

_TOKEN = re.compile(r"(<[@#!][^>]+>)")
_PERSON = re.compile(r"@([\w.\-]+\w)")
_CHANNEL = re.compile(r"#([\w\-]+)")


def escaped(workspace: Workspace, text: str) -> str:
    """What stands in `<@…>` already is left alone; an unknown name stays as it was typed."""
    parts = _TOKEN.split(text)
    return "".join(part if _TOKEN.fullmatch(part) else _plain(workspace, part) for part in parts)


def _plain(workspace: Workspace, text: str) -> str:
    people = {user.name: f"<@{user.id}>" for user in workspace.users.values()}
    channels = {channel.name: f"<#{channel.id}>" for channel in workspace.channels.values() if channel.name}
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = _PERSON.sub(lambda found: people.get(found[1], found[0]), text)
    return _CHANNEL.sub(lambda found: channels.get(found[1], found[0]), text)
