"""The most that one person has of their own: what is next, what is missing, reports, home and settings."""

from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.kinds import KINDS
from bot.domain.manners import Away, Manners, Wants
from bot.domain.report_search import Search
from bot.domain.subscriptions import LONGEST, subject
from bot.domain.words import Purpose
from bot.views.home import HomeContents, HomeDesk
from bot.views.mine import Mine
from bot.views.preferences import OwnSettings
from storage.absences import PlannedAbsence
from storage.mine import MyReport, OpenHandover, Unsent
from storage.models import AccessRequest
from storage.occurrences import Listed
from storage.subscriptions import Subscribed
from tests import longest as l
from tests.factories import NOW


def mine() -> Mine:
    """Five that are next, and sixty that nobody has reported."""
    coming = [l.staffed(one) for one in [*l.of_every_form()][:5]]
    return Mine(1, coming, [*l.of_every_form()] * 6, plans=True)


def only(one: Listed) -> Mine:
    return Mine(1, [l.staffed(one)], [one], plans=False)


def my_report(one: Listed) -> MyReport:
    return MyReport(l.ID, "ORN-2026-9999", one, l.report(one.kind))


def reports(count: int) -> list[MyReport]:
    kinds = [*KINDS]
    return [my_report(l.occurrence(kind=kinds[number % len(kinds)])) for number in range(count)]


def home() -> HomeContents:
    requests = [AccessRequest(id=l.ID, team_id="T0", user_id=f"{l.USER}{number}", asked_at=NOW) for number in range(9)]
    handovers = [OpenHandover(one, l.USER, l.USER, NOW - timedelta(days=20)) for one in l.of_every_form()]
    people = [one.user_id for one in l.named()]
    unsent = [Unsent(f"{l.USER}{number}", Purpose.REMINDER, "channel_not_found") for number in range(9)]
    desk = HomeDesk(requests, handovers, unsent)
    return HomeContents(mine(), reports(20), [*KINDS], Search("ovrigt", "2026-11"), desk, l.overviews(12), people)


def absence(substitute: str | None = l.USER) -> PlannedAbsence:
    return PlannedAbsence(l.ID, 1, l.USER, Away(date(2026, 12, 28), date(2027, 1, 10), l.ID), substitute)


def settings() -> OwnSettings:
    """Everything chosen, and away as often as can be shown."""
    manners = Manners(
        zone=ZoneInfo("America/Argentina/ComodRivadavia"), quiet_from=time(21, 45), quiet_to=time(6, 45),
        workdays=frozenset({0, 1, 2, 3, 5, 6}), works_red_days=True, muted=frozenset(KINDS), wants=Wants.WEEKLY,
    )  # fmt: skip
    return OwnSettings(manners, KINDS, [absence(), absence(None)] * 15, NOW.date(), "tertial", [subscribed()] * 30)


def subscribed() -> Subscribed:
    """Of a question as long as they are kept."""
    return Subscribed(l.ID, subject(l.PLACE * LONGEST)[:LONGEST], "half_year")
