"""What holds for the reading of any text."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.agreement_text import read_agreement_text

WORDS = """
    Polisen kommunen vi ska lovar kommer att genomföra trafikkontroller trygghetsvandring och samt , . : – • - 1. a)
    Aktiviteter Mål Ansvarig: Timrå kommun Vara Mark 2022–2024 den 1 maj 2023 t.o.m. gäller löftet undertecknades i dag
    per år tre gånger varje fredag | ** genom att är bland annat säger
"""
PIECES = [*WORDS.split(), "\n", "\n\n", "\t", "    ", "\u00ad", "-\n"]
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join),
)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_it_is_read_without_fail_and_in_the_same_way_each_time(text: str) -> None:
    assert read_agreement_text(text) == read_agreement_text(text)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
@example("SKA\r‒-")
@example("– POLIS    – SKa")
@example("– POLIS    – 0\n sKA")
@example("– POLIS    – SKa\n– Timrå    – ska")
def test_every_proposal_keeps_where_it_stands(text: str) -> None:
    for activity in read_agreement_text(text).activities:
        start, end = activity.source
        assert 0 <= start < end <= len(text)
        assert _stands_in(_bare(activity.text), _bare(text[start:end]))


def _stands_in(said: str, source: str) -> bool:
    """In this order; what stands in another column may come between."""
    rest = iter(source)
    return all(sign in rest for sign in said)


def _bare(text: str) -> str:
    """Without what the setting puts in: blanks, hyphens at the end of a line, signs for bold."""
    return re.sub(r"\*\*|__|[\s\u00ad\u200b-\u200d\u2060\ufeff]|(?<=\w)-", "", text)
