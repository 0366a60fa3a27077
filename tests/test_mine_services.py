from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlmodel import Session

from bot.domain.report import Report
from bot.domain.report_search import ANY, EARLIER, Search
from bot.domain.words import Form, HandoverState, OccurrenceState, Part, Role
from bot.services import mine, outcomes, people
from bot.views import mine as views
from storage import handovers
from storage.models import Activity, Municipality, Person
from storage.occurrences import find
from tests.factories import NOW, TEAM, acting, activity, municipality, occurrence, person, stockholm


@dataclass
class World:
    hofors: Municipality
    anna: Person
    bo: Person
    walks: Activity
    checks: Activity


@pytest.fixture
def world(session: Session) -> World:
    hofors = municipality(session)
    anna = person(session, "UANNA", Role.STAFF, place=hofors)
    bo = person(session, "UBO", Role.STAFF, place=hofors)
    checks = activity(session, hofors, kind="trafikkontroll", protected=True)
    return World(hofors, anna, bo, activity(session, hofors), checks)


def told(session: Session, who: Person) -> str:
    text: str = views.show(mine.show(session, acting(session, who), NOW), NOW)["text"]
    return text


def report(session: Session, world: World, of: Activity, day: int, month: int = 11) -> str:
    """Anna's, on that day; gives its number."""
    row = occurrence(session, of, (world.anna, Part.LEAD), starts=stockholm(day, 18, month=month))
    listed = find(session, row.id)
    assert listed
    given = Report(measures={"fordon": 45} if of is world.checks else {"deltagare": 12})
    return outcomes.save(session, acting(session, world.anna), listed, given, NOW).number


def numbers(session: Session, world: World, search: Search) -> list[str]:
    return [one.number for one in mine.reports(session, acting(session, world.anna), search, NOW)]


def test_nothing_to_do_is_said_in_one_line(session: Session, world: World) -> None:
    assert told(session, world.anna) == "Inget är planerat för dig just nu, och inga rapporter saknas."


def test_next_comes_first_then_what_lacks_a_report(session: Session, world: World) -> None:
    occurrence(session, world.walks, (world.anna, Part.LEAD), starts=stockholm(12, 18))
    occurrence(session, world.walks, (world.anna, Part.LEAD))
    assert told(session, world.anna) == (
        "Tisdag 24 november kl. 18–20: trygghetsvandring, Hofors centrum\n"
        "Saknar rapport: 1\n"
        "Trygghetsvandring torsdag 12 november kl. 18–20, Hofors centrum"
    )


def test_a_lock_screen_shows_no_protected_time_or_place(session: Session, world: World) -> None:
    occurrence(session, world.checks, (world.anna, Part.LEAD))
    assert told(session, world.anna) == "Trafikkontroll: skyddad, tid och plats står bara i meddelandet"


def test_a_substitute_has_it_on_no_list(session: Session, world: World) -> None:
    occurrence(session, world.walks, (world.anna, Part.LEAD), (world.bo, Part.SUBSTITUTE))
    occurrence(session, world.walks, (world.bo, Part.SUBSTITUTE), starts=stockholm(12, 18))
    assert told(session, world.bo) == "Inget är planerat för dig just nu, och inga rapporter saknas."


def test_a_week_to_be_used_stands_after_what_has_a_time_before_its_end(session: Session, world: World) -> None:
    patrols = activity(session, world.hofors, kind="fotpatrullering", form=Form.WINDOW)
    week = occurrence(session, patrols, (world.anna, Part.LEAD), starts=stockholm(16, 0), length=timedelta(days=14))
    walk = occurrence(session, world.walks, (world.anna, Part.LEAD))
    coming = mine.show(session, acting(session, world.anna), NOW).coming
    assert [one.occurrence.id for one in coming] == [walk.id, week.id]


def test_what_lacks_a_report_the_longest_comes_first(session: Session, world: World) -> None:
    days = (12, 5, 19)
    rows = [occurrence(session, world.walks, (world.anna, Part.LEAD), starts=stockholm(day, 18)) for day in days]
    missing = mine.show(session, acting(session, world.anna), NOW).to_report
    assert [one.id for one in missing] == [rows[1].id, rows[0].id, rows[2].id]


def test_what_is_cancelled_is_on_no_list(session: Session, world: World) -> None:
    row = occurrence(session, world.walks, (world.anna, Part.LEAD))
    row.state = OccurrenceState.CANCELLED
    session.flush()
    assert mine.show(session, acting(session, world.anna), NOW).coming == []


def test_my_reports_hold_figures(session: Session, world: World) -> None:
    report(session, world, world.walks, 12)
    found = mine.reports(session, acting(session, world.anna), Search(), NOW)
    assert views.reports(found, NOW)["text"] == (
        "Mina rapporter, den senaste först\n"
        "HOF-2026-0001 · trygghetsvandring torsdag 12 november kl. 18–20, Hofors centrum\n"
        "Deltagare: 12"
    )


def test_my_reports_are_mine(session: Session, world: World) -> None:
    report(session, world, world.walks, 12)
    assert mine.reports(session, acting(session, world.bo), Search(), NOW) == []


@pytest.mark.parametrize(
    ("search", "found"),
    [
        (Search(), [3, 2, 1]),
        (Search(kind="trafikkontroll"), [3]),
        (Search(month="2026-11"), [3, 1]),
        (Search(kind="trafikkontroll", month="2026-10"), []),
        (Search(month=EARLIER), []),
        (Search(ANY, "2026-10"), [2]),
    ],
)
def test_my_reports_are_searched_by_kind_and_month(
    session: Session, world: World, search: Search, found: list[int]
) -> None:
    report(session, world, world.walks, 12)
    report(session, world, world.walks, 8, month=10)
    report(session, world, world.checks, 13)
    assert numbers(session, world, search) == [f"HOF-2026-{number:04d}" for number in found]


def test_a_coordinator_sees_who_waits_for_an_answer(session: Session, world: World) -> None:
    dina = person(session, "UDINA", Role.COORDINATOR, place=world.hofors)
    row = occurrence(session, world.walks, (world.anna, Part.LEAD))
    handovers.ask(session, row.id, world.anna.id, world.bo.id, NOW)
    people.ask(session, TEAM, "UGRETA", NOW)
    desk = mine.home(session, acting(session, dina), Search(), NOW).desk
    assert [request.user_id for request in desk.requests] == ["UGRETA"]
    assert [(one.giver, one.colleague, one.occurrence.id) for one in desk.handovers] == [("UANNA", "UBO", row.id)]


def test_an_answered_hand_over_waits_no_more(session: Session, world: World) -> None:
    dina = person(session, "UDINA", Role.COORDINATOR, place=world.hofors)
    row = occurrence(session, world.walks, (world.anna, Part.LEAD))
    asked = handovers.ask(session, row.id, world.anna.id, world.bo.id, NOW)
    handovers.settle(session, asked.id, HandoverState.DECLINED, NOW)
    assert mine.home(session, acting(session, dina), Search(), NOW).desk.handovers == []


def test_staff_have_no_desk_and_no_standing(session: Session, world: World) -> None:
    people.ask(session, TEAM, "UGRETA", NOW)
    found = mine.home(session, acting(session, world.anna), Search(), NOW)
    assert (found.desk.requests, found.desk.handovers, found.standing) == ([], [], [])
