"""What was told before, and what is protected by now, is not given away to citizens by a page that is made later."""

from datetime import date

from sqlmodel import Session

from bot.domain.follow_up import Ahead, Held, protecting
from bot.domain.periods import Period
from bot.domain.public_numbers import ToldNumbers
from bot.domain.public_rules import public, with_plans_of
from bot.domain.words import AgreementState, OutcomeStatus, PublicationForm, Role
from storage import publications
from storage.models import AgreementMunicipality
from tests import factories
from tests.factories import NOW
from tests.follow_ups import agreement, area, follow_up, followed, progress

BEFORE = Period(date(2021, 1, 1), date(2022, 12, 31))
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def test_what_is_protected_since_it_was_settled_has_neither_place_nor_day_ahead() -> None:
    held = Held(date(2026, 5, 14), None, OutcomeStatus.DONE, None, 1, "Vivsta", "", True)
    one = followed(progress(done=1), held=(held,), ahead=(Ahead(date(2026, 12, 1), None, "Centrum"),))
    settled = follow_up(agreement(area(one)))

    [told] = public(settled, threshold=5).activities
    [hidden] = public(protecting(settled, [1]), threshold=5).activities

    assert (told.held[0].place, [some.place for some in told.ahead]) == ("Vivsta", ["Centrum"])
    assert (hidden.held[0].place, hidden.ahead, hidden.more) == ("", (), True)


def test_settled_numbers_stand_beside_the_plans_of_today() -> None:
    """The date was moved, and another is protected by now."""
    moved, new = Ahead(date(2026, 12, 1), None, "Centrum"), Ahead(date(2026, 12, 8), None, "Vivsta")
    settled = follow_up(agreement(area(followed(progress(done=7), ahead=(moved,)))))
    latest = follow_up(agreement(area(followed(progress(done=9), ahead=(new,), withheld=1))))

    [told] = with_plans_of(latest, settled).activities()

    assert (told.progress.tally.done, told.ahead, told.withheld) == (7, (new,), 1)


def test_what_is_planned_no_more_is_not_ahead() -> None:
    settled = follow_up(agreement(area(followed(ahead=(Ahead(date(2026, 12, 1), None, "Centrum"),), withheld=2))))

    [told] = with_plans_of(follow_up(), settled).activities()

    assert (told.ahead, told.withheld) == ((), 0)


def test_numbers_of_what_was_over_before_are_kept_with_their_own_days() -> None:
    over = agreement(area(followed(progress(measures={"rattfylla": 41.0}))), state=AgreementState.ENDED, period=BEFORE)

    told = public(follow_up(agreement(area())), threshold=5, earlier=(over,))

    assert (told.people, told.people_before) == ({}, (ToldNumbers(BEFORE, {"1:rattfylla": 41.0}),))


def test_they_are_read_back_with_them_as_they_were_told_each_time(session: Session) -> None:
    place, dina = factories.municipality(session), factories.person(session, "dina", Role.COORDINATOR)

    def publish(period: Period, *told: ToldNumbers) -> None:
        publications.add(session, place.id, period, PublicationForm.PAGE, "", told, dina.id, NOW)

    publish(YEAR, ToldNumbers(YEAR, {"1:rattfylla": 7.0, "1:fordon": 90.0}), ToldNumbers(BEFORE, {"1:rattfylla": 41.0}))
    publish(YEAR, ToldNumbers(YEAR, {"1:rattfylla": 8.0}), ToldNumbers(BEFORE, {"2:deltagare": 12.0}))

    assert publications.told(session, place.id) == [
        ToldNumbers(YEAR, {"1:rattfylla": 7.0, "1:fordon": 90.0}),
        ToldNumbers(BEFORE, {"1:rattfylla": 41.0}),
        ToldNumbers(YEAR, {"1:rattfylla": 8.0}),
        ToldNumbers(BEFORE, {"2:deltagare": 12.0}),
    ]


def test_who_shares_an_agreement_tells_the_same_numbers(session: Session) -> None:
    """Both pages tell of the same activity: 12 on the one and 13 on the other would be one person."""
    hofors, timra, ockelbo = (factories.municipality(session, name) for name in ("Hofors", "Timrå", "Ockelbo"))
    dina, shared = factories.person(session, "dina", Role.COORDINATOR), factories.agreement(session)
    session.add_all(AgreementMunicipality(agreement_id=shared.id, municipality_id=one.id) for one in (hofors, timra))
    session.flush()
    numbers = ToldNumbers(YEAR, {"1:rattfylla": 12.0})

    publications.add(session, hofors.id, YEAR, PublicationForm.PAGE, "", [numbers], dina.id, NOW)

    assert [publications.told(session, one.id) for one in (timra, ockelbo)] == [[numbers], []]
