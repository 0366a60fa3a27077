"""What a year's plan knows of: goals, school holidays, what is there already, and when people are taken."""

import asyncio
from datetime import date
from typing import Any

import pytest
from sqlmodel import Session, col, select

from bot.domain.calendar import local_day
from bot.domain.errors import FieldErrors
from bot.domain.permissions import Actor
from bot.domain.swedish import day_short
from bot.domain.words import Form, GoalOrigin, Part, Per, Role
from bot.sandbox.house import House
from bot.sandbox.personas import DINA
from bot.services import occurrences, people, year_plan
from bot.views.year_plan import read
from bot.views.year_plan_preview import PlannedYear, Preview, conflict_line
from storage.models import Activity, Agreement, FunctionHolder, Goal, Municipality, Occurrence, Person, SchoolHoliday
from tests import factories
from tests.factories import NOW, acting, person, stockholm
from tests.scenes import LEAD, agreed

SPRING = {"first": "2027-01-01", "last": "2027-05-31", "avoid": ["red"], "school": "either"}


@pytest.fixture
def town(session: Session) -> Municipality:
    return factories.municipality(session, "Timrå")


@pytest.fixture
def dina(session: Session, town: Municipality) -> Actor:
    return acting(session, person(session, "UDINA", Role.COORDINATOR, place=town))


@pytest.fixture
def bo(session: Session, town: Municipality) -> Person:
    return person(session, "UBO", Role.STAFF, place=town)


def activity(session: Session, town: Municipality, *people: tuple[Person, Part], **more: Any) -> Activity:
    """Agreed on for two years."""
    made = factories.activity(session, town, *people, **more)
    for one in session.exec(select(Agreement)):
        one.period_end = date(2027, 12, 31)
    session.flush()
    return made


def proposed(session: Session, dina: Actor, of: Activity, **fields: Any) -> Preview:
    return year_plan.preview(session, dina, read({**SPRING, **fields}, of.id, NOW), NOW)


def saved(session: Session, dina: Actor, of: Activity, **fields: Any) -> PlannedYear:
    found = proposed(session, dina, of, **fields)
    made = year_plan.save(session, dina, found.asked, [], found.fingerprint, NOW)
    assert isinstance(made, PlannedYear)
    return made


def days(found: Preview | PlannedYear) -> list[str]:
    spans = found.spans if isinstance(found, PlannedYear) else found.proposal.spans
    return [day_short(local_day(one.starts)) for one in spans]


def goal(session: Session, of: Activity, count: int, per: Per) -> None:
    session.add(
        Goal(
            activity_id=of.id, origin=GoalOrigin.PROMISED, count=count, unit="träffar", per=per,
            valid_from=date(2026, 1, 1), valid_to=date(2027, 12, 31),
        )
    )  # fmt: skip
    session.flush()


def sport_break(session: Session, town: Municipality) -> None:
    session.add(
        SchoolHoliday(municipality_id=town.id, name="Sportlov", starts_on=date(2027, 3, 1), ends_on=date(2027, 3, 7))
    )
    session.flush()


@pytest.mark.parametrize(("count", "per", "left"), [(12, Per.YEAR, 12), (1, Per.MONTH, 12), (2, Per.MEETING, None)])
def test_a_goal_is_the_number_that_is_proposed(
    session: Session, town: Municipality, dina: Actor, count: int, per: Per, left: int | None
) -> None:
    talks = activity(session, town)
    goal(session, talks, count, per)
    found = year_plan.form(session, dina, talks.id, NOW)
    assert (found.within.first, found.within.last, found.start.count) == (date(2027, 1, 1), date(2027, 12, 31), left)


def test_what_is_planned_already_is_counted_off(session: Session, town: Municipality, dina: Actor) -> None:
    talks = activity(session, town)
    goal(session, talks, 12, Per.YEAR)
    saved(session, dina, talks, line="2 mars, 9 mars kl. 18–20")
    found = year_plan.form(session, dina, talks.id, NOW)
    assert (found.already, found.start.count) == (2, 10)


def test_those_who_hold_the_function_are_proposed(
    session: Session, town: Municipality, dina: Actor, bo: Person
) -> None:
    talks = activity(session, town)
    talks.function = "kommunpolis"
    session.add(FunctionHolder(function="kommunpolis", person_id=bo.id, municipality_id=town.id, valid_from=NOW.date()))
    session.flush()
    assert [(one.user_id, one.part) for one in year_plan.form(session, dina, talks.id, NOW).named] == [
        ("UBO", Part.LEAD)
    ]


def test_a_recurrence_tells_what_it_avoids(session: Session, town: Municipality, dina: Actor) -> None:
    sport_break(session, town)
    talks = activity(session, town, kind="dialog")
    found = proposed(session, dina, talks, line="varje måndag kl. 18–20 till april", first="2027-02-22", school="avoid")
    assert days(found)[:3] == ["mån 22 feb", "mån 8 mars", "mån 15 mars"]
    assert [one.why for one in found.proposal.avoided] == ["sportlov", "annandag påsk"]


def test_every_school_holiday(session: Session, town: Municipality, dina: Actor) -> None:
    sport_break(session, town)
    nights = activity(session, town, kind="nattvandring")
    assert days(proposed(session, dina, nights, line="varje skollov, fredag kl. 19–23")) == ["fre 5 mars"]


def test_a_conflict_has_the_name_of_the_other_activity(
    session: Session, town: Municipality, dina: Actor, bo: Person
) -> None:
    other = activity(session, town, (bo, Part.LEAD))
    other.title = "Fotpatrull i centrum"
    occurrences.plan(
        session, dina, other.id, stockholm(2, 19, month=3, year=2027), stockholm(2, 21, month=3, year=2027), NOW
    )
    talks = activity(session, town)
    found = proposed(session, dina, talks, line="2 mars, 9 mars kl. 18–20", lead="UBO")
    assert [(one.user_id, one.title) for one in found.conflicts] == [("UBO", "Fotpatrull i centrum")]


def test_of_another_municipality_a_conflict_has_no_name(
    session: Session, town: Municipality, dina: Actor, bo: Person
) -> None:
    hofors = factories.municipality(session)
    greta = acting(session, person(session, "UGRETA", Role.COORDINATOR, place=hofors))
    other = activity(session, hofors, (bo, Part.LEAD))
    occurrences.plan(
        session, greta, other.id, stockholm(2, 19, month=3, year=2027), stockholm(2, 21, month=3, year=2027), NOW
    )
    found = proposed(session, dina, activity(session, town), line="2 mars kl. 18–20", lead="UBO")
    assert [one.title for one in found.conflicts] == [""]
    assert conflict_line(found.conflicts[0], NOW).endswith(": <@UBO> är upptagen då")
    assert "kl." not in conflict_line(found.conflicts[0], NOW)


def test_a_substitute_is_never_in_conflict(session: Session, town: Municipality, dina: Actor, bo: Person) -> None:
    other = activity(session, town, (bo, Part.LEAD))
    saved(session, dina, other, line="2 mars kl. 19–21", lead="UBO")
    found = proposed(session, dina, activity(session, town), line="2 mars kl. 18–20", substitutes=["UBO"])
    assert found.conflicts == []


def test_what_is_planned_already_is_not_planned_again(session: Session, town: Municipality, dina: Actor) -> None:
    talks = activity(session, town)
    saved(session, dina, talks, line="2 mars, 9 mars kl. 18–20")
    found = proposed(session, dina, talks, line="2 mars, 16 mars kl. 18–20")
    assert (days(found), found.there) == (["tis 16 mars"], 1)


def test_days_outside_the_agreement_are_refused(session: Session, town: Municipality, dina: Actor) -> None:
    with pytest.raises(FieldErrors) as error:
        proposed(session, dina, activity(session, town), count="5", last="2029-01-01")
    assert error.value.fields == {"last": "Aktiviteten gäller 1 januari 2026–31 december 2027. Välj en dag då."}


def test_windows_are_planned_by_number(session: Session, town: Municipality, dina: Actor) -> None:
    patrol = activity(session, town, form=Form.WINDOW)
    saved(session, dina, patrol, count="3", stretch="week", first="2027-03-01", last="2027-03-28", line=None)
    assert labels(session) == ["vecka 9", "vecka 11", "vecka 12"]


def test_what_goes_on_is_asked_about_each_month(session: Session, town: Municipality, dina: Actor) -> None:
    campaign = activity(session, town, form=Form.CONTINUOUS)
    saved(session, dina, campaign, stretch="month")
    assert labels(session) == ["januari", "februari", "mars", "april", "maj"]
    assert session.exec(select(Goal)).all() == []


def test_a_number_of_windows_is_decided_too_but_not_of_what_counts_something_else(
    session: Session, town: Municipality, dina: Actor
) -> None:
    assert saved(session, dina, activity(session, town), count="2", starts="18:00", ends="20:00").decided == 2
    areas = activity(session, town, kind="grannsamverkan")
    assert saved(session, dina, areas, count="2", starts="18:00", ends="20:00").decided is None


def labels(session: Session) -> list[str | None]:
    return list(session.exec(select(Occurrence.label).order_by(col(Occurrence.starts_at))))


async def test_of_two_who_save_the_same_year_at_once_the_second_sees_what_the_first_did(house: House) -> None:
    of, now = await agreed(house, "trygghetsvandring", {"bo": LEAD}), house.clock.now()
    dina = await house.bot.db.read(people.actor, DINA.team_id, DINA.user_id, now)
    asked = read(
        {**SPRING, "first": "2026-11-24", "last": "2026-12-31", "count": "3", "starts": "18:00", "ends": "20:00"},
        of,
        now,
    )
    found = await house.bot.db.read(year_plan.preview, dina, asked, now)
    made = await asyncio.gather(
        *(house.bot.db.write(year_plan.save, dina, asked, [], found.fingerprint, now) for _ in range(4))
    )
    assert [type(one) for one in made].count(PlannedYear) == 1
