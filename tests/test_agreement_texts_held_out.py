"""The gold answers of the sets that were held out are sound; the rules are those of test_agreement_texts_gold.py.

They were written by somebody who did not know the reader, and showed how it did on what it had not seen. Since then
its rules have been made with them at hand, so they measure that no longer. What could as well be left out of an
agreement's plan is not in the answers; `…_also` holds answers that are as good.
"""

from datetime import date
from pathlib import Path

import pytest

from bot.domain.kinds import KINDS
from tests.agreement_gold import FIELDS, gold, texts
from tests.test_agreement_texts_gold import stands_in, words

SIZES = {
    "agreement_texts_held_out": 20,
    "agreement_texts_third": 18,
    "agreement_texts_fourth": 22,
    "agreement_texts_fifth": 14,
}
each_set = pytest.mark.parametrize("folder", SIZES)


@each_set
def test_every_text_has_its_answers(folder: str) -> None:
    assert len(texts(folder)) == SIZES[folder]
    assert all(text.with_suffix(".yaml").exists() for text in texts(folder))


@each_set
def test_answers_are_in_the_words_of_the_text(folder: str) -> None:
    strange = [(text.stem, each) for text in texts(folder) for each in _not_in(text)]

    assert strange == []


def _not_in(text: Path) -> list[str]:
    source = words(text.read_text("utf-8"))
    return [each["text"] for each in gold(text)["activities"] if not stands_in(words(each["text"]), source)]


@each_set
def test_answers_use_known_words(folder: str) -> None:
    activities = [each for text in texts(folder) for each in gold(text)["activities"]]
    quantities = [each["quantity"] for each in activities if each["quantity"]]

    assert all([field for field in gold(text) if not field.endswith("_also")] == FIELDS for text in texts(folder))
    assert {gold(text)["kind"] for text in texts(folder)} <= {"citizen_promise", "collaboration_agreement", None}
    assert {each["kind"] for each in activities} <= set(KINDS)
    assert {each["per"] for each in quantities} <= {"year", "month", "week", "period"}


@each_set
def test_dates_can_be_read_and_what_is_missing_is_asked(folder: str) -> None:
    for text in texts(folder):
        answers = gold(text)
        begins, ends, signed = (answers[field] for field in ("period_start", "period_end", "signed_on"))
        days = [date.fromisoformat(day) for day in (begins, ends) if day]

        assert days == sorted(set(days)), text.stem
        assert not days or signed is None or date.fromisoformat(signed) <= days[-1], text.stem
        assert ("signed_on" in answers["asks"]) == (signed is None), text.stem
