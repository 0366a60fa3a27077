"""Who is told what before an occurrence, and when: the pure rules."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import DAY, day_bounds, to_utc, wall_time
from bot.domain.good_times import good_before, works
from bot.domain.kinds import kind
from bot.domain.manners import Away, Manners, Wants
from bot.domain.recurrence import span
from bot.domain.reminder_ladder import all_of
from bot.domain.reminder_policy import BEFORE, Facts, PlannedReminder, is_frequent, is_too_late
from bot.domain.words import Form, Part, Step

ANNA, BO = 1, 2
LEAD, WITH = Part.LEAD, Part.PARTICIPANT
HOUR = timedelta(hours=1)
OFFICE = Manners()
NEW_YORK = ZoneInfo("America/New_York")
Parts = dict[int, Part]


def instant(text: str) -> datetime:
    return to_utc(datetime.fromisoformat(text))


def dated(starts: str, ends: str, kind_key: str = "trygghetsvandring", *, frequent: bool = False) -> Facts:
    of_kind = kind(kind_key)
    return Facts(Form.DATED, of_kind, instant(starts), instant(ends), protected=of_kind.protected, frequent=frequent)


def whole_days(form: Form, first: str, last: str) -> Facts:
    starts, _ = day_bounds(date.fromisoformat(first))
    _, ends = day_bounds(date.fromisoformat(last))
    return Facts(form, kind("fotpatrullering"), starts, ends)


def planned(
    facts: Facts, parts: Parts | None = None, manners: dict[int, Manners] | None = None
) -> list[PlannedReminder]:
    """Who has no manners of their own keeps office hours."""
    known = dict.fromkeys((ANNA, BO), OFFICE) | (manners or {})
    return all_of(facts, list((parts or {ANNA: LEAD}).items()), [], known)


def told(rows: list[PlannedReminder], person: int = ANNA) -> list[str]:
    mine = sorted((one for one in rows if one.person_id == person), key=lambda one: one.due_at)
    return [f"{one.step} {wall_time(one.due_at):%a %m-%d %H:%M}" for one in mine]


WALK = dated("2026-11-24 18:00", "2026-11-24 20:00")  # a Tuesday


def test_walk_is_announced_a_week_a_day_and_two_hours_ahead_and_asked_about_after() -> None:
    assert told(planned(WALK)) == [
        "week_before Tue 11-17 17:00",
        "day_before Mon 11-23 17:00",
        "hours_before Tue 11-24 16:00",
        "after Tue 11-24 20:00",
        "next_morning Wed 11-25 08:00",
    ]


def test_participants_are_reminded_but_not_asked() -> None:
    rows = planned(WALK, {ANNA: LEAD, BO: WITH})
    assert [one.step for one in rows if one.person_id == BO] == [Step.WEEK_BEFORE, Step.DAY_BEFORE, Step.HOURS_BEFORE]


def test_who_works_in_the_evening_is_reminded_then() -> None:
    evenings = Manners(work_from=time(14), work_to=time(22), quiet_from=time(23), quiet_to=time(9))
    assert told(planned(WALK, manners={ANNA: evenings}))[:2] == [
        "week_before Tue 11-17 18:00", "day_before Mon 11-23 18:00",
    ]  # fmt: skip


def test_what_would_come_on_a_day_off_comes_on_the_working_day_before() -> None:
    monday = dated("2026-11-23 13:00", "2026-11-23 15:00")
    assert told(planned(monday))[:3] == [
        "week_before Mon 11-16 13:00", "day_before Fri 11-20 17:00", "hours_before Mon 11-23 11:00",
    ]  # fmt: skip


def test_eves_and_red_days_are_days_off() -> None:
    after_christmas = dated("2026-12-28 13:00", "2026-12-28 15:00")
    assert told(planned(after_christmas))[1] == "day_before Wed 12-23 17:00"


def test_shifts_do_not_know_red_days() -> None:
    shifts = Manners(workdays=frozenset(range(7)), works_red_days=True)
    after_christmas = dated("2026-12-27 13:00", "2026-12-27 15:00")
    assert told(planned(after_christmas, manners={ANNA: shifts}))[1] == "day_before Sat 12-26 13:00"


def test_hours_before_people_are_on_duty_also_on_a_day_off_but_not_awake_at_night() -> None:
    saturday = dated("2026-11-28 08:00", "2026-11-28 10:00")
    assert told(planned(saturday))[1:3] == ["day_before Fri 11-27 08:00", "hours_before Fri 11-27 20:00"]


def test_two_that_would_come_at_once_are_one() -> None:
    sunday = dated("2026-11-29 22:00", "2026-11-29 23:30", "nattvandring")
    away = Manners(away=(Away(date(2026, 11, 20), date(2026, 11, 28)),))
    assert told(planned(sunday, manners={ANNA: away}))[:2] == [
        "day_before Thu 11-19 17:00", "hours_before Sun 11-29 20:00",
    ]  # fmt: skip


def test_protected_activities_keep_their_own_hours() -> None:
    check = dated("2026-11-28 22:00", "2026-11-29 01:00", "trafikkontroll")
    assert told(planned(check)) == [
        "week_before Sat 11-21 22:00",
        "day_before Fri 11-27 22:00",
        "hours_before Sat 11-28 20:00",
        "next_morning Mon 11-30 08:00",
    ]


def test_quiet_hours_are_those_of_the_persons_own_wall() -> None:
    from_new_york = Manners(zone=NEW_YORK)
    morning = dated("2026-11-24 10:00", "2026-11-24 12:00")
    assert told(planned(morning, manners={ANNA: from_new_york})) == [
        "week_before Mon 11-16 23:00",  # 17.00 there
        "day_before Fri 11-20 23:00",
        "hours_before Tue 11-24 02:00",  # 20.00 there
        "next_morning Tue 11-24 14:00",
    ]


def test_what_happens_often_is_only_asked_about() -> None:
    assert told(planned(dated("2026-11-24 18:00", "2026-11-24 20:00", frequent=True))) == [
        "after Tue 11-24 20:00", "next_morning Wed 11-25 08:00",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("days_of_november", "frequent"),
    [((3, 10, 17, 24), True), ((1, 13, 30), False), ((1, 15, 29), False), ((3, 4), False), ((), False)],
)
def test_often_is_more_often_than_every_fortnight_as_a_rule(days_of_november: tuple[int, ...], frequent: bool) -> None:
    starts = [instant(f"2026-11-{day:02} 18:00") for day in days_of_november]
    assert is_frequent(starts) is frequent


def test_who_wants_the_list_on_mondays_gets_nothing_beforehand() -> None:
    assert told(planned(WALK, manners={ANNA: Manners(wants=Wants.WEEKLY)})) == [
        "after Tue 11-24 20:00", "next_morning Wed 11-25 08:00",
    ]  # fmt: skip


def test_day_before_keeps_the_clock_across_the_autumn_change() -> None:
    weekends = Manners(workdays=frozenset(range(7)), work_to=time(20))
    sunday = dated("2026-10-25 18:00", "2026-10-25 20:00")
    assert told(planned(sunday, manners={ANNA: weekends}))[1:3] == [
        "day_before Sat 10-24 18:00", "hours_before Sun 10-25 16:00",
    ]  # fmt: skip


def test_longer_window_opens_with_a_reminder_on_the_first_working_morning() -> None:
    assert told(planned(whole_days(Form.WINDOW, "2026-11-01", "2026-11-30"))) == [
        "opens Mon 11-02 08:00", "after Mon 11-30 15:00", "next_morning Tue 12-01 08:00",
    ]  # fmt: skip


def test_week_with_a_clock_change_is_not_a_longer_window() -> None:
    assert told(planned(whole_days(Form.WINDOW, "2026-10-19", "2026-10-25")))[0] == "after Fri 10-23 15:00"


def test_deliverable_is_announced_a_month_and_a_week_before_it_is_due() -> None:
    assert told(planned(whole_days(Form.DELIVERABLE, "2026-11-30", "2026-11-30"))) == [
        "due_soon Fri 10-30 17:00",
        "week_before Mon 11-23 08:00",
        "after Mon 11-30 15:00",
        "next_morning Tue 12-01 08:00",
    ]


CLOCKS = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))
MANNERS = st.builds(
    Manners,
    zone=st.sampled_from(["Europe/Stockholm", "America/New_York", "Africa/Casablanca"]).map(ZoneInfo),
    quiet_from=CLOCKS,
    quiet_to=CLOCKS,
    work_from=CLOCKS,
    work_to=CLOCKS,
    workdays=st.frozensets(st.integers(0, 6)),
    works_red_days=st.booleans(),
)


@given(moment=st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)), manners=MANNERS)
def test_a_good_time_before_is_before_and_good(moment: datetime, manners: Manners) -> None:
    wished = to_utc(moment.replace(second=0, microsecond=0))
    found = good_before(manners, wished)
    if found is None:
        return
    assert found <= wished
    wall = wall_time(found, manners.zone)
    after_midnight = wall.time() <= manners.work_to < manners.work_from
    assert works(manners, wall.date() - DAY if after_midnight else wall.date())
    assert good_before(manners, found) == found


@given(
    start=st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)),
    minutes=st.integers(1, 3000),
    manners=MANNERS,
    form=st.sampled_from([Form.DATED, Form.DELIVERABLE]),
)
def test_before_is_before_and_each_step_and_instant_comes_once(
    start: datetime, minutes: int, manners: Manners, form: Form
) -> None:
    starts, ends = span(start.replace(second=0, microsecond=0), timedelta(minutes=minutes))
    facts = Facts(form, kind("trygghetsvandring"), starts, ends)
    rows = [one for one in planned(facts, manners={ANNA: manners}) if one.step in BEFORE]
    assert len({one.step for one in rows}) == len({one.due_at for one in rows}) == len(rows)
    assert all(one.due_at < ends for one in rows)


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
