"""The recount finds where sums are wrong, by how much, and puts them right."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlmodel import Session

from bot.__main__ import main
from bot.commands import recount as command
from storage import recount
from storage.models import Activity
from storage.recount import Drift
from tests.databases import Create
from tests.factories import stockholm
from tests.house import lived_in
from tests.progress_rows import in_timra, occasion

NOVEMBER = date(2026, 11, 1)


@pytest.fixture
def engine(database_from: Callable[[Create], str]) -> Iterator[Engine]:
    made = create_engine(database_from(in_timra))
    yield made
    made.dispose()


def test_after_a_year_in_the_sandbox_every_sum_is_right(database_from: Callable[[Create], str]) -> None:
    engine = create_engine(database_from(lived_in))
    with Session(engine) as session:
        assert recount.drift(session) == []
    engine.dispose()


def test_it_tells_which_sum_is_wrong_and_by_how_much(engine: Engine) -> None:
    with Session(engine) as session:
        session.connection().execute(text("UPDATE month_count SET done = done + 3 WHERE month = '2026-11-01'"))

        assert recount.drift(session) == [Drift(1, NOVEMBER, None, {"done": 3})]


def test_sums_that_are_not_there_are_found_too(engine: Engine) -> None:
    with Session(engine) as session:
        session.connection().execute(text("DELETE FROM day_count WHERE day = '2026-11-25'"))

        assert recount.drift(session) == [Drift(1, NOVEMBER, date(2026, 11, 25), {"planned": -1, "waiting": -1})]


def test_a_repair_puts_every_sum_right(engine: Engine) -> None:
    with Session(engine) as session:
        session.connection().execute(text("UPDATE month_count SET waiting = 7, partly = -1"))
        session.connection().execute(text("DELETE FROM day_count WHERE day < '2026-02-01'"))

        recount.repair(session, recount.drift(session))

        assert recount.drift(session) == []


def test_what_is_counted_while_somebody_repairs_stays(engine: Engine) -> None:
    with Session(engine) as session:
        session.connection().execute(text("UPDATE month_count SET planned = planned + 5 WHERE month = '2026-11-01'"))
        found = recount.drift(session)
        occasion(session, session.get_one(Activity, 1), stockholm(29, 18))

        recount.repair(session, found)

        assert recount.drift(session) == []


async def test_the_command_says_which_sums_are_wrong_until_they_are_repaired(engine: Engine) -> None:
    url = engine.url.render_as_string(hide_password=False)
    assert await command.run(url, repair=False) == (["Alla summor stämmer."], True)

    with Session(engine) as session:
        session.connection().execute(text("UPDATE month_count SET done = done + 3 WHERE month = '2026-11-01'"))
        session.connection().execute(text("UPDATE day_count SET waiting = 0 WHERE day = '2026-11-25'"))
        session.commit()

    day = "Timrå november 2026, det som slutar 25 november: väntar på rapport 1 för få"
    wrong = ["Timrå november 2026: gjorda 3 för många", day]
    assert await command.run(url, repair=False) == ([*wrong, "Rätta med --repair."], False)
    assert await command.run(url, repair=True) == ([*wrong, "Summorna är rättade."], True)
    assert await command.run(url, repair=False) == (["Alla summor stämmer."], True)


def test_the_command_ends_with_1_when_a_sum_is_wrong(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", engine.url.render_as_string(hide_password=False))
    with Session(engine) as session:
        session.connection().execute(text("UPDATE month_count SET partly = 1 WHERE month = '2026-12-01'"))
        session.commit()

    assert main(["recount"]) == 1
    assert capsys.readouterr().out == "Timrå december 2026: delvis gjorda 1 för många\nRätta med --repair.\n"
