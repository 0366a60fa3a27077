"""A follow-up as a file. Apart from everything else, so that it can be made in a process of its own."""

from datetime import datetime

from bot.domain.follow_up import FollowUp
from bot.report import follow_up_csv, follow_up_json, follow_up_page, follow_up_word
from bot.services.files_sent import Made
from bot.views.follow_up import Format


def made(form: Format, follow_up: FollowUp, settled_at: datetime | None) -> Made:
    return Made(written(form, follow_up, settled_at))


def written(form: Format, follow_up: FollowUp, settled_at: datetime | None) -> bytes:
    """`settled_at`: None of a draft."""
    match form:
        case Format.DOCX:
            return follow_up_word.word(follow_up, settled_at)
        case Format.HTML:
            return follow_up_page.page(follow_up, settled_at).encode()
        case Format.CSV:
            return follow_up_csv.table(follow_up).encode()
        case Format.JSON:
            return follow_up_json.dump(follow_up).encode()
