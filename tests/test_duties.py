"""Which follow-ups are owed on a day, of which periods, and by when."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from bot.domain import digest_policy as policy
from bot.domain import duties
from bot.domain.digest_policy import Milestone
from bot.domain.duties import Duty
from bot.domain.periods import Period
from bot.domain.words import AgreementKind, FollowUpForm, Per
from tests.factories import stockholm

MONDAY = date(2026, 11, 23)
YEARS = Duty(
    1, "Timrå", AgreementKind.CITIZEN_PROMISE, 1, Period(date(2025, 1, 1), date(2026, 12, 31)), FollowUpForm.WRITTEN,
    Per.TERTIAL, "Timrå kommun", ("kommunstyrelsen",), date(2025, 1, 14),
)  # fmt: skip


def told(duty: Duty, today: date = MONDAY) -> list[str]:
    return [f"{one.when}: {one.due_on}" for one in duties.owed([duty], today)]


@pytest.mark.parametrize(
    ("per", "said"),
    [
        (Per.MONTH, ["oktober 2026: 2026-11-30"]),
        (Per.QUARTER, ["kvartal 3 2026: 2026-11-30"]),
        (Per.TERTIAL, ["tertial 2 2026: 2026-10-31"]),
        (Per.HALF_YEAR, ["första halvåret 2026: 2026-08-31"]),
        (Per.YEAR, ["2025: 2026-02-28"]),
        (Per.PERIOD, []),
        (Per.MEETING, []),
    ],
)
def test_the_latest_period_that_is_over_is_due_within_two_months_and_before_the_next(per: Per, said: list[str]) -> None:
    assert told(replace(YEARS, per=per))[-1:] == said


def test_a_year_that_begins_in_april_is_counted_from_april() -> None:
    assert told(replace(YEARS, per=Per.YEAR, first_month=4)) == ["april 2025–mars 2026: 2026-05-31"]


def test_what_was_over_when_the_agreement_was_entered_is_not_asked_for() -> None:
    assert told(replace(YEARS, known_since=date(2026, 6, 1))) == ["tertial 2 2026: 2026-10-31"]


def test_what_should_have_been_handed_over_more_than_a_year_ago_is_let_go() -> None:
    assert told(YEARS) == [
        "tertial 3 2025: 2026-02-28",
        "tertial 1 2026: 2026-06-30",
        "tertial 2 2026: 2026-10-31",
    ]


def test_the_last_period_ends_with_the_agreement() -> None:
    terminated = replace(YEARS, held=Period(date(2025, 1, 1), date(2026, 10, 15)))
    assert told(terminated)[-1] == "1 september–15 oktober 2026: 2026-12-15"
    assert told(terminated, date(2026, 10, 15))[-1] == "tertial 2 2026: 2026-10-31"
    assert told(terminated, date(2027, 11, 23)) == ["1 september–15 oktober 2026: 2026-12-15"]


def test_one_of_the_whole_period_is_owed_when_it_is_over() -> None:
    assert told(replace(YEARS, per=Per.PERIOD), date(2027, 1, 2)) == [
        "januari 2025–december 2026: 2027-02-28",
    ]


def test_two_agreements_that_ask_for_the_same_get_one() -> None:
    other = replace(YEARS, agreement=AgreementKind.COLLABORATION, form=FollowUpForm.ORAL, recipients=("rådet",))
    elsewhere = replace(YEARS, municipality_id=2, municipality="Hofors")
    september = date(2026, 9, 1)
    found = duties.owed([YEARS, other, elsewhere], september)[-2:]
    assert [(one.municipality, one.form, one.recipients) for one in found] == [
        ("Hofors", "skriftliga", "kommunstyrelsen"),
        ("Timrå", "skriftliga och muntliga", "kommunstyrelsen och rådet"),
    ]


@pytest.mark.parametrize(
    ("now", "mark"),
    [
        (stockholm(29, 12, month=8), None),
        (stockholm(30, 12, month=8), Milestone(0, date(2026, 9, 1))),
        (stockholm(15, 12, month=9), Milestone(0, date(2026, 9, 1))),
        (stockholm(16, 12, month=9), None),
        (stockholm(15, 12, month=10), Milestone(14, date(2026, 10, 17))),
    ],
)
def test_it_is_told_of_when_the_period_is_over_and_two_weeks_before_it_is_due(
    now: datetime, mark: Milestone | None
) -> None:
    assert policy.follow_up(date(2026, 8, 31), date(2026, 10, 31), now) == mark


@pytest.mark.parametrize(
    ("due_on", "again"),
    [
        (date(2026, 12, 31), date(2026, 11, 30)),
        (date(2026, 11, 26), date(2026, 11, 26)),
        (date(2026, 11, 23), date(2026, 11, 24)),
        (date(2026, 10, 31), date(2026, 11, 24)),
    ],
)
def test_later_is_in_a_week_but_not_after_it_is_due(due_on: date, again: date) -> None:
    assert duties.remind_later(due_on, MONDAY) == again


@pytest.mark.parametrize(
    ("owner", "functions"),
    [
        ("Timrå kommun", []),
        ("Rådet för trygghet och hälsa", []),
        ("kommunens trygghetssamordnare", ["trygghetssamordnare"]),
        ("Kommunpolisen", ["kommunpolis"]),
        ("säkerhetschefen och kommunpolisen", ["kommunpolis", "sakerhetschef"]),
        ("Kommunstyrelsens ordförande", ["ks_ordforande"]),
    ],
)
def test_a_function_is_found_in_whoever_is_said_to_owe_it(owner: str, functions: list[str]) -> None:
    assert duties.functions_in(owner) == functions
