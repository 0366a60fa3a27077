"""What a coordinator writes becomes the dates of a year."""

from datetime import date, time

import pytest

from bot.domain.calendar import local_day
from bot.domain.errors import FieldErrors
from bot.domain.periods import Period
from bot.domain.plan_line import STRETCHES, Hours, read_line
from bot.domain.school_holidays import Habit, NamedHoliday, checked, read_lines
from bot.domain.suitable_days import Taste
from bot.domain.swedish import day_short, span_text
from bot.domain.words import Form
from bot.domain.year_plan import YearProposal, YearWish, propose
from tests.factories import NOW

HOLIDAYS = (
    NamedHoliday("Jullov", Period(date(2026, 12, 21), date(2027, 1, 8))),
    NamedHoliday("Sportlov", Period(date(2027, 3, 1), date(2027, 3, 5))),
    NamedHoliday("Påsklov", Period(date(2027, 3, 30), date(2027, 4, 2))),
)
SPRING = Period(date(2027, 1, 1), date(2027, 5, 31))
NO_HOLIDAYS = "Inga sådana skollov är inlagda för perioden. Lägg in dem under Skollov, eller skriv datumen."
EXAMPLE = "Skriv till exempel: varannan tisdag kl. 18–20 till maj."
TWO_WAYS = "Menar du ”i dag, fredag 20 november kl. 12.10” eller ”tisdag 12 oktober 2027”? Skriv det så."
EVENING = Hours(time(18), time(20))


def proposed(
    line: str = "", count: int | None = None, *, within: Period = SPRING, clock: Hours | None = EVENING,
    taste: Taste | None = None, form: Form = Form.DATED, stretch: str = "month", kind: str = "trygghetsvandring",
) -> YearProposal:  # fmt: skip
    read = read_line(line, NOW) if line else None
    chosen = taste or Taste(holidays=HOLIDAYS)
    return propose(YearWish(within, count, read, clock, chosen, 1, STRETCHES[stretch]), kind, form, NOW)


def days(found: YearProposal) -> list[str]:
    return [day_short(local_day(one.starts)) for one in found.spans]


def noted(found: YearProposal) -> list[str]:
    return [f"{day_short(one.day)} {one.why}" for one in found.avoided]


def test_every_other_tuesday_until_a_month() -> None:
    found = proposed("varannan tisdag 18.30–20 till mars")
    assert days(found) == [
        "tis 5 jan",
        "tis 19 jan",
        "tis 2 feb",
        "tis 16 feb",
        "tis 2 mars",
        "tis 16 mars",
        "tis 30 mars",
    ]
    assert span_text(*found.spans[0]) == "kl. 18.30–20"
    assert noted(found) == []


def test_thursdays_that_are_not_red() -> None:
    assert days(
        proposed("alla helgfria torsdagar till 18 maj", within=Period(date(2027, 4, 29), date(2027, 5, 31)))
    ) == [
        "tor 29 apr",
        "tor 13 maj",
    ]


def test_red_days_and_eves_are_left_out_and_told_of() -> None:
    found = proposed("varje måndag till april", within=Period(date(2027, 3, 15), date(2027, 4, 30)))
    assert "mån 29 mars" not in days(found)
    assert noted(found) == ["mån 29 mars annandag påsk"]


def test_red_days_are_kept_where_nobody_minds() -> None:
    found = proposed("varje måndag till april", taste=Taste(avoid_red=False))
    assert "mån 29 mars" in days(found)


def test_what_needs_the_schools_leaves_their_holidays_out() -> None:
    found = proposed("varje onsdag i mars", taste=Taste(school=Habit.AVOID, holidays=HOLIDAYS))
    assert days(found) == ["ons 10 mars", "ons 17 mars", "ons 24 mars"]
    assert noted(found) == ["ons 3 mars sportlov", "ons 31 mars påsklov"]


def test_every_school_holiday_is_once_in_each() -> None:
    found = proposed("varje skollov, fredag kl. 19–22", within=Period(date(2026, 12, 1), SPRING.last))
    assert days(found) == ["fre 8 jan", "fre 5 mars", "fre 2 apr"]


def test_a_holiday_by_its_name() -> None:
    assert days(proposed("varje sportlov")) == ["ons 3 mars"]


def test_a_window_is_the_whole_holiday() -> None:
    found = proposed("varje sportlov", form=Form.WINDOW)
    assert [(local_day(one.starts), local_day(one.ends)) for one in found.spans] == [
        (date(2027, 3, 1), date(2027, 3, 6))
    ]


def test_single_days_share_the_time_that_is_said_last() -> None:
    found = proposed("3 mars, 7 april och 5 maj kl. 17–19", clock=None)
    assert days(found) == ["ons 3 mars", "ons 7 apr", "ons 5 maj"]
    assert {span_text(*one) for one in found.spans} == {"kl. 17–19"}


def test_what_is_outside_the_period_is_counted() -> None:
    assert proposed("3 mars, 7 april, 5 augusti").outside == 1


def test_a_red_day_asked_for_by_date_is_told_of() -> None:
    assert [one.why for one in proposed("29 mars").anyway] == ["annandag påsk"]


def test_a_night_ends_the_next_morning() -> None:
    found = proposed("lördag 6 mars", clock=Hours(time(21), time(1)))
    assert span_text(*found.spans[0]) == "kl. 21–01"


def test_without_an_end_it_is_as_long_as_its_kind() -> None:
    assert span_text(*proposed("6 mars", clock=Hours(time(19)), kind="nattvandring").spans[0]) == "kl. 19–23"


@pytest.mark.parametrize(
    ("line", "stretch", "many"),
    [("varje vecka", "month", 21), ("varannan vecka", "month", 11), ("varje månad", "week", 5)],
)
def test_windows_without_a_day(line: str, stretch: str, many: int) -> None:
    assert len(proposed(line, form=Form.WINDOW, stretch=stretch).spans) == many


@pytest.mark.parametrize(
    ("line", "many"),
    [
        ("minst tre gånger per år", 1),
        ("12 per år", 5),
        ("en gång i månaden", 5),
        ("2 ggr/kvartal", 3),
        ("en kväll i veckan", 21),
        ("varje kvartal", 2),
        ("tre tillfällen per läsår", 1),
    ],
)
def test_a_pace_is_spread_over_the_period(line: str, many: int) -> None:
    assert len(proposed(line).spans) == many


def test_what_finds_no_place_is_told() -> None:
    found = proposed(count=12, form=Form.WINDOW)
    assert (len(found.spans), found.crowded) == (5, 7)


def test_windows_by_number_avoid_those_that_are_all_holiday() -> None:
    taste = Taste(school=Habit.AVOID, holidays=HOLIDAYS)
    found = proposed(count=11, form=Form.WINDOW, stretch="week", taste=taste)
    assert len(found.spans) == 11
    assert date(2027, 3, 1) not in {local_day(one.starts) for one in found.spans}


def test_nobody_has_decided_yet() -> None:
    assert proposed() == YearProposal(())


@pytest.mark.parametrize(
    ("line", "field", "said"),
    [
        ("varje vecka", "line", "Skriv också vilken veckodag, till exempel: varje tisdag kl. 18–20."),
        ("varje höstlov", "line", NO_HOLIDAYS),
        ("hej", "line", f"Jag förstår inte ”hej” som en tid. {EXAMPLE}"),
        ("Vår och höst", "line", f"Jag förstår inte ”Vår” som en tid. {EXAMPLE}"),
        ("12.10", "line", TWO_WAYS),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_asked_about(line: str, field: str, said: str) -> None:
    with pytest.raises(FieldErrors) as error:
        proposed(line)
    assert error.value.fields == {field: said}


@pytest.mark.parametrize("line", ["vecka 9", "vecka 9 och 10", "8–10 mars"])
def test_a_day_is_needed_where_there_is_a_time(line: str) -> None:
    with pytest.raises(FieldErrors, match="Skriv vilka dagar, till exempel: tisdag vecka 49"):
        proposed(line)


def test_a_time_is_needed() -> None:
    with pytest.raises(FieldErrors, match="Skriv vilken tid det börjar"):
        proposed("varje tisdag till mars", clock=None)


@pytest.mark.parametrize(
    ("line", "name", "first", "last"),
    [
        ("Höstlov 26–30 oktober 2026", "Höstlov", date(2026, 10, 26), date(2026, 10, 30)),
        ("- Jullov: 21 december 2026 – 8 januari 2027", "Jullov", date(2026, 12, 21), date(2027, 1, 8)),
        ("Sportlov vecka 9 2027", "Sportlov", date(2027, 3, 1), date(2027, 3, 7)),
        ("påsklov (6-9 april 2027)", "Påsklov", date(2027, 4, 6), date(2027, 4, 9)),
        ("Lovdag 19 maj 2027", "Lovdag", date(2027, 5, 19), date(2027, 5, 19)),
        ("Sommarlov 2027-06-16 – 2027-08-17", "Sommarlov", date(2027, 6, 16), date(2027, 8, 17)),
    ],
)
def test_school_holidays_as_they_are_written(line: str, name: str, first: date, last: date) -> None:
    assert read_lines(line, NOW) == [NamedHoliday(name, Period(first, last))]


def test_lines_that_are_no_holidays_are_named() -> None:
    with pytest.raises(FieldErrors) as error:
        read_lines("Höstlov 26–30 oktober 2026\n\nSportlov\nPåsklov 32 mars", NOW)
    assert error.value.fields == {
        "lines": "Rad 2: Jag hittar inget namn följt av en dag. Rad 3: Jag förstår inte vilka dagar det är. "
        "Skriv så här: Höstlov 26–30 oktober 2026."
    }


def test_a_holiday_has_an_end_that_is_not_before_its_beginning() -> None:
    with pytest.raises(ValueError, match="Sista dagen kan inte komma före den första"):
        checked("Höstlov", date(2026, 10, 30), date(2026, 10, 26))


@pytest.mark.parametrize("line", ["en gång per termin", "en gång varje termin", "varje termin"])
def test_a_term_is_half_a_year(line: str) -> None:
    year = Period(date(2027, 1, 1), date(2027, 12, 31))
    assert [one.starts.month > 6 for one in proposed(line, within=year).spans] == [False, True]
