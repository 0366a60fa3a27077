"""A coordinator ends what coordinators give, and no administrator."""

import pytest
from sqlmodel import Session, select

from bot.domain.calendar import local_day
from bot.domain.errors import NotAllowed
from bot.domain.permissions import Actor
from bot.domain.words import Role
from bot.services import leaving, members
from bot.views.leaving import Takeover
from storage.models import Person, RoleGrant
from tests.factories import NOW, acting, municipality, person


@pytest.fixture
def dina(session: Session) -> Actor:
    """Of the only municipality there is."""
    return acting(session, person(session, "UDINA", Role.COORDINATOR, place=municipality(session)))


@pytest.fixture
def admin(session: Session) -> Person:
    return person(session, "UADMIN", Role.ADMINISTRATOR)


def role(session: Session, of: Person) -> str:
    """The key of it."""
    return f"r{session.exec(select(RoleGrant.id).where(RoleGrant.person_id == of.id)).one()}"


def test_a_coordinator_does_not_end_an_administrator(session: Session, dina: Actor, admin: Person) -> None:
    assert members.changeable(session, dina, admin.id, NOW).may_end == frozenset()
    with pytest.raises(NotAllowed):
        members.end(session, dina, role(session, admin), NOW)


def test_a_coordinator_does_not_let_an_administrator_leave(session: Session, dina: Actor, admin: Person) -> None:
    with pytest.raises(NotAllowed, match="Bara en administratör"):
        leaving.leave(session, dina, admin.id, Takeover(None, local_day(NOW)), NOW)


@pytest.mark.usefixtures("dina")
def test_another_administrator_does(session: Session, admin: Person) -> None:
    other = acting(session, person(session, "UOTHER", Role.ADMINISTRATOR))
    members.end(session, other, role(session, admin), NOW)
    leaving.leave(session, other, admin.id, Takeover(None, local_day(NOW)), NOW)
    assert not admin.active
