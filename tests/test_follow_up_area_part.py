"""Who may follow up a part of a police area is given that part, and told what of it is somebody else's."""

import pytest
from sqlmodel import Session

from bot.domain.words import Role
from bot.services import follow_up_asked
from bot.views.follow_up import ShownFollowUp, WhichFollowUp, shown, which
from storage.models import Municipality, PoliceArea
from tests import progress_rows as rows
from tests.factories import acting, municipality, person
from tests.progress_rows import MONDAY

GAVLE = """\
Uppföljning: Gävle 2026
Utkast, version 1. Siffrorna är från i dag, måndag 23 november. Perioden går till 31 december 2026.
1 aktivitet ligger efter.
Utlovat: inga antal är utlovade.
Planerat: trygghetsvandringar 0 av 2
Ingen rapport har kommit in än, och ingen saknas.
Ansvarig saknas: trygghetsvandringar
Du kan inte se uppföljningen i Hofors och Ockelbo. <@UBO> och <@UDINA> kan hjälpa dig."""
WHICH = """\
Vilken kommuns uppföljning för 2026 vill du se?
Du kan inte se uppföljningen i Ockelbo. <@UDINA> kan hjälpa dig."""
NO_COORDINATOR = "Du kan inte se uppföljningen i Ockelbo. Samordnaren där kan hjälpa dig."


@pytest.fixture
def area(session: Session) -> dict[str, Municipality]:
    """Gävle, Hofors and Ockelbo, all of Gästrikland and each with its promise."""
    gastrikland = PoliceArea(key="gastrikland", name="Gästrikland")
    session.add(gastrikland)
    session.flush()
    there = {name: municipality(session, name) for name in ("Gävle", "Hofors", "Ockelbo")}
    for place in there.values():
        place.police_area_id = gastrikland.id
        rows.activity(session, rows.agreement(session, place), place, "trygghetsvandring", "Vandringar", goal=2)
    return there


def asked(session: Session, line: str, *mine: Municipality) -> ShownFollowUp | WhichFollowUp:
    """By a chief of `mine`."""
    chief = person(session, "UCIA")
    for place in mine:
        rows.grant(session, chief, Role.CHIEF, place)
    found = follow_up_asked.ask(session, acting(session, chief, MONDAY), line, MONDAY)
    assert isinstance(found, ShownFollowUp | WhichFollowUp)
    return found


def told(found: ShownFollowUp | WhichFollowUp) -> str:
    said: str = (which(found) if isinstance(found, WhichFollowUp) else shown(found, MONDAY))["text"]
    return said


def test_a_chief_of_one_municipality_is_told_which_others_are_not_theirs(
    session: Session, area: dict[str, Municipality]
) -> None:
    for user, place in (("UBO", "Hofors"), ("UDINA", "Ockelbo")):
        person(session, user, Role.COORDINATOR, place=area[place])

    assert told(asked(session, "Gästrikland 2026", area["Gävle"])) == GAVLE


def test_a_chief_of_two_chooses_and_is_told_of_the_third(session: Session, area: dict[str, Municipality]) -> None:
    person(session, "UDINA", Role.COORDINATOR, place=area["Ockelbo"])

    assert told(asked(session, "Gästrikland 2026", area["Gävle"], area["Hofors"])) == WHICH


def test_what_was_asked_about_by_name_is_refused_by_name(session: Session, area: dict[str, Municipality]) -> None:
    assert asked(session, "Gävle och Ockelbo 2026", area["Gävle"]).refused == NO_COORDINATOR


def test_nothing_is_refused_of_what_was_not_asked_about(session: Session, area: dict[str, Municipality]) -> None:
    assert asked(session, "2026", area["Gävle"]).refused == ""
