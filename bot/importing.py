"""An agreement file into the database, from the command line."""

from datetime import datetime
from pathlib import Path

from bot.domain.agreement_file import load_example, read_agreement
from bot.domain.errors import UserError
from bot.services import agreements
from storage import migrate
from storage.database import Database


async def take_in(database_url: str, path: Path, year: int, now: datetime) -> str:
    """All or nothing; gives the title. `year` is what {år} stands for in an example.

    Raises OSError, UserError (a FileError names every fault) and Unavailable.
    """
    file = read_agreement(load_example(path.read_text(encoding="utf-8"), year))
    if not migrate.is_ready(database_url):
        raise UserError("Databasen är inte uppdaterad: kör python -m bot migrate.")
    db = Database(database_url)
    try:
        added = await db.write(agreements.add, file, now)
    finally:
        db.close()
    return added.title
