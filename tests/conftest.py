import gc
import os
from collections.abc import Generator

import pytest

from tests.compiled_once import compile_once

pytest_plugins = ["tests.databases", "tests.house", "tests.post_office"]


def pytest_collection_finish(session: pytest.Session) -> None:
    if not any(item.get_closest_marker("bench") for item in session.items):  # they measure what there is in earnest
        compile_once()
    _collect_seldom()


def _collect_seldom() -> None:
    """What collecting made stays: looking for garbage in it again and again took a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where CI is set everything a test needs is there: a skipped test is a failed one."""
    report = yield
    if report.skipped and os.environ.get("CI") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
    return report
