"""Whether an agreement is coming, in force or over follows from its days, whatever was stored when it came in."""

from datetime import date, timedelta

import pytest
from sqlmodel import Session, select

from bot.domain.errors import FieldErrors, Gone
from bot.domain.permissions import Actor
from bot.domain.words import AgreementState, Form, Role
from bot.sandbox.house import House
from bot.services import occurrences
from storage import agreements
from storage.models import Agreement, AgreementMunicipality, Municipality
from tests.factories import NOW, acting, activity, person, stockholm
from tests.scenes import LEAD, agreed
from tests.seen import submitted, typed

TODAY = NOW.date()
IN_TIME = (stockholm(24, 18), stockholm(24, 20))
NEXT_YEAR = (stockholm(5, 18, month=1, year=2027), stockholm(5, 20, month=1, year=2027))


@pytest.fixture
def dina(session: Session, place: Municipality) -> Actor:
    return acting(session, person(session, "UDINA", Role.COORDINATOR, place=place))


def stored(session: Session, state: AgreementState, first: date, last: date) -> None:
    row = session.exec(select(Agreement)).one()
    row.state, row.period_start, row.period_end = state, first, last
    session.flush()


@pytest.mark.parametrize(
    ("state", "first", "last", "offered"),
    [
        (AgreementState.DRAFT, date(2026, 1, 1), date(2026, 12, 31), True),
        (AgreementState.DRAFT, date(2027, 1, 1), date(2027, 12, 31), True),
        (AgreementState.CURRENT, date(2025, 1, 1), date(2025, 12, 31), False),
        (AgreementState.TERMINATED, date(2026, 1, 1), date(2026, 12, 31), False),
    ],
)
def test_what_is_not_over_can_be_planned(
    session: Session, place: Municipality, dina: Actor, state: AgreementState, first: date, last: date, offered: bool
) -> None:
    activity(session, place)
    stored(session, state, first, last)
    assert bool(occurrences.overview(session, dina, NOW).activities) is offered


@pytest.mark.parametrize(
    ("state", "first", "visible", "over"),
    [
        (AgreementState.DRAFT, date(2026, 1, 1), True, False),
        (AgreementState.CURRENT, date(2027, 1, 1), False, False),
        (AgreementState.REPLACED, date(2026, 1, 1), True, True),
    ],
)
def test_what_has_begun_is_shown(
    session: Session, place: Municipality, state: AgreementState, first: date, visible: bool, over: bool
) -> None:
    activity(session, place)
    stored(session, state, first, first.replace(month=12, day=31))
    agreement = session.exec(select(Agreement)).one()
    session.add(AgreementMunicipality(agreement_id=agreement.id, municipality_id=place.id))
    session.flush()
    found = agreements.visible(session, [place.id], TODAY)
    assert [one.over(TODAY) for one in found] == ([over] if visible else [])


def test_nothing_is_planned_after_the_last_day(session: Session, place: Municipality, dina: Actor) -> None:
    of = activity(session, place)
    with pytest.raises(FieldErrors) as refused:
        occurrences.plan(session, dina, of.id, *NEXT_YEAR, NOW)
    assert refused.value.fields == {"day": "Aktiviteten gäller 1 januari–31 december. Välj en dag då."}


def test_a_window_lies_within_the_period(session: Session, place: Municipality, dina: Actor) -> None:
    of = activity(session, place, form=Form.WINDOW)
    with pytest.raises(FieldErrors) as refused:
        occurrences.plan(session, dina, of.id, IN_TIME[0], NEXT_YEAR[1], NOW)
    assert list(refused.value.fields) == ["last"]


def test_the_night_of_the_last_day_can_be_planned(session: Session, place: Municipality, dina: Actor) -> None:
    of = activity(session, place)
    evening = stockholm(31, 22, month=12)
    assert occurrences.plan(session, dina, of.id, evening, evening + timedelta(hours=4), NOW).id


def test_nothing_is_moved_past_the_activity_s_own_end(session: Session, place: Municipality, dina: Actor) -> None:
    of = activity(session, place)
    made = occurrences.plan(session, dina, of.id, *IN_TIME, NOW)
    of.ended_on = date(2026, 11, 30)
    session.flush()
    with pytest.raises(FieldErrors) as refused:
        occurrences.move(session, dina, made.id, stockholm(1, 18, month=12), stockholm(1, 20, month=12), NOW)
    assert refused.value.fields == {"day": "Aktiviteten gäller 1 januari–30 november. Välj en dag då."}


def test_what_was_terminated_is_not_planned(session: Session, place: Municipality, dina: Actor) -> None:
    of = activity(session, place)
    stored(session, AgreementState.TERMINATED, date(2026, 1, 1), date(2026, 12, 31))
    with pytest.raises(Gone, match="gäller inte längre"):
        occurrences.plan(session, dina, of.id, *IN_TIME, NOW)


async def test_a_day_outside_the_period_is_marked_in_the_form(house: House) -> None:
    await agreed(house, "trygghetsvandring", {"anna": LEAD})
    await typed(house, "dina", "/lofte plan")
    dina = house.person("dina")
    assert dina.modal
    await dina.press(dina.modal, "occurrence_plan", value="Trygga kvällar")
    await house.settled()
    seen = await submitted(house, "dina", day="2027-01-05", starts="18:00", ends="20:00")
    assert "Dag: 2027-01-05 ← Aktiviteten gäller 1 januari–31 december. Välj en dag då." in seen
