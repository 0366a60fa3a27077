"""How an occurrence is called in a sentence: what, when, where."""

from dataclasses import replace
from datetime import datetime

from bot.domain.calendar import DAY, local_day
from bot.domain.kinds import kind
from bot.domain.swedish import day_short, day_text, range_text, when_text
from bot.domain.words import Form
from bot.views.blocks import BUTTON_LIMIT, cut
from storage.occurrences import Listed

DISCREET = "Du har en påminnelse"  # all that the notification of a protected activity says: lock screens show it
QUESTION_LIKE = (Form.CONTINUOUS, Form.WHEN_NEEDED)


def what(occurrence: Listed) -> str:
    """The kind for what happens at a time; the activity's own title for work that goes on or is delivered."""
    if occurrence.form in (Form.DATED, Form.WINDOW):
        return kind(occurrence.kind).name
    return occurrence.title


def when(occurrence: Listed, now: datetime) -> str:
    """Gives "i kväll, fredag 20 november kl. 19–21", "vecka 47", "senast 1 december"."""
    today = local_day(now)
    last = local_day(occurrence.ends_at) - DAY
    match occurrence.form:
        case Form.DATED:
            return when_text(occurrence.starts_at, occurrence.ends_at, now)
        case Form.DELIVERABLE:
            return f"senast {day_text(last, today)}"
        case _ if not occurrence.planned:
            return when_text(occurrence.starts_at, occurrence.ends_at, now)
        case _:
            return occurrence.label or range_text(local_day(occurrence.starts_at), last, today)


def where(occurrence: Listed) -> str:
    """With the comma before it, or nothing."""
    return f", {occurrence.place}" if occurrence.place else ""


def full(occurrence: Listed, now: datetime) -> str:
    """A kind runs on into its time, "fotpatrullering vecka 47"; a title is kept apart from it."""
    between = " " if occurrence.form in (Form.DATED, Form.WINDOW) else ", "
    return f"{what(occurrence)}{between}{when(occurrence, now)}{where(occurrence)}"


def definite(occurrence: Listed, now: datetime) -> str:
    """One that the reader knows of: "fotpatrullen i kväll, fredag 20 november kl. 19–21, Timrå centrum"."""
    if occurrence.form in (Form.DATED, Form.WINDOW):
        return f"{kind(occurrence.kind).definite} {when(occurrence, now)}{where(occurrence)}"
    return full(occurrence, now)


def noticed(occurrence: Listed, now: datetime) -> str:
    """As lock screens may show it: of a protected one no place, and no more of when than the day."""
    if not occurrence.protected:
        return full(occurrence, now)
    if occurrence.form is Form.DATED or not occurrence.planned:
        return f"{what(occurrence)} {day_text(local_day(occurrence.starts_at), local_day(now))}"
    return full(replace(occurrence, place=None), now)


def short(occurrence: Listed, now: datetime) -> str:
    """For a button: "Fre 20 nov, E4 Sörberge"."""
    today = local_day(now)
    if occurrence.form is Form.DATED or not occurrence.planned:
        day = day_short(local_day(occurrence.starts_at), today)
    else:
        day = when(occurrence, now)
    return cut(f"{day[:1].upper()}{day[1:]}{where(occurrence)}", BUTTON_LIMIT)


def fact(occurrence: Listed, now: datetime) -> str:
    """Begins with the time: "I morgon, tisdag 24 november kl. 18–20: trygghetsvandring, Hofors centrum"."""
    text = when(occurrence, now)
    return f"{text[:1].upper()}{text[1:]}: {what(occurrence)}{where(occurrence)}"
