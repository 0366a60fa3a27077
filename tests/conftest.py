import gc
import os
from collections.abc import Generator

import pytest

PLUGINS = (
    "tests.beginnings",
    "tests.compiled_once",
    "tests.databases",
    "tests.gathered",
    "tests.house",
    "tests.post_office",
    "tests.seeded",
    "tests.side_by_side",
)

# Of a folder named on the command line the conftest is read before these are taken in, and imports them.
pytest.register_assert_rewrite(*PLUGINS)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--both-databases", action="store_true", help="every test of a house on SQLite and on PostgreSQL")


def pytest_configure(config: pytest.Config) -> None:
    gc.disable()  # what is being collected is no garbage
    if not _hands_out(config):
        for name in PLUGINS:
            config.pluginmanager.import_plugin(name)


def _hands_out(config: pytest.Config) -> bool:
    """Of xdist's own process: it runs no test, so it needs nothing of the bot, which takes seconds to import."""
    return config.getoption("dist", "no") != "no" and not hasattr(config, "workerinput")


def pytest_collection_finish() -> None:
    """What collecting made stays: looking for garbage in it again and again took a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.enable()
    gc.set_threshold(50_000, 20, 20)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where CI is set everything a test needs is there: a skipped test is a failed one."""
    report = yield
    if report.skipped and os.environ.get("CI") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
    return report
