import pytest
from sqlmodel import Session

from bot.domain.errors import Gone, NotAllowed
from bot.domain.permissions import Actor
from bot.domain.words import AgreementKind, PartyKind, Role
from bot.services import progress_overview
from bot.views.progress_found import Overview, Scope, SeveralAgreements, WhichAgreement
from storage.models import Municipality, Party
from tests import progress_rows as rows
from tests.factories import acting, municipality, person, stockholm
from tests.progress_rows import MONDAY


def reader(session: Session, *places: Municipality, role: Role = Role.CHIEF) -> Actor:
    someone = person(session, "UEVA")
    for place in places:
        rows.grant(session, someone, role, place)
    return acting(session, someone, MONDAY)


def one(session: Session, actor: Actor, text: str = "") -> Overview:
    found = progress_overview.ask(session, actor, text, MONDAY)
    assert isinstance(found, Overview)
    return found


def test_somebody_with_one_municipality_gets_its_promise(session: Session) -> None:
    place = municipality(session)
    rows.agreement(session, place, AgreementKind.COLLABORATION)
    promise = rows.agreement(session, place)

    found = one(session, reader(session, place))

    assert found.agreement.id == promise.id
    assert found.beside is not None


def test_the_collaboration_agreement_is_found_by_its_name(session: Session) -> None:
    place = municipality(session)
    rows.agreement(session, place)
    agreement = rows.agreement(session, place, AgreementKind.COLLABORATION)

    assert one(session, reader(session, place), "läget samverkan").agreement.id == agreement.id


def test_a_chief_of_several_gets_a_list(session: Session) -> None:
    places = [municipality(session, name) for name in ("Hofors", "Ockelbo")]
    for place in places:
        rows.agreement(session, place)

    found = progress_overview.ask(session, reader(session, *places), "läget", MONDAY)

    assert isinstance(found, SeveralAgreements)
    assert [list(each.agreement.municipalities.values()) for each in found.overviews] == [["Hofors"], ["Ockelbo"]]


def test_a_police_area_means_its_municipalities(session: Session) -> None:
    places = [municipality(session, name) for name in ("Hofors", "Ockelbo")]
    for place in places:
        rows.agreement(session, place)

    assert list(
        one(session, reader(session, *places), "Lokalpolisområde Ockelbo").agreement.municipalities.values()
    ) == ["Ockelbo"]


def test_another_municipality_is_refused_and_says_who_can_help(session: Session) -> None:
    mine, other = municipality(session), municipality(session, "Ockelbo")
    person(session, "UDINA", Role.COORDINATOR, place=other)

    with pytest.raises(NotAllowed, match=r"Du kan inte se läget i Ockelbo\. <@UDINA> kan hjälpa dig"):
        progress_overview.ask(session, reader(session, mine), "läget Ockelbo", MONDAY)


def test_somebody_without_a_role_sees_nothing(session: Session) -> None:
    with pytest.raises(NotAllowed, match="Du har ingen kommun"):
        progress_overview.ask(session, reader(session), "läget", MONDAY)


def test_a_button_of_another_municipality_is_refused(session: Session) -> None:
    mine, other = municipality(session), municipality(session, "Ockelbo")
    theirs = rows.agreement(session, other)

    with pytest.raises(NotAllowed):
        progress_overview.show(session, reader(session, mine), Scope(theirs.id), MONDAY)


def test_a_button_of_an_agreement_that_is_gone_says_so(session: Session) -> None:
    with pytest.raises(Gone):
        progress_overview.show(session, reader(session, municipality(session)), Scope(99), MONDAY)


def test_the_next_time_of_a_protected_activity_is_hidden(session: Session) -> None:
    place = rows.timra(session)

    found = one(session, reader(session, place))

    hidden = [each.frame.title for each in found.activities if each.frame.activity_id in found.hidden]
    assert hidden == ["Trafikkontroller vid riskplatser", "Insatser mot droghandel"]


def test_a_coordinator_sees_the_next_time_of_a_protected_activity(session: Session) -> None:
    place = rows.timra(session)

    assert one(session, reader(session, place, role=Role.COORDINATOR)).hidden == frozenset()


def test_whoever_is_on_the_next_protected_occurrence_sees_when_it_is(session: Session) -> None:
    place = municipality(session)
    checks = rows.activity(
        session, rows.agreement(session, place), place, "trafikkontroll", "K", goal=2, protected=True
    )
    anna = person(session, "UANNA", Role.STAFF, place=place)
    rows.occasion(session, checks, stockholm(28, 22), anna)

    assert one(session, acting(session, anna, MONDAY)).hidden == frozenset()


def test_being_on_a_later_one_does_not_show_the_next(session: Session) -> None:
    place = municipality(session)
    checks = rows.activity(
        session, rows.agreement(session, place), place, "trafikkontroll", "K", goal=2, protected=True
    )
    anna = person(session, "UANNA", Role.STAFF, place=place)
    rows.occasion(session, checks, stockholm(27, 22))
    rows.occasion(session, checks, stockholm(28, 22), anna)

    assert one(session, acting(session, anna, MONDAY)).hidden == {checks.id}


def test_ended_agreements_are_shown_only_when_asked_for(session: Session) -> None:
    place = municipality(session)
    ended = rows.agreement(session, place, years=(2023, 2024))

    found = progress_overview.ask(session, reader(session, place), "läget", MONDAY)

    assert isinstance(found, WhichAgreement)
    assert found.sentence == "Inget medborgarlöfte och ingen överenskommelse gäller nu. Det här finns:"
    assert [choice.id for choice in found.choices] == [ended.id]


def test_a_year_finds_the_agreement_that_held_then(session: Session) -> None:
    place = municipality(session)
    rows.agreement(session, place)
    ended = rows.agreement(session, place, years=(2023, 2024))

    assert one(session, reader(session, place), "läget Hofors 2023").agreement.id == ended.id


def test_what_the_police_promised_is_what_they_lead(session: Session) -> None:
    place = municipality(session)
    promise = rows.agreement(session, place)
    theirs = rows.activity(session, promise, place, "trafikkontroll", "Kontroller")
    rows.activity(session, promise, place, "dialog", "Samtal")
    rows.led_by(session, theirs, Party(name="Polisen", kind=PartyKind.POLICE))

    found = one(session, reader(session, place), "vad har polisen lovat i Hofors?")

    assert [each.frame.title for each in found.activities] == ["Kontroller"]


def test_mine_is_empty_without_rights(session: Session) -> None:
    rows.timra(session)

    assert progress_overview.mine(session, reader(session), MONDAY) == []
