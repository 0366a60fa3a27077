"""When and where what is protected is done is not shown to all who may renew or revise its agreement."""

from collections.abc import Callable

import pytest
from sqlmodel import Session

from bot.domain.permissions import Actor
from bot.domain.words import Role
from bot.services import agreement_drafts, agreement_saving, agreements, renewals
from tests.agreement_plans import file_of
from tests.factories import acting, municipality, person, stockholm
from tests.plans import plan

NOW = stockholm(1, 9, month=3, year=2027)
BOTH = pytest.mark.parametrize("begin", [renewals.renew, renewals.revise])
SAID = ("vår och höst", "varje fredag kl. 22–01")
Begin = Callable[..., int]


def begun(session: Session, begin: Begin, role: Role) -> tuple[Actor, int]:
    who = acting(session, person(session, "dina", role, place=municipality(session, "Timrå")))
    return who, begin(session, who, agreements.add(session, plan(), NOW).id, NOW)


@BOTH
@pytest.mark.parametrize(
    ("role", "shown"), [(Role.COORDINATOR, SAID), (Role.ADMINISTRATOR, ("vår och höst", "(skyddad tid)"))]
)
def test_an_administrator_does_not_read_it(session: Session, begin: Begin, role: Role, shown: tuple[str, str]) -> None:
    who, draft_id = begun(session, begin, role)

    found = agreement_drafts.opened(session, who, draft_id, NOW).draft.activities

    assert tuple(one.entry.recurrence for one in found) == shown


@BOTH
def test_it_goes_on_as_it_was(session: Session, begin: Begin) -> None:
    who, draft_id = begun(session, begin, Role.ADMINISTRATOR)

    agreement_drafts.take_all(session, who, draft_id, NOW)
    agreement_saving.save(session, who, draft_id, NOW)

    key = "timra_2027" if begin is renewals.revise else "timra_2028"
    made = file_of(session, key).activities
    assert tuple(one.recurrence for one in made) == SAID
    assert [one.place for one in made] == ["Timrå centrum", "E4 Sörberge"]
