"""The example year in Timrå: foot patrols fall behind, the rest keeps pace."""

from datetime import date, datetime, time

from bot.domain.calendar import at
from bot.domain.periods import Period
from bot.domain.report import Report
from bot.domain.words import Reason
from bot.sandbox.personas import ANNA, BO, DINA, FINN, HUGO
from bot.sandbox.story import Course, Scene, Stage
from bot.sandbox.story_dates import FRI, MON, SAT, THU, TUE, WED, day, hours, on_days, quarters, whole_days
from bot.sandbox.story_numbers import not_done, not_needed
from bot.services import handovers, occurrences
from bot.services.unanswered import AskLater, snooze

PATROLS = "timra_exempel/fotpatrullering"
CHECKS = "timra_exempel/trafikkontroller"
MEETINGS = "timra_exempel/informationstraffar"

NO_PATROL = {14, 25, 28, 29}  # Easter, Midsummer, holidays
CHECK_WEEKS = (*range(5, 28, 2), *range(31, 48, 2), 49, 50, 51)


def courses(year: int) -> list[Course]:
    return [*_dated(year), *_asked_about(year), *_collaboration(year)]


def scenes(year: int) -> list[Scene]:
    def on(week: int, weekday: int, hour: int, minute: int = 0) -> datetime:
        return at(day(year, week, weekday), time(hour, minute))

    return [
        Scene(on(33, MON, 9), cancel_check),
        Scene(on(34, FRI, 22, 5), lambda stage, now: stage.report_unplanned(ANNA, CHECKS, now)),
        Scene(on(47, MON, 10), hand_over_meeting),
        Scene(on(47, TUE, 8, 20), accept_meeting),
        Scene(on(47, WED, 13), move_patrol),
        Scene(on(47, FRI, 18, 25), ask_about_patrol_later),
    ]


def cancel_check(stage: Stage, now: datetime) -> None:
    check = stage.occurrence(CHECKS, 33)
    occurrences.cancel(stage.session, stage.actor(ANNA, now), check, "personal", now)


def hand_over_meeting(stage: Stage, now: datetime) -> None:
    meeting = stage.occurrence(MEETINGS, 50)
    handovers.ask(stage.session, stage.actor(BO, now), meeting, HUGO.user_id, now)


def accept_meeting(stage: Stage, now: datetime) -> None:
    handovers.accept(stage.session, stage.actor(HUGO, now), stage.question(BO, MEETINGS, 50, now), now)


def move_patrol(stage: Stage, now: datetime) -> None:
    year = now.year
    span = hours(day(year, 48, WED), 16, 2)
    occurrences.move(stage.session, stage.actor(ANNA, now), stage.occurrence(PATROLS, 48), *span, now)


def ask_about_patrol_later(stage: Stage, now: datetime) -> None:
    snooze(stage.session, stage.actor(ANNA, now), stage.occurrence(PATROLS, 46), AskLater.MORNING, now)


def _dated(year: int) -> list[Course]:
    patrols = {week: FRI if week % 2 else THU for week in range(4, 52) if week not in NO_PATROL}
    checks = {week: FRI if week % 4 == 3 else THU for week in CHECK_WEEKS}
    staff, weather = not_done(Reason.STAFF), not_done(Reason.WEATHER)
    patrols_not_done = dict.fromkeys((9, 17, 24, 30, 31, 41), staff) | dict.fromkeys((5, 45), weather)
    return [
        Course(
            activity=PATROLS,
            by=ANNA,
            spans=on_days(year, patrols, begins=16, length=2),
            told={**patrols_not_done, 46: None},
        ),
        Course(activity=CHECKS, by=ANNA, spans=on_days(year, checks, begins=20, length=1), told={33: None, 47: None}),
        Course(
            activity="timra_exempel/oppen_droghandel",
            by=ANNA,
            spans=on_days(year, dict.fromkeys((6, 13, 19, 27, 40, 50), SAT), begins=19, length=4),
        ),
        Course(
            activity=MEETINGS,
            by=BO,
            spans=on_days(year, dict.fromkeys((8, 21, 39, 50), TUE), begins=18, length=2),
        ),
    ]


def _asked_about(year: int) -> list[Course]:
    associations = {quarter: Report(measures={"foreningar": count}) for quarter, count in ((1, 3), (2, 4), (3, 4))}
    return [
        Course(activity="timra_exempel/kunskap_om_vald", by=DINA, spans=quarters(year), told={2: not_needed()}),
        Course(activity="timra_exempel/huskurage", by=FINN, spans=quarters(year), told=associations),
        Course(
            activity="timra_exempel/centrala_timra",
            by=DINA,
            spans={1: whole_days(Period(date(year, 1, 15), date(year, 10, 30)))},
        ),
    ]


def _collaboration(year: int) -> list[Course]:
    return [
        Course(activity="timra_samverkan_exempel/forebyggande_unga", by=ANNA, spans=quarters(year)),
        Course(activity="timra_samverkan_exempel/natdroger", by=BO, spans=quarters(year)),
        Course(
            activity="timra_samverkan_exempel/radet",
            by=HUGO,
            spans=on_days(year, dict.fromkeys((16, 24, 38, 49), THU), begins=13, length=2),
        ),
    ]
