import json
import tomllib
from typing import Any

import pytest
from dotenv import dotenv_values

from bot.settings import Settings
from scripts.check_locks import ROOT, faults

HASH = " \\\n    --hash=sha256:00\n"
PYPROJECT = {
    "build-system": {"requires": ["setuptools>=77"]},
    "project": {"dependencies": ["aiohttp>=3.14"], "optional-dependencies": {"dev": ["pytest>=9"]}},
}
RUNTIME = f"aiohttp==3.14.5{HASH}setuptools==84.2.1{HASH}"
DEV = f"{RUNTIME}pytest==9.2.0{HASH}"


@pytest.fixture
def manifest() -> Any:
    return json.loads((ROOT / "manifest.json").read_text("utf-8"))


def test_the_locks_satisfy_the_project() -> None:
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    runtime, dev = ((ROOT / name).read_text("utf-8") for name in ("requirements.lock", "requirements-dev.lock"))

    assert faults(pyproject, runtime, dev) == []


@pytest.mark.parametrize(
    ("runtime", "dev", "fault"),
    [
        pytest.param("", DEV, "requirements.lock: does not satisfy aiohttp>=3.14", id="missing"),
        pytest.param(RUNTIME, RUNTIME, "requirements-dev.lock: does not satisfy pytest>=9", id="missing in dev"),
        pytest.param(
            RUNTIME.replace("3.14.5", "3.13.0"), DEV, "requirements.lock: does not satisfy aiohttp>=3.14", id="old"
        ),
        pytest.param(RUNTIME + "idna==3.20\n", DEV, "requirements.lock: idna has no hash", id="no hash"),
        pytest.param(
            "--index-url https://a.example\n" + RUNTIME,
            DEV,
            "requirements.lock: names an address or an option",
            id="index",
        ),
        pytest.param(
            RUNTIME.replace("3.14.5", "3.14.6"),
            DEV,
            "requirements-dev.lock: has aiohttp 3.14.5, requirements.lock has 3.14.6",
            id="drifted",
        ),
    ],
)
def test_a_lock_that_is_not_current_is_named(runtime: str, dev: str, fault: str) -> None:
    assert fault in faults(PYPROJECT, runtime, dev)


def test_the_locks_have_no_faults_when_they_agree() -> None:
    assert faults(PYPROJECT, RUNTIME, DEV) == []


def test_the_manifest_keeps_slacks_lengths(manifest: Any) -> None:
    shown = manifest["display_information"]

    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140
    assert 175 <= len(shown["long_description"]) <= 4000
    assert len(manifest["features"]["bot_user"]["display_name"]) <= 80


def test_commands_are_named_as_slack_allows_and_pass_on_who_is_mentioned(manifest: Any) -> None:
    for command in manifest["features"]["slash_commands"]:
        assert command["command"].isascii()
        assert 2 <= len(command["command"]) <= 32
        assert command["should_escape"]


def test_each_event_has_the_scope_that_it_needs(manifest: Any) -> None:
    needed = {
        "app_home_opened": None,
        "app_mention": "app_mentions:read",
        "message.im": "im:history",
        "user_change": "users:read",
    }
    scopes = {needed[event] for event in manifest["settings"]["event_subscriptions"]["bot_events"]} - {None}

    assert scopes <= set(manifest["oauth_config"]["scopes"]["bot"])


def test_the_example_of_settings_names_them_all_with_their_defaults() -> None:
    example = dotenv_values(ROOT / ".env.example")
    given = {name.lower(): value for name, value in example.items() if value}

    assert {name.lower() for name in example} == set(Settings.model_fields)
    assert Settings.model_validate(given) == Settings()
