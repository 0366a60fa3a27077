import gc
import os
from collections.abc import Generator

import pytest

pytest_plugins = ["tests.databases", "tests.house", "tests.post_office"]


def pytest_collection_finish() -> None:
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
