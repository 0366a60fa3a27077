"""The demo: the sandbox with the example year in it, to be tried in a browser."""

import asyncio
import signal
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from bot.sandbox.clock import Clock
from bot.sandbox.house import open_house
from bot.sandbox.seed import demo_start, seed

WELCOME = """Övningsytan är öppen på {url} och avslutas med Ctrl-C. Prova till exempel att:
  1. vara Anna Ek och skriva: /lofte trafikkontroll 45 fordon 2 rattfylla lugnt
  2. vara Bo Lind, ställa klockan till nästa påminnelse och svara på den
  3. vara Cia Holm och skriva: /lofte läget"""


async def run(port: int, tell: Callable[[str], None]) -> None:
    """Until Ctrl-C, with a database that is thrown away afterwards. Raises OSError if the port is taken."""
    stopped = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    start = demo_start(date.today())
    with tempfile.TemporaryDirectory(prefix="lofte-") as folder:
        async with open_house(f"sqlite:///{Path(folder) / 'lofte.db'}", Clock(start), port=port) as house:
            await house.bot.db.write(seed, start)
            await house.settled()
            tell(WELCOME.format(url=house.url))
            await stopped.wait()
