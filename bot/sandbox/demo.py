"""The demo: the sandbox with the example year in it, to be tried in a browser."""

import asyncio
import gc
import signal
import tempfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

from bot.domain.calendar import at
from bot.sandbox.clock import Clock
from bot.sandbox.house import open_house
from bot.sandbox.ready_made import furnish

WEEK, MONDAY, OPENS = 48, 1, time(9)
WELCOME = """Övningsytan är öppen på {url} och avslutas med Ctrl-C. Prova till exempel att:
  1. vara Anna Ek och skriva: /lofte trafikkontroll 45 fordon 2 rattfylla lugnt
  2. vara Bo Lind, ställa klockan till nästa påminnelse och svara på den
  3. vara Cia Holm och skriva: /lofte läget"""


def demo_start(today: date) -> datetime:
    """The Monday of a week with something just behind it, something tomorrow and something protected ahead."""
    return at(date.fromisocalendar(today.year, WEEK, MONDAY), OPENS)


async def run(port: int, tell: Callable[[str], None]) -> None:
    """Until Ctrl-C, with a database that is thrown away afterwards. Raises OSError if the port is taken."""
    stopped = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    start = demo_start(date.today())
    with tempfile.TemporaryDirectory(prefix="lofte-") as folder:
        database = Path(folder) / "lofte.db"
        furnish(database, start)
        async with open_house(f"sqlite:///{database}", Clock(start), port=port, public_pages=True) as house:
            await house.settled()
            gc.freeze()  # what the start has made is no garbage; from here on there is some
            gc.set_threshold(100_000)
            tell(WELCOME.format(url=house.url))
            await stopped.wait()
