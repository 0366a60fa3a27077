"""A plan that comes back as a file when something has changed here since it was given out."""

from dataclasses import replace

import pytest
from sqlmodel import Session, select

from bot.documents import plan_csv
from bot.domain.agreement_extract import extracted, with_extract
from bot.domain.agreement_file import AgreementFile, ExtractPart, FocusAreaEntry, GoalEntry
from bot.domain.words import GoalOrigin, Per, Role
from bot.services import agreements, plan_files, plan_proposals
from bot.views.plan_files import summary
from storage.models import Municipality
from tests import factories
from tests.factories import NOW
from tests.plans import plan, retitled, with_activities

DECIDED = GoalEntry(
    count=6, unit="vandringar", per=Per.YEAR, origin=GoalOrigin.PLANNED, decided_by="rådet", decided_on=NOW.date()
)
TITLE = "Medborgarlöfte för Timrå 2027"


@pytest.fixture
def given_out(session: Session) -> AgreementFile:
    agreement = agreements.add(session, plan(), NOW)
    return with_extract(plan_files.exported(session, agreement.id)[0])


def goals(file: AgreementFile, *wanted: GoalEntry) -> AgreementFile:
    """Of its first activity."""
    first, *others = file.activities
    return with_activities(file, replace(first, goals=wanted), *others)


def changed_here(session: Session, file: AgreementFile) -> None:
    plan_files.take_in(session, None, replace(file, extract=()), NOW)
    session.expire_all()


def taken_in(session: Session, file: AgreementFile, *, file_counts: bool = False) -> tuple[list[str], AgreementFile]:
    """What is said, and what is there then."""
    said = summary(plan_files.take_in(session, None, file, NOW, file_counts=file_counts))
    session.expire_all()
    [agreement] = plan_files.named(session, file.key, None)
    return said, agreements.read_back(session, agreement)


def test_a_number_that_was_decided_meanwhile_stays_when_the_file_changes_something_else(
    session: Session, given_out: AgreementFile
) -> None:
    changed_here(session, goals(plan(), DECIDED))
    said, there = taken_in(session, retitled(given_out, "Vandringar"))

    assert said == [f"{TITLE}: 1 ändrad, 1 lika", "Ändrade: Vandringar (titel)"]
    assert (there.activities[0].title, there.activities[0].goals) == ("Vandringar", (DECIDED,))


def test_when_it_is_done_was_said_here_after_a_file_that_does_not_know_of_it(session: Session) -> None:
    """As every file is that was given out before there was such a column."""
    walks, checks = plan().activities
    unsaid = with_activities(plan(), replace(walks, recurrence=None), replace(checks, recurrence=None))
    agreement = agreements.add(session, unsaid, NOW)
    before = with_extract(plan_files.exported(session, agreement.id)[0])
    changed_here(session, plan())
    said, there = taken_in(session, retitled(before, "Vandringar"))

    assert said == [f"{TITLE}: 1 ändrad, 1 lika", "Ändrade: Vandringar (titel)"]
    assert [one.recurrence for one in there.activities] == ["vår och höst", "varje fredag kl. 22–01"]


def test_what_both_have_changed_stays_as_it_is_here_and_is_named(session: Session, given_out: AgreementFile) -> None:
    changed_here(session, goals(plan(), DECIDED))
    said, there = taken_in(session, goals(given_out, replace(DECIDED, count=12)))

    assert said == [
        f"{TITLE}: 2 lika",
        "Ändrat både i filen och här sedan filen gjordes, lämnas: Trygghetsvandringar (mål)",
    ]
    assert there.activities[0].goals == (DECIDED,)


def test_the_file_counts_where_somebody_says_so(session: Session, given_out: AgreementFile) -> None:
    changed_here(session, goals(retitled(plan(), "Kvällar"), DECIDED))
    said, there = taken_in(session, goals(given_out, replace(DECIDED, count=12)), file_counts=True)

    assert said == [
        f"{TITLE}: 1 ändrad, 1 lika",
        "Ändrade: Kvällar (mål 12 vandringar per år i stället för 6 vandringar per år)",
    ]
    assert (there.activities[0].title, there.activities[0].goals[0].count) == ("Kvällar", 12)


def test_what_was_added_and_moved_here_meanwhile_stays(session: Session, given_out: AgreementFile) -> None:
    [area] = plan().focus_areas
    walks, checks = area.activities
    new = replace(walks, key="nattvandringar", title="Nattvandringar", goals=())
    traffic = FocusAreaEntry(title="Trafik", problem="Många kör för fort", activities=(checks, new))
    changed_here(session, replace(plan(), focus_areas=(replace(area, title="Kvällar", activities=(walks,)), traffic)))
    said, there = taken_in(session, retitled(given_out, "Vandringar"))

    assert said == [f"{TITLE}: 1 ändrad, 1 lika", "Ändrade: Vandringar (titel)"]
    assert [(one.title, [each.key for each in one.activities]) for one in there.focus_areas] == [
        ("Kvällar", ["vandringar"]),
        ("Trafik", ["kontroller", "nattvandringar"]),
    ]


def test_what_is_taken_out_of_the_file_is_told_and_facts_of_the_whole_are_kept(
    session: Session, given_out: AgreementFile
) -> None:
    changed_here(session, replace(plan(), spokesperson="kommunpolis"))
    walks, _ = given_out.activities
    said, there = taken_in(session, with_activities(given_out, walks))

    assert said == [f"{TITLE}: 1 lika", "1 finns inte längre i filen – den lämnas: Trafikkontroller"]
    assert there.spokesperson == "kommunpolis"


def test_it_comes_back_through_each_format(given_out: AgreementFile) -> None:
    for suffix in (".xlsx", ".csv", ".yaml"):
        read = plan_files.read_plan_file(f"plan{suffix}", plan_files.written(suffix, given_out))
        assert extracted(read) == given_out


def test_what_somebody_has_been_at_says_nothing(given_out: AgreementFile) -> None:
    spoilt = replace(given_out, extract=(ExtractPart(number=1, content="ZMFRGG==="),))

    assert extracted(spoilt) is None
    assert extracted(replace(given_out, key="annan")) is None
    assert extracted(plan_csv.read(plan_csv.write(plan()))) is None


def test_what_is_saved_is_what_was_shown_or_it_is_shown_again(session: Session, given_out: AgreementFile) -> None:
    town = session.exec(select(Municipality)).one()
    dina = factories.acting(session, factories.person(session, "UDINA", Role.COORDINATOR, place=town))
    file = retitled(given_out, "Vandringar")
    shown = plan_proposals.show(session, dina, file, NOW)
    draft = plan_proposals.keep(session, dina, plan_proposals.as_kept(file), shown.fingerprint, NOW)
    changed_here(session, retitled(plan(), "Kvällar"))

    taken = plan_proposals.take_in(session, dina, draft, NOW)
    assert taken.asked_again is not None
    assert summary(taken.difference)[1] == (
        "Ändrat både i filen och här sedan filen gjordes, lämnas: Vandringar (titel)"
    )
    assert plan_proposals.take_in(session, dina, taken.asked_again, NOW, file_counts=True).asked_again is None
    assert plan_files.exported(session, 1)[0].activities[0].title == "Vandringar"
