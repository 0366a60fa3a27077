"""The follow-ups that were handed over in the example year. Timrå's for the second tertial still waits."""

from collections.abc import Callable
from datetime import date, datetime, time

from bot.domain.calendar import at
from bot.domain.periods import Period
from bot.sandbox.personas import DINA
from bot.sandbox.story import Scene, Stage
from bot.services import duties
from storage import agreements

MORNING = time(10)


def scenes(year: int) -> list[Scene]:
    first_tertial = Period(date(year, 1, 1), date(year, 4, 30))
    second_tertial = Period(date(year, 5, 1), date(year, 8, 31))
    half_year = Period(date(year, 1, 1), date(year, 6, 30))
    april_to_march = Period(date(year - 1, 4, 1), date(year, 3, 31))
    handed_over = (
        ("Timrå", april_to_march, date(year, 5, 20)),
        ("Hofors", first_tertial, date(year, 6, 9)),
        ("Timrå", first_tertial, date(year, 6, 15)),
        ("Kommunen i exemplet", half_year, date(year, 8, 24)),
        ("Hofors", second_tertial, date(year, 10, 20)),
    )
    return [Scene(at(day, MORNING), _deliver(place, period)) for place, period, day in handed_over]


def _deliver(place: str, period: Period) -> Callable[[Stage, datetime], object]:
    def act(stage: Stage, now: datetime) -> object:
        (municipality_id,) = agreements.places(stage.session)[place]
        return duties.deliver(stage.session, stage.actor(DINA, now), municipality_id, period, now)

    return act
