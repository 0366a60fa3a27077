"""The sums stay right when processes that report are killed in the middle of it, whichever step they were at."""

import multiprocessing
import random
import time
from multiprocessing.context import ForkServerProcess

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlmodel import Session

from storage import recount
from storage.database import normal_url
from tests.faults import busy

SERVERS = pytest.mark.parametrize(
    ("server", "replicas"),
    [pytest.param("sqlite", 1, id="sqlite"), pytest.param("postgres", 3, id="postgres", marks=pytest.mark.postgres)],
)
JITTER = 0.05
PATIENCE = 20.0


@SERVERS
def test_no_sum_drifts_when_who_reports_is_killed(server: str, replicas: int, request: pytest.FixtureRequest) -> None:
    assert_no_drift_after(4, replicas, request.getfixturevalue(server).new())


@pytest.mark.bench
@SERVERS
def test_no_sum_drifts_after_many_kills(server: str, replicas: int, request: pytest.FixtureRequest) -> None:
    assert_no_drift_after(60, replicas, request.getfixturevalue(server).new())


def assert_no_drift_after(kills: int, replicas: int, url: str) -> None:
    busy.furnished(url)
    engine = create_engine(normal_url(url))
    _torment(engine, url, kills, replicas)
    with Session(engine) as session:
        assert recount.drift(session) == []
    print(f"\n{kills} kills, {_reports(engine)} reports on {engine.dialect.name}: no sum drifted")
    assert _reports(engine) > kills
    engine.dispose()


def _torment(engine: Engine, url: str, kills: int, replicas: int) -> None:
    """By what has been reported, since one that is killed before it has done anything proves little."""
    chance = random.Random(kills)
    running = [_started(url, number) for number in range(replicas)]
    for number in range(kills):
        _until(engine, _reports(engine) + chance.randint(1, 3))
        time.sleep(chance.uniform(0, JITTER))
        _kill(running.pop(0))
        running.append(_started(url, replicas + number))
    for process in running:
        _kill(process)


def _until(engine: Engine, reports: int) -> None:
    end = time.monotonic() + PATIENCE
    while _reports(engine) < reports and time.monotonic() < end:
        time.sleep(0.01)


def _reports(engine: Engine) -> int:
    with engine.connect() as connection:
        found: int = connection.execute(text("SELECT count(*) FROM outcome")).scalar_one()
    return found


def _started(url: str, number: int) -> ForkServerProcess:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.busy"])
    process = context.Process(target=busy.run, args=(url, number), daemon=True)
    process.start()
    return process


def _kill(process: ForkServerProcess) -> None:
    process.kill()
    process.join()
    process.close()
