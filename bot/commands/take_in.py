"""A plan from a file into the database, from the command line."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy import make_url

from bot.domain.agreement_file import AgreementFile, load_example, read_agreement
from bot.domain.errors import UserError
from bot.services import plan_files
from bot.views import plan_files as views
from storage import migrate
from storage.database import Database

YAML = (".yaml", ".yml")
LARGE = 500  # rows: what is shorter is done before anybody can read how far it is

Told = Callable[[str], None]


def has_facts(path: Path) -> bool:
    return path.suffix.lower() in plan_files.SUFFIXES


async def take_in(
    database_url: str, path: Path, year: int, now: datetime, told: Told, *, file_counts: bool = False
) -> list[str]:
    """All or nothing; what was done. `year` is what {år} stands for in an example, `told` hears how far it is.

    `file_counts`: also over what was changed here since the file was made.

    Raises OSError, UserError (a FileError names every fault) and Unavailable.
    """
    file = _read(path, year, told)
    if not migrate.is_ready(database_url):
        raise UserError("Databasen är inte uppdaterad: kör python -m bot migrate.")
    db = Database(database_url)
    try:
        found = await db.read(plan_files.difference, file, now, file_counts=file_counts)
        if found.is_empty:
            return [f"Oförändrat: {file.title}", *views.summary(found)[1:]]
        _tell_of_saving(len(file.activities), told)
        found = await db.bulk(plan_files.take_in, None, file, now, file_counts=file_counts)
    finally:
        db.close()
    return (
        [f"Inlagt: {file.title}"] if found.is_new else [f"Ändrat: {views.summary(found)[0]}", *views.summary(found)[1:]]
    )


async def check(database_url: str, path: Path, year: int, now: datetime, told: Told) -> list[str]:
    """What a file without faults would change, where there is a database. Raises as `take_in`."""
    file = _read(path, year, told)
    without = [f"Utan fel: {file.title}"]
    if not _is_there(database_url):
        return without
    db = Database(database_url)
    try:
        return [*without, *views.summary(await db.read(plan_files.difference, file, now))]
    finally:
        db.close()


def _is_there(database_url: str) -> bool:
    """Whoever only looks makes no database."""
    url = make_url(database_url)
    made = url.get_backend_name() != "sqlite" or Path(url.database or "").exists()
    return made and migrate.is_current(database_url)


def _read(path: Path, year: int, told: Told) -> AgreementFile:
    if path.suffix.lower() in YAML:
        return read_agreement(load_example(path.read_text(encoding="utf-8"), year))
    return plan_files.read_plan_file(path.name, path.read_bytes(), lambda rows: told(f"Läser: {rows} rader …"))


def _tell_of_saving(activities: int, told: Told) -> None:
    if activities >= LARGE:
        told(f"Sparar: {activities} aktiviteter …")
