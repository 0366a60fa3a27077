"""The form where a coordinator says who is behind the page for citizens, and how accessible it is."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from bot.domain.calendar import local_day
from bot.domain.errors import FieldErrors
from bot.domain.personal_data import DataKind, find_personal_data
from bot.domain.public_contact import (
    FIELDS,
    LONGEST,
    LONGEST_TEXT,
    SUPERVISOR,
    TESTED,
    PublicContact,
    is_persons_address,
)
from bot.domain.screening import refusal
from bot.views.blocks import View, field, modal, section, text_input

CALLBACK, TITLE = "public_contact", "Kontakt"
PERSON = "Det här ser ut att vara en persons adress. Skriv en adress till en funktion, till exempel kommun@…"
OWN_REACH = (DataKind.EMAIL, DataKind.PHONE, DataKind.ADDRESS)
"""What is personal data elsewhere, and here how an authority is reached."""


def form(municipality_id: int, place: str, known: PublicContact | None) -> View:
    was = known or PublicContact(f"{place} kommun", "", "", date.min)
    told = "Det här står sist på sidan, så som lagen om tillgänglighet till digital offentlig service kräver."
    return modal(
        CALLBACK,
        TITLE,
        [
            section(told),
            field("authority", "Vilken myndighet står bakom sidan?", text_input(was.authority, longest=LONGEST)),
            field(
                "function",
                "Vem svarar på frågor?",
                text_input(was.function, longest=LONGEST),
                hint="En funktion, aldrig en person: trygghetssamordnaren, kontaktcenter.",
            ),
            field(
                "reach",
                "Hur når man dem?",
                text_input(was.reach, longest=LONGEST),
                hint="Myndighetens växel, en webbadress eller en adress till funktionen.",
            ),
            field(
                "shortcomings",
                "Vad är inte tillgängligt, och varför?",
                text_input(was.shortcomings, lines=True, longest=LONGEST_TEXT),
                hint="Lämna tomt om du inte känner till något.",
                optional=True,
            ),
            field("tested", "Hur har sidan kontrollerats? Genom …", text_input(was.tested, longest=LONGEST)),
            field("supervisor", "Vem har tillsyn?", text_input(was.supervisor, longest=LONGEST)),
        ],
        submit="Spara",
        private=str(municipality_id),
    )


def read(fields: Mapping[str, Any], now: datetime) -> PublicContact:
    """Raises FieldErrors."""
    said = {name: str(fields.get(name) or "").strip() for name in FIELDS}
    errors = {name: fault for name, text in said.items() if (fault := _fault(name, text))}
    if errors:
        raise FieldErrors(errors)
    return PublicContact(
        authority=said["authority"],
        function=said["function"],
        reach=said["reach"],
        stated_on=local_day(now),
        shortcomings=said["shortcomings"],
        tested=said["tested"] or TESTED,
        supervisor=said["supervisor"] or SUPERVISOR,
    )


def saved() -> View:
    lines = ("Sparat. Det här står på nästa sida som du publicerar.", "Inget är publicerat än av det du ändrade.")
    return modal(CALLBACK, TITLE, [section(*lines)])


def _fault(name: str, text: str) -> str | None:
    if is_persons_address(text):
        return PERSON
    if name != "reach":
        return refusal(text)
    if all(one.kind in OWN_REACH for one in find_personal_data(text)):
        return None
    return refusal(text)
