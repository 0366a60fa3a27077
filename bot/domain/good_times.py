"""When a person may be told something: by their own wall, their working days and hours, and the hours they keep quiet.

The first and the last minute of working hours, and those at which quiet hours begin and end, are good ones.
"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from itertools import islice

from bot.domain.calendar import DAY, at, eves, red_days, wall_time
from bot.domain.manners import Manners
from bot.domain.periods import Period

SEARCHED_DAYS = 60
LAST_MINUTE = time(23, 59)
STILL_UP = timedelta(hours=1)
"""Who has just been at it can be asked how it went a little into quiet hours."""


def is_away(manners: Manners, days: Period) -> bool:
    """All of these days."""
    return any(away.first <= days.first and days.last <= away.last for away in manners.away)


def works(manners: Manners, day: date) -> bool:
    if day.weekday() not in manners.workdays or any(away.covers(day) for away in manners.away):
        return False
    return manners.works_red_days or not (day in red_days(day.year) or day in eves(day.year))


def good_before(manners: Manners, moment: datetime) -> datetime | None:
    """The last good instant that is not after `moment`; None for somebody who has not worked for long."""
    return _latest(manners, moment, SEARCHED_DAYS, _is_at_work)


def good_after(manners: Manners, moment: datetime) -> datetime | None:
    """The first good instant that is not before `moment`; None for somebody who will not work for long."""
    wall = wall_time(moment, manners.zone)
    for ahead in range(SEARCHED_DAYS):
        day, since = wall.date() + DAY * ahead, time.min if ahead else wall.time()
        begins = (since, manners.work_from, manners.quiet_to)
        clocks = [clock for clock in begins if clock >= since and _is_at_work(manners, day, clock)]
        if clocks:
            return _instant(manners, day, min(clocks), moment)
    return None


def awake_before(manners: Manners, moment: datetime) -> datetime | None:
    """As `good_before`, for somebody on duty then: only quiet hours count."""
    return _latest(manners, moment, 2, _is_awake_then)


def awake_after(manners: Manners, moment: datetime) -> datetime:
    """The first instant outside quiet hours that is not before `moment`."""
    wall = wall_time(moment, manners.zone)
    if _is_awake(manners, wall.time()):
        return moment
    day = wall.date() if wall.time() < manners.quiet_to else wall.date() + DAY
    return at(day, manners.quiet_to, manners.zone)


def can_be_asked(manners: Manners, moment: datetime) -> bool:
    """Whether somebody who has just been at it can be asked how it went."""
    wall = wall_time(moment, manners.zone)
    return _is_awake(manners, wall.time()) or _is_awake(manners, (wall - STILL_UP).time())


def is_small_hours(manners: Manners, clock: time) -> bool:
    """The end of a night that began the day before."""
    return clock < manners.quiet_to < manners.quiet_from


def morning(manners: Manners, day: date) -> datetime:
    """When they begin to work that day, or can be told."""
    awake = _is_awake(manners, manners.work_from)
    return at(day, manners.work_from if awake else manners.quiet_to, manners.zone)


def working_day_after(manners: Manners, day: date, count: int) -> date | None:
    """Their `count`th working day after `day`; None when it would take too long."""
    ahead = (day + DAY * days for days in range(1, SEARCHED_DAYS + 1))
    return next(islice((one for one in ahead if works(manners, one)), count - 1, None), None)


def last_working_day(manners: Manners, days: Period) -> date | None:
    back = (days.last - DAY * count for count in range((days.last - days.first).days + 1))
    return next((day for day in back if works(manners, day)), None)


def _latest(
    manners: Manners,
    moment: datetime,
    searched: int,
    is_good: Callable[[Manners, date, time], bool],
) -> datetime | None:
    wall = wall_time(moment, manners.zone)
    for back in range(searched):
        day, until = wall.date() - DAY * back, LAST_MINUTE if back else wall.time()
        ends = (manners.quiet_from, manners.work_to, LAST_MINUTE, until)
        clocks = [clock for clock in ends if clock <= until and is_good(manners, day, clock)]
        if clocks:
            return _instant(manners, day, max(clocks), moment)
    return None


def _instant(manners: Manners, day: date, clock: time, moment: datetime) -> datetime:
    """`moment` itself where it is that clock: in autumn an hour comes twice."""
    same = wall_time(moment, manners.zone) == datetime.combine(day, clock)
    return moment if same else at(day, clock, manners.zone)


def _is_awake(manners: Manners, clock: time) -> bool:
    quiet_from, quiet_to = manners.quiet_from, manners.quiet_to
    if quiet_from > quiet_to:
        return quiet_to <= clock <= quiet_from
    return not quiet_from < clock < quiet_to


def _is_at_work(manners: Manners, day: date, clock: time) -> bool:
    """The hours after midnight belong to the day on which a night's work began."""
    begins, ends = manners.work_from, manners.work_to
    working = begins <= clock <= ends if begins < ends else clock >= begins or clock <= ends
    began = day - DAY if clock <= ends < begins else day
    return working and _is_awake(manners, clock) and works(manners, began)


def _is_awake_then(manners: Manners, _day: date, clock: time) -> bool:
    return _is_awake(manners, clock)
