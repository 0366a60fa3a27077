"""What a draft of an agreement keeps, refuses and becomes: the services, without a chat."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from docx import Document
from sqlmodel import Session, select

from bot.domain.agreement_draft import ActivitySpot, AgreementDraft, Choice
from bot.domain.agreement_draft_edit import WantedActivity
from bot.domain.errors import FieldErrors, Gone, NotAllowed, UserError
from bot.domain.permissions import Actor
from bot.domain.words import AgreementState, Form, Role
from bot.services import (
    agreement_drafts,
    agreement_ends,
    agreement_saving,
    agreement_text,
    agreements,
    renewals,
    terminations,
)
from bot.services.agreement_drafts import DraftRef
from bot.views.agreement_ends import WantedEnd as Ending
from storage.models import Draft, OutboxMessage
from tests.agreement_plans import file_of, promise, row_of, state_of
from tests.agreement_talk import TEXT, UNTITLED
from tests.factories import NOW, acting, municipality, person

FORUM = ActivitySpot(1, 0)
WANTED = WantedActivity("Forum i högstadiet", "ungdomsforum", Form.DATED, None, None, None, protected=False)


@pytest.fixture
def dina(session: Session) -> Actor:
    """Coordinates in Timrå."""
    return acting(session, person(session, "UDINA", Role.COORDINATOR, place=municipality(session, "Timrå")))


def proposed(session: Session, dina: Actor, text: str = TEXT) -> int:
    return agreement_text.begin(session, dina, agreement_text.read(text), NOW)


def draft(session: Session, dina: Actor, draft_id: int) -> AgreementDraft:
    return agreement_drafts.opened(session, dina, draft_id, NOW).draft


def saved(session: Session, dina: Actor, draft_id: int) -> None:
    agreement_drafts.take_all(session, dina, draft_id, NOW)
    agreement_saving.save(session, dina, draft_id, NOW)


def test_whom_to_reach_is_kept_nowhere(session: Session, dina: Actor) -> None:
    proposed(session, dina)
    agreement_text.keep(session, dina, TEXT, NOW)
    kept = str([one.payload for one in session.exec(select(Draft))])

    assert kept.count("trygghetsvandringar") > 2
    assert [word for word in ("Maj", "kommunpolis", "070") if word in kept] == []


def test_a_word_document_reads_as_its_text() -> None:
    document, content = Document(), BytesIO()
    for line in TEXT.splitlines():
        document.add_paragraph(line)
    document.save(content)
    found = agreement_text.read_file("lofte.docx", content.getvalue())

    assert [one.kind for one in found.activities] == ["trygghetsvandring", "trafikkontroll", "ungdomsforum"]


def test_a_proposal_goes_to_nobody_but_coordinators(session: Session) -> None:
    anna = acting(session, person(session, "UANNA", Role.STAFF, place=municipality(session, "Hofors")))

    with pytest.raises(NotAllowed, match="Bara samordnaren lägger in planer"):
        proposed(session, anna)


def test_nobody_presses_in_the_draft_of_another(session: Session, dina: Actor) -> None:
    draft_id = proposed(session, dina)
    eva = acting(session, person(session, "UEVA", Role.COORDINATOR, place=municipality(session, "Hofors")))

    with pytest.raises(Gone):
        agreement_drafts.take_all(session, eva, draft_id, NOW)


def test_what_is_left_for_fourteen_days_is_over(session: Session, dina: Actor) -> None:
    draft_id, later = proposed(session, dina), NOW + timedelta(days=13)
    agreement_drafts.take_all(session, dina, draft_id, later)

    with pytest.raises(Gone, match="Förslaget gäller inte längre, så inget är ändrat"):
        agreement_saving.save(session, dina, draft_id, later + timedelta(days=15))


def test_nothing_is_saved_without_municipality_and_title(session: Session, dina: Actor) -> None:
    draft_id = proposed(session, dina, UNTITLED)
    agreement_drafts.take_all(session, dina, draft_id, NOW)

    with pytest.raises(UserError) as refused:
        agreement_saving.save(session, dina, draft_id, NOW)
    assert str(refused.value) == (
        "Det här behöver jag veta innan jag sparar: titel och kommun. Tryck på Svara och ändra uppgifter. "
        "Inget är sparat än, och det du har gjort finns kvar."
    )


def test_a_form_that_was_open_while_the_same_was_changed_is_refused(session: Session, dina: Actor) -> None:
    draft_id = proposed(session, dina)
    agreement_drafts.choose(session, dina, DraftRef(draft_id, FORUM), Choice.SKIPPED, NOW)

    with pytest.raises(FieldErrors, match="ändrades medan du skrev"):
        agreement_drafts.change(session, dina, DraftRef(draft_id, FORUM, version=0), WANTED, NOW)


def test_what_is_added_stands_in_the_area_that_was_chosen(session: Session, dina: Actor) -> None:
    draft_id = proposed(session, dina)
    agreement_drafts.add(session, dina, draft_id, "Unga", WANTED, NOW)
    agreement_drafts.add(session, dina, draft_id, "Trafik", WANTED, NOW)

    found = draft(session, dina, draft_id)
    assert [(area.entry.title, len(area.activities)) for area in found.areas] == [
        ("Trygghet i centrum", 2), ("Unga", 2), ("Trafik", 1),
    ]  # fmt: skip


def test_two_of_the_same_name_get_keys_of_their_own(session: Session, dina: Actor) -> None:
    draft_id = proposed(session, dina)
    for area in ("Unga", "Trafik"):
        agreement_drafts.add(session, dina, draft_id, area, WANTED, NOW)
    saved(session, dina, draft_id)

    keys = [one.key for one in file_of(session, "timra_2027_2028").activities]
    assert keys[-2:] == ["forum_i_hogstadiet", "forum_i_hogstadiet_2"]


def test_what_others_there_call_the_police_is_taken_over(session: Session, dina: Actor) -> None:
    agreements.add(session, replace(promise(), police_area="Lokalpolisområde Timrå"), NOW)

    assert [party.name for party in draft(session, dina, proposed(session, dina)).frame.parties] == [
        "Polisen i Medelpad", "Timrå kommun",
    ]  # fmt: skip


def test_the_same_is_not_renewed_twice(session: Session, dina: Actor) -> None:
    first = agreements.add(session, promise(), NOW)
    drafts = [renewals.renew(session, dina, first.id, NOW) for _ in range(2)]
    saved(session, dina, drafts[0])

    with pytest.raises(UserError, match="Den är redan förnyad, med Medborgarlöfte för Timrå 2027"):
        saved(session, dina, drafts[1])


def test_what_is_to_be_delivered_on_a_day_of_the_old_one_is_told_of(session: Session, dina: Actor) -> None:
    [area] = promise().focus_areas
    strategy = replace(area.activities[0], key="s", title="Strategi", form=Form.DELIVERABLE, due_on=date(2026, 12, 1))
    there = replace(promise(), focus_areas=(replace(area, activities=(strategy,)),))
    draft_id = renewals.renew(session, dina, agreements.add(session, there, NOW).id, NOW)
    saved(session, dina, draft_id)

    told = session.exec(select(OutboxMessage.payload).where(OutboxMessage.key == f"agreement:{draft_id}:end:")).one()
    assert (told or {})["text"].splitlines()[2] == (
        "Planeras inte, för att dagen har varit eller ligger utanför perioden: Strategi. Byt dag med Revidera."
    )


def test_a_renewal_that_begins_earlier_takes_the_place_of_the_old_one(session: Session, dina: Actor) -> None:
    first = agreements.add(session, promise(), NOW)
    draft_id = renewals.renew(session, dina, first.id, NOW)
    frame = replace(draft(session, dina, draft_id).frame, first=date(2026, 12, 5))
    agreement_drafts.change_frame(session, dina, draft_id, 0, frame, NOW)
    saved(session, dina, draft_id)
    states = []
    for days in (0, 15):
        agreement_ends.day_has_come(session, NOW + timedelta(days=days))
        session.expire_all()
        states.append(state_of(session, "timra_2026"))

    assert states == [AgreementState.CURRENT, AgreementState.REPLACED]


def test_a_revision_of_what_somebody_has_changed_meanwhile_is_refused(session: Session, dina: Actor) -> None:
    there = agreements.add(session, promise(), NOW)
    first, second = (renewals.revise(session, dina, there.id, NOW) for _ in range(2))
    agreement_drafts.choose(session, dina, DraftRef(second, ActivitySpot(0, 0)), Choice.SKIPPED, NOW)
    agreement_saving.save(session, dina, second, NOW)

    with pytest.raises(UserError, match="Någon har ändrat planen sedan du började"):
        agreement_saving.save(session, dina, first, NOW)


def test_what_was_left_out_of_a_revision_is_not_renewed(session: Session, dina: Actor) -> None:
    there = agreements.add(session, promise(), NOW)
    revision = renewals.revise(session, dina, there.id, NOW)
    agreement_drafts.choose(session, dina, DraftRef(revision, ActivitySpot(0, 0)), Choice.SKIPPED, NOW)
    agreement_saving.save(session, dina, revision, NOW)

    renewal = draft(session, dina, renewals.renew(session, dina, there.id, NOW))
    assert [one.entry.key for one in renewal.activities] == ["kontroller"]


def test_a_terminated_agreement_holds_to_its_last_day(session: Session, dina: Actor) -> None:
    there = agreements.add(session, promise(), NOW)
    terminations.terminate(session, dina, there.id, Ending(date(2026, 11, 30), "other", "annat"), NOW)
    states = []
    for days in (10, 11):
        agreement_ends.day_has_come(session, NOW + timedelta(days=days))
        session.expire_all()
        states.append(state_of(session, "timra_2026"))

    assert states == [AgreementState.CURRENT, AgreementState.TERMINATED]
    assert row_of(session, "timra_2026").terminated_on == date(2026, 11, 30)


def test_an_agreement_is_terminated_within_its_period_only(session: Session, dina: Actor) -> None:
    there = agreements.add(session, promise(), NOW)

    with pytest.raises(FieldErrors, match=r"Den gäller 1 januari–31 december\. Välj en dag då\."):
        terminations.terminate(session, dina, there.id, Ending(date(2027, 1, 1), "other", "annat"), NOW)


def test_a_coordinator_elsewhere_changes_no_agreement(session: Session) -> None:
    there = agreements.add(session, promise(), NOW)
    eva = acting(session, person(session, "UEVA", Role.COORDINATOR, place=municipality(session, "Hofors")))

    for change in (renewals.renew, renewals.revise, terminations.ending):
        with pytest.raises(NotAllowed, match="Bara samordnaren i alla kommuner"):
            change(session, eva, there.id, NOW)
