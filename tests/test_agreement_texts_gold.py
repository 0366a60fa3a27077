"""The gold answers of agreement_texts/ are sound: every activity stands in its text, in words the product knows.

The texts are invented, in the manner of Swedish municipalities and police; the answers are what a careful
coordinator would enter. They follow these rules:

- One bullet, row, sentence or clause with a commitment of its own is one activity, in the words of the source.
  Soft hyphens and words divided at a line end are put together, white space is one blank, and what columns
  have torn apart is joined.
- Problems, causes, aims, outcomes, quotes, contacts and how the agreement is followed up are no activities.
- A count per quarter, term or season of the year is told per year (once a term: 2 a year); one that names no
  rhythm is per period. A time plan in a row or column of its own counts too. "Varje skollov" and a row of places
  without a number give no quantity.
- Autumn, named alone, is the second half of the year.
- `asks` names what a text leaves out or contradicts itself about; a municipality or date that is null is never guessed.
- Several municipalities and parties are a set: their order says nothing.
"""

import re
from datetime import date
from pathlib import Path

import pytest

from bot.domain.kinds import KINDS
from tests.agreement_gold import FIELDS, gold, texts

TEXTS = texts("agreement_texts")
TORN_APART = {"boras_two_columns"}
each_text = pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)


def words(text: str) -> list[str]:
    whole = re.sub(r"(?<=[a-zåäö])-\n\s*(?=[a-zåäö])", "", text.replace("\u00ad", ""))
    return re.findall(r"\w+", whole)


def stands_in(part: list[str], whole: list[str]) -> bool:
    return f" {' '.join(part)} " in f" {' '.join(whole)} "


def stands_scattered_in(part: list[str], whole: list[str]) -> bool:
    """Whether the words come in this order, with the words of a neighbouring column between them."""
    remaining = iter(whole)
    return all(word in remaining for word in part)


def test_every_text_has_its_answers() -> None:
    assert all(text.with_suffix(".yaml").exists() for text in TEXTS)
    assert len(TEXTS) == 30


@each_text
def test_answers_are_in_the_words_of_the_text(text: Path) -> None:
    source = words(text.read_text("utf-8"))
    found = stands_scattered_in if text.stem in TORN_APART else stands_in

    strange = [each["text"] for each in gold(text)["activities"] if not found(words(each["text"]), source)]

    assert strange == []


@each_text
def test_answers_use_known_words(text: Path) -> None:
    answers = gold(text)
    quantities = [each["quantity"] for each in answers["activities"] if each["quantity"]]

    assert list(answers) == FIELDS
    assert answers["kind"] in {"citizen_promise", "collaboration_agreement"}
    assert {each["kind"] for each in answers["activities"]} <= set(KINDS)
    assert {each["per"] for each in quantities} <= {"year", "month", "week", "period"}
    assert all(each["count"] >= 1 for each in quantities)


@each_text
def test_what_the_text_does_not_say_is_asked(text: Path) -> None:
    answers = gold(text)
    missing = {field for field in ("municipality", "signed_on") if answers[field] is None}
    if answers["period_start"] is None:
        missing.add("period")

    assert missing <= set(answers["asks"]) <= {"municipality", "period", "signed_on"}


@each_text
def test_dates_can_be_read(text: Path) -> None:
    answers = gold(text)
    begins, ends, signed = (answers[field] for field in ("period_start", "period_end", "signed_on"))

    assert ends is None or date.fromisoformat(begins) < date.fromisoformat(ends)
    assert signed is None or date.fromisoformat(signed) <= date.fromisoformat(ends or begins)
