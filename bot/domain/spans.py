"""When an occurrence may be: what somebody chose becomes two instants, or is refused with a sentence.

A refusal (FieldErrors) is at what was chosen: "day", "starts" and "ends" on a clock, "first" and "last" of days.
"""

from datetime import date, datetime, time

from bot.domain.calendar import DAY, at, local_day, to_utc, wall_time
from bot.domain.errors import FieldErrors
from bot.domain.periods import Period
from bot.domain.recurrence import Span
from bot.domain.swedish import range_text
from bot.domain.words import Form

EVENING, MORNING = time(16), time(8)
PAST = "Tiden har redan varit. Välj en senare tid."
NO_SUCH_TIME = "Klockan ställs fram den natten, så den tiden finns inte. Välj en annan tid."


def of_clock(day: date, begins: time, ends: time, now: datetime) -> Span:
    """From the evening to the morning is into the next day. Raises FieldErrors."""
    overnight = ends < begins and begins >= EVENING and ends <= MORNING
    starts_at = _instant("starts", day, begins)
    ends_at = _instant("ends", day + DAY if overnight else day, ends)
    if starts_at <= now:
        raise FieldErrors({"starts" if day == local_day(now) else "day": PAST})
    if ends_at <= starts_at:
        raise FieldErrors({"ends": "Slutet måste komma efter starten. Välj en senare tid."})
    return Span(starts_at, ends_at)


def of_days(first: date, last: date, now: datetime) -> Span:
    """Whole days: from the first midnight to the one after the last day. Raises FieldErrors."""
    if last < first:
        raise FieldErrors({"last": "Sista dagen kan inte komma före den första. Välj en senare dag."})
    if last < local_day(now):
        raise FieldErrors({"last": "Tiden har redan varit. Välj en senare dag."})
    return Span(at(first, time.min), at(last + DAY, time.min))


def days(form: Form, starts_at: datetime, ends_at: datetime) -> Period:
    """The days that it is known by: a night's work by the day on which it begins."""
    first = local_day(starts_at)
    return Period(first, first if form is Form.DATED else local_day(ends_at) - DAY)


def check_within(chosen: Period, form: Form, allowed: Period, now: datetime) -> None:
    """Nothing is planned for days when the activity is not agreed on. Raises FieldErrors."""
    if chosen.first in allowed and chosen.last in allowed:
        return
    edge = "last" if chosen.first in allowed else "first"
    said = range_text(allowed.first, allowed.last, local_day(now))
    raise FieldErrors({"day" if form is Form.DATED else edge: f"Aktiviteten gäller {said}. Välj en dag då."})


def _instant(field: str, day: date, clock: time) -> datetime:
    wall = datetime.combine(day, clock)
    moment = to_utc(wall)
    if wall_time(moment) != wall:
        raise FieldErrors({field: NO_SUCH_TIME})
    return moment
