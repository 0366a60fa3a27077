from enum import StrEnum

import pytest

from bot.domain import words
from bot.domain.progress import Verdict
from bot.domain.swedish_words import every, name
from bot.domain.words import OutcomeStatus, PartyKind, Per, Reason

LISTS: list[type[StrEnum]] = [
    Verdict,
    *(kind for kind in vars(words).values() if isinstance(kind, type) and issubclass(kind, StrEnum) and len(kind)),
]
WORDS: list[StrEnum] = [word for kind in LISTS for word in kind]


@pytest.mark.parametrize("word", WORDS, ids=repr)
def test_every_word_has_a_swedish_name(word: StrEnum) -> None:
    assert name(word)


@pytest.mark.parametrize("kind", LISTS)
def test_no_two_words_of_a_list_are_called_the_same(kind: type[StrEnum]) -> None:
    names = [name(word) for word in kind]
    assert len(set(names)) == len(names)


def test_words_with_the_same_value_keep_their_own_names() -> None:
    assert (name(PartyKind.OTHER), name(Reason.OTHER)) == ("annan part", "annat")


def test_outcomes_are_called_what_the_buttons_say() -> None:
    assert [name(status) for status in OutcomeStatus] == [
        "genomförd", "delvis", "blev inte av", "behövdes inte", "uppgift saknas",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("per", "text"),
    [(Per.QUARTER, "varje kvartal"), (Per.MEETING, "varje möte"), (Per.PERIOD, "en gång under perioden")],
)
def test_how_often_is_said_with_varje(per: Per, text: str) -> None:
    assert every(per) == text
