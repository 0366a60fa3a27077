from dataclasses import dataclass

import pytest
from sqlmodel import Session, col, select

from bot.domain.errors import FieldErrors, Gone, NotAllowed
from bot.domain.words import HandoverState, MessageState, Part, Purpose, Role
from bot.services import handovers, occurrences
from storage.models import AuditEvent, Handover, OutboxMessage, Person, Reminder
from storage.occurrences import named
from tests.factories import NOW, acting, activity, municipality, person, stockholm


@dataclass(frozen=True)
class Walk:
    """Tuesday 18–20: Anna leads and Dina takes part; Bo is asked."""

    id: int
    anna: Person
    bo: Person
    dina: Person


def planned(session: Session, *, protected: bool = False) -> Walk:
    place = municipality(session)
    anna, bo = person(session, "UANNA", Role.STAFF, place=place), person(session, "UBO", Role.STAFF, place=place)
    dina = person(session, "UDINA", Role.COORDINATOR, place=place)
    may = [(bo, Part.SUBSTITUTE)] if protected else []
    what = activity(session, place, (anna, Part.LEAD), (dina, Part.PARTICIPANT), *may, protected=protected)
    made = occurrences.plan(session, acting(session, dina), what.id, stockholm(24, 18), stockholm(24, 20), NOW)
    return Walk(made.id, anna, bo, dina)


def ask(session: Session, walk: Walk, colleague: str = "UBO", note: str = "") -> int:
    return handovers.ask(session, acting(session, walk.anna), walk.id, colleague, NOW, note=note).id


def sent(session: Session, user: str, purpose: Purpose = Purpose.NOTICE) -> list[str]:
    statement = select(OutboxMessage).join(Person).where(Person.user_id == user, OutboxMessage.purpose == purpose)
    return [(row.payload or {})["text"] for row in session.exec(statement.order_by(col(OutboxMessage.id)))]


def arrived(session: Session, question: int) -> None:
    row = session.exec(select(OutboxMessage).where(OutboxMessage.key == f"handover:{question}:asked")).one()
    row.state = MessageState.SENT
    session.flush()


def waiting(session: Session, walk: Walk) -> set[int]:
    """The ids of those who will be reminded."""
    statement = select(Reminder.person_id).where(
        Reminder.occurrence_id == walk.id,
        Reminder.message_id == OutboxMessage.id,
        OutboxMessage.state == MessageState.PENDING,
    )
    return set(session.exec(statement))


def test_the_colleague_is_asked(session: Session) -> None:
    ask(session, planned(session), note="Jag är på kurs")
    assert sent(session, "UBO", Purpose.QUESTION) == [
        "Kan du ta över? Tisdag 24 november kl. 18–20: trygghetsvandring, Hofors centrum. "
        "<@UANNA> kan inte, och är med tills du har sagt ja. <@UANNA> skriver: ”Jag är på kurs”"
    ]


def test_a_question_about_a_protected_one_shows_neither_time_nor_place(session: Session) -> None:
    ask(session, planned(session, protected=True))
    question = session.exec(select(OutboxMessage).where(OutboxMessage.purpose == Purpose.QUESTION)).one()
    assert question.payload is not None
    assert question.payload["text"] == "Du har en påminnelse"
    assert not {"24", "Hofors"} & set(str(question.payload).replace(",", " ").split())


def test_until_somebody_has_accepted_the_giver_is_reminded(session: Session) -> None:
    walk = planned(session)
    ask(session, walk)
    assert waiting(session, walk) == {walk.anna.id, walk.dina.id}


def test_who_accepts_takes_the_giver_s_part(session: Session) -> None:
    walk = planned(session)
    handovers.accept(session, acting(session, walk.bo), ask(session, walk), NOW)
    assert [(one.user_id, one.part) for one in named(session, walk.id)] == [
        ("UBO", Part.LEAD),
        ("UDINA", Part.PARTICIPANT),
    ]


def test_who_accepts_is_reminded_and_the_giver_is_not(session: Session) -> None:
    walk = planned(session)
    handovers.accept(session, acting(session, walk.bo), ask(session, walk), NOW)
    assert waiting(session, walk) == {walk.bo.id, walk.dina.id}


def test_what_the_giver_got_already_is_updated(session: Session) -> None:
    walk = planned(session)
    first = session.exec(select(OutboxMessage).where(OutboxMessage.person_id == walk.anna.id)).first()
    assert first is not None
    first.state = MessageState.SENT
    session.flush()
    handovers.accept(session, acting(session, walk.bo), ask(session, walk), NOW)
    assert session.exec(select(OutboxMessage.updates_id).where(OutboxMessage.purpose == Purpose.UPDATE)).all() == [
        first.id
    ]


def test_the_giver_is_told_of_a_yes(session: Session) -> None:
    walk = planned(session)
    handovers.accept(session, acting(session, walk.bo), ask(session, walk), NOW)
    assert sent(session, "UANNA") == [
        "<@UBO> tar över: trygghetsvandring tisdag 24 november kl. 18–20, Hofors centrum. Du är inte längre med."
    ]


def test_the_giver_is_told_of_a_no_and_stays(session: Session) -> None:
    walk = planned(session)
    handovers.decline(session, acting(session, walk.bo), ask(session, walk), NOW)
    assert sent(session, "UANNA") == [
        "<@UBO> kan inte ta över. Tisdag 24 november kl. 18–20: trygghetsvandring, Hofors centrum. "
        "Du är fortfarande med."
    ]
    assert waiting(session, walk) == {walk.anna.id, walk.dina.id}


def test_after_a_no_somebody_else_can_be_asked(session: Session) -> None:
    walk = planned(session)
    person(session, "UEVA", Role.STAFF)
    handovers.decline(session, acting(session, walk.bo), ask(session, walk), NOW)
    assert ask(session, walk, "UEVA") == 2


def test_only_one_question_waits_at_a_time(session: Session) -> None:
    walk = planned(session)
    person(session, "UEVA", Role.STAFF)
    ask(session, walk)
    with pytest.raises(Gone, match="Du har redan frågat en kollega"):
        ask(session, walk, "UEVA")


def test_only_who_was_asked_may_answer(session: Session) -> None:
    walk = planned(session)
    question = ask(session, walk)
    with pytest.raises(NotAllowed, match="Frågan är ställd till någon annan"):
        handovers.accept(session, acting(session, walk.dina), question, NOW)


def test_a_question_is_answered_once(session: Session) -> None:
    walk = planned(session)
    question = ask(session, walk)
    handovers.decline(session, acting(session, walk.bo), question, NOW)
    with pytest.raises(Gone, match="Frågan är redan besvarad"):
        handovers.accept(session, acting(session, walk.bo), question, NOW)


def test_a_withdrawn_question_is_no_longer_open(session: Session) -> None:
    walk = planned(session)
    question = ask(session, walk)
    arrived(session, question)
    handovers.withdraw(session, acting(session, walk.anna), question, NOW)
    assert sent(session, "UBO", Purpose.UPDATE) == [
        "Frågan gäller inte längre: trygghetsvandring tisdag 24 november kl. 18–20, Hofors centrum. "
        "<@UANNA> har tagit tillbaka den. Du behöver inte svara."
    ]
    with pytest.raises(Gone):
        handovers.accept(session, acting(session, walk.bo), question, NOW)


def test_a_move_ends_an_open_question(session: Session) -> None:
    walk = planned(session)
    arrived(session, ask(session, walk))
    occurrences.move(session, acting(session, walk.anna), walk.id, stockholm(25, 18), stockholm(25, 20), NOW)
    states = session.exec(select(Handover.state).execution_options(populate_existing=True)).all()
    assert states == [HandoverState.WITHDRAWN]
    outdated = [
        "Frågan om att ta över gäller inte längre: trygghetsvandring. Tillfället har flyttats eller ställts in."
    ]
    assert (sent(session, "UBO", Purpose.UPDATE), sent(session, "UANNA")) == (outdated, outdated)


def test_a_move_writes_down_that_the_question_ended(session: Session) -> None:
    walk = planned(session)
    question = ask(session, walk)
    occurrences.move(session, acting(session, walk.anna), walk.id, stockholm(25, 18), stockholm(25, 20), NOW)
    ended = session.exec(select(AuditEvent).where(AuditEvent.action == HandoverState.WITHDRAWN)).one()
    assert (ended.actor_id, ended.subject, ended.subject_id) == (walk.anna.id, "handover", question)


def test_a_question_that_nobody_has_sent_is_not_sent_when_it_is_withdrawn(session: Session) -> None:
    walk = planned(session)
    handovers.withdraw(session, acting(session, walk.anna), ask(session, walk), NOW)
    question = select(OutboxMessage.state).where(OutboxMessage.purpose == Purpose.QUESTION)
    assert session.exec(question).all() == [MessageState.DROPPED]
    assert sent(session, "UBO", Purpose.UPDATE) == []


@pytest.mark.parametrize(
    ("colleague", "problem"),
    [
        ("UANNA", "Välj någon annan än dig själv."),
        ("UBOT", "Jag känner inte den personen än. Välj någon annan, eller be samordnaren lägga till personen."),
    ],
)
def test_some_cannot_be_asked(session: Session, colleague: str, problem: str) -> None:
    walk = planned(session)
    with pytest.raises(FieldErrors) as caught:
        ask(session, walk, colleague)
    assert caught.value.fields == {"colleague": problem}


def test_only_who_is_named_hands_over(session: Session) -> None:
    walk = planned(session)
    with pytest.raises(NotAllowed, match="Bara den som är med på tillfället kan lämna över det"):
        handovers.ask(session, acting(session, walk.bo), walk.id, "UDINA", NOW)


def test_what_is_over_cannot_be_taken_over(session: Session) -> None:
    walk = planned(session)
    question = ask(session, walk)
    with pytest.raises(Gone, match="Tillfället är över"):
        handovers.accept(session, acting(session, walk.bo), question, stockholm(24, 21))
