"""Reminders sent by processes that are killed, frozen and lied to; and what came of them."""

import asyncio
import multiprocessing
import os
import random
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from multiprocessing.context import ForkServerProcess

from tests import due_rows
from tests.faults import replica
from tests.loopback import Loopback, Posted, Troubles, loopback

LONG_AGO = timedelta(days=60)
FREEZE = replica.LIMITS.lease.total_seconds() * 1.5
AFTER_THAW = 0.5  # seconds in which what a frozen process had begun to write may come out
JITTER = 0.03
PATIENCE = 2.0
NO_MORE = 120.0  # seconds to finish in, when the killing is over; a busy machine needs some
OURS, MARK_FIRST, SEND_FIRST = "ours", "mark first", "send first"


@dataclass(frozen=True)
class StormPlan:
    """`kills` come at random while there is something to send; one in twenty is a freeze instead.

    One reminder in a hundred is too late from the start.
    """

    reminders: int
    kills: int
    replicas: int = 3


@dataclass
class StormOutcome:
    """`thawed` were doubled by who was frozen between its last look at the clock and the writing."""

    lost: int
    doubled: int
    thawed: int
    left: int
    missed: int
    look_ups: int
    early: int
    kills: int

    def __str__(self) -> str:
        return (
            f"lost {self.lost}, doubled {self.doubled} (and {self.thawed} frozen at the socket), left {self.left}, "
            f"shown as missed {self.missed}, look-ups {self.look_ups}, early retries {self.early}, kills {self.kills}"
        )


@dataclass
class Replicas:
    """Each is a process of its own; whoever is killed is replaced at once."""

    start: Callable[[str], ForkServerProcess]
    running: dict[str, ForkServerProcess] = field(default_factory=dict)
    thawed: dict[str, float] = field(default_factory=dict)
    started: int = 0
    killed: int = 0

    def add(self) -> None:
        self.started += 1
        name = f"replica-{self.started}"
        self.running[name] = self.start(name)

    def kill(self, name: str) -> None:
        process = self.running.pop(name)
        self.killed += 1
        process.kill()
        process.join()
        process.close()

    async def freeze(self, name: str) -> None:
        process = self.running[name].pid or 0
        os.kill(process, signal.SIGSTOP)
        await asyncio.sleep(FREEZE)
        self.thawed[name] = time.monotonic()
        os.kill(process, signal.SIGCONT)

    def end(self) -> None:
        for name in list(self.running):
            self.kill(name)


def fill(url: str, plan: StormPlan) -> None:
    now = datetime.now(UTC)
    due_rows.database_with(url, plan.reminders, lambda n: now if n % 100 else now - LONG_AGO)


async def storm(kind: str, url: str, plan: StormPlan) -> StormOutcome:
    """On a database with what `fill` made."""
    troubles = Troubles(answer_lost=0.2, cut=0.02, storms=True)
    async with loopback(0.02, troubles) as slack:
        replicas = _replicas(kind, url, slack)
        for _ in range(plan.replicas):
            replicas.add()
        try:
            torment = asyncio.create_task(_torment(replicas, plan, slack))
            await _until_done(url, torment)
        finally:
            replicas.end()
        return _judge(slack, due_rows.states(url), replicas, plan)


def _replicas(kind: str, url: str, slack: Loopback) -> Replicas:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.replica"])

    def start(name: str) -> ForkServerProcess:
        process = context.Process(target=replica.run, args=(kind, name, url, slack.url), daemon=True)
        process.start()
        return process

    return Replicas(start)


async def _torment(replicas: Replicas, plan: StormPlan, slack: Loopback) -> None:
    """By what has arrived, since a replica that is killed before it has sent anything proves little."""
    chance = random.Random(plan.kills)
    frozen: dict[str, asyncio.Task[None]] = {}
    for number in range(plan.kills):
        await _until_posted(slack, len(slack.posts) + chance.uniform(0, 1.35 * plan.reminders / plan.kills))
        await asyncio.sleep(chance.uniform(0, JITTER))
        frozen = {name: task for name, task in frozen.items() if not task.done()}
        if len(frozen) == len(replicas.running):
            await asyncio.gather(*frozen.values())
            frozen = {}
        name = chance.choice([name for name in replicas.running if name not in frozen])
        if number % 20 == 0 and not frozen:
            frozen[name] = asyncio.create_task(replicas.freeze(name))
        else:
            replicas.kill(name)
            replicas.add()
    await asyncio.gather(*frozen.values())


async def _until_posted(slack: Loopback, count: float) -> None:
    end = time.monotonic() + PATIENCE
    while len(slack.posts) < count and time.monotonic() < end:
        await asyncio.sleep(0.005)


async def _until_done(url: str, torment: "asyncio.Task[None]") -> None:
    """Nobody is killed any more when there is nothing left to send."""
    end = time.monotonic() + NO_MORE
    while time.monotonic() < end:
        states = await asyncio.to_thread(due_rows.states, url)
        if not states.keys() & {"pending", "leased"}:
            break
        if not torment.done():
            end = time.monotonic() + NO_MORE
        await asyncio.sleep(0.2)
    torment.cancel()
    await asyncio.wait([torment])


def _judge(slack: Loopback, states: dict[str, int], replicas: Replicas, plan: StormPlan) -> StormOutcome:
    by_id: dict[int, list[Posted]] = {}
    for post in slack.posts:
        by_id.setdefault(post.id, []).append(post)
    twice = [posts for posts in by_id.values() if len(posts) > 1]
    thawed = sum(_from_the_frozen(posts, replicas.thawed) for posts in twice)
    left = states.get("pending", 0) + states.get("leased", 0)
    return StormOutcome(
        lost=plan.reminders - len(by_id) - states.get("missed", 0) - left,
        doubled=len(twice) - thawed,
        thawed=thawed,
        left=left,
        missed=states.get("missed", 0),
        look_ups=slack.calls["conversations.history"],
        early=slack.early,
        kills=replicas.killed,
    )


def _from_the_frozen(posts: list[Posted], thawed: dict[str, float]) -> bool:
    return any(0 <= post.at - thawed.get(post.by, float("inf")) <= AFTER_THAW for post in posts)
