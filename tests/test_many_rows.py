"""Many rows in one parameter: what goes in comes out alike, on both databases."""

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Integer, String, select
from sqlmodel import Session

from bot.domain.words import MessageState
from storage import migrate
from storage.database import Database
from storage.many_rows import rows_given
from storage.prepared import Prepared
from storage.types import UtcDateTime, choice
from tests.databases import Create

AT = datetime(2026, 11, 22, 6, 30, 0, 123456, tzinfo=UTC)
ROWS = [
    (1, MessageState.SENT, AT, 'Åse "X" O\'Hara %s :at'),
    (2, MessageState.PENDING, None, None),
]
GIVEN = rows_given("given", number=Integer(), state=choice(MessageState), at=UtcDateTime(), words=String()).c
ALL = Prepared(select(GIVEN.number, GIVEN.state, GIVEN.at, GIVEN.words).order_by(GIVEN.number))


async def came_out(url: str, rows: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    def asked(session: Session) -> list[tuple[object, ...]]:
        return [tuple(row) for row in ALL.all(session, given=rows)]

    db = Database(url)
    found = await db.read(asked)
    db.close()
    return found


async def test_every_kind_of_value_comes_out_as_it_went_in(database_from: Callable[[Create], str]) -> None:
    assert await came_out(database_from(migrate.upgrade), list(ROWS)) == ROWS


async def test_no_rows_give_none(database_from: Callable[[Create], str]) -> None:
    assert await came_out(database_from(migrate.upgrade), []) == []
