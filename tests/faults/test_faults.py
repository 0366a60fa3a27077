"""Nothing is lost and nothing comes twice, whoever is killed, frozen or lied to; and two ways that do not hold."""

import asyncio

import pytest

from tests.databases import Databases
from tests.faults.storm import MARK_FIRST, OURS, SEND_FIRST, StormOutcome, StormPlan, fill, storm

KINDS = (OURS, MARK_FIRST, SEND_FIRST)
SHORT = StormPlan(reminders=120, kills=12)
ALONE = StormPlan(reminders=60, kills=5, replicas=1)
FULL = StormPlan(reminders=10_000, kills=1_120)  # some of them freezes: a thousand are killed
FULL_ALONE = StormPlan(reminders=1_000, kills=100, replicas=1)
BESIDE = StormPlan(reminders=1_000, kills=100)  # enough to show what the two others lose and double


def assert_held(outcome: StormOutcome) -> None:
    assert (outcome.lost, outcome.doubled, outcome.left, outcome.early) == (0, 0, 0, 0), str(outcome)
    assert outcome.look_ups


@pytest.mark.postgres
async def test_every_reminder_arrives_once_whoever_is_killed(postgres: Databases, sqlite: Databases) -> None:
    """Side by side, since they mostly wait; on SQLite one process sends."""
    plans = [*((kind, postgres, SHORT) for kind in KINDS), (OURS, sqlite, ALONE)]
    storms = [storm(kind, made(databases, plan), plan) for kind, databases, plan in plans]
    ours, marked, sent, alone = await asyncio.gather(*storms)

    assert_held(ours)
    assert_held(alone)
    assert marked.lost
    assert sent.doubled


@pytest.mark.bench
async def test_a_thousand_are_killed(postgres: Databases, sqlite: Databases) -> None:
    print("\n\nReminders whose senders are killed, frozen and lied to\n")
    ours = await told(OURS, postgres, FULL)
    alone = await told(OURS, sqlite, FULL_ALONE)
    marked, sent = [await told(kind, postgres, BESIDE) for kind in (MARK_FIRST, SEND_FIRST)]

    assert_held(ours)
    assert_held(alone)
    assert marked.lost
    assert sent.doubled


def made(databases: Databases, plan: StormPlan) -> str:
    url = databases.new()
    fill(url, plan)
    return url


async def told(kind: str, databases: Databases, plan: StormPlan) -> StormOutcome:
    url = made(databases, plan)
    outcome = await storm(kind, url, plan)
    store = "SQLite" if url.startswith("sqlite") else "PostgreSQL"
    print(f"{kind:11} {store:11} {plan.reminders:6} reminders: {outcome}")
    return outcome
