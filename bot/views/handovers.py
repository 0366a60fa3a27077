"""Asking a colleague to take an occurrence, and what became of the question."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.views import occurrence_text
from bot.views.blocks import (
    Block,
    Message,
    View,
    actions,
    button,
    escape,
    field,
    message,
    modal,
    plain,
    section,
    text_input,
    verbatim,
)
from bot.views.occurrence_forms import read_text
from bot.views.occurrence_text import DISCREET
from bot.views.occurrences import discreet, people_line
from storage.occurrences import Listed, Staffed


@dataclass(frozen=True, slots=True)
class ChosenColleague:
    """`colleague` is a Slack user; `note` the line to them."""

    colleague: str
    note: str


def form(occurrence: Listed, now: datetime) -> View:
    colleague: Block = {"type": "users_select", "placeholder": plain("Välj kollega")}
    blocks = [
        section(f"*{_fact(occurrence, now)}*", "Du är med tills kollegan har sagt ja."),
        field("colleague", "Vem frågar du?", colleague),
        field("note", "En rad till kollegan", text_input(longest=150), hint="Inga personuppgifter.", optional=True),
    ]
    return modal("handover", "Lämna över", blocks, submit="Fråga", private=str(occurrence.id))


def read_form(fields: Mapping[str, Any]) -> ChosenColleague:
    """Raises FieldErrors."""
    return ChosenColleague(fields["colleague"], read_text(fields, "note"))


def waiting(occurrence: Listed, handover_id: int, colleague: str, now: datetime) -> View:
    """The receipt, and what the giver sees as long as nobody has answered."""
    return modal(
        "receipt",
        "Frågan är ställd",
        [
            section(
                f"*<@{colleague}> har fått frågan.*",
                _fact(occurrence, now),
                "Du är med tills kollegan har sagt ja. Du får veta vad svaret blev.",
            ),
            actions(button("Ta tillbaka frågan", "handover_withdraw", handover_id)),
        ],
    )


def question(occurrence: Listed, handover_id: int, giver: str, note: str, now: datetime) -> Message:
    """To the colleague, who is not named yet: a protected one is asked about without time and place."""
    buttons = actions(
        button("Ja, jag tar den", "handover_accept", handover_id, style="primary"),
        button("Nej, jag kan inte", "handover_decline", handover_id),
    )
    why = f"<@{giver}> kan inte, och är med tills du har sagt ja."
    said = [f"<@{giver}> skriver: ”{escape(note)}”"] if note else []
    shown = [section(f"<@{giver}> skriver:"), verbatim(f"”{note}”")] if note else []
    if occurrence.protected:
        fact = f"Kan du ta över: {_hidden(occurrence)}?"
        secret = "Skyddad: tid och plats visas bara för dem som ska vara med. Du ser dem när du har sagt ja."
        return message(DISCREET, [section(f"*{fact}*", why, secret), *shown, buttons])
    fact = f"Kan du ta över? {_fact(occurrence, now)}"
    return message(" ".join([f"{fact}.", why, *said]), [section(f"*{fact}*", why), *shown, buttons])


def taken(staffed: Staffed, now: datetime) -> Message:
    """What the question becomes for the colleague who accepted."""
    fact = f"Du tar över. {_fact(staffed.occurrence, now)}"
    people = people_line(staffed.named)
    return discreet(staffed.occurrence, f"{fact}. {people}", [section(f"*{fact}*", people)])


def refused(occurrence: Listed, giver: str, now: datetime) -> Message:
    """What the question becomes for the colleague who declined."""
    return _plain(
        occurrence, f"Du har sagt nej: {_outside(occurrence, now)}", f"<@{giver}> är fortfarande med och får veta det."
    )


def accepted(occurrence: Listed, colleague: str, now: datetime) -> Message:
    """To the giver, who is no longer named."""
    return _plain(occurrence, f"<@{colleague}> tar över: {_outside(occurrence, now)}", "Du är inte längre med.")


def changed_hands(occurrence: Listed, giver: str, colleague: str, now: datetime) -> Message:
    """To the coordinators, when it is a protected one."""
    fact = f"<@{colleague}> tar över efter <@{giver}>. {_fact(occurrence, now)}"
    return discreet(occurrence, fact, [section(f"*{fact}*")])


def declined(occurrence: Listed, colleague: str, now: datetime) -> Message:
    """To the giver, who is still named."""
    fact = f"<@{colleague}> kan inte ta över. {_fact(occurrence, now)}"
    rest = "Du är fortfarande med."
    again = actions(button("Fråga någon annan", "handover_form", occurrence.id))
    return discreet(occurrence, f"{fact}. {rest}", [section(f"*{fact}*", rest), again])


def unanswered(occurrence: Listed, colleague: str, now: datetime) -> Message:
    """To the giver, who is still named, when the time to answer is over."""
    rest = f"Frågan till <@{colleague}> gäller inte längre. Du är fortfarande med."
    return _plain(occurrence, f"Ingen har tagit över. {_fact(occurrence, now)}", rest)


def withdrawn(occurrence: Listed, giver: str, now: datetime) -> Message:
    """To the colleague."""
    fact = f"Frågan gäller inte längre: {_outside(occurrence, now)}"
    return _plain(occurrence, fact, f"<@{giver}> har tagit tillbaka den. Du behöver inte svara.")


def outdated(occurrence: Listed, why: str) -> Message:
    """To both. When and where it is now is told to those who are named."""
    fact = f"Frågan om att ta över gäller inte längre: {_hidden(occurrence)}"
    return _plain(occurrence, fact, why)


def taken_back(colleague: str) -> View:
    lines = ("*Frågan är återtagen.*", f"<@{colleague}> får veta det. Du är fortfarande med.")
    return modal("receipt", "Sparat", [section(*lines)])


def _plain(occurrence: Listed, fact: str, rest: str) -> Message:
    text = DISCREET if occurrence.protected else f"{fact}. {rest}"
    return message(text, [section(f"*{fact}*", rest)])


def _fact(occurrence: Listed, now: datetime) -> str:
    return escape(occurrence_text.fact(occurrence, now))


def _outside(occurrence: Listed, now: datetime) -> str:
    """For somebody who is not named on it."""
    return _hidden(occurrence) if occurrence.protected else escape(occurrence_text.full(occurrence, now))


def _hidden(occurrence: Listed) -> str:
    """Without time and place."""
    return escape(occurrence_text.what(occurrence))
