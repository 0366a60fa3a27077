"""Whatever is written, a report is read without an error and no number in it disappears."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kinds import KINDS
from bot.domain.reading import ReportReading, read_report

WORDS = (
    "trafikkontroll", "ute", "fordon", "rattfyllor", "samtal", "timmar", "min", "böter", "och", "inga", "en", "ca",
    "st", "%", "lugnt", "åk", "kl", "v", "E4", "delvis", "blev inte av", "pga", "väder", "i", "av", "mellan", "bra",
    ":", ",", "-", ".", "\n", "(", "halv", "och en halv", "behövdes inte", "kontroller", "nov", "år", "elever",
)  # fmt: skip
numbers = st.integers(0, 99999).map(str) | st.sampled_from(["1,5", "14.30", "18-20", "2026-11-20", "20/11", "50-väg"])
lines = st.lists(st.sampled_from(WORDS) | numbers, max_size=14).map(" ".join)
# Numbers that nothing is added to, so that each can be looked for.
PLAIN_WORDS = [word for word in WORDS if word not in {"min", "halv", "och en halv", "E4"}]
plain_lines = st.lists(st.sampled_from(PLAIN_WORDS) | st.integers(1000, 9999).map(str), max_size=14).map(" ".join)
kinds = st.sampled_from([None, *KINDS])


def digits(text: str) -> str:
    return "".join(re.findall("[0-9]", text))


@given(st.text(), kinds)
def test_any_text_is_read(text: str, kind: str | None) -> None:
    assert isinstance(read_report(text, kind=kind), ReportReading)


@given(plain_lines, kinds)
def test_every_number_is_read_or_kept(text: str, kind: str | None) -> None:
    reading = read_report(text, kind=kind)

    kept = {int(number) for number in re.findall("[0-9]+", reading.note)}
    assert {int(number) for number in re.findall("[0-9]{4}", text)} <= kept | {
        *reading.measures.values(),
        reading.count,
    }


@given(lines, kinds)
def test_what_is_unclear_is_also_in_the_note(text: str, kind: str | None) -> None:
    reading = read_report(text, kind=kind)

    assert all(digits(phrase) in digits(reading.note) for phrase in reading.unclear)
