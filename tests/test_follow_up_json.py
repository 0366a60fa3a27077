"""A follow-up as JSON: what is kept of a settled one must be the same when it is read again."""

import json
from datetime import UTC
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.domain.follow_up import Followed, FollowedAgreement, FollowedArea, FollowUp
from bot.domain.progress import Tally
from bot.domain.standing import ActivityProgress
from bot.domain.words import Reason
from bot.report.follow_up_json import dump, load
from tests.follow_ups import timra


def few(one: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(one, max_size=2).map(tuple)


COUNTS, MOMENTS = st.integers(0, 10**6), st.datetimes(timezones=st.just(UTC))
TALLIES = st.builds(
    Tally, done=COUNTS, goal=st.none() | COUNTS, newest_report=st.none() | st.dates(), next_start=st.none() | MOMENTS,
    not_done_reasons=st.dictionaries(st.sampled_from(Reason), COUNTS),
)  # fmt: skip
SUMS = st.dictionaries(st.text(max_size=9), st.floats(allow_nan=False, allow_infinity=False), max_size=2)
PROGRESS = st.builds(ActivityProgress, tally=TALLIES, measures=SUMS, missing_since=st.none() | st.dates())
FOLLOWED = st.builds(
    Followed, progress=PROGRESS, planned=st.none() | PROGRESS, before=st.none(), via=st.text(max_size=9)
)
AREAS = st.builds(FollowedArea, activities=few(FOLLOWED))
FOLLOW_UPS = st.builds(
    FollowUp, made_at=MOMENTS, agreements=few(st.builds(FollowedAgreement, areas=few(AREAS))), newest=st.none()
)


def test_a_year_reads_back_as_the_same_value() -> None:
    assert load(dump(timra())) == timra()


@given(FOLLOW_UPS)
@settings(max_examples=25, deadline=None)
def test_whatever_it_holds_reads_back_as_the_same_value(found: FollowUp) -> None:
    assert load(dump(found)) == found


def test_other_programs_can_read_it() -> None:
    kept = json.loads(dump(timra()))

    assert (kept["place"], kept["period"]) == ("Timrå", {"first": "2026-01-01", "last": "2026-12-31"})
    assert kept["agreements"][0]["areas"][0]["activities"][0]["progress"]["tally"]["not_done_reasons"] == {
        "staff": 6,
        "weather": 2,
    }


def test_the_number_of_a_goal_is_its_count() -> None:
    """So it has always been stored, and other programs know it."""
    frame = json.loads(dump(timra()))["agreements"][0]["areas"][0]["activities"][0]["progress"]["frame"]

    assert [key for key in frame if "count" in key] == ["count", "partly_counts"]
    assert frame["count"] == 44


def test_what_a_later_version_adds_has_a_default_in_what_was_kept() -> None:
    kept = json.loads(dump(timra()))
    for area in kept["agreements"][0]["areas"]:
        for one in area["activities"]:
            del one["via"]

    assert load(json.dumps(kept)) == timra()


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"place": "Timrå"}'])
def test_what_is_no_follow_up_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        load(text)
