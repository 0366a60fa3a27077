from datetime import UTC, datetime, timedelta

import pytest

from bot.sandbox.clock import Clock

START = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def test_a_clock_that_is_not_running_stands_still() -> None:
    assert Clock(START, running=False).now() == START


def test_a_running_clock_runs_on_from_its_start() -> None:
    assert START < Clock(START).now() < START + timedelta(minutes=1)


def test_the_clock_is_wound_to_a_moment() -> None:
    clock = Clock(START, running=False)
    clock.wind_to(START + timedelta(days=3))
    clock.wind_to(START)

    assert clock.now() == START + timedelta(days=3)


def test_the_clock_never_goes_backwards() -> None:
    with pytest.raises(ValueError, match="backwards"):
        Clock(START).wind(timedelta(seconds=-1))


def test_the_clock_refuses_a_naive_start() -> None:
    with pytest.raises(ValueError, match="aware"):
        Clock(datetime(2026, 11, 23, 8, 0))
