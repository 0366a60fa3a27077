import json
from datetime import timedelta

import pytest
from sqlmodel import Session, col, select

from bot.domain.errors import Gone, NotAllowed
from bot.domain.words import Form, MessageState, OccurrenceState, Part, Role
from bot.services import occurrences
from storage.models import AuditEvent, FunctionHolder, Occurrence, OutboxMessage, Person, Reminder
from storage.occurrences import find, named
from tests.factories import NOW, acting, activity, municipality, person, stockholm

TUESDAY = (stockholm(24, 18), stockholm(24, 20))
WEDNESDAY = (stockholm(25, 18), stockholm(25, 20))


def staff(session: Session) -> tuple[Person, Person, Person]:
    """Anna and Bo are staff, Dina coordinates; all in Hofors."""
    place = municipality(session)
    return (
        person(session, "UANNA", Role.STAFF, place=place),
        person(session, "UBO", Role.STAFF, place=place),
        person(session, "UDINA", Role.COORDINATOR, place=place),
    )


def walk(session: Session, *, protected: bool = False, form: Form = Form.DATED) -> tuple[Person, Person, Person, int]:
    """An occurrence on Tuesday 18–20 that Anna leads and Bo takes part in; its id last."""
    place = municipality(session)
    anna, bo = person(session, "UANNA", Role.STAFF, place=place), person(session, "UBO", Role.STAFF, place=place)
    dina = person(session, "UDINA", Role.COORDINATOR, place=place)
    planned = activity(session, place, (anna, Part.LEAD), (bo, Part.PARTICIPANT), protected=protected, form=form)
    made = occurrences.plan(session, acting(session, dina), planned.id, *TUESDAY, NOW)
    return anna, bo, dina, made.id


def notices(session: Session, user: str) -> list[OutboxMessage]:
    statement = select(OutboxMessage).join(Person).where(Person.user_id == user, OutboxMessage.purpose == "notice")
    return list(session.exec(statement.order_by(col(OutboxMessage.id))))


def waiting(session: Session, occurrence_id: int) -> list[tuple[str, int]]:
    statement = select(Reminder, OutboxMessage).where(
        Reminder.occurrence_id == occurrence_id,
        Reminder.message_id == OutboxMessage.id,
        OutboxMessage.state == MessageState.PENDING,
    )
    return [
        (reminder.step, reminder.sequence) for reminder, _ in session.exec(statement.order_by(col(Reminder.message_id)))
    ]


def test_an_occurrence_begins_with_the_people_and_place_of_its_activity(session: Session) -> None:
    _, _, _, made = walk(session)
    found = find(session, made)
    assert found is not None
    assert found.place == "Hofors centrum"
    assert [(one.user_id, one.part) for one in named(session, made)] == [
        ("UANNA", Part.LEAD),
        ("UBO", Part.PARTICIPANT),
    ]


def test_planning_plans_the_reminders(session: Session) -> None:
    _, _, _, made = walk(session)
    before = [("day_before", 0), ("day_before", 0), ("hours_before", 0), ("hours_before", 0)]
    assert waiting(session, made) == [*before, ("after", 0), ("next_morning", 0), ("coordinator", 0)]


def test_an_activity_without_people_of_its_own_gets_those_who_hold_its_function(session: Session) -> None:
    place = municipality(session)
    holders = [person(session, user, place=place) for user in ("UANNA", "UBO", "UEVA")]
    dina = person(session, "UDINA", Role.COORDINATOR, place=place)
    for who, function in zip(holders, ("kommunpolis", "kommunpolis", "omradespolis"), strict=True):
        session.add(
            FunctionHolder(function=function, person_id=who.id, municipality_id=place.id, valid_from=NOW.date())
        )
    planned = activity(session, place)
    planned.function, planned.substitute_function = "kommunpolis", "omradespolis"
    session.flush()
    made = occurrences.plan(session, acting(session, dina), planned.id, *TUESDAY, NOW)
    assert [one.part for one in named(session, made.id)] == [Part.LEAD, Part.PARTICIPANT, Part.SUBSTITUTE]


def test_only_those_who_plan_in_the_municipality_plan(session: Session) -> None:
    planned = activity(session, municipality(session, "Timrå"))
    _, _, dina = staff(session)
    with pytest.raises(NotAllowed, match="Bara samordnaren planerar tillfällen"):
        occurrences.plan(session, acting(session, dina), planned.id, *TUESDAY, NOW)


def test_an_activity_that_is_gone_cannot_be_planned(session: Session) -> None:
    _, _, dina = staff(session)
    with pytest.raises(Gone, match="Den aktiviteten gäller inte längre, så inget är ändrat"):
        occurrences.plan(session, acting(session, dina), 99, *TUESDAY, NOW)


def test_a_window_is_called_by_its_week(session: Session) -> None:
    place = municipality(session)
    dina = person(session, "UDINA", Role.COORDINATOR, place=place)
    planned = activity(session, place, form=Form.WINDOW)
    made = occurrences.plan(session, acting(session, dina), planned.id, stockholm(23, 0), stockholm(30, 0), NOW)
    assert made.label == "vecka 48"


AFTERWARDS = ("after", "next_morning", "coordinator")


def test_a_year_of_weekly_occurrences_is_planned_at_once(session: Session) -> None:
    place = municipality(session)
    dina = person(session, "UDINA", Role.COORDINATOR, place=place)
    planned = activity(session, place, (dina, Part.LEAD))
    before = stockholm(20, 10, month=12, year=2025)
    weeks = [(before + timedelta(weeks=week), before + timedelta(weeks=week, hours=2)) for week in range(2, 54)]
    rows = occurrences.plan_series(session, acting(session, dina), planned.id, weeks, before)
    assert len(rows) == 52
    assert [[step for step, _ in waiting(session, row.id)] for row in rows] == [[*AFTERWARDS]] * 52


def test_a_moved_occurrence_is_reminded_of_anew(session: Session) -> None:
    anna, _, _, made = walk(session)
    occurrences.move(session, acting(session, anna), made, *WEDNESDAY, NOW)
    assert {sequence for _, sequence in waiting(session, made)} == {1}


def test_the_others_are_told_of_a_move(session: Session) -> None:
    anna, _, _, made = walk(session)
    occurrences.move(session, acting(session, anna), made, *WEDNESDAY, NOW, place="Torget")
    assert [one.payload and one.payload["text"] for one in notices(session, "UBO")] == [
        "Flyttat: trygghetsvandring onsdag 25 november kl. 18–20, Torget, Hofors. "
        "Förut: tisdag 24 november kl. 18–20, Hofors centrum. <@UANNA> flyttade trygghetsvandringen."
    ]
    assert notices(session, "UANNA") == []


def test_a_protected_move_says_nothing_on_a_lock_screen(session: Session) -> None:
    anna, _, _, made = walk(session, protected=True)
    occurrences.move(session, acting(session, anna), made, *WEDNESDAY, NOW)
    assert [one.payload and one.payload["text"] for one in notices(session, "UBO")] == ["Du har en påminnelse"]


def test_to_move_to_the_same_time_changes_nothing(session: Session) -> None:
    anna, _, _, made = walk(session)
    assert occurrences.move(session, acting(session, anna), made, *TUESDAY, NOW).occurrence.sequence == 0
    assert notices(session, "UBO") == []


def test_a_coordinator_moves_what_others_are_named_on(session: Session) -> None:
    _, _, dina, made = walk(session)
    assert occurrences.move(session, acting(session, dina), made, *WEDNESDAY, NOW).occurrence.sequence == 1


def test_others_move_nothing(session: Session) -> None:
    _, _, _, made = walk(session)
    eva = person(session, "UEVA", Role.STAFF)
    with pytest.raises(NotAllowed, match="Bara de som ska vara med och samordnaren kan ändra tillfället"):
        occurrences.move(session, acting(session, eva), made, *WEDNESDAY, NOW)


def test_what_is_over_is_reported_not_moved(session: Session) -> None:
    anna, _, _, made = walk(session)
    with pytest.raises(Gone, match="Tillfället är över, så inget är ändrat"):
        occurrences.move(session, acting(session, anna), made, *WEDNESDAY, TUESDAY[1])


def test_what_is_gone_is_not_moved(session: Session) -> None:
    anna, _, _, _ = walk(session)
    with pytest.raises(Gone, match="Det tillfället finns inte längre"):
        occurrences.move(session, acting(session, anna), 99, *WEDNESDAY, NOW)


def test_a_cancelled_occurrence_keeps_its_reason_and_reminds_nobody(session: Session) -> None:
    anna, _, _, made = walk(session)
    occurrences.cancel(session, acting(session, anna), made, "väder", NOW)
    row = session.get_one(Occurrence, made, populate_existing=True)
    assert (row.state, row.cancel_reason) == (OccurrenceState.CANCELLED, "väder")
    assert waiting(session, made) == []


def test_the_others_are_told_that_it_is_cancelled(session: Session) -> None:
    anna, _, _, made = walk(session)
    occurrences.cancel(session, acting(session, anna), made, "väder", NOW)
    assert [one.payload and one.payload["text"] for one in notices(session, "UBO")] == [
        "Inställt: trygghetsvandring tisdag 24 november kl. 18–20, Hofors centrum. "
        "Anledning: väder. <@UANNA> ställde in trygghetsvandringen. Inga fler påminnelser kommer."
    ]


def test_nothing_is_cancelled_twice(session: Session) -> None:
    anna, bo, _, made = walk(session)
    occurrences.cancel(session, acting(session, anna), made, "väder", NOW)
    with pytest.raises(Gone, match="Tillfället är redan inställt"):
        occurrences.cancel(session, acting(session, bo), made, "personal", NOW)


def test_what_somebody_does_is_audited_without_what_they_wrote(session: Session) -> None:
    anna, _, _, made = walk(session)
    occurrences.cancel(session, acting(session, anna), made, "annat: nyckeln är borta", NOW)
    rows = session.exec(select(AuditEvent).where(AuditEvent.subject_id == made)).all()
    assert [row.action for row in rows] == ["plan", "cancel"]
    assert "nyckeln" not in json.dumps([row.detail for row in rows])


def test_a_coordinator_sees_what_is_next_and_what_can_be_planned(session: Session) -> None:
    _, _, dina, made = walk(session)
    found = occurrences.overview(session, acting(session, dina), NOW)
    assert [one.occurrence.id for one in found.upcoming] == [made]
    assert [one.title for one in found.activities] == ["Trygga kvällar"]


def test_others_are_told_whom_to_ask(session: Session) -> None:
    anna, _, _ = staff(session)
    assert occurrences.coordinators(session, acting(session, anna), NOW) == ["UDINA"]
