"""The id of a row that a prepared statement inserts, which each database tells in its own way."""

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import insert
from sqlmodel import Session

from storage import migrate
from storage.database import Database
from storage.models import AuditEvent
from storage.prepared import Prepared
from tests.databases import Create

INSERT = Prepared(insert(AuditEvent))
AT = datetime(2026, 11, 22, 6, 30, tzinfo=UTC)


async def test_each_new_row_is_told_by_its_own_id(database_from: Callable[[Create], str]) -> None:
    def inserted(session: Session) -> list[int]:
        return [INSERT.new_id(session, at=AT, action=word, subject="outcome", subject_id=1) for word in ("one", "two")]

    def kept(session: Session, ids: list[int]) -> list[str]:
        return [session.get_one(AuditEvent, one).action for one in ids]

    db = Database(database_from(migrate.upgrade))
    ids = await db.write(inserted)
    found = await db.read(kept, ids)
    db.close()
    assert found == ["one", "two"]
