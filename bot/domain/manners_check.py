"""Which hours and days somebody may choose. What cannot be kept is refused (FieldErrors) at its field of the form."""

from collections.abc import Iterable
from datetime import date, time, timedelta

from bot.domain.errors import FieldErrors
from bot.domain.manners import Away, Manners

LEAST_HEARD = timedelta(hours=1)
DAY = timedelta(days=1)


def check_hours(chosen: Manners) -> None:
    """At least an hour of the working day has to be left in which anything may be said."""
    if not chosen.workdays:
        raise FieldErrors({"workdays": "Välj minst en dag. Är du borta ett tag anger du det längre ner."})
    if chosen.work_to <= chosen.work_from:
        raise FieldErrors({"work_to": "Arbetstiden måste sluta efter att den börjar. Välj en senare tid."})
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
    begins, ends = _since_midnight(chosen.work_from), _since_midnight(chosen.work_to)
    quiet_from, quiet_to = _since_midnight(chosen.quiet_from), _since_midnight(chosen.quiet_to)
    if quiet_from < quiet_to:
        quiet = _common(begins, ends, quiet_from, quiet_to)
    else:
        quiet = _common(begins, ends, quiet_from, DAY) + _common(begins, ends, timedelta(0), quiet_to)
    return ends - begins - quiet


def _common(begins: timedelta, ends: timedelta, since: timedelta, until: timedelta) -> timedelta:
    return max(min(ends, until) - max(begins, since), timedelta(0))


def _since_midnight(clock: time) -> timedelta:
    return timedelta(hours=clock.hour, minutes=clock.minute)
