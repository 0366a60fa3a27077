"""Asked about before it begins: when it does."""

from datetime import date

import pytest
from sqlmodel import Session

from bot.domain.permissions import Actor
from bot.domain.words import Role
from bot.services import progress_overview
from bot.views.progress_found import WhichAgreement
from storage.models import Agreement
from tests import progress_rows as rows
from tests.factories import acting, municipality, person
from tests.progress_rows import MONDAY


@pytest.fixture
def cia(session: Session) -> Actor:
    """Chief where a promise begins at New Year."""
    place = municipality(session, "Timrå")
    coming = session.get(Agreement, rows.agreement(session, place).id)
    assert coming
    coming.title, coming.period_start, coming.period_end = "Löfte 2027", date(2027, 1, 1), date(2027, 12, 31)
    session.flush()
    someone = person(session, "UCIA")
    rows.grant(session, someone, Role.CHIEF, place)
    return acting(session, someone, MONDAY)


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("hur går det med Timrå?", "i Timrå gäller nu. Löfte 2027 börjar 1 januari 2027."),
        ("läget Timrå 2027", "i Timrå gäller än. Löfte 2027 börjar 1 januari 2027."),
        ("läget Timrå förra året", "i Timrå gällde 2025. Samordnaren kan lägga in det."),
    ],
)
def test_what_has_not_begun_is_not_denied(session: Session, cia: Actor, asked: str, answered: str) -> None:
    found = progress_overview.ask(session, cia, asked, MONDAY)

    assert isinstance(found, WhichAgreement)
    assert found.sentence == f"Inget medborgarlöfte och ingen överenskommelse {answered}"
