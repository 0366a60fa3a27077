"""A calendar file, read back by another implementation of the format."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import vobject  # type: ignore[import-untyped]

from bot.documents.calendar_file import calendar_file
from bot.domain.calendar_entry import CalendarEntry
from tests.factories import stockholm

CHANGED = datetime(2026, 11, 1, 12, 30, tzinfo=UTC)
WALK = CalendarEntry(
    "tillfalle-1.t1@loftet", 0, CHANGED, stockholm(24, 18), stockholm(24, 20), "Trygghetsvandring",
    place="Biblioteket, Hofors", description="Du leder.\nTa med; ficklampa, karta \\ penna",
)  # fmt: skip
WINDOW = CalendarEntry(
    "tillfalle-2.t1@loftet", 0, CHANGED, date(2026, 11, 16), date(2026, 11, 23), "Fotpatrullering, vecka 47",
    engages=False,
)  # fmt: skip
MOVED = CalendarEntry("tillfalle-3.t1@loftet", 2, CHANGED, stockholm(25, 9), stockholm(25, 10), "Rådsmöte")
CANCELLED = CalendarEntry(
    "tillfalle-4.t1@loftet", 1, CHANGED, stockholm(26, 9), stockholm(26, 10), "Inställt: rådsmöte", cancelled=True
)
BUSY = CalendarEntry("tillfalle-5.t1@loftet", 0, CHANGED, stockholm(27, 22), stockholm(28, 1), "Upptaget", private=True)


def read(*entries: CalendarEntry) -> Any:
    """By the file's own time zone: vobject would keep the first that it ever read under the name."""
    vobject.icalendar.registerTzid("Europe/Stockholm", None)
    return vobject.readOne(calendar_file("Löftet: mina tillfällen", entries, about="Å ä ö").decode())


def events(*entries: CalendarEntry) -> list[Any]:
    return list(read(*entries).vevent_list)


def test_the_calendar_tells_its_name_and_how_often_to_ask() -> None:
    made = read(WALK)
    said = [made.version, made.method, made.x_wr_calname, made.x_wr_caldesc, made.x_published_ttl]

    assert [one.value for one in said] == ["2.0", "PUBLISH", "Löftet: mina tillfällen", "Å ä ö", "PT1H"]
    assert made.contents["refresh-interval"][0].value == "PT1H"


def test_all_that_is_said_of_an_occurrence_comes_back() -> None:
    [event] = events(WALK)

    assert (event.uid.value, event.sequence.value, event.status.value) == (WALK.uid, "0", "CONFIRMED")
    assert (event.summary.value, event.location.value) == (WALK.summary, WALK.place)
    assert event.description.value == WALK.description
    assert (event.dtstamp.value, event.last_modified.value) == (CHANGED, CHANGED)


def test_days_stay_days_and_the_last_one_counts() -> None:
    [event] = events(WINDOW)

    assert (event.dtstart.value, event.dtend.value) == (date(2026, 11, 16), date(2026, 11, 23))
    assert event.transp.value == "TRANSPARENT"


def test_what_was_moved_has_a_higher_number_than_before() -> None:
    assert [event.sequence.value for event in events(WALK, MOVED)] == ["0", "2"]


def test_what_is_cancelled_says_so_and_takes_no_time() -> None:
    [event] = events(CANCELLED)

    assert (event.status.value, event.transp.value, event.summary.value) == (
        "CANCELLED",
        "TRANSPARENT",
        "Inställt: rådsmöte",
    )


def test_what_is_private_says_so_and_has_no_place() -> None:
    [event] = events(BUSY)

    assert (event.contents["class"][0].value, event.summary.value, "location" in event.contents) == (
        "PRIVATE",
        "Upptaget",
        False,
    )


@pytest.mark.parametrize("year", range(2024, 2040))
@pytest.mark.parametrize("month", [3, 10])
def test_each_hour_of_a_clock_change_is_the_same_instant(year: int, month: int) -> None:
    """By the rule in the file, not by what the reader happens to know of Stockholm."""
    last = max(datetime(year, month, day, tzinfo=UTC) for day in range(25, 32) if date(year, month, day).weekday() == 6)
    starts = [last + timedelta(hours=hour) for hour in range(-3, 5)]
    entries = [
        CalendarEntry(f"{n}@loftet", 0, CHANGED, one, one + timedelta(hours=9), "Natt") for n, one in enumerate(starts)
    ]
    read_back = events(*entries)

    assert [event.dtstart.value.astimezone(UTC) for event in read_back] == starts
    assert [event.dtend.value.astimezone(UTC) - timedelta(hours=9) for event in read_back] == starts


def test_the_time_zone_begins_just_before_the_first_entry() -> None:
    zone = calendar_file("Löftet", [WALK]).decode().split("END:VTIMEZONE")[0]

    assert [line for line in zone.splitlines() if line.startswith("DTSTART")] == [
        "DTSTART:20251026T030000",
        "DTSTART:20250330T020000",
    ]


def test_lines_are_short_and_end_as_the_format_wants() -> None:
    long = CalendarEntry(
        "1@loftet", 0, CHANGED, stockholm(24, 18), stockholm(24, 20), "Å" * 200, description="ö, " * 200
    )
    lines = calendar_file("Löftet", [long]).split(b"\r\n")

    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line for line in lines)
    assert events(long)[0].summary.value == "Å" * 200


def test_an_empty_calendar_is_a_calendar() -> None:
    assert read().x_wr_calname.value == "Löftet: mina tillfällen"


def test_the_same_entries_are_the_same_file() -> None:
    assert calendar_file("Löftet", [WALK, BUSY]) == calendar_file("Löftet", [WALK, BUSY])
