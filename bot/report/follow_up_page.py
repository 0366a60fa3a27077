"""The follow-up as a page for staff: one file that needs nothing else."""

from datetime import datetime

from bot.domain.follow_up import FollowUp
from bot.report import follow_up_text as text
from bot.report.follow_up_parts import parts
from bot.report.html import page as whole_page
from bot.report.html import tag
from bot.report.html_parts import rendered


def page(follow_up: FollowUp, settled_at: datetime | None = None) -> str:
    """`settled_at`: None of a draft."""
    title, made = text.title(follow_up), list(parts(follow_up, settled_at, to_fill_in=False))
    return whole_page(title, tag("h1", title), rendered(made))
