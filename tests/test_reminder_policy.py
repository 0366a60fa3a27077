from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import day_bounds, to_utc, wall_time
from bot.domain.recurrence import span
from bot.domain.reminder_policy import BEFORE, Due, due_times, is_too_late
from bot.domain.words import Form, Part, Step

USUAL = (timedelta(days=7), timedelta(days=1), timedelta(hours=2))
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)


def instant(text: str) -> datetime:
    return to_utc(datetime.fromisoformat(text))


def dated(starts: str, ends: str, *, now: datetime = LONG_AGO, before: tuple[timedelta, ...] = USUAL) -> list[Due]:
    return due_times(form=Form.DATED, remind_before=before, starts_at=instant(starts), ends_at=instant(ends), now=now)


def whole_days(form: Form, first: str, last: str) -> list[Due]:
    starts, _ = day_bounds(date.fromisoformat(first))
    _, ends = day_bounds(date.fromisoformat(last))
    return due_times(form=form, remind_before=USUAL, starts_at=starts, ends_at=ends, now=LONG_AGO)


def told(due: list[Due], part: Part = Part.LEAD) -> list[str]:
    return [f"{one.step} {wall_time(one.at):%a %m-%d %H:%M}" for one in due if one.part is part]


def test_walk_is_announced_a_week_a_day_and_two_hours_ahead_and_asked_about_after() -> None:
    assert told(dated("2026-11-24 18:00", "2026-11-24 20:00")) == [
        "week_before Tue 11-17 18:00",
        "day_before Mon 11-23 18:00",
        "hours_before Tue 11-24 16:00",
        "after Tue 11-24 20:00",
        "next_morning Wed 11-25 08:00",
    ]


def test_participants_are_reminded_but_not_asked() -> None:
    steps = [due.step for due in dated("2026-11-24 18:00", "2026-11-24 20:00") if due.part is Part.PARTICIPANT]
    assert steps == [Step.WEEK_BEFORE, Step.DAY_BEFORE, Step.HOURS_BEFORE]


def test_substitutes_get_nothing_by_themselves() -> None:
    assert told(dated("2026-11-24 18:00", "2026-11-24 20:00"), Part.SUBSTITUTE) == []


def test_only_what_is_ahead_is_planned() -> None:
    due = dated("2026-11-24 18:00", "2026-11-24 20:00", now=instant("2026-11-24 16:00"))
    assert [one.step for one in due] == [Step.AFTER, Step.NEXT_MORNING]


def test_kind_without_reminders_is_only_asked_about() -> None:
    assert told(dated("2026-11-24 18:00", "2026-11-24 20:00", before=())) == [
        "after Tue 11-24 20:00", "next_morning Wed 11-25 08:00",
    ]  # fmt: skip


def test_late_check_is_announced_earlier_in_the_evening_and_asked_about_on_monday() -> None:
    assert told(dated("2026-11-27 22:00", "2026-11-28 01:00")) == [
        "week_before Fri 11-20 20:00",
        "day_before Thu 11-26 20:00",
        "hours_before Fri 11-27 20:00",
        "next_morning Mon 11-30 08:00",
    ]


def test_early_start_is_announced_the_evening_before() -> None:
    assert told(dated("2026-11-24 06:30", "2026-11-24 09:00"))[:2] == [
        "week_before Mon 11-16 20:00", "day_before Sun 11-22 20:00",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("ends", "asked"),
    [
        ("2026-11-20 21:00", ["after Fri 11-20 21:00", "next_morning Mon 11-23 08:00"]),
        ("2026-11-20 21:01", ["next_morning Mon 11-23 08:00"]),
        ("2026-11-24 06:00", ["next_morning Tue 11-24 08:00"]),
        ("2026-11-24 07:30", ["after Tue 11-24 07:30", "next_morning Wed 11-25 08:00"]),
        ("2026-12-23 16:00", ["after Wed 12-23 16:00", "next_morning Mon 12-28 08:00"]),
    ],
)
def test_question_at_night_is_left_to_the_next_working_morning(ends: str, asked: list[str]) -> None:
    assert told(dated("2026-11-20 05:00", ends, before=())) == asked


def test_day_before_keeps_the_clock_across_the_autumn_change() -> None:
    assert told(dated("2026-10-25 18:00", "2026-10-25 20:00"))[1:3] == [
        "day_before Sat 10-24 18:00", "hours_before Sun 10-25 16:00",
    ]  # fmt: skip


def test_two_times_of_the_same_step_give_the_later_one() -> None:
    due = dated("2026-11-24 18:00", "2026-11-24 20:00", before=(timedelta(days=3), timedelta(days=14)))
    assert told(due)[0] == "week_before Sat 11-21 18:00"


def test_week_window_is_asked_about_on_friday_and_monday() -> None:
    assert told(whole_days(Form.WINDOW, "2026-11-23", "2026-11-29")) == [
        "after Fri 11-27 15:00", "next_morning Mon 11-30 08:00",
    ]  # fmt: skip


def test_longer_window_opens_with_a_reminder_on_its_first_working_morning() -> None:
    assert told(whole_days(Form.WINDOW, "2026-11-01", "2026-11-30")) == [
        "opens Mon 11-02 08:00", "after Mon 11-30 15:00", "next_morning Tue 12-01 08:00",
    ]  # fmt: skip


def test_week_with_a_clock_change_is_not_a_longer_window() -> None:
    assert told(whole_days(Form.WINDOW, "2026-10-19", "2026-10-25"))[0] == "after Fri 10-23 15:00"


def test_window_without_working_days_is_asked_about_on_its_last() -> None:
    assert told(whole_days(Form.WINDOW, "2026-11-28", "2026-11-29"))[0] == "after Sun 11-29 15:00"


@pytest.mark.parametrize("form", [Form.CONTINUOUS, Form.WHEN_NEEDED])
def test_what_goes_on_is_asked_about_once_per_cadence_and_again_after_a_week(form: Form) -> None:
    assert told(whole_days(form, "2026-07-01", "2026-09-30")) == [
        "after Wed 09-30 09:00", "next_morning Wed 10-07 08:00",
    ]  # fmt: skip


def test_deliverable_is_announced_a_month_and_a_week_before_it_is_due() -> None:
    assert told(whole_days(Form.DELIVERABLE, "2026-11-30", "2026-11-30")) == [
        "due_soon Sat 10-31 08:00",
        "week_before Mon 11-23 08:00",
        "after Mon 11-30 15:00",
        "next_morning Tue 12-01 08:00",
    ]


@given(
    start=st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)).map(
        lambda start: start.replace(second=0, microsecond=0)
    ),
    minutes=st.integers(1, 3000),
    form=st.sampled_from(Form),
)
def test_nothing_rings_at_night(start: datetime, minutes: int, form: Form) -> None:
    starts, ends = span(start, timedelta(minutes=minutes))
    for due in due_times(form=form, remind_before=USUAL, starts_at=starts, ends_at=ends, now=LONG_AGO):
        clock = wall_time(due.at).time()
        latest = time(21) if due.step is Step.AFTER else time(20)
        assert time(7, 30) <= clock <= latest or due.step is Step.HOURS_BEFORE


@given(
    start=st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)),
    minutes=st.integers(1, 3000),
    form=st.sampled_from([Form.DATED, Form.DELIVERABLE]),
)
def test_before_is_before_and_each_step_comes_once(start: datetime, minutes: int, form: Form) -> None:
    starts, ends = span(start, timedelta(minutes=minutes))
    due = due_times(form=form, remind_before=USUAL, starts_at=starts, ends_at=ends, now=LONG_AGO)
    assert len({(one.step, one.part) for one in due}) == len(due)
    assert all(one.at < ends for one in due if one.step in BEFORE)
    assert due == sorted(due, key=lambda one: one.at)


START = instant("2026-11-24 18:00")


@pytest.mark.parametrize(
    ("step", "due_at", "now", "late"),
    [
        (Step.HOURS_BEFORE, START - 2 * HOUR, START - HOUR, False),
        (Step.HOURS_BEFORE, START - 2 * HOUR, START, True),
        (Step.DAY_BEFORE, START - 24 * HOUR, START - 11 * HOUR, True),
        (Step.AFTER, START + 2 * HOUR, START + 14 * HOUR, False),
        (Step.AFTER, START + 2 * HOUR, START + 15 * HOUR, True),
        (Step.OPENS, START + 2 * HOUR, START + 3 * HOUR, False),
    ],
)
def test_reminder_is_missed_after_its_limit_or_once_it_has_begun(
    step: Step, due_at: datetime, now: datetime, late: bool
) -> None:
    assert is_too_late(step, due_at, START, now, late_limit=12 * HOUR) is late
