from collections import Counter
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from bot.domain.words import HandoverState, MessageState, OccurrenceState, Part, Purpose, Step
from bot.sandbox.personas import ANNA, BO, HUGO
from bot.services import outcomes
from bot.services.reminders_wished import wishes
from storage.models import Handover, Occurrence, OutboxMessage, Person, Reminder
from tests.seeded import START, actor, named, upcoming, utc


def waiting(seeded: Session, since: datetime, until: datetime) -> list[tuple[OutboxMessage, Reminder | None]]:
    statement = select(OutboxMessage, Reminder).join(
        Reminder, col(Reminder.message_id) == col(OutboxMessage.id), isouter=True
    )
    statement = statement.where(OutboxMessage.state == MessageState.PENDING)
    spanned = statement.where(col(OutboxMessage.due_at) >= since, col(OutboxMessage.due_at) <= until)
    return [(message, reminder) for message, reminder in seeded.exec(spanned.order_by(col(OutboxMessage.due_at)))]


def test_bo_leads_a_walk_in_hofors_tomorrow_with_anna(seeded: Session) -> None:
    walk = upcoming(seeded, BO, "trygghetsvandring")
    assert (walk.starts_at, walk.ends_at, walk.place) == (
        utc(24, 17),
        utc(24, 19),
        "Hofors centrum, samling vid biblioteket",
    )
    assert named(seeded, walk.id) == [("U0BO", Part.LEAD), ("U0ANNA", Part.PARTICIPANT)]


def test_a_protected_check_waits_on_saturday(seeded: Session) -> None:
    check = upcoming(seeded, ANNA, "trafikkontroll")
    assert (check.starts_at, check.ends_at, check.place) == (utc(28, 21), utc(29, 0), "E4 södra infarten")
    assert check.protected
    assert named(seeded, check.id) == [("U0ANNA", Part.LEAD), ("U0HUGO", Part.PARTICIPANT)]


def test_ockelbo_has_a_forum_on_the_first_of_december(seeded: Session) -> None:
    forum = upcoming(seeded, BO, "ungdomsforum")
    assert (forum.starts_at, forum.ends_at) == (utc(1, 8, 12), utc(1, 10, 12))


def test_the_council_meets_on_the_third_of_december(seeded: Session) -> None:
    meeting = upcoming(seeded, HUGO, "radsmote")
    assert (meeting.starts_at, meeting.municipality) == (utc(3, 12, 12), "Timrå")


def test_the_patrol_of_the_week_was_moved_from_thursday_to_wednesday(seeded: Session) -> None:
    [moved] = seeded.exec(select(Occurrence).where(col(Occurrence.sequence) > 0)).all()
    assert (moved.starts_at, moved.state) == (utc(25, 15), OccurrenceState.PLANNED)


def test_a_check_was_called_off_for_want_of_staff(seeded: Session) -> None:
    [off] = seeded.exec(select(Occurrence).where(Occurrence.state == OccurrenceState.CANCELLED)).all()
    assert (off.starts_at, off.cancel_reason) == (utc(13, 18, 8), "personal")


def test_bo_has_handed_one_meeting_over_and_anna_waits_for_an_answer(seeded: Session) -> None:
    found = seeded.exec(select(Handover).order_by(col(Handover.id))).all()
    slack_ids = {row.id: row.user_id for row in seeded.exec(select(Person))}
    assert [(slack_ids[one.from_id], slack_ids[one.to_id], one.state) for one in found] == [
        ("U0BO", "U0HUGO", HandoverState.ACCEPTED),
        ("U0ANNA", "U0BO", HandoverState.ASKED),
    ]
    assert named(seeded, found[0].occurrence_id)[0] == ("U0HUGO", Part.LEAD)


def test_what_arrives_when_the_demo_starts(seeded: Session) -> None:
    people_by_id = {row.id: row.user_id for row in seeded.exec(select(Person))}
    arriving = [
        (people_by_id[message.person_id or 0], reminder.step if reminder else message.purpose)
        for message, reminder in waiting(seeded, START - timedelta(days=3650), START)
    ]
    assert sorted(arriving) == [("U0ANNA", Step.NEXT_MORNING), ("U0ANNA", Step.SNOOZED), ("U0BO", Purpose.QUESTION)]


def test_bo_is_reminded_of_the_walk_before_he_goes_home_today(seeded: Session) -> None:
    walk, bo = upcoming(seeded, BO, "trygghetsvandring"), actor(seeded, BO)
    steps = [
        (message.due_at, reminder.step)
        for message, reminder in waiting(seeded, START, walk.starts_at)
        if reminder and (reminder.occurrence_id, reminder.person_id) == (walk.id, bo.person_id)
    ]
    assert steps == [(utc(23, 16), Step.DAY_BEFORE), (utc(24, 15), Step.HOURS_BEFORE)]


def test_nobody_is_reminded_of_what_is_settled(seeded: Session) -> None:
    settled = (
        select(Reminder)
        .join(OutboxMessage, col(OutboxMessage.id) == col(Reminder.message_id))
        .join(Occurrence, col(Occurrence.id) == col(Reminder.occurrence_id))
        .where(OutboxMessage.state == MessageState.PENDING, Occurrence.state != OccurrenceState.PLANNED)
    )
    assert seeded.exec(settled).all() == []


def test_each_occurrence_has_the_reminders_that_the_policy_gives(seeded: Session) -> None:
    planned = seeded.exec(select(Occurrence.id).where(Occurrence.state == OccurrenceState.PLANNED))
    listed = [outcomes.existing(seeded, occurrence_id) for occurrence_id in planned]
    expected = Counter(
        (occurrence_id, one.step, one.person_id, one.due_at)
        for occurrence_id, wish in wishes(seeded, listed, START).items()
        for one in wish.planned
        if one.due_at > START
    )
    ahead = waiting(seeded, START + timedelta(seconds=1), START + timedelta(days=90))
    assert expected == Counter(
        (reminder.occurrence_id, reminder.step, reminder.person_id, message.due_at)
        for message, reminder in ahead
        if reminder
    )
