"""The example year in Hofors, Ockelbo and the municipality that is not named."""

from datetime import datetime, time

from bot.domain.calendar import at
from bot.domain.report import Report
from bot.domain.words import OutcomeStatus, Part, Reason
from bot.sandbox.personas import ANNA, BO, DINA, HUGO
from bot.sandbox.story import Course, Scene, Stage
from bot.sandbox.story_dates import FRI, MON, SAT, THU, TUE, WED, day, months, on_days, quarters, weeks
from bot.sandbox.story_deficiencies import IN_MAY, WALKS
from bot.sandbox.story_numbers import not_done, not_needed
from bot.services import handovers

TALKS = "hofors_exempel/trafikattityder"
PRESENCE = "kommunen_i_exemplet_exempel/narvaro"

NOBODY_OUT = {14, 25, 26, 27, 28, 29, 30, 31}  # Easter and the summer
PRESENCE_WEEKS = [week for week in range(4, 52) if week not in NOBODY_OUT]
CHECK_WEEKS = (4, 8, 12, 15, 20, 24, 28, 33, 37, 42, 50)

# By month, January first: how often they were out, and how many they talked with.
OUTREACH = ((4, 45), (4, 40), (4, 44), (4, 42), (4, 46), (4, 40), (2, 18), (4, 43), (4, 45), (4, 47))


def courses(year: int) -> list[Course]:
    return [*_hofors(year), *_hofors_against_drugs(year), *_ockelbo(year), *_presence(year), *_unnamed(year)]


def scenes(year: int) -> list[Scene]:
    friday_in_september = at(day(year, 36, FRI), time(21, 10))
    this_morning = at(day(year, 48, MON), time(8, 30))
    return [
        Scene(friday_in_september, lambda stage, now: stage.report_unplanned(ANNA, PRESENCE, now)),
        Scene(this_morning, ask_bo_to_talk),
    ]


def ask_bo_to_talk(stage: Stage, now: datetime) -> None:
    talk = stage.occurrence(TALKS, 50)
    handovers.ask(stage.session, stage.actor(ANNA, now), talk, BO.user_id, now)


def _hofors(year: int) -> list[Course]:
    partly = Report(OutcomeStatus.PARTLY, Reason.STAFF, measures={"timmar": 1, "epa": 4})
    checks = "hofors_exempel/trafikkontroller"
    return [
        Course(activity=checks, by=ANNA, spans=on_days(year, dict.fromkeys(CHECK_WEEKS, WED), begins=15, length=1)),
        Course(
            activity=checks,
            by=ANNA,
            spans=on_days(year, {48: SAT}, begins=22, length=3),
            named={ANNA: Part.LEAD, HUGO: Part.PARTICIPANT},
            place="E4 södra infarten",
        ),
        Course(
            activity="hofors_exempel/motorburet",
            by=ANNA,
            spans=on_days(year, dict.fromkeys((16, 20, 24, 32, 35, 38), SAT), begins=19, length=3),
            told={24: not_done(Reason.WEATHER), 35: partly},
        ),
        Course(activity=WALKS, by=BO, spans=on_days(year, {20: TUE}, begins=18, length=2), noted={20: IN_MAY}),
        Course(
            activity=WALKS,
            by=BO,
            spans=on_days(year, {48: TUE}, begins=18, length=2),
            named={BO: Part.LEAD, ANNA: Part.PARTICIPANT},
            place="Hofors centrum, samling vid biblioteket",
        ),
    ]


def _hofors_against_drugs(year: int) -> list[Course]:
    return [
        Course(
            activity="hofors_exempel/narkotika_och_vapen",
            by=ANNA,
            spans=on_days(year, dict.fromkeys((10, 22, 41, 51), TUE), begins=17, length=4),
        ),
        Course(activity="hofors_exempel/alkoholfritt", by=BO, spans=quarters(year)),
        Course(activity=TALKS, by=ANNA, spans=on_days(year, dict.fromkeys((18, 50), THU), begins=10, length=2)),
    ]


def _ockelbo(year: int) -> list[Course]:
    return [
        Course(activity="ockelbo_exempel/lagesbild", by=HUGO, spans=months(year)),
        Course(
            activity="ockelbo_exempel/ungdomsforum",
            by=BO,
            spans=on_days(year, dict.fromkeys((9, 19, 40, 49), TUE), begins=9, length=2),
        ),
    ]


def _presence(year: int) -> list[Course]:
    short_of_staff = {33: not_done(Reason.STAFF)}
    return [Course(activity=PRESENCE, by=ANNA, spans=weeks(year, PRESENCE_WEEKS), told=short_of_staff)]


def _unnamed(year: int) -> list[Course]:
    outreach = {
        month: Report(count=times, measures={"timmar": 3 * times, "samtal": talks})
        for month, (times, talks) in enumerate(OUTREACH, 1)
    }
    agreement = "kommunen_i_exemplet_exempel"
    return [
        Course(
            activity=f"{agreement}/kommunikation",
            by=DINA,
            spans=quarters(year),
            told={2: not_needed(), 3: not_needed()},
            named={DINA: Part.LEAD},
        ),
        Course(activity=f"{agreement}/lagesbild", by=DINA, spans=months(year)),
        Course(activity=f"{agreement}/uppsokande", by=BO, spans=months(year), told=outreach),
        Course(activity=f"{agreement}/trafikinsatser", by=HUGO, spans=quarters(year), told={3: not_needed()}),
    ]
