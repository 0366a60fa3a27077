"""The sums of the rollup beside a full recount, from the command line; also while the bot runs."""

from collections.abc import Iterable, Sequence

from sqlmodel import Session

from bot.domain.errors import UserError
from bot.domain.swedish import MONTHS, range_text
from storage import migrate, places, recount
from storage.database import Database, snapshot
from storage.recount import Drift

SHOWN = 20
WORDS = {
    "planned": "planerade", "waiting": "väntar på rapport", "cancelled": "inställda", "done": "gjorda",
    "partly": "delvis gjorda", "not_done": "blev inte av", "not_needed": "behövdes inte", "unknown": "uppgift saknas",
}  # fmt: skip


async def run(database_url: str, *, repair: bool) -> tuple[list[str], bool]:
    """What to print, and whether every sum is right now. Raises UserError and Unavailable."""
    if not migrate.is_ready(database_url):
        raise UserError("Databasen är inte uppdaterad: kör python -m bot migrate.")
    with snapshot(database_url) as session:
        found = recount.drift(session)
        names = places.names(session, {one.municipality_id for one in found})
    lines = [*[_told(one, names[one.municipality_id]) for one in found[:SHOWN]], *_left(found)]
    if not found:
        return ["Alla summor stämmer."], True
    if not repair:
        return [*lines, "Rätta med --repair."], False
    await _repaired(database_url, found)
    return [*lines, "Summorna är rättade."], True


async def _repaired(database_url: str, found: Iterable[Drift]) -> None:
    db = Database(database_url)
    try:
        await db.bulk(_repair, found)
    finally:
        db.close()


def _repair(session: Session, found: Iterable[Drift]) -> None:
    recount.repair(session, found)


def _told(one: Drift, name: str) -> str:
    month = f"{MONTHS[one.month.month - 1]} {one.month.year}"
    day = f", det som slutar {range_text(one.day, one.day)}" if one.day else ""
    return f"{name} {month}{day}: {', '.join(_wrong(*sum_) for sum_ in one.off.items())}"


def _wrong(column: str, too_much: int) -> str:
    return f"{WORDS[column]} {abs(too_much)} {'för många' if too_much > 0 else 'för få'}"


def _left(found: Sequence[Drift]) -> list[str]:
    left = len(found) - SHOWN
    return [f"{left} till."] if left > 0 else []
