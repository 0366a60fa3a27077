"""`python -m bot explain when`: one JSON object a line."""

import json
import sys
from collections.abc import Callable
from io import StringIO

import pytest

from bot.__main__ import main
from bot.commands.explain import explain_when, lines, moment

Explained = Callable[..., tuple[int, str, str]]

SATURDAY = "2026-11-21T12:00"


@pytest.fixture
def explained(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Explained:
    """Runs the command in this process: exit code, output, errors."""

    def run(*arguments: str, typed: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", StringIO(typed))
        code = main(["explain", "when", *arguments])
        return (code, *capsys.readouterr())

    return run


def test_a_phrase_is_explained(explained: Explained) -> None:
    code, out, _ = explained("varje måndag kl 18", "--now", SATURDAY)

    assert code == 0
    assert json.loads(out) == {
        "start": "2026-11-23T18:00",
        "rrule": "FREQ=WEEKLY;BYDAY=MO",
        "first": ["2026-11-23T18:00", "2026-11-30T18:00", "2026-12-07T18:00", "2026-12-14T18:00", "2026-12-21T18:00"],
    }


def test_lines_come_from_standard_input(explained: Explained) -> None:
    _, out, _ = explained("-", "--now", SATURDAY, typed="imorgon\nsnart\n31 februari\n")

    assert [json.loads(line) for line in out.splitlines()] == [
        {"start": "2026-11-22"},
        {"ambiguous": []},
        {"invalid": "Februari 2027 har 28 dagar."},
    ]


def test_a_moment_that_is_none_is_refused(explained: Explained) -> None:
    assert explained("nu", "--now", "lunch") == (2, "", "Skriv --now som 2026-11-21T12:00.\n")


def test_the_words_are_kept_as_they_are() -> None:
    assert list(lines(explain_when, ["måndag 3 december\n"], moment(SATURDAY))) == [
        '{"invalid": "3 december 2026 är en torsdag, inte en måndag."}'
    ]


@pytest.mark.parametrize("now", ["2026-11-21T12:00", "2026-11-21T11:00+00:00", "2026-11-21T12:00+01:00"])
def test_now_is_what_a_swedish_clock_shows(now: str) -> None:
    assert explain_when("om en timme", moment(now)) == {"start": "2026-11-21T13:00"}
