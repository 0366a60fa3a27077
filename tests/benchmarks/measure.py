"""Processes kept apart, commands sent one by one or side by side, and what the clock said."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks.slack import Api, Http, Socket, Transport

FSYNCS = 200
START_SECONDS = 20.0


@dataclass
class Times:
    """Milliseconds; of several rounds the median of each round's figure."""

    rounds: list[list[float]] = field(default_factory=list)

    def percentile(self, share: float) -> float:
        return median(sorted(taken)[min(int(len(taken) * share), len(taken) - 1)] for taken in self.rounds)

    @property
    def p50(self) -> float:
        return self.percentile(0.5)

    @property
    def p99(self) -> float:
        return self.percentile(0.99)


@asynccontextmanager
async def serving(*arguments: str) -> AsyncIterator[Sequence[Transport]]:
    """A process of its own, on another core than this one where the system lets us choose; the ways to reach it."""
    api, port = Api(), free_port()
    await api.start()
    name, *rest = arguments
    command = [sys.executable, "-m", "tests.benchmarks.server", name, str(api.port), str(port), *rest]
    process = subprocess.Popen(command)
    pin(process.pid, core=0)
    http = Http(port)
    try:
        await asyncio.wait_for(api.sockets.connected.wait(), START_SECONDS)
        yield [Socket(api.sockets), http]
    finally:
        http.close()
        process.send_signal(signal.SIGINT)
        process.wait(START_SECONDS)
        await api.stop()


async def measure(transport: Transport, prepared: Sequence[Any], in_flight: int, expect: str) -> list[float]:
    """Raises RuntimeError when an acknowledgement does not hold what is expected."""
    waiting, taken = iter(prepared), []

    async def work(worker: int) -> None:
        for one in waiting:
            begun = time.perf_counter()
            answer = await transport.send(one, worker)
            taken.append((time.perf_counter() - begun) * 1000)
            if expect not in answer:
                raise RuntimeError(f"unexpected acknowledgement: {answer}")

    await asyncio.gather(*(work(worker) for worker in range(in_flight)))
    return taken


def fsync_probe(folder: Path) -> float:
    """Milliseconds that the disk takes to promise 4 kB: part of every durable figure, and next to nothing on some."""
    taken = []
    with tempfile.NamedTemporaryFile(dir=folder) as file:
        for _ in range(FSYNCS):
            file.write(bytes(4096))
            file.flush()
            begun = time.perf_counter()
            os.fsync(file.fileno())
            taken.append((time.perf_counter() - begun) * 1000)
    return median(taken)


@contextmanager
def own_core() -> Iterator[None]:
    before = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()
    pin(0, core=1)
    try:
        yield
    finally:
        if before:
            os.sched_setaffinity(0, before)


def pin(process: int, core: int) -> None:
    if hasattr(os, "sched_setaffinity") and core in range(os.cpu_count() or 1):
        os.sched_setaffinity(process, {core})


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
