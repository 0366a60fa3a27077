"""A settled follow-up tells nobody who asks for public records what is protected, or has become so since."""

from datetime import date

from sqlmodel import Session

from bot.documents import take_out_files
from bot.domain.periods import Period
from bot.domain.words import OccurrenceState, OutcomeStatus, Part, Role
from bot.services import follow_up_versions, take_out
from storage.models import AgreementMunicipality, FocusArea, Municipality, Occurrence, Outcome, Person
from tests import factories
from tests.factories import NOW, acting, stockholm

PLACE, NOTE = "E4 Sörberge", "vid macken"
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def reported(session: Session, of: Occurrence, by: Person) -> None:
    of.state, of.place = OccurrenceState.REPORTED, PLACE
    session.add(Outcome(
        occurrence_id=of.id, number="HOF-2026-0001", version=1, current=True, status=OutcomeStatus.DONE, count=1,
        reported_by_id=by.id, reported_at=NOW, note=NOTE,
    ))  # fmt: skip
    session.flush()


def handed_out(session: Session, *, protected: bool, later: bool = False, whole: bool = False) -> str:
    """The settled follow-up of a traffic check that was made; `later`: its activity is protected after that."""
    town: Municipality = factories.municipality(session)
    dina = factories.person(session, "UDINA", Role.COORDINATOR, place=town)
    checks = factories.activity(session, town, kind="trafikkontroll", protected=protected)
    area = session.get_one(FocusArea, checks.focus_area_id)
    session.add(AgreementMunicipality(agreement_id=area.agreement_id, municipality_id=town.id))
    reported(session, factories.occurrence(session, checks, (dina, Part.LEAD), starts=stockholm(18, 20)), dina)
    who = acting(session, dina)
    shown = follow_up_versions.show(session, who, town.id, YEAR, NOW)
    follow_up_versions.settle(session, who, shown.version.id, NOW)
    checks.protected = protected or later
    session.flush()
    found = take_out.gather(session, town.id, NOW, whole=whole)
    return dict(take_out_files.files(found))["uppfoljningar/1.json"].decode()


def told(text: str) -> list[str]:
    return [secret for secret in (PLACE, NOTE) if secret in text]


def test_of_what_is_not_protected_all_is_told(session: Session) -> None:
    assert told(handed_out(session, protected=False)) == [PLACE, NOTE]


def test_of_what_is_protected_neither_place_nor_note_even_whole(session: Session) -> None:
    assert told(handed_out(session, protected=True, whole=True)) == []


def test_nor_of_what_was_protected_after_it_was_settled(session: Session) -> None:
    assert told(handed_out(session, protected=False, later=True)) == []


def test_who_is_to_try_it_gets_it_as_it_was(session: Session) -> None:
    assert told(handed_out(session, protected=False, later=True, whole=True)) == [PLACE, NOTE]
