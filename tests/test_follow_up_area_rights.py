"""Only who may follow up all of a police area is given it, by words as by a button that somebody else was shown."""

import pytest
from sqlmodel import Session

from bot.domain.errors import NotAllowed
from bot.domain.periods import Period, period_of
from bot.domain.permissions import Actor
from bot.domain.words import Per, Role
from bot.services import follow_up_area, follow_up_asked
from storage.models import Municipality, PoliceArea
from tests import progress_rows as rows
from tests.factories import acting, municipality, person
from tests.progress_rows import MONDAY

YEAR: Period = period_of(MONDAY.date(), Per.YEAR)


@pytest.fixture
def area(session: Session) -> list[Municipality]:
    """Hofors and Ockelbo, both of Gästrikland and each with its promise."""
    gastrikland = PoliceArea(key="gastrikland", name="Gästrikland")
    session.add(gastrikland)
    session.flush()
    there = [municipality(session, name) for name in ("Hofors", "Ockelbo")]
    for place in there:
        place.police_area_id = gastrikland.id
        rows.activity(session, rows.agreement(session, place), place, "trygghetsvandring", "Vandringar", goal=2)
    return there


def cia(session: Session, *where: Municipality, role: Role = Role.CHIEF) -> Actor:
    who = person(session, "UCIA")
    for place in where:
        rows.grant(session, who, role, place)
    return acting(session, who, MONDAY)


def test_a_chief_of_all_of_it_is_given_it(session: Session, area: list[Municipality]) -> None:
    chief = cia(session, *area)

    asked = follow_up_asked.meant(session, chief, "Gästrikland 2026", MONDAY)
    opened = follow_up_area.opened(session, chief, area[0].id, YEAR, MONDAY)

    assert asked.area == opened
    assert [one.name for one in opened.follow_up.places] == ["Hofors", "Ockelbo"]


def test_a_chief_of_a_part_of_it_is_given_that_part(session: Session, area: list[Municipality]) -> None:
    chief = cia(session, area[0])

    asked = follow_up_asked.meant(session, chief, "Gästrikland 2026", MONDAY)

    assert (asked.area, asked.municipalities) == (None, [area[0].id])
    with pytest.raises(NotAllowed):
        follow_up_area.opened(session, chief, area[0].id, YEAR, MONDAY)


def test_staff_see_no_draft_of_it(session: Session, area: list[Municipality]) -> None:
    staff = cia(session, *area, role=Role.STAFF)

    assert follow_up_asked.meant(session, staff, "Gästrikland 2026", MONDAY).area is None
    with pytest.raises(NotAllowed):
        follow_up_area.opened(session, staff, area[0].id, YEAR, MONDAY)
