"""The block checker at the door: what breaks Slack's rules is refused as Slack does, and kept for the tests to see."""

import json

from bot.sandbox.block_check import TOTAL_CHARACTERS, check_message, check_view
from bot.sandbox.elements import Json
from bot.sandbox.short_lived import ApiError
from bot.sandbox.workspace import Workspace


def require_message(workspace: Workspace, text: str | None, blocks: list[Json] | None) -> None:
    """Raises ApiError: no_text, invalid_blocks or msg_blocks_too_long."""
    if not text and not blocks:
        raise ApiError("no_text")
    broken = check_message(text, blocks)
    workspace.broken_rules += broken
    if len(json.dumps(blocks or [], ensure_ascii=False)) > TOTAL_CHARACTERS:
        raise ApiError("msg_blocks_too_long", *broken)
    if broken:
        raise ApiError("invalid_blocks", *broken)


def require_view(workspace: Workspace, body: Json, kind: str) -> None:
    """Raises ApiError: invalid_arguments."""
    broken = check_view(body)
    if body.get("type") != kind:
        broken = [f"/type: ska vara {kind}", *broken]
    workspace.broken_rules += broken
    if broken:
        raise ApiError("invalid_arguments", *broken)
