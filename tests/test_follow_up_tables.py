"""The tables of a written follow-up: which stretch of time each is compared with."""

from datetime import date

from bot.domain.follow_up import Followed
from bot.domain.periods import Period
from bot.domain.words import Form
from bot.report import follow_up_tables
from tests.follow_ups import LAST_YEAR, area, follow_up, followed, progress

SINCE_APRIL = Period(date(2025, 4, 1), date(2025, 12, 31))


def compared(period: Period, form: Form = Form.DATED) -> Followed:
    before = progress(form=form)._replace(period=period)
    return followed(progress(form=form), before=before)


def header(*activities: Followed) -> str:
    return follow_up_tables.result(area(*activities), follow_up()).header[4]


def test_the_stretch_before_is_named_also_beside_what_is_to_be_delivered() -> None:
    assert header(compared(SINCE_APRIL), compared(LAST_YEAR, Form.DELIVERABLE)) == "Gjort april–december 2025"


def test_what_has_its_own_stretch_each_is_compared_with_the_one_before() -> None:
    assert header(compared(SINCE_APRIL), compared(LAST_YEAR)) == "Perioden före"


def test_a_delivery_alone_is_compared_with_its_own() -> None:
    assert header(compared(LAST_YEAR, Form.DELIVERABLE)) == "Gjort 2025"
