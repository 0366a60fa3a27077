"""Why somebody cannot be reached in Slack, and what coordinators read when it happens."""

from bot.views.blocks import Message, message, section
from bot.views.people import mention

GONE, CLOSED = "kontot finns inte längre i Slack", "tar inte emot meddelanden från mig"
WHY_NOT = {
    "user_not_found": GONE, "users_not_found": GONE, "user_disabled": GONE, "account_inactive": GONE,
    "channel_not_found": CLOSED, "cannot_dm_bot": CLOSED, "messages_tab_disabled": CLOSED,
    "is_archived": CLOSED, "not_in_channel": CLOSED, "restricted_action": CLOSED,
}  # fmt: skip


def why_not(code: str) -> str:
    """`code` is Slack's word for it."""
    return WHY_NOT.get(code, "Slack tog inte emot")


def unreachable(user: str, code: str) -> Message:
    fact = f"Jag når inte {mention(user)} i Slack: {why_not(code)}."
    rest = "Säg till på något annat sätt. Det som inte har kommit fram står på fliken Hem."
    return message(f"{fact} {rest}", [section(f"*{fact}*", rest)])
