"""What was to be delivered and never was, once its agreement is over: the same to chiefs, on paper, to citizens."""

from datetime import date

import pytest
from sqlmodel import Session

from bot.domain.periods import Period
from bot.domain.progress import Verdict
from bot.domain.progress_delivered import came_to
from bot.domain.public_follow_up import PublicFollowUp
from bot.domain.public_rules import public
from bot.domain.words import Form, OutcomeStatus, Reason, Role
from bot.report import follow_up_cells as cells
from bot.report.public_page import page
from bot.report.public_texts import article
from bot.services import progress_overview
from bot.views import progress as views
from storage.models import Activity, Municipality
from tests import progress_rows as rows
from tests.factories import acting, person, stockholm
from tests.gathered import gathered, only
from tests.progress_rows import MONDAY
from tests.public_pages import CONTACT

BEFORE = Period(date(2024, 1, 1), date(2024, 12, 31))
YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))


@pytest.fixture
def strategy(session: Session, place: Municipality) -> Activity:
    """Of a promise that held in 2024 and 2025, without a day."""
    promise = rows.agreement(session, place, years=(2024, 2025))
    return rows.activity(session, promise, place, "kommunikationsinsats", "Strategi", form=Form.DELIVERABLE)


def told(session: Session, text: str) -> list[str]:
    cia = acting(session, person(session, "UCIA", Role.CHIEF), MONDAY)
    return str(views.answer(progress_overview.ask(session, cia, text, MONDAY), MONDAY)["text"]).splitlines()


def citizens(session: Session, place: Municipality, period: Period = YEAR) -> PublicFollowUp:
    return public(gathered(session, place, period), threshold=5)


@pytest.mark.parametrize(
    ("verdict", "ended", "partly", "said"),
    [
        (Verdict.BEHIND, False, False, "Inte klar, och tiden har gått ut."),
        (Verdict.BEHIND, True, False, "Blev inte klar under avtalstiden."),
        (Verdict.BEHIND, True, True, "Blev bara delvis klar under avtalstiden."),
        (Verdict.FINISHED, True, False, "Klar."),
        (Verdict.NOT_STARTED, False, False, "Inte påbörjad."),
    ],
)
def test_what_came_of_it(verdict: Verdict, ended: bool, partly: bool, said: str) -> None:
    assert came_to(verdict, ended=ended, partly=partly) == said


@pytest.mark.usefixtures("strategy")
def test_a_chief_is_told_that_it_was_not_done(session: Session) -> None:
    assert told(session, "läget Hofors 2025") == [
        "Hofors: 1 aktivitet blev inte klar.",
        "Blev inte klart: Strategi. Blev inte klar under avtalstiden.",
        "Löftet gällde till 31 december 2025.",
        "Det finns inga rapporter, och ingen saknas.",
    ]


@pytest.mark.usefixtures("strategy")
def test_of_the_time_before_the_end_it_is_said_that_it_was_not_due(session: Session) -> None:
    assert told(session, "läget Hofors 2024")[:2] == [
        "Hofors: 1 aktivitet skulle inte vara klar då.",
        "Skulle inte vara klart då: Strategi",
    ]


def test_what_was_partly_done_is_said_to_be(session: Session, strategy: Activity) -> None:
    on = rows.occasion(session, strategy, stockholm(1, 0, month=3, year=2025))
    anna = person(session, "UANNA", Role.STAFF)
    rows.report(session, on, anna, OutcomeStatus.PARTLY, reason=Reason.STAFF)

    assert told(session, "läget Hofors 2025")[1].startswith(
        "Blev inte klart: Strategi. Blev bara delvis klar under avtalstiden."
    )


@pytest.mark.usefixtures("strategy")
def test_citizens_read_what_was_to_be_done_in_the_past_tense(session: Session, place: Municipality) -> None:
    told = citizens(session, place)
    shown = page(told, CONTACT)

    assert "<p>Gällde 2024–2025. Medborgarlöftet har avslutats.</p>" in shown
    assert "<dt>Vi lovade</dt><dd>Att det skulle bli klart.</dd>" in shown
    assert "<dt>Det här har vi gjort</dt><dd>Blev inte klar under avtalstiden.</dd>" in shown
    assert "– Strategi. Läget: Blev inte klar under avtalstiden." in article(told)
    assert "påbörja" not in shown


def test_of_the_time_before_it_was_delivered_citizens_do_not_read_that_it_never_was(
    session: Session, place: Municipality, strategy: Activity
) -> None:
    on = rows.occasion(session, strategy, stockholm(1, 0, month=3, year=2025))
    rows.report(session, on, person(session, "UANNA", Role.STAFF))

    shown = page(citizens(session, place, BEFORE), CONTACT)

    assert "<dt>Vi lovade</dt><dd>Att det skulle bli klart.</dd>" in shown
    assert "<dt>Det här har vi gjort</dt><dd>Inte påbörjad.</dd>" in shown


@pytest.mark.usefixtures("strategy")
def test_on_paper_it_was_not_done(session: Session, place: Municipality) -> None:
    follow_up = gathered(session, place, YEAR)
    one = only(follow_up)

    assert cells.done(one.progress) == "inte klart"
    assert cells.judged(one, follow_up) == "Blev inte klar"
