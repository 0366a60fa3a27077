"""A chief of a part of a police area asks about all of it, and is told which part the answer is about."""

import pytest
from sqlmodel import Session

from bot.domain.errors import NotAllowed
from bot.domain.words import Role
from bot.services import nation, who_leads
from bot.services.progress_allowed import allowed, refused
from bot.views import nation as nation_views
from bot.views import who_leads as who_leads_views
from storage.models import Municipality, Person, PoliceArea
from tests import progress_rows as rows
from tests.factories import acting, municipality, person
from tests.progress_rows import MONDAY

PLACES = ("Gävle", "Hofors", "Ockelbo")
GAVLE_ALONE = "Svaret om Gästrikland gäller bara Gävle: läget i resten kan du inte se. <@UDINA> kan hjälpa dig."
TWO = "Svaret om Gästrikland gäller bara Gävle och Ockelbo: läget i resten kan du inte se. <@UDINA> kan hjälpa dig."
GAVLE = f"""\
Gävle: 1 aktivitet ligger efter.
Ligger efter: trygghetsvandringar. 0 gjorda, 1 väntad till i dag, 2 planerade i år.
Antalen planerades av rådet 14 januari. Medborgarlöftet anger inga antal.
Ingen rapport har kommit in än, och ingen saknas.
{GAVLE_ALONE}"""
LEADS = f"""\
Vandringar, Gävle.
Ansvarig saknas
Samordnar: <@UBO>.
{GAVLE_ALONE}"""


@pytest.fixture
def area(session: Session) -> dict[str, Municipality]:
    """Gästrikland, each with its promise. Dina coordinates Hofors, and Bo Gävle."""
    gastrikland = PoliceArea(key="gastrikland", name="Gästrikland")
    session.add(gastrikland)
    session.flush()
    there = {name: municipality(session, name) for name in PLACES}
    for place in there.values():
        place.police_area_id = gastrikland.id
        rows.activity(session, rows.agreement(session, place), place, "trygghetsvandring", "Vandringar", goal=2)
    for user, name in (("UDINA", "Hofors"), ("UBO", "Gävle")):
        person(session, user, Role.COORDINATOR, place=there[name])
    return there


@pytest.fixture
def cia(session: Session, area: dict[str, Municipality]) -> Person:
    """A chief of Gävle."""
    return person(session, "UCIA", Role.CHIEF, place=area["Gävle"])


def answered(session: Session, who: Person, line: str) -> list[str]:
    found = nation.ask(session, acting(session, who, MONDAY), line, MONDAY)
    said: str = nation_views.answer(found, MONDAY)["text"]
    return said.splitlines()


def test_who_sees_one_municipality_of_an_area_is_told_so(session: Session, cia: Person) -> None:
    assert "\n".join(answered(session, cia, "läget Gästrikland")) == GAVLE


@pytest.mark.parametrize("line", ["vad har vi lovat i Gästrikland?", "läget cykelkampanjen Gästrikland"])
def test_so_it_is_of_what_was_promised_and_where_nothing_is_found(session: Session, cia: Person, line: str) -> None:
    assert answered(session, cia, line)[-1] == GAVLE_ALONE


def test_who_sees_two_of_three_is_told_which(session: Session, cia: Person, area: dict[str, Municipality]) -> None:
    rows.grant(session, cia, Role.CHIEF, area["Ockelbo"])

    assert answered(session, cia, "läget Gästrikland")[-1] == TWO


def test_who_sees_all_of_it_is_told_nothing_more(
    session: Session, cia: Person, area: dict[str, Municipality]
) -> None:  # fmt: skip
    for name in ("Hofors", "Ockelbo"):
        rows.grant(session, cia, Role.CHIEF, area[name])

    assert not [line for line in answered(session, cia, "läget Gästrikland") if "Svaret" in line]


def test_who_leads_there_is_told_of_the_same_part(session: Session, cia: Person) -> None:
    found = who_leads.ask(session, acting(session, cia, MONDAY), "i Gästrikland", MONDAY)

    assert who_leads_views.answer(found)["text"] == LEADS


@pytest.mark.usefixtures("area")
def test_who_sees_nothing_of_it_is_refused(session: Session) -> None:
    eva = person(session, "UEVA", Role.CHIEF, place=municipality(session, "Timrå"))

    with pytest.raises(NotAllowed) as refusal:
        answered(session, eva, "läget Gästrikland")
    assert refusal.value.sentence == "Du kan inte se läget i Gästrikland. <@UBO> kan hjälpa dig."


def test_where_a_place_has_no_municipality_nobody_is_named(session: Session, cia: Person) -> None:
    """As of an agreement that has none any more."""
    with pytest.raises(NotAllowed) as refusal:
        allowed(session, acting(session, cia, MONDAY), {"den kommunen": set()}, MONDAY.date())

    assert refusal.value.sentence == "Du kan inte se läget i den kommunen. Samordnaren där kan hjälpa dig."


def test_of_many_municipalities_only_the_number_is_told(session: Session, cia: Person) -> None:
    there = [municipality(session, f"{letter}kommun") for letter in "ABCDEFG"]
    for place in there[1:]:
        rows.grant(session, cia, Role.CHIEF, place)

    told = refused(session, acting(session, cia, MONDAY), {"Uppland": {one.id for one in there}}, MONDAY.date())

    assert told == (
        "Svaret om Uppland gäller bara 6 av kommunerna: läget i resten kan du inte se. Samordnaren där kan hjälpa dig."
    )
