"""The follow-up as Word, with empty fields for the coordinator's own judgement."""

from datetime import datetime

from bot.domain.follow_up import FollowUp
from bot.report import follow_up_text as text
from bot.report.follow_up_parts import parts

SUBJECT = "Uppföljning av medborgarlöften och samverkansöverenskommelser"


def word(follow_up: FollowUp, settled_at: datetime | None = None) -> bytes:
    """`settled_at`: None of a draft. Takes up to a second: call it in a process."""
    from bot.report.word import document  # python-docx: only the process that writes Word loads it

    made = parts(follow_up, settled_at, to_fill_in=True)
    return document(text.title(follow_up), made, made_at=follow_up.made_at, subject=SUBJECT)
