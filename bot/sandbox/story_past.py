"""The last year of each agreement that is over, entered afterwards: straight into storage, as nobody was reminded."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random

from sqlmodel import Session

from bot.domain.agreement_file import ActivityEntry, AgreementFile
from bot.domain.agreement_file_words import WindowLength
from bot.domain.calendar import at, local_day
from bot.domain.kinds import kind
from bot.domain.periods import Period
from bot.domain.recurrence import Span, spread, windows
from bot.domain.words import Form, OccurrenceState, Part, Per
from bot.sandbox.story_dates import reported_at, whole_days
from bot.sandbox.story_numbers import usual
from storage import agreement_rows, occurrences, outcomes
from storage.models import Activity, Municipality, Occurrence

DATES_A_YEAR = 4
MOST_WINDOWS = 12
BEGINS = time(17)

PACE: Mapping[WindowLength, tuple[Per, int]] = {
    WindowLength.WEEK: (Per.WEEK, 1),
    WindowLength.FORTNIGHT: (Per.WEEK, 2),
    WindowLength.MONTH: (Per.MONTH, 1),
}


@dataclass(frozen=True, slots=True)
class Dated:
    span: Span
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """Something that was done, about to be reported."""

    occurrence: Occurrence
    activity: Activity
    municipality: Municipality
    reported_at: datetime


def enter(session: Session, agreements: Iterable[AgreementFile], person_id: int) -> None:
    """Reported by one person, in order of time, so that the numbers of each year's reports rise with it."""
    activities = agreement_rows.by_reference(session)
    done = [past for file in agreements for past in _year(session, file, activities, person_id)]
    draw = Random(2022)
    for past in sorted(done, key=lambda past: past.reported_at):
        _report(session, past, person_id, draw)


def _year(session: Session, file: AgreementFile, activities: Mapping[str, Activity], person_id: int) -> Iterable[Past]:
    """What nobody was to lead was not done either."""
    for entry in file.activities:
        if entry.lead:
            activity = activities[f"{file.key}/{entry.key}"]
            municipality = session.get_one(Municipality, activity.municipality_id)
            dates = _dates(file, entry)
            rows = [_row(activity, dated) for dated in dates]
            occurrences.add(session, rows, [(person_id, Part.LEAD)])
            for key, (row, dated) in enumerate(zip(rows, dates, strict=True)):
                yield Past(row, activity, municipality, reported_at(dated.span, key))


def _row(activity: Activity, dated: Dated) -> Occurrence:
    starts_at, ends_at = dated.span
    return Occurrence(
        activity_id=activity.id,
        starts_at=starts_at,
        ends_at=ends_at,
        label=dated.label,
        place=activity.place,
        state=OccurrenceState.REPORTED,
    )


def _report(session: Session, past: Past, person_id: int, draw: Random) -> None:
    row, place, now = past.occurrence, past.municipality, past.reported_at
    number = outcomes.next_number(session, place.id, place.prefix, local_day(now).year)
    outcomes.insert_version(session, row.id, number, 1, usual(past.activity, draw), person_id, now)


def _dates(file: AgreementFile, activity: ActivityEntry) -> list[Dated]:
    year = _last_year(file)
    if activity.form is Form.DATED:
        length = kind(activity.kind).duration
        return [_evening(at(day, BEGINS), length) for day in spread(DATES_A_YEAR, year.first, year.last)]
    per, weeks = PACE[activity.window] if activity.window else (activity.cadence or Per.YEAR, 1)
    found = windows(per, year.first, year.last, weeks=weeks, first_month=file.first_month)
    sparse = found[:: -(-len(found) // MOST_WINDOWS)]
    return [Dated(whole_days(Period(window.first, window.last)), window.label) for window in sparse]


def _evening(starts: datetime, length: timedelta) -> Dated:
    return Dated(Span(starts, starts + length))


def _last_year(file: AgreementFile) -> Period:
    end = file.period.end
    return Period(end.replace(year=end.year - 1) + timedelta(days=1), end)
