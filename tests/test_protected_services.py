"""Who plans, changes and reports what is protected: only those who may see when and where it is."""

from datetime import datetime

import pytest
from sqlmodel import Session

from bot.domain.errors import NotAllowed
from bot.domain.report import Report
from bot.domain.words import Part, Role
from bot.services import occurrences, outcomes
from bot.services.open_occurrences import changeable
from bot.views import occurrences as views
from storage.models import Municipality, Person
from storage.occurrences import find
from tests.factories import NOW, acting, activity, occurrence, person, stockholm

DURING, AFTER = stockholm(24, 19), stockholm(24, 21)


def check(session: Session, place: Municipality, *, protected: bool = True) -> tuple[Person, int]:
    """On Tuesday 24 November 18–20 in Hofors centrum; Anna leads it."""
    anna = person(session, "UANNA", Role.STAFF, place=place)
    of = activity(session, place, (anna, Part.LEAD), kind="trafikkontroll", protected=protected)
    return anna, occurrence(session, of, (anna, Part.LEAD)).id


def test_an_administrator_sees_that_it_is_planned_but_not_when_and_where(session: Session, place: Municipality) -> None:
    check(session, place)
    admin = acting(session, person(session, "UADMIN", Role.ADMINISTRATOR, place=place))
    plan = occurrences.overview(session, admin, NOW)
    shown = str(views.overview(plan.upcoming, plan.activities, NOW, hidden=plan.hidden))
    assert "*Trafikkontroll, Hofors*\\nSkyddad: tid och plats visas bara för dem som ska vara med." in shown
    assert not any(secret in shown for secret in ("24 november", "kl. 18", "centrum", "Flytta", "Ställ in"))


def test_a_coordinator_sees_it_whole(session: Session, place: Municipality) -> None:
    _, made = check(session, place)
    plan = occurrences.overview(session, acting(session, person(session, "UDINA", Role.COORDINATOR, place=place)), NOW)
    assert ([one.occurrence.id for one in plan.upcoming], plan.hidden) == ([made], [])


def test_an_administrator_plans_and_changes_only_what_is_not_protected(session: Session, place: Municipality) -> None:
    _, made = check(session, place)
    admin = acting(session, person(session, "UADMIN", Role.ADMINISTRATOR, place=place))
    with pytest.raises(NotAllowed):
        changeable(session, admin, made, NOW)
    assert occurrences.overview(session, admin, NOW).activities == []
    found = find(session, made)
    assert found is not None
    with pytest.raises(NotAllowed, match="skyddade"):
        occurrences.plannable(session, admin, found.activity_id)


def test_an_administrator_changes_what_is_open(session: Session, place: Municipality) -> None:
    _, made = check(session, place, protected=False)
    admin = acting(session, person(session, "UADMIN", Role.ADMINISTRATOR, place=place))
    assert changeable(session, admin, made, NOW).occurrence.id == made


@pytest.mark.parametrize("now", [NOW, DURING])
def test_others_are_told_nothing_until_it_is_over(session: Session, place: Municipality, now: datetime) -> None:
    _, made = check(session, place)
    bo = acting(session, person(session, "UBO", Role.STAFF, place=place))
    with pytest.raises(NotAllowed, match="Tillfället är skyddat, så jag visar inte tid och plats"):
        outcomes.opened(session, bo, made, now)
    with pytest.raises(NotAllowed, match="Tillfället är skyddat, så jag visar inte tid och plats"):
        outcomes.save(session, bo, outcomes.existing(session, made), Report(), now)


def test_when_it_is_over_others_of_the_municipality_may_report_it(session: Session, place: Municipality) -> None:
    _, made = check(session, place)
    bo = acting(session, person(session, "UBO", Role.STAFF, place=place))
    assert outcomes.opened(session, bo, made, AFTER).occurrence.id == made


def test_who_is_named_reports_it_while_it_goes_on(session: Session, place: Municipality) -> None:
    anna, made = check(session, place)
    assert outcomes.opened(session, acting(session, anna), made, DURING).occurrence.id == made
