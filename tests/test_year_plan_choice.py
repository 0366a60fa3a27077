"""Which activity is meant, when what is renewed has the same name as before."""

from datetime import date

import pytest
from sqlmodel import Session, col, select

from bot.domain.permissions import Actor
from bot.domain.words import Role
from bot.services import year_plan
from bot.views.occurrences import choose
from bot.views.year_plan_choice import opener
from storage.models import Agreement
from tests import factories
from tests.factories import NOW, acting, person


@pytest.fixture
def dina(session: Session) -> Actor:
    """Coordinator where the walks of 2026 are renewed for 2027 and 2028."""
    town = factories.municipality(session, "Timrå")
    for first, last in ((2026, 2026), (2027, 2028)):
        factories.activity(session, town)
        newest = session.exec(select(Agreement).order_by(col(Agreement.id))).all()[-1]
        newest.period_start, newest.period_end = date(first, 1, 1), date(last, 12, 31)
    session.flush()
    return acting(session, person(session, "UDINA", Role.COORDINATOR, place=town))


def test_the_years_tell_them_apart(session: Session, dina: Actor) -> None:
    found = year_plan.find(session, dina, "trygga kvällar", NOW)

    [group] = choose(found, "year_plan_form", "Välj")["accessory"]["option_groups"]
    assert [option["text"]["text"] for option in group["options"]] == [
        "2026: Trygga kvällar", "2027–2028: Trygga kvällar",
    ]  # fmt: skip


def test_a_year_that_is_named_decides(session: Session, dina: Actor) -> None:
    [found] = year_plan.find(session, dina, "trygga kvällar 2028", NOW)

    assert found.days.first == date(2027, 1, 1)
    assert year_plan.find(session, dina, "trygga kvällar 2031", NOW) == []


def test_who_asks_for_several_in_a_chat_chooses_there(session: Session, dina: Actor) -> None:
    found = year_plan.find(session, dina, "trygga kvällar", NOW)

    [asked] = opener(found, "trygga kvällar")["blocks"]
    assert asked["text"]["text"] == "Flera aktiviteter passar. Vilken menar du?"
    assert asked["accessory"]["action_id"] == "year_plan_form"
