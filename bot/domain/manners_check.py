"""Which hours and days somebody may choose. What cannot be kept is refused (FieldErrors) at its field of the form."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import product

from bot.domain.errors import FieldErrors
from bot.domain.manners import Away, Manners

LEAST_HEARD = timedelta(hours=1)
NONE, DAY = timedelta(0), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Span:
    """Since midnight."""

    begins: timedelta
    ends: timedelta


def check_hours(chosen: Manners) -> None:
    """At least an hour of the working day has to be left in which anything may be said."""
    if not chosen.workdays:
        raise FieldErrors({"workdays": "Välj minst en dag. Är du borta ett tag anger du det längre ner."})
    if chosen.work_to == chosen.work_from:
        raise FieldErrors({"work_to": "Arbetstiden kan inte börja och sluta samtidigt. Välj en annan tid."})
    if chosen.quiet_from == chosen.quiet_to:
        raise FieldErrors({"quiet_to": "Den tysta tiden kan inte börja och sluta samtidigt. Välj en annan tid."})
    if _heard(chosen) < LEAST_HEARD:
        raise FieldErrors({"quiet_to": "Då är det tyst hela arbetstiden. Lämna minst en timme av den."})


def check_away(chosen: Away, others: Iterable[Away], today: date) -> None:
    if chosen.last < chosen.first:
        raise FieldErrors({"away_last": "Sista dagen kan inte komma före den första. Välj en senare dag."})
    if chosen.last < today:
        raise FieldErrors({"away_last": "De dagarna har redan varit. Välj senare dagar."})
    if any(overlap(chosen, other) for other in others):
        raise FieldErrors({"away_first": "Du är redan borta då. Välj andra dagar, eller ta bort den frånvaron först."})


def overlap(one: Away, other: Away) -> bool:
    return one.first <= other.last and other.first <= one.last


def _heard(chosen: Manners) -> timedelta:
    """How much of the working day is not quiet."""
    working = _spans(chosen.work_from, chosen.work_to)
    quiet = _spans(chosen.quiet_from, chosen.quiet_to)
    silent = (max(min(a.ends, b.ends) - max(a.begins, b.begins), NONE) for a, b in product(working, quiet))
    return sum((one.ends - one.begins for one in working), NONE) - sum(silent, NONE)


def _spans(begins: time, ends: time) -> list[_Span]:
    """What goes on over midnight is two."""
    since, until = _since_midnight(begins), _since_midnight(ends)
    return [_Span(since, until)] if since < until else [_Span(NONE, until), _Span(since, DAY)]


def _since_midnight(clock: time) -> timedelta:
    return timedelta(hours=clock.hour, minutes=clock.minute)
