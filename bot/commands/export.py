"""Plans out of the database to files, from the command line."""

from collections.abc import Sequence
from pathlib import Path

from sqlmodel import Session

from bot.domain.agreement_file import AgreementFile
from bot.domain.errors import UserError
from bot.services import plan_files
from storage import migrate
from storage.database import Database


async def export(
    database_url: str, path: Path | None, suffix: str, *, agreement: str | None, municipality: str | None
) -> list[str]:
    """One line for each file written. Raises OSError, UserError and Unavailable."""
    if not migrate.is_ready(database_url):
        raise UserError("Databasen är inte uppdaterad: kör python -m bot migrate.")
    db = Database(database_url)
    try:
        found = await db.read(_found, agreement, municipality)
    finally:
        db.close()
    if path and len(found) > 1:
        raise UserError(
            f"Det finns {len(found)} planer. Välj en med --agreement: {', '.join(file.key for file, _ in found)}"
        )
    return [_write(path or Path(f"{file.key}{suffix}"), suffix, file, hidden) for file, hidden in found]


def template(path: Path, suffix: str) -> str:
    """Raises OSError and UserError."""
    path.write_bytes(plan_files.written(suffix, None))
    return f"Skrivet: {path}"


def _found(session: Session, agreement: str | None, municipality: str | None) -> Sequence[tuple[AgreementFile, int]]:
    return [plan_files.exported(session, id_) for id_ in plan_files.named(session, agreement, municipality)]


def _write(path: Path, suffix: str, file: AgreementFile, hidden: int) -> str:
    path.write_bytes(plan_files.written(suffix, file))
    left_out = f" Skyddade platser och tider som inte står i filen: {hidden}." if hidden else ""
    return f"Skrivet: {path}.{left_out}"
