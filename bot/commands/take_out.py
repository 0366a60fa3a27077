"""All of a municipality's data into a folder, from the command line."""

from datetime import datetime
from pathlib import Path

from sqlmodel import Session

from bot.documents import take_out_files
from bot.domain.errors import UserError
from bot.domain.take_out import TakeOut
from bot.services import take_out
from storage import migrate
from storage.database import Database, snapshot


async def take(database_url: str, municipality: str, folder: Path | None, now: datetime, *, whole: bool) -> list[str]:
    """What was written, and what was not. `whole`: what is protected and over too.

    Raises OSError, UserError and Unavailable.
    """
    if not migrate.is_ready(database_url):
        raise UserError("Databasen är inte uppdaterad: kör python -m bot migrate.")
    with snapshot(database_url) as session:
        place = take_out.named(session, municipality)
        found = take_out.gather(session, place, now, whole=whole)
    names = _write(folder or Path(found.name), found)
    await _noted(database_url, place, now, whole=whole)
    return [f"Skrivet: {folder or found.name}, {len(names)} filer. Börja med läs mig.txt.", *found.withheld.lines()]


def _write(folder: Path, found: TakeOut) -> list[str]:
    if folder.exists() and any(folder.iterdir()):
        raise UserError(f"Mappen {folder} är inte tom. Välj en annan med --to, så blandas inget.")
    written = []
    for name, content in take_out_files.files(found):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        written.append(name)
    return written


async def _noted(database_url: str, place: int, now: datetime, *, whole: bool) -> None:
    def note(session: Session) -> None:
        take_out.note(session, None, place, now, whole=whole)

    db = Database(database_url)
    try:
        await db.write(note)
    finally:
        db.close()
