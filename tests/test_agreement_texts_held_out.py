"""The gold answers of agreement_texts_held_out/ are sound; the rules are those of test_agreement_texts_gold.py.

They were written by somebody who did not know the reader, and showed how it did on what it had not seen. Since then
its rules have been made with them at hand, so they measure that no longer.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.domain.kinds import KINDS
from tests.test_agreement_texts_gold import FIELDS, stands_in, words

FOLDER = Path(__file__).with_name("agreement_texts_held_out")
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))


def gold(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))
    return loaded


def test_every_text_has_its_answers() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.yaml")) == NAMES
    assert len(NAMES) == 20


@pytest.mark.parametrize("name", NAMES)
def test_answers_are_in_the_words_of_the_text(name: str) -> None:
    source = words((FOLDER / f"{name}.txt").read_text("utf-8"))

    strange = [each["text"] for each in gold(name)["activities"] if not stands_in(words(each["text"]), source)]

    assert strange == []


@pytest.mark.parametrize("name", NAMES)
def test_answers_use_known_words(name: str) -> None:
    answers = gold(name)
    quantities = [each["quantity"] for each in answers["activities"] if each["quantity"]]

    assert list(answers) == FIELDS
    assert answers["kind"] in {"citizen_promise", "collaboration_agreement"}
    assert {each["kind"] for each in answers["activities"]} <= set(KINDS)
    assert {each["per"] for each in quantities} <= {"year", "month", "week", "period"}


@pytest.mark.parametrize("name", NAMES)
def test_dates_can_be_read_and_what_is_missing_is_asked(name: str) -> None:
    answers = gold(name)
    begins, ends, signed = (answers[field] for field in ("period_start", "period_end", "signed_on"))

    assert ends is None or date.fromisoformat(begins) < date.fromisoformat(ends)
    assert signed is None or date.fromisoformat(signed) <= date.fromisoformat(ends or begins)
    assert ("signed_on" in answers["asks"]) == (signed is None)
