"""Reading stands between an officer and the acknowledgement, also for words that nobody has written before."""

import random
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from statistics import median

from bot.domain.personal_data import find_personal_data
from bot.domain.reading import read_report

NOW = datetime(2026, 11, 21, 11, tzinfo=UTC)
LETTERS = "abcdefghijklmnoprstuvåäö"
LINES = 60
MOST = 0.003  # seconds; three times what it may take: the machine that tests is often busy


def nonsense(chance: random.Random) -> str:
    """200 signs of words that are in no list."""
    words = ("".join(chance.choices(LETTERS, k=chance.randint(2, 11))) for _ in range(40))
    return " ".join(words)[:200]


def test_two_hundred_signs_of_unknown_words_take_no_more_than_a_millisecond() -> None:
    chance = random.Random(4)
    lines = [nonsense(chance) for _ in range(LINES)]
    read_report("trafikkontroll igår 45 fordon", now=NOW)  # word lists are made once
    assert median(seconds(lines)) < MOST  # not the mean: a busy machine is now and then slow for a while


def seconds(lines: list[str]) -> Iterator[float]:
    for line in lines:
        began = time.process_time()
        find_personal_data(line)
        read_report(line, now=NOW)
        yield time.process_time() - began
