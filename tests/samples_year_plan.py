"""Samples of a coordinator's longest years."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Any

from bot.domain.calendar import day_bounds, local_day
from bot.domain.periods import Period
from bot.domain.plan_line import STRETCHES, EachWindow
from bot.domain.recurrence import Span
from bot.domain.school_holidays import Habit, NamedHoliday
from bot.domain.words import Form, GoalOrigin, OccurrenceState, OutcomeStatus, Per
from bot.domain.year_plan import NotedDay, YearProposal
from bot.domain.year_plan_start import YearStart
from bot.views import school_holidays, series, series_forms, year_plan, year_plan_choice, year_plan_preview, year_wheel
from bot.views.activities import by_part
from bot.views.series_forms import ChangeableSeries
from storage.conflicts import Busy
from storage.models import Goal
from storage.occurrences import Listed
from storage.school_holidays import StoredHoliday
from storage.year_wheel import WheelOccurrence
from tests import longest as l
from tests.factories import NOW

TOWNS = [*enumerate(l.MUNICIPALITIES)]
HOLIDAYS = [
    StoredHoliday(l.ID, number, town, NamedHoliday("Läslov & <höst> i hela kommunen, åk F–9", Period(first, last)))
    for number, town in TOWNS
    for first, last in [(date(2027, 12, 20), date(2028, 1, 9))] * 10
]
LISTING = school_holidays.HolidayList(HOLIDAYS, TOWNS)

ACTIVITIES = [replace(one, form=form) for one in l.plannable()[:1] for form in Form if form is not Form.DELIVERABLE]
YEAR = Period(date(2027, 1, 1), date(2027, 12, 31))
GOAL = Goal(
    activity_id=l.ID, origin=GoalOrigin.PROMISED, count=999_999, unit=l.PLACE, per=Per.PERIOD, valid_from=YEAR.first,
    valid_to=YEAR.last,
)  # fmt: skip
FIELDS = {"count": "366", "line": "<&" * 100, "place": l.PLACE, "first": "2027-01-01", "last": "2027-12-31"}
ASKED = year_plan.AskedYear(
    l.ID, YEAR, None, EachWindow(STRETCHES["week"]), None, None, "week", True, Habit.AVOID, by_part(l.named()),
    l.PLACE, FIELDS | {"others": [l.USER] * 50, "substitutes": [l.USER] * 50},
)  # fmt: skip
DAILY = tuple(Span(NOW + timedelta(days=day), NOW + timedelta(days=day, hours=3)) for day in range(366))
WHOLE_DAYS = tuple(Span(*day_bounds(local_day(one.starts))) for one in DAILY)
NOTED = tuple(NotedDay(local_day(one.starts), "Kristi himmelsfärdsdag") for one in DAILY)
TAKEN = [Busy(l.ID, l.ID, l.USER, *one, l.TITLE, l.ID, False) for one in DAILY[:99]]
STATES = [*product([OccurrenceState.REPORTED], OutcomeStatus), (OccurrenceState.CANCELLED, None)]
TURNS = [
    WheelOccurrence(l.ID, number, l.TITLE, form, protected, *span, l.LABEL, state, True, status)
    for number, (form, protected) in enumerate(product(Form, (True, False)))
    for span in DAILY[::30]
    for state, status in [*STATES, (OccurrenceState.PLANNED, None)]
]
UNPLANNED = [year_wheel.Unplanned(l.ID, l.TITLE, 999, left) for left in [None, 999] * 20]


def previews() -> Iterable[dict[str, Any]]:
    for activity, many in product(ACTIVITIES, (False, True)):
        spans = (DAILY if activity.form is Form.DATED else WHOLE_DAYS) if many else ()
        full = YearProposal(spans, NOTED, NOTED, 999)
        found = year_plan_preview.Preview(activity, ASKED, full, 999, l.named(), TAKEN)
        yield year_plan_preview.preview(found, NOW, changed=True)
        yield year_plan_preview.preview(replace(found, asked=replace(ASKED, line=None)), NOW)


def forms() -> Iterable[dict[str, Any]]:
    for activity, (goal, known) in product(ACTIVITIES, ((None, False), (GOAL, True))):
        start = YearStart(99, "<&" * 50, asks=known)
        found = year_plan.YearForm(activity, YEAR, goal, 999, start, l.named(), known)
        yield from (year_plan.form(found), year_plan.form(found, ASKED.raw))


def wheels() -> Iterable[year_wheel.Wheel]:
    for sees in (True, False):
        yield year_wheel.Wheel(l.ID, l.MUNICIPALITIES[0], 2026, TURNS, UNPLANNED, sees, sees)
    yield year_wheel.Wheel(l.ID, l.MUNICIPALITIES[0], 2026, [], [], False, False)


def among(one: Listed) -> list[ChangeableSeries]:
    return [ChangeableSeries(l.staffed(one)), ChangeableSeries(l.staffed(one), 99, 366)]


def change(one: Listed, many: int) -> series.SeriesChange:
    return series.SeriesChange([l.staffed(one)] * many, TAKEN)


SENT: Mapping[str, Callable[[Listed], Iterable[dict[str, Any]]]] = {
    "series.cancelled": lambda one: [series.cancelled([one] * 366, l.REASON, l.USER, NOW)],
    "series.moved": lambda one: [series.moved([(one, one)] * 366, l.USER, NOW)],
    "series.no_longer": lambda one: [series.no_longer([one] * 366, l.USER, NOW)],
    "series.yours": lambda one: [series.yours([one] * many, l.USER, NOW) for many in (1, 366)],
}
FORMS: Mapping[str, Callable[[Listed], Iterable[dict[str, Any]]]] = {
    "series.cancelled_receipt": lambda one: [
        series.cancelled_receipt(change(one, many), l.REASON, 1, NOW) for many in (1, 366)
    ],
    "series.moved_receipt": lambda one: [series.moved_receipt(change(one, many), 1, NOW) for many in (1, 366)],
    "series.planned": lambda one: [series.planned(change(one, 1), NOW)],
    "series.people_receipt": lambda one: [series.people_receipt(change(one, many), NOW) for many in (1, 366)],
    "series_forms.people": lambda one: [series_forms.people(found, NOW) for found in among(one)],
}
SAMPLES: Mapping[str, Callable[[], Iterable[dict[str, Any]]]] = {
    "school_holidays.form": lambda: [school_holidays.form(LISTING)],
    "school_holidays.listing": lambda: [
        school_holidays.listing(one, NOW) for one in (LISTING, school_holidays.HolidayList([], TOWNS))
    ],
    "school_holidays.opener": lambda: [school_holidays.opener()],
    "year_plan.form": forms,
    "year_plan_choice.of_agreement": lambda: [year_plan_choice.of_agreement(found) for found in ([], l.plannable())],
    "year_plan_choice.opener": lambda: [
        year_plan_choice.opener(found, l.TYPED) for found in ([], l.plannable()[:1], l.plannable()[:40], l.plannable())
    ],
    "year_plan_choice.which": lambda: [year_plan_choice.which(found, l.TYPED) for found in ([], l.plannable())],
    "year_plan_preview.preview": previews,
    "year_plan_preview.saved": lambda: [
        year_plan_preview.saved(year_plan_preview.PlannedYear(one, spans, l.named(), 366), NOW)
        for one in ACTIVITIES
        for spans in ((), DAILY if one.form is Form.DATED else WHOLE_DAYS)
    ],
    "year_wheel.in_modal": lambda: [year_wheel.in_modal(year_wheel.wheel(one, NOW)) for one in wheels()],
    "year_wheel.month": lambda: [year_wheel.month(one, number, NOW) for one in wheels() for number in range(1, 13)],
    "year_wheel.wheel": lambda: [year_wheel.wheel(one, NOW) for one in wheels()],
    "year_wheel.which": lambda: [year_wheel.which(year_wheel.WhichYear(TOWNS, 2026))],
}
