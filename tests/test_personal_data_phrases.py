"""The texts of privacy_phrases.yaml: what is held back from each, to the letter."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.domain.personal_data import find_personal_data

FILES = ("privacy_phrases.yaml", "privacy_phrases_outside.yaml", "privacy_phrases_held_out.yaml")
PHRASES: list[dict[str, Any]] = [
    phrase for name in FILES for phrase in yaml.safe_load(Path(__file__).with_name(name).read_text("utf-8"))
]


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase["text"])
def test_what_is_held_back(phrase: dict[str, Any]) -> None:
    text = phrase["text"]

    found = [[each.kind, text[each.start : each.end]] for each in find_personal_data(text)]

    assert found == phrase.get("found", [])


def explained(*arguments: str, typed: str = "") -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "bot", "explain", "privacy", *arguments]
    done = subprocess.run(command, input=typed, capture_output=True, text=True, check=True, encoding="utf-8")
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_text_is_explained() -> None:
    assert explained("på gården: 640823-3234, lugnt") == [
        {"found": [{"kind": "personnummer", "start": 11, "end": 22}]},
    ]


def test_texts_are_explained_line_by_line() -> None:
    typed = "trafik skolvägen 30 fordon\n\nring 070-174 06 05\n"

    assert explained("-", typed=typed) == [
        {"found": []},
        {"found": []},
        {"found": [{"kind": "telefon", "start": 5, "end": 18}]},
    ]
