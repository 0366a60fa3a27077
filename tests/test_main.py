"""The commands of `python -m bot`: what they print and how they end.

A process of its own where signals, the log or the exit code are what is shown; otherwise in this one.
"""

import asyncio
import os
import re
import signal
import socket
import sqlite3
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from pathlib import Path

import aiohttp
import pytest

from bot.__main__ import main
from bot.sandbox.server import APP_TOKEN, BOT_TOKEN, Running
from storage import migrate
from tests.sandbox_bot import running_sandbox

ROOT = Path(__file__).parent.parent
HOFORS = ROOT / "bot/sandbox/agreements/hofors_2023-2024.yaml"
OURS = ("SLACK_", "LOFTE_", "DATABASE_URL", "PORT")
A_PROXY = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"), "http://127.0.0.1:9")


@pytest.fixture
async def slack() -> AsyncIterator[Running]:
    async with running_sandbox() as slack:
        yield slack


Here = Callable[..., tuple[int, str, str]]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Here:
    """Runs a command in this process: exit code, output, errors."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith(OURS)]:
        monkeypatch.delenv(name)

    def told(*arguments: str, **environment: str) -> tuple[int, str, str]:
        for name, value in (A_PROXY | environment).items():
            monkeypatch.setenv(name, value)
        code = main(list(arguments))
        return (code, *capsys.readouterr())

    return told


async def begin(folder: Path, *arguments: str, **environment: str) -> Process:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    given = kept | A_PROXY | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"} | environment
    command = (sys.executable, "-m", "bot", *arguments)
    return await asyncio.create_subprocess_exec(*command, cwd=folder, env=given, stdout=PIPE, stderr=PIPE)


async def ended(process: Process) -> tuple[int, str, str]:
    """Exit code, output, errors."""
    out, err = await process.communicate()
    assert process.returncode is not None
    return process.returncode, out.decode(), err.decode()


def installed(slack: Running) -> dict[str, str]:
    return {"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_APP_TOKEN": APP_TOKEN, "SLACK_API_URL": slack.api_url}


async def stop(process: Process, name: signal.Signals) -> tuple[int, str]:
    """Exit code and errors."""
    process.send_signal(name)
    code, _, errors = await ended(process)
    return code, errors


async def test_the_sandbox_tells_its_address_when_it_answers_and_stops_at_ctrl_c(tmp_path: Path) -> None:
    process = await begin(tmp_path, "sandbox", PORT="0")
    assert process.stdout
    line = (await process.stdout.readline()).decode()
    told = re.match(r"Övningsytan är öppen på (http://127\.0\.0\.1:\d+) ", line)
    assert told
    async with aiohttp.ClientSession() as browser, browser.get(told[1]) as page:
        shown = await page.text()

    assert "Anna Ek" in shown
    assert await stop(process, signal.SIGINT) == (0, "")


def test_the_sandbox_says_when_its_port_is_taken(here: Here) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        line = f"Porten {taken} är upptagen: välj en annan, till exempel med PORT={taken + 1}.\n"

        assert here("sandbox", "--port", str(taken)) == (2, "", line)


def test_a_missing_setting_is_one_line(here: Here) -> None:
    line = "SLACK_BOT_TOKEN saknas: den börjar med xoxb- och står under OAuth & Permissions i Slack.\n"

    assert here("run") == (2, "", line)


async def test_a_token_that_slack_does_not_know_is_one_line(tmp_path: Path, slack: Running) -> None:
    process = await begin(tmp_path, "run", **installed(slack) | {"SLACK_BOT_TOKEN": "xoxb-2"})
    line = "Slack släpper inte in boten (invalid_auth): kontrollera SLACK_BOT_TOKEN och SLACK_APP_TOKEN.\n"

    assert await ended(process) == (2, "", line)


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGINT])
async def test_the_bot_runs_until_it_is_told_to_stop(tmp_path: Path, slack: Running, name: signal.Signals) -> None:
    process = await begin(tmp_path, "run", **installed(slack))
    await asyncio.wait_for(slack.sandbox.sockets.connected.wait(), 60)

    assert await stop(process, name) == (0, "")


def test_a_database_is_migrated_when_somebody_says_so(tmp_path: Path, here: Here) -> None:
    url = f"sqlite:///{tmp_path / 'lofte.db'}"

    assert here("migrate", DATABASE_URL=url) == (0, "Databasen är uppdaterad.\n", "")
    assert migrate.is_current(url)


def test_an_agreement_is_taken_in_from_a_file_and_an_example_for_the_year_that_is_named(
    tmp_path: Path, here: Here
) -> None:
    url, example = f"sqlite:///{tmp_path / 'lofte.db'}", HOFORS.with_name("hofors_exempel.yaml")

    assert here("import", str(HOFORS), DATABASE_URL=url) == (0, "Inlagt: Medborgarlöfte för Hofors 2023–2024\n", "")
    assert here("import", str(example), "--year", "2031", DATABASE_URL=url) == (
        0,
        "Inlagt: Medborgarlöfte för Hofors 2031 (exempel)\n",
        "",
    )


def test_a_database_of_another_version_is_no_silent_one(tmp_path: Path, here: Here) -> None:
    url = f"sqlite:///{tmp_path / 'lofte.db'}"
    migrate.upgrade(url)
    with closing(sqlite3.connect(tmp_path / "lofte.db")) as old:
        old.execute("ALTER TABLE municipality RENAME TO kommun")

    assert here("follow-up", "--municipality", "Timrå", "--period", "2026", DATABASE_URL=url) == (
        2,
        "",
        (
            "Databasen har inte de tabeller som den här versionen behöver: kör python -m bot migrate. "
            "Hjälper det inte är den gjord av en annan version. Peka DATABASE_URL på en ny.\n"
        ),
    )


@pytest.mark.parametrize("command", ["run", "migrate", "recount", "export --municipality Timrå"])
def test_a_database_that_cannot_be_opened_is_told_in_a_line(tmp_path: Path, here: Here, command: str) -> None:
    """A folder in place of the file; without the rights to it the same."""
    tokens = {"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_APP_TOKEN": APP_TOKEN}

    assert here(*command.split(), DATABASE_URL=f"sqlite:///{tmp_path}", **tokens) == (
        2,
        "",
        "Databasen svarar inte: kontrollera DATABASE_URL.\n",
    )


async def test_the_doctor_has_one_line_for_each_thing(tmp_path: Path, slack: Running, here: Here) -> None:
    url = f"sqlite:///{tmp_path / 'lofte.db'}"
    migrate.upgrade(url)

    # Not in this thread, where the Slack that it asks has its loop.
    assert await asyncio.to_thread(here, "doctor", DATABASE_URL=url, **installed(slack)) == (
        0,
        "Inställningar: utan fel.\n"
        "Databasen: svarar och är uppdaterad.\n"
        "SLACK_BOT_TOKEN: gäller för Sandlådan.\n"
        "SLACK_APP_TOKEN: gäller.\n"
        "PUBLIC_PAGES: av, så inga sidor för medborgare visas. De behöver PUBLIC_PAGES, PUBLIC_URL och PORT.\n",
        "",
    )


async def test_the_doctor_says_what_is_wrong(tmp_path: Path, slack: Running, here: Here) -> None:
    wrong = installed(slack) | {"SLACK_APP_TOKEN": "xapp-2"}

    assert await asyncio.to_thread(here, "doctor", **wrong) == (
        2,
        "Inställningar: utan fel.\n"
        "Databasen: skapas när boten startar.\n"
        "SLACK_BOT_TOKEN: gäller för Sandlådan.\n"
        "SLACK_APP_TOKEN: Slack godtar den inte (invalid_auth).\n"
        "PUBLIC_PAGES: av, så inga sidor för medborgare visas. De behöver PUBLIC_PAGES, PUBLIC_URL och PORT.\n",
        "Boten kan inte köras än.\n",
    )
    assert list(tmp_path.iterdir()) == []
