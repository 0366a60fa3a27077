"""Which hours somebody may choose: also those of who works at night, as long as something can be said in them."""

from datetime import time

import pytest

from bot.domain.errors import FieldErrors
from bot.domain.manners import Manners
from bot.domain.manners_check import check_hours


def test_who_works_at_night_may_say_so() -> None:
    check_hours(Manners(work_from=time(20), work_to=time(6), quiet_from=time(7), quiet_to=time(14)))


@pytest.mark.parametrize(("work_from", "work_to"), [(20, 6), (21, 7), (0, 7)])
def test_a_night_that_is_quiet_all_through_is_refused(work_from: int, work_to: int) -> None:
    with pytest.raises(FieldErrors, match="tyst hela arbetstiden"):
        check_hours(Manners(work_from=time(work_from), work_to=time(work_to)))


def test_an_hour_of_the_night_is_enough() -> None:
    check_hours(Manners(work_from=time(19), work_to=time(6)))
