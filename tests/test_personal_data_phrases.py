"""The texts of privacy_phrases.yaml: what is held back from each, to the letter. Each that fails is listed."""

import json
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.__main__ import main
from bot.domain.personal_data import find_personal_data

Explained = Callable[..., list[dict[str, Any]]]

FILES = ("privacy_phrases.yaml", "privacy_phrases_outside.yaml", "privacy_phrases_held_out.yaml")
PHRASES: list[dict[str, Any]] = [
    phrase
    for name in FILES
    for phrase in yaml.load(Path(__file__).with_name(name).read_text("utf-8"), yaml.CSafeLoader)
]


def test_what_is_held_back() -> None:
    expected = [(phrase["text"], phrase.get("found", [])) for phrase in PHRASES]

    assert [(text, held) for text, found in expected if (held := held_back(text)) != found] == []


def held_back(text: str) -> list[list[str]]:
    return [[each.kind, text[each.start : each.end]] for each in find_personal_data(text)]


@pytest.fixture
def explained(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Explained:
    """Runs the command in this process."""

    def run(*arguments: str, typed: str = "") -> list[dict[str, Any]]:
        monkeypatch.setattr(sys, "stdin", StringIO(typed))
        assert main(["explain", "privacy", *arguments]) == 0
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return run


def test_a_text_is_explained(explained: Explained) -> None:
    assert explained("på gården: 640823-3234, lugnt") == [
        {"found": [{"kind": "personnummer", "start": 11, "end": 22}]},
    ]


def test_texts_are_explained_line_by_line(explained: Explained) -> None:
    typed = "trafik skolvägen 30 fordon\n\nring 070-174 06 05\n"

    assert explained("-", typed=typed) == [
        {"found": []},
        {"found": []},
        {"found": [{"kind": "telefon", "start": 5, "end": 18}]},
    ]
