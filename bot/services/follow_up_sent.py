"""The follow-up of a municipality as a file through the outbox: the row says which version, and in which format."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from sqlmodel import Session

from bot.domain.errors import Gone
from bot.services import follow_up_files, follow_up_versions
from bot.services.files_sent import FILE, INSTEAD, Upload
from bot.views import follow_up_sent as views
from bot.views.blocks import Message
from bot.views.follow_up import Format, ShownFollowUp, file_name
from storage import follow_up_versions as stored

DRAWN = (Format.DOCX, Format.HTML)
"""With charts: in a thread they would hold up every acknowledgement."""


def kept(found: ShownFollowUp, form: Format) -> Message:
    wanted = {"version": found.version.id, "form": form.value}
    return {"text": "", FILE: wanted, INSTEAD: [views.not_sent(found.follow_up)]}


def upload(session: Session, wanted: Mapping[str, Any]) -> Upload:
    """As the version is when it is sent: a draft may have newer numbers by then, and something have become secret.

    Raises Gone.
    """
    version, form = stored.find(session, wanted["version"]), Format(wanted["form"])
    if version is None:
        raise Gone(follow_up_versions.GONE)
    follow_up = follow_up_versions.read(session, version)
    make = partial(follow_up_files.made, form, follow_up, version.settled_at)
    return Upload(file_name(follow_up, form), make, heavy=form in DRAWN)
