from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from sqlmodel import Session, select

from bot.domain.errors import Gone, NotAllowed
from bot.domain.permissions import Actor
from bot.domain.places import Place
from bot.domain.words import MessageState, Part, Purpose, RequestState, Role
from bot.services import invitations, people
from bot.services.invitations import Colleague
from bot.views.giving import Giving
from bot.views.people import AskedAccess
from storage import access
from storage.members import Member
from storage.models import AccessRequest, AuditEvent, Municipality, OutboxMessage, Person, RoleGrant
from tests.factories import NOW, TEAM, acting, municipality, person

LATER = NOW + timedelta(hours=2)


@dataclass
class World:
    timra: Municipality
    dina: Person
    erik: Person

    def as_staff(self, function: str | None = None) -> Giving:
        return self.as_(Role.STAFF, function)

    def as_(self, role: Role, function: str | None = None) -> Giving:
        return Giving([Place(self.timra.id)], [role], function, None, NOW.date(), None)


@pytest.fixture
def world(session: Session) -> World:
    timra = municipality(session, "Timrå")
    ockelbo = municipality(session, "Ockelbo")
    dina = person(session, "UDINA", Role.COORDINATOR, place=timra)
    return World(timra, dina, person(session, "UERIK", Role.COORDINATOR, place=ockelbo))


def add(session: Session, actor: Actor, request_id: int, giving: Giving, now: datetime) -> Member:
    request = people.requested(session, actor, request_id)
    whom = Colleague(request.team_id, request.user_id)
    return invitations.invite(session, actor, whom, giving, now, request_id=request_id)


def outbox(session: Session, purpose: Purpose) -> Iterator[OutboxMessage]:
    return iter(session.exec(select(OutboxMessage).where(OutboxMessage.purpose == purpose)).all())


def asked(session: Session) -> int:
    people.ask(session, TEAM, "UGRETA", NOW)
    return session.exec(select(AccessRequest.id)).one()


def send_all(session: Session) -> None:
    for message in session.exec(select(OutboxMessage)).all():
        message.state = MessageState.SENT
    session.flush()


def texts(messages: Iterator[OutboxMessage]) -> list[str]:
    return [message.payload["text"] for message in messages if message.payload]


def test_every_coordinator_gets_the_question(session: Session, world: World) -> None:
    assert people.ask(session, TEAM, "UGRETA", NOW) == AskedAccess(coordinators=2)
    assert [message.person_id for message in outbox(session, Purpose.QUESTION)] == [world.dina.id, world.erik.id]


@pytest.mark.usefixtures("world")
def test_asking_again_asks_nobody_twice(session: Session) -> None:
    people.ask(session, TEAM, "UGRETA", NOW)
    assert people.ask(session, TEAM, "UGRETA", LATER) == AskedAccess(since=NOW)
    assert len(list(outbox(session, Purpose.QUESTION))) == 2


@pytest.mark.usefixtures("world")
def test_somebody_known_need_not_ask(session: Session) -> None:
    assert people.ask(session, TEAM, "UDINA", NOW) == AskedAccess(known=True)


@pytest.mark.usefixtures("world")
def test_another_team_is_external(session: Session) -> None:
    people.ask(session, "TBOLAG", "UFINN", NOW)
    assert session.exec(select(AccessRequest.external)).one() is True
    assert "Personen hör till en annan organisation i Slack." in texts(outbox(session, Purpose.QUESTION))[0]


def test_the_question_is_kept_when_there_is_nobody_to_ask(session: Session) -> None:
    assert people.ask(session, TEAM, "UGRETA", NOW) == AskedAccess(coordinators=0)
    assert [request.user_id for request in access.waiting(session)] == ["UGRETA"]


def test_nobody_is_made_administrator_in_a_form(session: Session, world: World) -> None:
    given = world.as_(Role.ADMINISTRATOR)
    with pytest.raises(NotAllowed):
        add(session, acting(session, world.dina), asked(session), given, NOW)


def test_the_added_person_may_act(session: Session, world: World) -> None:
    add(session, acting(session, world.dina), asked(session), world.as_staff(), NOW)
    greta = people.actor(session, TEAM, "UGRETA", NOW)
    assert greta.roles == {world.timra.id: {Role.STAFF}}


def test_adding_tells_what_was_given(session: Session, world: World) -> None:
    added = add(session, acting(session, world.dina), asked(session), world.as_staff("kommunpolis"), NOW)
    assert [(one.what, one.place, one.part) for one in added.given] == [
        (Role.STAFF, "Timrå", None),
        ("kommunpolis", "Timrå", Part.LEAD),
    ]


def test_the_second_in_a_function_is_a_substitute(session: Session, world: World) -> None:
    dina = acting(session, world.dina)
    add(session, dina, asked(session), world.as_staff("kommunpolis"), NOW)
    people.ask(session, TEAM, "UHUGO", NOW)
    second = access.waiting(session)[0].id
    added = add(session, dina, second, world.as_staff("kommunpolis"), NOW)
    assert added.given[-1].part is Part.SUBSTITUTE


def test_the_one_who_asked_is_told(session: Session, world: World) -> None:
    add(session, acting(session, world.dina), asked(session), world.as_staff(), LATER)
    assert texts(outbox(session, Purpose.NOTICE)) == [
        "<@UDINA> har lagt till dig: handläggare i Timrå.\n"
        "Du bad om det i dag, fredag 20 november.\n"
        "Du får påminnelser om de tillfällen som du ska vara med på, och rapporterar med en rad till mig här."
    ]


def test_a_question_that_was_sent_becomes_the_answer(session: Session, world: World) -> None:
    request_id = asked(session)
    send_all(session)
    add(session, acting(session, world.dina), request_id, world.as_staff(), NOW)
    said = "<@UGRETA> har lagts till av <@UDINA>: handläggare i Timrå."
    assert texts(outbox(session, Purpose.UPDATE)) == [said, said]


def test_a_question_that_waits_is_dropped(session: Session, world: World) -> None:
    add(session, acting(session, world.dina), asked(session), world.as_staff(), NOW)
    assert {message.state for message in outbox(session, Purpose.QUESTION)} == {MessageState.DROPPED}


def test_only_the_first_answer_counts(session: Session, world: World) -> None:
    request_id = asked(session)
    add(session, acting(session, world.dina), request_id, world.as_staff(), NOW)
    with pytest.raises(Gone, match="<@UGRETA> är redan tillagd av <@UDINA>, så"):
        people.decline(session, acting(session, world.erik), request_id, NOW)


def test_a_coordinator_adds_only_to_own_municipalities(session: Session, world: World) -> None:
    request_id = asked(session)
    with pytest.raises(NotAllowed, match="Du kan bara ändra i dina egna kommuner"):
        add(session, acting(session, world.erik), request_id, world.as_staff(), NOW)


def test_the_form_offers_own_municipalities(session: Session, world: World) -> None:
    found = invitations.invitable(session, acting(session, world.dina), Colleague(TEAM, "UGRETA"), NOW)
    assert found.offered.municipalities == [(world.timra.id, "Timrå")]


def test_staff_cannot_add_people(session: Session, world: World) -> None:
    bo = person(session, "UBO", Role.STAFF, place=world.timra)
    with pytest.raises(NotAllowed, match="Bara samordnaren lägger till personer"):
        people.requested(session, acting(session, bo), asked(session))


def test_who_is_declined_is_told_and_stays_unknown(session: Session, world: World) -> None:
    people.decline(session, acting(session, world.dina), asked(session), LATER)
    notice = next(outbox(session, Purpose.NOTICE))
    assert (notice.channel, notice.person_id) == ("UGRETA", None)
    assert texts(iter([notice])) == [
        "Du är inte tillagd. Du bad om att bli tillagd i dag, fredag 20 november. <@UDINA> avslog frågan. "
        "Prata med <@UDINA> om det blev fel."
    ]
    assert access.waiting_of(session, TEAM, "UGRETA") is None


def test_who_was_taken_away_comes_back_as_the_same_person(session: Session, world: World) -> None:
    greta = person(session, "UGRETA")
    greta.active = False
    session.flush()
    add(session, acting(session, world.dina), asked(session), world.as_staff(), NOW)
    assert people.actor(session, TEAM, "UGRETA", NOW).person_id == greta.id


def test_a_role_is_not_given_twice(session: Session, world: World) -> None:
    dina = acting(session, world.dina)
    invitations.invite(session, dina, Colleague(TEAM, "UDINA"), world.as_(Role.COORDINATOR), NOW)
    grants = session.exec(select(RoleGrant).where(RoleGrant.person_id == world.dina.id)).all()
    assert len(grants) == 1


def test_the_decision_is_written_down(session: Session, world: World) -> None:
    request_id = asked(session)
    people.decline(session, acting(session, world.dina), request_id, NOW)
    rows = session.exec(select(AuditEvent.action, AuditEvent.actor_id, AuditEvent.subject_id)).all()
    assert list(rows) == [("ask", None, request_id), ("decline", world.dina.id, request_id)]
    request = access.find(session, request_id)
    assert request
    assert request.state is RequestState.DECLINED
