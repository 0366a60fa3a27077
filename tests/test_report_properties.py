"""Whatever is written, a report is read without an error and no number in it disappears."""

import re
from collections import Counter
from datetime import UTC, datetime

from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.kinds import KINDS
from bot.domain.reading import ReportReading, read_report
from tests.report_lines import PHRASES

NOW = datetime(2026, 11, 21, 11, tzinfo=UTC)
WORDS = (
    "trafikkontroll", "ute", "fordon", "rattfyllor", "samtal", "timmar", "min", "böter", "och", "inga", "en", "ca",
    "st", "%", "lugnt", "åk", "kl", "v", "E4", "delvis", "blev inte av", "pga", "väder", "i", "av", "mellan", "bra",
    ":", ",", "-", ".", "\n", "(", "halv", "och en halv", "behövdes inte", "kontroller", "nov", "år", "elever", "vid",
    "på", "Sörberge", "torget", "Storgatan", "igår", "i fredags", "med", "ordningsvakter", "socialtjänsten", "väg",
    "ingen", "hann inte", "den", "till", "varav", "stoppade", "utan körkort", "för fort", "centrum", "med 2 från soc",
)  # fmt: skip
numbers = st.integers(0, 99999).map(str) | st.sampled_from(["1,5", "14.30", "18-20", "2026-11-20", "20/11", "50-väg"])
lines = st.lists(st.sampled_from(WORDS) | numbers, max_size=14).map(" ".join)
# Numbers that nothing is added to, so that each can be looked for.
PLAIN_WORDS = [word for word in WORDS if word not in {"min", "halv", "och en halv", "E4", "med 2 från soc"}]
plain_lines = st.lists(st.sampled_from(PLAIN_WORDS) | st.integers(1000, 9999).map(str), max_size=14).map(" ".join)
typed = st.sampled_from([phrase["line"] for phrase in PHRASES])
kinds = st.sampled_from([None, *KINDS])


def digits(text: str) -> str:
    return "".join(re.findall("[0-9]", text))


def kept(reading: ReportReading) -> str:
    """All text that is left of the line, in one place or another."""
    around = reading.around
    return " ".join([reading.note, around.place, around.time, around.company, around.note, *reading.unclear])


@given(st.text() | lines, kinds)
def test_any_text_is_read(text: str, kind: str | None) -> None:
    assert isinstance(read_report(text, kind=kind, now=NOW), ReportReading)


@given(typed, typed, st.integers(0, 60), kinds)
def test_any_two_reports_cut_and_joined_are_read(one: str, two: str, cut: int, kind: str | None) -> None:
    assert isinstance(read_report(one[:cut] + two[cut:], kind=kind, now=NOW), ReportReading)


@example("\n 1000 ute Sörberge", None)
@given(plain_lines, kinds)
def test_every_number_is_read_or_kept(text: str, kind: str | None) -> None:
    reading = read_report(text, kind=kind, now=NOW)

    left = {int(number) for number in re.findall("[0-9]+", kept(reading))}
    assert {int(number) for number in re.findall("[0-9]{4}", text)} <= left | {
        *reading.measures.values(),
        reading.times,
    }


@given(lines, kinds)
def test_what_is_unclear_is_also_in_the_note(text: str, kind: str | None) -> None:
    reading = read_report(text, kind=kind, now=NOW)

    assert all(digits(phrase) in digits(reading.note) for phrase in reading.unclear)


@given(lines, kinds)
def test_the_longer_note_says_all_that_the_shorter_does(text: str, kind: str | None) -> None:
    reading = read_report(text, kind=kind, now=NOW)
    longer = Counter(re.findall(r"\w+", reading.around.note or reading.note))

    assert Counter(re.findall(r"\w+", reading.note)) <= longer
    assert Counter(re.findall(r"\w+", f"{reading.around.place} {reading.around.time}")) <= longer
