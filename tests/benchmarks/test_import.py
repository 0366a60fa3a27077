"""How long a spreadsheet of 5 000 activities takes from the command line, and how reports fare meanwhile."""

import asyncio
import os
import sys
import time
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from sqlmodel import Session, func, select

from bot.documents import plan_sheet
from bot.domain.agreement_file import AgreementFile
from bot.domain.words import Part
from bot.sandbox.house import House
from storage.models import Activity, Outcome
from tests.benchmarks.table import Gate, show_gates
from tests.plans import plan, with_activities
from tests.scenes import agreed
from tests.seen import CHANNEL

pytestmark = pytest.mark.bench

ROWS = 5_000
SECONDS = 5
SLOWEST_ACK = 1.5  # seconds, of the three that Slack waits


async def test_a_large_plan_is_taken_in_while_reports_are_acknowledged(house: House, tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(plan_sheet.write(_large()))
    await agreed(house, "trafikkontroll", {"anna": Part.LEAD})
    finished = asyncio.Event()
    reporting = asyncio.create_task(_report_until(house, finished))
    taken = await _imported(path, house.bot.db.url)
    finished.set()
    acks = await reporting
    show = [
        Gate(f"seconds for {ROWS} rows", taken, most=SECONDS),
        Gate(f"seconds for the slowest of {len(acks)} reports meanwhile", max(acks), most=SLOWEST_ACK),
    ]
    print()
    show_gates(show)
    assert await house.bot.db.read(_counts) == (ROWS + 1, len(acks))
    assert all(gate.held for gate in show)


async def _imported(path: Path, url: str) -> float:
    """Its whole process, from start to end."""
    surroundings: Mapping[str, str] = {**os.environ, "DATABASE_URL": url}
    begun = time.perf_counter()
    command = (sys.executable, "-m", "bot", "import", str(path))
    process = await asyncio.create_subprocess_exec(*command, env=surroundings, stdout=PIPE, stderr=DEVNULL)
    said, _ = await process.communicate()
    assert said.decode() == f"Inlagt: {plan().title}\n"
    return time.perf_counter() - begun


async def _report_until(house: House, finished: asyncio.Event) -> list[float]:
    anna = house.person("anna")
    taken: list[float] = []
    while not finished.is_set():
        begun = time.perf_counter()
        await anna.command(CHANNEL, f"/lofte trafikkontroll {len(taken) + 1} fordon oplanerad")
        taken.append(time.perf_counter() - begun)
        await asyncio.sleep(0.2)
    return taken


def _large() -> AgreementFile:
    first, second = plan().activities
    return with_activities(
        plan(), *(replace((first, second)[at % 2], key=f"k{at}", title=f"Aktivitet {at}") for at in range(ROWS))
    )


def _counts(session: Session) -> tuple[int, int]:
    activities = session.exec(select(func.count()).select_from(Activity)).one()
    return activities, session.exec(select(func.count()).select_from(Outcome)).one()
