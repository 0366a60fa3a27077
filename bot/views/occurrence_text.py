"""How an occurrence is called in a sentence: what, when, where."""

import re
from datetime import date, datetime

from bot.domain.calendar import DAY, local_day
from bot.domain.kinds import kind
from bot.domain.swedish import day_short, day_text, fold, range_text, sentence, when_text
from bot.domain.words import Form
from bot.views.blocks import BUTTON_LIMIT, cut
from storage.occurrences import Listed

DISCREET = "Du har en påminnelse"  # all that the notification of a protected activity says: lock screens show it
GATHERING = re.compile(r"(?:,\s*|^)samling\b.*", re.IGNORECASE)
QUESTION_LIKE = (Form.CONTINUOUS, Form.WHEN_NEEDED)


def what(occurrence: Listed) -> str:
    """The kind for what happens at a time; the activity's own title for work that goes on or is delivered."""
    if occurrence.form in (Form.DATED, Form.WINDOW):
        return kind(occurrence.kind).name
    return occurrence.title


def when(occurrence: Listed, now: datetime) -> str:
    """Gives "i kväll, fredag 20 november kl. 19–21", "vecka 47", "senast 1 december".

    Nobody knows when on the day an unplanned one was: "i dag, måndag 23 november, inte planerad".
    """
    today = local_day(now)
    match occurrence.form:
        case _ if not occurrence.planned:
            word = "planerat" if kind(occurrence.kind).neuter else "planerad"
            return f"{day(occurrence, now)}, inte {word}"
        case Form.DATED:
            return when_text(occurrence.starts_at, occurrence.ends_at, now)
        case Form.DELIVERABLE:
            return f"senast {day_text(_last_day(occurrence), today)}"
        case _:
            return occurrence.label or range_text(local_day(occurrence.starts_at), _last_day(occurrence), today)


def leads(occurrence: Listed) -> str:
    """What its lead does: nobody leads what goes on for months, or is to be delivered."""
    return "leder" if occurrence.form in (Form.DATED, Form.WINDOW) else "ansvarar"


def day(occurrence: Listed, now: datetime) -> str:
    """What has no day of its own, as a whole: "vecka 47", or unplanned "9–15 november"."""
    first, today = local_day(occurrence.starts_at), local_day(now)
    if _has_a_day(occurrence):
        return day_text(first, today)
    if occurrence.planned:
        return when(occurrence, now)
    return range_text(first, local_day(occurrence.ends_at), today)


def where(occurrence: Listed) -> str:
    """With a comma before it: the place, and the municipality unless its name is there already."""
    place = f", {occurrence.place}" if occurrence.place else ""
    return place + _town_unless_in(occurrence, what(occurrence) + place)


def where_it_was(occurrence: Listed) -> str:
    """As `where`, when it is over: where to gather is of no use then."""
    place = GATHERING.sub("", occurrence.place or "") or None
    return where(occurrence._replace(place=place))


def quoted(occurrence: Listed) -> str:
    """As `titled`, inside a sentence: a title may begin with a name, so its capital stays, and is set apart."""
    return f"”{occurrence.title}”" + _town_unless_in(occurrence, occurrence.title)


def titled(occurrence: Listed) -> str:
    """The activity's own title, and the municipality unless its name is there already."""
    return occurrence.title + _town_unless_in(occurrence, occurrence.title)


def full(occurrence: Listed, now: datetime) -> str:
    return f"{_called(occurrence, when(occurrence, now))}{where(occurrence)}"


def definite(occurrence: Listed, now: datetime) -> str:
    """One that the reader knows of: "fotpatrullen i kväll, fredag 20 november kl. 19–21, Timrå centrum"."""
    known = when(occurrence, now) if occurrence.planned else day(occurrence, now)
    if occurrence.form in (Form.DATED, Form.WINDOW):
        return f"{kind(occurrence.kind).definite} {known}{where_it_was(occurrence)}"
    return f"{_called(occurrence, known)}{where_it_was(occurrence)}"


def brief(occurrence: Listed, now: datetime) -> str:
    """Without place and clock: "trafikkontroll fredag 20 november"."""
    return _called(occurrence, day(occurrence, now))


def noticed(occurrence: Listed, now: datetime) -> str:
    """As lock screens may show it: of a protected one no place, and no more of when than the day."""
    return brief(occurrence, now) if occurrence.protected else full(occurrence, now)


def short(occurrence: Listed, now: datetime) -> str:
    """For a button: "Fre 20 nov, E4 Sörberge, Timrå"."""
    if _has_a_day(occurrence):
        shown = day_short(local_day(occurrence.starts_at), local_day(now))
    else:
        shown = when(occurrence, now)
    return cut(f"{sentence(shown)}{where(occurrence)}", BUTTON_LIMIT)


def fact(occurrence: Listed, now: datetime) -> str:
    """Begins with the time: "I morgon, tisdag 24 november kl. 18–20: trygghetsvandring, Hofors centrum"."""
    return f"{sentence(when(occurrence, now))}: {what(occurrence)}{where(occurrence)}"


def _called(occurrence: Listed, time: str) -> str:
    """A kind runs on into its time, "fotpatrullering vecka 47"; a title is kept apart from it."""
    between = " " if occurrence.form in (Form.DATED, Form.WINDOW) else ", "
    return f"{what(occurrence)}{between}{time}"


def _town_unless_in(occurrence: Listed, text: str) -> str:
    town = occurrence.municipality
    return "" if fold(town) in fold(text) else f", {town}"


def _last_day(occurrence: Listed) -> date:
    """Of what is done within whole days, and so ends as the next one begins."""
    return local_day(occurrence.ends_at) - DAY


def _has_a_day(occurrence: Listed) -> bool:
    if occurrence.planned:
        return occurrence.form is Form.DATED
    return occurrence.ends_at - occurrence.starts_at <= DAY  # a night of work has the day on which it began
