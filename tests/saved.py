"""What a house keeps."""

from sqlalchemy import text
from sqlmodel import Session

from bot.sandbox.house import House
from storage.models import Row


async def everything_saved(house: House) -> str:
    """All rows of all tables."""

    def dump(session: Session) -> str:
        tables = [table.name for table in Row.metadata.sorted_tables]
        return "\n".join(str(session.execute(text(f'SELECT * FROM "{name}"')).all()) for name in tables)

    return await house.bot.db.read(dump)
