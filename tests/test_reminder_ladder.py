"""Who is asked about a report that is missing, and when: the pure rules."""

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar import day_bounds, to_utc, wall_time
from bot.domain.kinds import kind
from bot.domain.manners import Away, Manners, Wants
from bot.domain.reminder_ladder import Coordinator, all_of
from bot.domain.reminder_policy import Facts
from bot.domain.words import Form, Part, Step

ANNA, BO, DINA, HUGO, EVA = range(1, 6)
LEAD, WITH, SUBSTITUTE = Part.LEAD, Part.PARTICIPANT, Part.SUBSTITUTE
SINCE = date(2020, 1, 1)
NAMES = {ANNA: "Anna", BO: "Bo", DINA: "Dina", HUGO: "Hugo", EVA: "Eva"}
ANNA_AND_HUGO = {ANNA: LEAD, HUGO: SUBSTITUTE}
DINA_COORDINATES = Coordinator(DINA, Manners(), SINCE)


def instant(text: str) -> datetime:
    return to_utc(datetime.fromisoformat(text))


def patrol(ends: str, kind_key: str = "fotpatrullering") -> Facts:
    end = instant(ends)
    of_kind = kind(kind_key)
    return Facts(Form.DATED, of_kind, end - of_kind.duration, end, protected=of_kind.protected, frequent=True)


def whole_days(form: Form, first: str, last: str) -> Facts:
    starts, _ = day_bounds(date.fromisoformat(first))
    _, ends = day_bounds(date.fromisoformat(last))
    return Facts(form, kind("fotpatrullering"), starts, ends, frequent=True)


def asked(
    facts: Facts,
    parts: dict[int, Part] = ANNA_AND_HUGO,
    manners: dict[int, Manners] | None = None,
    coordinators: tuple[Coordinator, ...] = (DINA_COORDINATES,),
) -> list[str]:
    """Who has no manners of their own keeps office hours."""
    known = dict.fromkeys(NAMES, Manners()) | (manners or {})
    rows = sorted(all_of(facts, list(parts.items()), coordinators, known), key=lambda one: one.due_at)
    return [f"{NAMES[one.person_id]} {one.step} {wall_time(one.due_at):%a %m-%d %H:%M}" for one in rows]


def away(first: str, last: str, substitute: int | None = None) -> Manners:
    absence = Away(date.fromisoformat(first), date.fromisoformat(last), substitute)
    return Manners(away=(absence,))


FRIDAY = patrol("2026-11-20 19:00")


def test_the_ladder_goes_by_working_days() -> None:
    assert asked(FRIDAY) == [
        "Anna after Fri 11-20 19:00",
        "Anna next_morning Mon 11-23 08:00",
        "Hugo substitute Tue 11-24 08:00",
        "Dina coordinator Thu 11-26 08:00",
    ]


def test_without_a_substitute_that_step_is_left_out() -> None:
    assert asked(FRIDAY, {ANNA: LEAD, BO: WITH}) == [
        "Anna after Fri 11-20 19:00", "Anna next_morning Mon 11-23 08:00", "Dina coordinator Thu 11-26 08:00",
    ]  # fmt: skip


def test_everyones_own_working_days_count() -> None:
    shifts = {
        ANNA: Manners(workdays=frozenset({2, 3}), work_from=time(14), work_to=time(22)),
        HUGO: Manners(workdays=frozenset({0, 5, 6}), works_red_days=True),
    }
    assert asked(FRIDAY, manners=shifts) == [
        "Anna after Fri 11-20 19:00",
        "Hugo substitute Sun 11-22 08:00",
        "Anna next_morning Wed 11-25 14:00",
        "Dina coordinator Thu 11-26 08:00",
    ]


def test_christmas_is_not_counted() -> None:
    assert asked(patrol("2026-12-22 16:00")) == [
        "Anna after Tue 12-22 16:00",
        "Anna next_morning Wed 12-23 08:00",
        "Hugo substitute Mon 12-28 08:00",
        "Dina coordinator Wed 12-30 08:00",
    ]


@pytest.mark.parametrize(
    ("ends", "first_two"),
    [
        ("2026-11-20 21:00", ["after Fri 11-20 21:00", "next_morning Mon 11-23 08:00"]),
        ("2026-11-20 21:01", ["next_morning Mon 11-23 08:00"]),
        ("2026-11-24 06:00", ["next_morning Tue 11-24 08:00"]),
        ("2026-11-24 07:30", ["after Tue 11-24 07:30", "next_morning Wed 11-25 08:00"]),
    ],
)
def test_a_question_at_night_is_left_to_the_next_working_morning(ends: str, first_two: list[str]) -> None:
    assert asked(patrol(ends), {ANNA: LEAD}, coordinators=()) == [f"Anna {one}" for one in first_two]


def test_a_night_ends_with_the_day_on_which_it_began() -> None:
    """Saturday's early morning counts as Friday to the others too."""
    assert asked(patrol("2026-11-21 01:00"))[1:] == [
        "Hugo substitute Tue 11-24 08:00", "Dina coordinator Thu 11-26 08:00",
    ]  # fmt: skip


def test_mornings_are_those_of_the_persons_own_wall() -> None:
    abroad = Manners(zone=ZoneInfo("America/New_York"))
    assert "Hugo substitute Tue 11-24 14:00" in asked(FRIDAY, manners={HUGO: abroad})


def test_who_stands_in_for_a_lead_who_is_away_leads_from_the_start() -> None:
    walk = replace(patrol("2026-11-24 19:00"), frequent=False)
    rows = asked(walk, manners={ANNA: away("2026-11-23", "2026-11-27", EVA)})
    assert rows == [
        "Eva week_before Tue 11-17 17:00",
        "Eva day_before Mon 11-23 17:00",
        "Eva hours_before Tue 11-24 15:00",
        "Eva after Tue 11-24 19:00",
        "Eva next_morning Wed 11-25 08:00",
        "Hugo substitute Thu 11-26 08:00",
        "Dina coordinator Mon 11-30 08:00",
    ]


def test_without_a_substitute_of_their_own_that_of_the_occurrence_leads() -> None:
    assert asked(patrol("2026-11-24 19:00"), manners={ANNA: away("2026-11-23", "2026-11-27")}) == [
        "Hugo after Tue 11-24 19:00", "Hugo next_morning Wed 11-25 08:00", "Dina coordinator Mon 11-30 08:00",
    ]  # fmt: skip


def test_a_substitute_who_is_away_too_does_not_stand_in() -> None:
    manners = {ANNA: away("2026-11-23", "2026-11-27", EVA), EVA: away("2026-11-24", "2026-11-24")}
    assert asked(patrol("2026-11-24 19:00"), manners=manners)[0] == "Hugo after Tue 11-24 19:00"


def test_only_those_named_stand_in_on_what_is_protected() -> None:
    check = patrol("2026-11-24 19:00", "trafikkontroll")
    assert asked(check, manners={ANNA: away("2026-11-23", "2026-11-27", EVA)})[0] == "Hugo after Tue 11-24 19:00"


def test_when_nobody_stands_in_the_coordinator_is_asked() -> None:
    rows = asked(patrol("2026-11-24 19:00"), {ANNA: LEAD}, {ANNA: away("2026-11-23", "2026-12-31")})
    assert rows == ["Dina coordinator Mon 11-30 08:00"]


def test_who_goes_away_afterwards_is_not_asked_when_the_coordinator_has_been() -> None:
    assert asked(FRIDAY, manners={ANNA: away("2026-11-21", "2026-12-06"), HUGO: away("2026-11-21", "2026-11-29")}) == [
        "Anna after Fri 11-20 19:00", "Dina coordinator Thu 11-26 08:00",
    ]  # fmt: skip


def test_who_has_muted_the_kind_leaves_it_to_the_next_rung() -> None:
    mute = Manners(muted=frozenset({"fotpatrullering"}))
    walk = replace(FRIDAY, frequent=False)
    assert asked(walk, manners={ANNA: mute, HUGO: mute}) == [
        "Hugo substitute Tue 11-24 08:00", "Dina coordinator Thu 11-26 08:00",
    ]  # fmt: skip


def test_who_wants_a_weekly_list_is_still_asked() -> None:
    assert asked(FRIDAY, manners={ANNA: Manners(wants=Wants.WEEKLY)})[0] == "Anna after Fri 11-20 19:00"


def test_only_coordinators_of_that_day_are_asked() -> None:
    until_wednesday = Coordinator(DINA, Manners(), SINCE, date(2026, 11, 25))
    from_thursday = Coordinator(EVA, Manners(), date(2026, 11, 26))
    rows = asked(FRIDAY, {ANNA: LEAD}, coordinators=(until_wednesday, from_thursday))
    assert rows[2:] == ["Eva coordinator Thu 11-26 08:00"]


def test_a_lead_who_was_not_there_sends_us_to_the_substitute_at_once() -> None:
    answered = replace(FRIDAY, absent_at=instant("2026-11-23 08:40"))
    assert asked(answered)[2:] == ["Hugo substitute Mon 11-23 08:40", "Dina coordinator Thu 11-26 08:00"]


def test_at_once_is_the_next_good_time() -> None:
    answered = replace(FRIDAY, absent_at=instant("2026-11-20 21:30"))
    assert "Hugo substitute Mon 11-23 08:00" in asked(answered)


def test_a_lead_who_was_not_there_and_has_no_substitute_sends_us_to_the_coordinator() -> None:
    answered = replace(FRIDAY, absent_at=instant("2026-11-23 08:40"))
    assert asked(answered, {ANNA: LEAD})[2:] == ["Dina coordinator Mon 11-23 08:40"]


def test_a_substitute_who_does_not_know_sends_us_to_the_coordinator() -> None:
    answered = replace(FRIDAY, unknown_at=instant("2026-11-24 08:10"))
    assert asked(answered)[3:] == ["Dina coordinator Tue 11-24 08:10"]


def test_a_week_is_asked_about_on_its_last_working_day() -> None:
    assert asked(whole_days(Form.WINDOW, "2026-11-23", "2026-11-29")) == [
        "Anna after Fri 11-27 15:00",
        "Anna next_morning Mon 11-30 08:00",
        "Hugo substitute Tue 12-01 08:00",
        "Dina coordinator Thu 12-03 08:00",
    ]


def test_who_begins_later_is_asked_when_they_begin() -> None:
    evenings = Manners(work_from=time(16), work_to=time(23), quiet_from=time(23), quiet_to=time(10))
    rows = asked(whole_days(Form.WINDOW, "2026-11-23", "2026-11-29"), manners={ANNA: evenings})
    assert rows[:2] == ["Anna after Fri 11-27 16:00", "Anna next_morning Mon 11-30 16:00"]


def test_a_weekend_is_asked_about_on_its_last_day() -> None:
    assert asked(whole_days(Form.WINDOW, "2026-11-28", "2026-11-29"))[0] == "Anna after Sun 11-29 15:00"


@pytest.mark.parametrize("form", [Form.CONTINUOUS, Form.WHEN_NEEDED])
def test_what_goes_on_is_asked_about_again_after_a_week(form: Form) -> None:
    assert asked(whole_days(form, "2026-07-01", "2026-09-30")) == [
        "Anna after Wed 09-30 09:00",
        "Anna next_morning Wed 10-07 08:00",
        "Hugo substitute Thu 10-08 08:00",
        "Dina coordinator Mon 10-12 08:00",
    ]


def test_who_never_works_is_not_asked_but_the_coordinator_is() -> None:
    rows = asked(FRIDAY, {ANNA: LEAD}, {ANNA: Manners(workdays=frozenset())})
    assert [row.split()[1] for row in rows] == [Step.AFTER, Step.COORDINATOR]
