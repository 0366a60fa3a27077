"""What taking in a plan again does to what is there, and who may."""

from dataclasses import replace

import pytest
from sqlmodel import Session, col, select

from bot.domain.agreement_file import AgreementFile, GoalEntry
from bot.domain.errors import Gone, NotAllowed, UserError
from bot.domain.words import GoalOrigin, MessageState, OutcomeStatus, Part, Per, Purpose, Role
from bot.services import agreements, plan_files, plan_proposals, reminders
from bot.views.plan_files import summary
from storage.models import Activity, AuditEvent, Goal, Municipality, Occurrence, OutboxMessage, Outcome
from tests import factories
from tests.factories import NOW
from tests.plans import plan, retitled, with_activities


@pytest.fixture
def taken_in(session: Session) -> int:
    return agreements.add(session, plan(), NOW).id


def again(session: Session, file: AgreementFile) -> list[str]:
    """What is said, when it has been seen that the rows now say what was in the file."""
    said = summary(plan_files.take_in(session, None, file, NOW))
    session.expire_all()
    assert plan_files.difference(session, file, NOW).is_empty
    return said


@pytest.mark.usefixtures("taken_in")
def test_the_same_plan_again_changes_nothing_and_doubles_nothing(session: Session) -> None:
    assert again(session, plan()) == ["Medborgarlöfte för Timrå 2027: 2 lika"]
    assert len(session.exec(select(Activity)).all()) == 2
    assert len(session.exec(select(AuditEvent)).all()) == 1


def test_a_goal_that_is_changed_replaces_the_one_before(session: Session, taken_in: int) -> None:
    walks, checks = plan().activities
    goal = GoalEntry(count=3, unit="vandringar", per=Per.YEAR, origin=GoalOrigin.PROMISED)
    file = with_activities(plan(), replace(walks, goals=(goal,)), checks)

    assert again(session, file) == [
        "Medborgarlöfte för Timrå 2027: 1 ändrad, 1 lika",
        "Ändrade: Trygghetsvandringar "
        "(mål 3 vandringar per år i stället för 2 vandringar per år och 4 vandringar per år)",
    ]
    assert [one.count for one in session.exec(select(Goal)).all()] == [3]
    assert agreements.read_back(session, taken_in) == file


def test_what_is_not_in_the_file_stays_and_is_named_with_its_reports(session: Session, taken_in: int) -> None:
    report(session, "kontroller")
    walks, _ = plan().activities

    assert again(session, with_activities(plan(), walks)) == [
        "Medborgarlöfte för Timrå 2027: 1 lika",
        "1 finns inte längre i filen – den lämnas: Trafikkontroller (har rapporter)",
    ]
    assert {one.key for one in agreements.read_back(session, taken_in).activities} == {"vandringar", "kontroller"}


def test_a_focus_area_with_a_new_title_is_the_same_one(session: Session, taken_in: int) -> None:
    [area] = plan().focus_areas
    file = replace(plan(), focus_areas=(replace(area, title="Trygga kvällar"),))

    assert again(session, file) == [
        "Medborgarlöfte för Timrå 2027: 2 lika",
        "Ändras om överenskommelsen: fokusområdet ”Trygga kvällar” (titel)",
    ]
    assert agreements.read_back(session, taken_in) == file


def test_an_activity_that_is_moved_to_a_new_focus_area_keeps_its_reports(session: Session, taken_in: int) -> None:
    report(session, "kontroller")
    [area] = plan().focus_areas
    walks, checks = area.activities
    file = replace(
        plan(), focus_areas=(replace(area, activities=(walks,)), replace(area, title="Trafik", activities=(checks,)))
    )

    assert again(session, file) == [
        "Medborgarlöfte för Timrå 2027: 1 ändrad, 1 lika",
        "Ändras om överenskommelsen: nytt fokusområde ”Trafik”",
        "Ändrade: Trafikkontroller (fokusområde)",
    ]
    assert agreements.read_back(session, taken_in) == file
    assert len(session.exec(select(Outcome)).all()) == 1


@pytest.mark.usefixtures("taken_in")
def test_a_longer_period_is_that_of_the_goals_too(session: Session) -> None:
    file = replace(plan(), period=replace(plan().period, end=plan().period.end.replace(year=2028)))

    assert again(session, file) == [
        "Medborgarlöfte för Timrå 2027: 2 lika",
        "Ändras om överenskommelsen: period",
    ]
    assert {one.valid_to.year for one in session.exec(select(Goal)).all()} == {2028}


@pytest.mark.usefixtures("taken_in")
def test_whoever_shows_what_was_protected_is_written_down(session: Session) -> None:
    walks, checks = plan().activities
    again(session, with_activities(plan(), walks, replace(checks, protected=False)))

    assert [one.action for one in session.exec(select(AuditEvent)).all()] == ["add", "update", "unprotect"]


def test_what_is_protected_is_not_in_the_file_and_stays_when_it_comes_back(session: Session, taken_in: int) -> None:
    file, hidden = plan_files.exported(session, taken_in)
    walks, checks = file.activities

    assert (hidden, walks.recurrence) == (2, "vår och höst")
    assert (checks.place, checks.recurrence) == ("(skyddad plats)", "(skyddad tid)")
    assert again(session, retitled(file, "Vandringar"))[1:] == ["Ändrade: Vandringar (titel)"]
    there = agreements.read_back(session, taken_in).activities[1]
    assert (there.place, there.recurrence) == ("E4 Sörberge", "varje fredag kl. 22–01")


def test_a_plan_that_belongs_to_something_unknown_is_refused_before_it_is_proposed(session: Session) -> None:
    with pytest.raises(UserError) as refused:
        plan_files.difference(session, replace(plan(), parent="timra_2026"), NOW)

    assert refused.value.sentence == (
        "Överenskommelsen ”timra_2026” är inte inlagd än. Lägg in den först, så hittar jag den."
    )


@pytest.mark.usefixtures("taken_in")
def test_a_coordinator_of_all_its_municipalities_takes_a_plan_in(session: Session) -> None:
    place = session.exec(select(Municipality)).one()
    dina = factories.acting(session, factories.person(session, "UDINA", Role.COORDINATOR, place=place))
    file = retitled(plan(), "Vandringar")
    shown = plan_proposals.show(session, dina, file, NOW)
    draft = plan_proposals.keep(session, dina, plan_proposals.as_kept(file), shown.fingerprint, NOW)

    taken = plan_proposals.take_in(session, dina, draft, NOW)
    assert summary(taken.difference)[1:] == ["Ändrade: Vandringar (titel)"]
    with pytest.raises(Gone):
        plan_proposals.take_in(session, dina, draft, NOW)


@pytest.mark.usefixtures("taken_in")
def test_neither_staff_nor_a_coordinator_elsewhere_takes_a_plan_in(session: Session) -> None:
    here, elsewhere = session.exec(select(Municipality)).one(), factories.municipality(session, "Hofors")
    anna = factories.person(session, "UANNA", Role.STAFF, place=here)
    eva = factories.person(session, "UEVA", Role.COORDINATOR, place=elsewhere)
    with_theirs = replace(plan(), municipalities=("Hofors",))

    for who in (factories.acting(session, anna), factories.acting(session, eva)):
        for file in (plan(), with_theirs):  # naming another municipality does not open what is another's
            with pytest.raises(NotAllowed):
                plan_files.take_in(session, who, file, NOW)


def test_an_administrator_takes_in_the_first_plan_of_a_municipality(session: Session) -> None:
    admin = factories.acting(session, factories.person(session, "UADMIN", Role.ADMINISTRATOR))

    assert plan_files.take_in(session, admin, plan(), NOW).is_new


@pytest.mark.usefixtures("taken_in")
def test_only_who_sees_the_protected_opens_it_with_a_file(session: Session) -> None:
    town = session.exec(select(Municipality)).one()
    admin = factories.acting(session, factories.person(session, "UADMIN", Role.ADMINISTRATOR))
    dina = factories.acting(session, factories.person(session, "UDINA", Role.COORDINATOR, place=town))
    walks, checks = plan().activities
    opened = with_activities(plan(), walks, replace(checks, protected=False))

    for take in (plan_proposals.show, plan_files.take_in):
        with pytest.raises(NotAllowed, match="Bara samordnaren tar bort skyddet"):
            take(session, admin, opened, NOW)
    plan_files.take_in(session, dina, opened, NOW)
    assert not session.exec(select(Activity.protected).where(Activity.key == "kontroller")).one()


@pytest.mark.usefixtures("taken_in")
@pytest.mark.parametrize("tie", ["parent", "replaces"])
def test_nobody_ties_a_plan_to_the_agreement_of_others(session: Session, tie: str) -> None:
    elsewhere = factories.municipality(session, "Hofors")
    eva = factories.acting(session, factories.person(session, "UEVA", Role.COORDINATOR, place=elsewhere))
    hers = replace(plan(), key="hofors_2027", municipalities=("Hofors",))
    tied = replace(hers, parent="timra_2027") if tie == "parent" else replace(hers, replaces="timra_2027")

    with pytest.raises(NotAllowed, match="knyter en annan till den"):
        plan_files.take_in(session, eva, tied, NOW)
    assert plan_files.take_in(session, eva, hers, NOW).is_new


@pytest.mark.usefixtures("taken_in")
def test_what_was_sent_follows_when_a_file_protects_an_activity(session: Session) -> None:
    walks, checks = plan().activities
    sent = reminded_of(session, walks.key)
    plan_files.take_in(session, None, with_activities(plan(), replace(walks, protected=True), checks), NOW)

    assert session.exec(select(OutboxMessage.updates_id).where(OutboxMessage.purpose == Purpose.UPDATE)).all() == [sent]


def test_to_replace_an_agreement_takes_all_its_municipalities(session: Session) -> None:
    elsewhere = factories.municipality(session, "Hofors")
    eva = factories.acting(session, factories.person(session, "UEVA", Role.COORDINATOR, place=elsewhere))
    agreements.add(session, replace(plan(), municipalities=("Timrå", "Hofors")), NOW)
    hers = replace(plan(), key="hofors_2027", municipalities=("Hofors",))

    with pytest.raises(NotAllowed, match="knyter en annan till den"):
        plan_files.take_in(session, eva, replace(hers, replaces="timra_2027"), NOW)
    assert plan_files.take_in(session, eva, replace(hers, parent="timra_2027"), NOW).is_new


def reminded_of(session: Session, key: str) -> int:
    """The message about its next occurrence, which is in Slack."""
    activity = session.exec(select(Activity).where(Activity.key == key)).one()
    factories.occurrence(session, activity, (factories.person(session, "UBO"), Part.LEAD))
    reminders.replan_activity(session, activity.id, NOW)
    message = session.exec(select(OutboxMessage).order_by(col(OutboxMessage.due_at))).first()
    assert message
    message.state, message.sent_at, message.slack_ts, message.slack_channel = MessageState.SENT, NOW, "1.1", "D1"
    session.flush()
    return message.id


def report(session: Session, key: str) -> None:
    activity = session.exec(select(Activity).where(Activity.key == key)).one()
    occurrence: Occurrence = factories.occurrence(session, activity)
    who = factories.person(session, "UREPORTER")
    session.add(
        Outcome(
            occurrence_id=occurrence.id, number="TIM-2027-0001", version=1, status=OutcomeStatus.DONE, count=1,
            reported_by_id=who.id, reported_at=NOW,
        )
    )  # fmt: skip
    session.flush()
