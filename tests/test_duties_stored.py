"""What agreements ask to be followed up, and how long."""

from datetime import date

from sqlmodel import Session

from bot.domain.periods import Period
from bot.domain.words import FollowUpForm, Per, Role
from storage import duties, records
from storage.duties import Delivered
from storage.models import Agreement, AgreementMunicipality, FollowUpDuty
from tests.factories import NOW, agreement, municipality, person

TODAY = NOW.date()


def agreed(session: Session, place_id: int) -> Agreement:
    """For 2026, with a follow-up each tertial."""
    made = agreement(session)
    session.add(AgreementMunicipality(agreement_id=made.id, municipality_id=place_id))
    session.add(
        FollowUpDuty(
            agreement_id=made.id, form=FollowUpForm.WRITTEN, per=Per.TERTIAL, owner="Hofors kommun", recipients=["KS"]
        )
    )
    session.flush()
    return made


def held(session: Session) -> list[Period]:
    return [one.held for one in duties.all_of(session, TODAY)]


def test_a_duty_holds_as_long_as_its_agreement(session: Session) -> None:
    made = agreed(session, municipality(session).id)
    assert held(session) == [Period(date(2026, 1, 1), date(2026, 12, 31))]
    made.terminated_on = date(2026, 10, 15)
    assert held(session) == [Period(date(2026, 1, 1), date(2026, 10, 15))]
    made.terminated_on = date(2025, 12, 31)
    assert held(session) == []


def test_a_duty_ends_when_another_agreement_begins_instead(session: Session) -> None:
    hofors = municipality(session)
    old, new = agreed(session, hofors.id), agreed(session, hofors.id)
    new.replaces_id, new.period_start = old.id, date(2026, 9, 1)
    assert held(session) == [
        Period(date(2026, 1, 1), date(2026, 8, 31)),
        Period(date(2026, 9, 1), date(2026, 12, 31)),
    ]


def test_it_is_known_since_it_was_entered(session: Session) -> None:
    hofors, other = municipality(session), municipality(session, "Timrå")
    made = agreed(session, hofors.id)
    records.audit(session, NOW, None, "add", "agreement", made.id)
    assert [one.known_since for one in duties.all_of(session, TODAY, [hofors.id])] == [TODAY]
    assert duties.all_of(session, TODAY, [other.id]) == []


def test_what_is_handed_over_is_kept_with_its_period(session: Session) -> None:
    hofors = municipality(session)
    dina = person(session, "UDINA", Role.COORDINATOR, place=hofors)
    tertial = Period(date(2026, 5, 1), date(2026, 8, 31))
    duties.deliver(session, dina.id, hofors.id, tertial, NOW)
    assert duties.delivered(session, TODAY) == [Delivered(hofors.id, tertial, TODAY)]
    assert duties.delivered(session, date(2026, 11, 21)) == []
