"""Which agreements are meant by the words after export and avtal."""

from dataclasses import replace
from datetime import date

import pytest
from sqlmodel import Session, select

from bot.domain.permissions import Actor
from bot.domain.words import Role
from bot.services import agreement_drafts, agreements, plan_files
from storage.models import Municipality
from tests import factories
from tests.factories import NOW
from tests.plans import plan


@pytest.fixture
def dina(session: Session) -> Actor:
    """Coordinator of two plans."""
    agreements.add(session, plan(), NOW)
    later = replace(plan().period, start=date(2028, 1, 1), end=date(2028, 12, 31))
    agreements.add(session, replace(plan(), key="timra_2028", title="Samverkan i Timrå 2028", period=later), NOW)
    town = session.exec(select(Municipality)).one()
    return factories.acting(session, factories.person(session, "UDINA", Role.COORDINATOR, place=town))


@pytest.mark.parametrize(("words", "found"), [("timra samverkan", 1), ("2027", 1), ("timrå", 2), ("sjöby", 2), ("", 2)])
def test_words_of_a_title_in_any_order(session: Session, dina: Actor, words: str, found: int) -> None:
    assert len(plan_files.exportable(session, dina, words)) == found
    assert len(agreement_drafts.listed(session, dina, NOW, words)) == found
