"""The follow-up of a municipality as a file through the outbox: the row says which version, and in which format."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any

from sqlmodel import Session

from bot.services import follow_up_files, follow_up_versions, people
from bot.services.files_sent import FILE, INSTEAD, Upload
from bot.views import follow_up_sent as views
from bot.views.blocks import Message
from bot.views.follow_up import Format, ShownFollowUp, file_name
from storage.models import Person

DRAWN = (Format.DOCX, Format.HTML)
"""With charts: in a thread they would hold up every acknowledgement."""


def kept(found: ShownFollowUp, form: Format, person_id: int) -> Message:
    """`person_id`: for whom."""
    wanted = {"version": found.version.id, "form": form.value, "person": person_id}
    return {"text": "", FILE: wanted, INSTEAD: [views.not_sent(found.follow_up)]}


def upload(session: Session, wanted: Mapping[str, Any], now: datetime) -> Upload:
    """As the version is when it is sent, and to whoever may see it then: a draft may have newer numbers, something have
    become secret, and somebody have left. Raises NotKnown, NotAllowed and Gone.
    """
    person, form = session.get_one(Person, wanted["person"]), Format(wanted["form"])
    actor = people.actor(session, person.team_id, person.user_id, now)
    found = follow_up_versions.opened(session, actor, wanted["version"])
    make = partial(follow_up_files.made, form, found.follow_up, found.version.settled_at)
    return Upload(file_name(found.follow_up, form), make, heavy=form in DRAWN)
