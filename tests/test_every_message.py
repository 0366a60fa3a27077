"""Everything that the bot can show, with the longest data there is, within Slack's limits and our own rules."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import bot.views
from bot.sandbox.block_check import check_message, check_view
from handlers import VIEWS
from handlers.actions import ACTIONS
from tests import longest
from tests.samples import OTHERS
from tests.samples_occurrences import ANSWERS, FORMS, SENT, OfOccurrence, Shown

FOLDER = Path(bot.views.__file__).parent
OF_OCCURRENCE = {**SENT, **ANSWERS, **FORMS}
RAW = re.compile(r"<(?![@#]\w+>)|&(?!(?:amp|lt|gt);)")  # mentions are ours; what people wrote is escaped
LIMITS = {"plain_text": 75, "mrkdwn": 3000}
PROTECTED = [one for one in longest.of_every_form() if one.protected]


@cache
def shown_by(name: str) -> list[Shown]:
    of_occurrence = OF_OCCURRENCE.get(name)
    others = OTHERS.get(name)
    return [*(_of_each(of_occurrence) if of_occurrence else ()), *(others() if others else ())]


def _of_each(make: OfOccurrence) -> Iterator[Shown]:
    for one in [*longest.of_every_form(), *longest.of_every_kind()]:
        yield from make(one)


NAMES = sorted({*OF_OCCURRENCE, *OTHERS})


def test_every_view_has_a_sample() -> None:
    public = {
        f"{path.stem}.{one.name}"
        for path in FOLDER.glob("*.py")
        for one in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(one, ast.FunctionDef) and not one.name.startswith("_") and path.stem != "blocks"
        if isinstance(one.returns, ast.Name) and one.returns.id in ("Message", "View")
    }

    assert public - {*NAMES} == set()


def test_every_limit_is_kept() -> None:
    assert {(name, rule) for name in NAMES for shown in shown_by(name) for rule in broken(shown)} == set()


def broken(shown: Shown) -> list[str]:
    return check_view(shown) if "type" in shown else check_message(shown["text"], shown["blocks"])


@pytest.mark.parametrize("name", SENT)
def test_a_lock_screen_tells_nothing_of_what_is_protected(name: str) -> None:
    assert {shown["text"] for one in PROTECTED for shown in SENT[name](one)} == {"Du har en påminnelse"}


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_names_no_protected_time_or_place_in_its_text(name: str) -> None:
    texts = [shown["text"] for one in PROTECTED for shown in ANSWERS[name](one)]

    assert [text for text in texts if longest.PLACE[:9] in text or "kl. 22" in text] == []


def test_every_action_has_a_handler_and_every_handler_an_action() -> None:
    assert {action for name in NAMES for shown in shown_by(name) for action in actions(shown)} == {*ACTIONS}


def actions(shown: Shown) -> Iterator[str]:
    for block in shown["blocks"]:
        if block["type"] != "input":
            elements = [*block.get("elements", ()), *([block["accessory"]] if "accessory" in block else ())]
            yield from (one["action_id"].partition("#")[0] for one in elements if "action_id" in one)


def test_every_form_has_a_handler_and_every_handler_a_form() -> None:
    forms = {one["callback_id"] for name in NAMES for one in shown_by(name) if "submit" in one}

    assert forms == {*VIEWS}


def test_what_is_cut_is_seen_to_be() -> None:
    said = [(name, *part) for name in NAMES for shown in shown_by(name) for part in texts(shown)]
    full = [(name, text) for name, kind, text in said if len(text) == LIMITS.get(kind)]

    assert [(name, text) for name, text in full if "…" not in text] == []


def texts(part: Any) -> Iterator[tuple[str, str]]:
    if isinstance(part, dict):
        if isinstance(part.get("text"), str) and "type" in part:
            yield part["type"], part["text"]
        for value in part.values():
            yield from texts(value)
    elif isinstance(part, list):
        for value in part:
            yield from texts(value)


def test_signs_that_people_write_do_not_become_markup() -> None:
    whole = [(name, {"type": "mrkdwn", **shown}) for name in NAMES for shown in shown_by(name)]
    said = [(name, text) for name, shown in whole for kind, text in texts(shown) if kind == "mrkdwn"]

    assert [(name, text) for name, text in said if RAW.search(text)] == []
