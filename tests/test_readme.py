"""The README's first screen, commands and settings are true."""

import re
from pathlib import Path

from bot.domain.swedish import fold
from bot.sandbox.demo import WELCOME
from bot.settings import Settings
from handlers import COMMANDS

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    return README.split(f"## {title}\n")[1].split("\n## ")[0]


def test_it_is_read_in_five_minutes() -> None:
    assert len(README.splitlines()) <= 120


def test_every_command_word_is_in_the_table() -> None:
    words = set(re.findall(r"\w+", fold(section("Commands"))))

    assert {word for word in COMMANDS if word and word not in words} - {"lage"} == set()


def test_every_setting_is_in_the_table() -> None:
    named = set(re.findall(r"^\| `([A-Z_]+)`", section("Run it for real"), flags=re.MULTILINE))

    assert named == {name.upper() for name in Settings.model_fields}


def test_the_first_line_to_try_is_the_one_that_the_sandbox_proposes() -> None:
    line = "/lofte trafikkontroll 45 fordon 2 rattfylla lugnt"

    assert line in section("Try it without Slack")
    assert line in WELCOME
