"""The gold answers of the two sets that were held out are sound; the rules are those of test_agreement_texts_gold.py.

They were written by somebody who did not know the reader, and showed how it did on what it had not seen. Since then
its rules have been made with them at hand, so they measure that no longer. What could as well be left out of an
agreement's plan is not in the answers.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.domain.kinds import KINDS
from tests.test_agreement_texts_gold import FIELDS, stands_in, words

SIZES = {"agreement_texts_held_out": 20, "agreement_texts_third": 18}
TEXTS = sorted(path for folder in SIZES for path in Path(__file__).with_name(folder).glob("*.txt"))
each_text = pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)


def gold(text: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(text.with_suffix(".yaml").read_text("utf-8"))
    return loaded


@pytest.mark.parametrize("folder", SIZES)
def test_every_text_has_its_answers(folder: str) -> None:
    names = {path.stem for path in TEXTS if path.parent.name == folder}

    assert {path.stem for path in Path(__file__).with_name(folder).glob("*.yaml")} == names
    assert len(names) == SIZES[folder]


@each_text
def test_answers_are_in_the_words_of_the_text(text: Path) -> None:
    source = words(text.read_text("utf-8"))

    strange = [each["text"] for each in gold(text)["activities"] if not stands_in(words(each["text"]), source)]

    assert strange == []


@each_text
def test_answers_use_known_words(text: Path) -> None:
    answers = gold(text)
    quantities = [each["quantity"] for each in answers["activities"] if each["quantity"]]

    assert list(answers) == FIELDS
    assert answers["kind"] in {"citizen_promise", "collaboration_agreement"}
    assert {each["kind"] for each in answers["activities"]} <= set(KINDS)
    assert {each["per"] for each in quantities} <= {"year", "month", "week", "period"}


@each_text
def test_dates_can_be_read_and_what_is_missing_is_asked(text: Path) -> None:
    answers = gold(text)
    begins, ends, signed = (answers[field] for field in ("period_start", "period_end", "signed_on"))

    days = [date.fromisoformat(day) for day in (begins, ends) if day]
    assert days == sorted(set(days))
    assert not days or signed is None or date.fromisoformat(signed) <= days[-1]
    assert ("signed_on" in answers["asks"]) == (signed is None)
