"""A follow-up as a file, from the command line."""

from datetime import datetime
from pathlib import Path

from bot.domain.calendar import local_day
from bot.domain.errors import UserError
from bot.domain.swedish import range_text
from bot.services import follow_up_asked, follow_up_files
from bot.services.follow_up_asked import NamedFollowUp
from bot.views.follow_up import Format, file_name
from storage import migrate
from storage.database import Database

UNKNOWN_FORMAT = "Formatet {suffix} finns inte. Välj docx, html, csv eller json."
SETTLED = "Fastställd {day}, så siffrorna är de som gällde då."
DRAFT = "Inte fastställd: siffrorna är från nu."


async def write(
    database_url: str, municipality: str, period: str, form: str | None, path: Path | None, now: datetime
) -> str:
    """One line about the file. Raises OSError, UserError and Unavailable."""
    if not migrate.is_ready(database_url):
        raise UserError("Databasen är inte uppdaterad: kör python -m bot migrate.")
    chosen = _format(form, path)
    db = Database(database_url)
    try:
        found = await db.read(follow_up_asked.named, municipality, period, now)
    finally:
        db.close()
    to = path or Path(file_name(found.follow_up, chosen))
    to.write_bytes(follow_up_files.written(chosen, found.follow_up, found.settled_at))
    return f"Skrivet: {to}. {_state(found)}"


def _format(form: str | None, path: Path | None) -> Format:
    """As was said, else by the file's name, else Word."""
    suffix = form or (path.suffix.removeprefix(".").lower() if path else "") or Format.DOCX
    if suffix not in list(Format):
        raise UserError(UNKNOWN_FORMAT.format(suffix=suffix))
    return Format(suffix)


def _state(found: NamedFollowUp) -> str:
    if found.settled_at is None:
        return DRAFT
    day = local_day(found.settled_at)
    return SETTLED.format(day=f"{range_text(day, day)} {day.year}")
