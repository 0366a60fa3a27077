"""The message that a form was opened from: its address goes with the form, so that it can tell what came of it.

Slack takes five answers at such an address, for half an hour.
"""

from collections.abc import Mapping
from typing import Any

from bot.views.blocks import View

MARK = "\n@ "
PRIVATE = "private_metadata"


def remembered(view: View, body: Mapping[str, Any]) -> View:
    """Behind what the form itself keeps; where no message was pressed, the form as it is."""
    address = body.get("response_url")
    return view | {PRIVATE: f"{view.get(PRIVATE, '')}{MARK}{address}"} if address else view


def own(view: Mapping[str, Any]) -> str:
    """What the form itself keeps."""
    kept: str = view.get(PRIVATE, "")
    return kept.partition(MARK)[0]


def address(view: Mapping[str, Any]) -> str:
    kept: str = view.get(PRIVATE, "")
    return kept.partition(MARK)[2]
