"""What is said of a file with the follow-up that did not come."""

from bot.domain.follow_up import FollowUp
from bot.views import blocks
from bot.views.blocks import Message
from bot.views.follow_up import about


def not_sent(follow_up: FollowUp) -> Message:
    said = f"Uppföljningen för {about(follow_up)} kom inte fram. Inget annat är ändrat. Be om den igen om en minut."
    return blocks.message(blocks.escape(said), [blocks.section(blocks.escape(said))])
