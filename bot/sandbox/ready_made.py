"""The demo's database: the year is told once, and copied from then on, so that the next start takes a moment.

A copy is known by everything that it was made from; when a line of ours changes, the year is told anew.
"""

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from sqlmodel import Session

import bot
import handlers
import storage

SOURCES = ("*.py", "*.yaml")
MOST_KEPT = 4
"""Of a megabyte each: for those who have some versions side by side."""


def furnish(database: Path, start: datetime, kept_in: Path | None = None) -> None:
    """Makes a database as the demo begins at `start`. Where nothing can be kept, it is told each time."""
    folder = kept_in or default_folder()
    kept = folder / f"{_made_of(start)}.db"
    if kept.exists():
        shutil.copyfile(kept, database)
        return
    _tell(database, start)
    with suppress(OSError):
        _keep(database, kept)


def default_folder() -> Path:
    return Path(os.path.expanduser("~")) / ".cache" / "lofte"


def _tell(database: Path, start: datetime) -> None:
    from bot.sandbox.seed import seed  # the story and its files: not needed when there is a copy
    from storage import migrate, sqlite

    url = f"sqlite:///{database}"
    migrate.upgrade(url)
    engine = sqlite.engine(url, begin="BEGIN IMMEDIATE")
    with Session(engine, expire_on_commit=False) as session:
        seed(session, start)
        session.commit()
    engine.dispose()


def _keep(database: Path, kept: Path) -> None:
    """The newest few. Another demo may be keeping the same one: the name changes hands in one step."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    newest_first = sorted(kept.parent.glob("*.db"), key=lambda old: old.stat().st_mtime, reverse=True)
    for old in newest_first[MOST_KEPT - 1 :]:
        old.unlink(missing_ok=True)
    draft = kept.with_suffix(f".{os.getpid()}")
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(draft)) as target:
        source.backup(target)
    draft.replace(kept)


def _made_of(start: datetime) -> str:
    digest = hashlib.sha256(start.isoformat().encode())
    for path in _sources():
        digest.update(path.read_bytes())
    return digest.hexdigest()[:32]


def _sources() -> Iterator[Path]:
    for package in (bot, handlers, storage):
        for pattern in SOURCES:
            yield from sorted(Path(package.__path__[0]).rglob(pattern))
