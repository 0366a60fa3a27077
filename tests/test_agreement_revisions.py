"""What a revision takes away."""

from dataclasses import replace

import pytest
from sqlmodel import Session

from bot.domain.agreement_file import PartyEntry
from bot.domain.permissions import Actor
from bot.domain.words import PartyKind, Role
from bot.services import agreement_drafts, agreement_saving, agreements, renewals
from tests.agreement_plans import file_of, promise
from tests.factories import NOW, acting, municipality, person

POLICE, TOWN = promise().parties
HOUSING = PartyEntry(name="Timråbo", kind=PartyKind.HOUSING_COMPANY)


@pytest.fixture
def dina(session: Session) -> Actor:
    return acting(session, person(session, "UDINA", Role.COORDINATOR, place=municipality(session, "Timrå")))


def revise(session: Session, dina: Actor, *parties: PartyEntry) -> None:
    found = agreements.add(session, replace(promise(), parties=(POLICE, TOWN, HOUSING)), NOW)
    draft_id = renewals.revise(session, dina, found.id, NOW)
    frame = agreement_drafts.opened(session, dina, draft_id, NOW).draft.frame
    agreement_drafts.change_frame(session, dina, draft_id, frame.version, replace(frame, parties=parties), NOW)
    agreement_drafts.take_all(session, dina, draft_id, NOW)
    agreement_saving.save(session, dina, draft_id, NOW)
    session.expire_all()


def test_who_is_no_party_any_more_is_none(session: Session, dina: Actor) -> None:
    revise(session, dina, POLICE, TOWN)

    assert file_of(session, "timra_2026").parties == (POLICE, TOWN)


def test_who_is_named_still_stays(session: Session, dina: Actor) -> None:
    revise(session, dina, POLICE, TOWN, HOUSING)

    assert file_of(session, "timra_2026").parties == (POLICE, TOWN, HOUSING)
