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
    Contact,
    is_persons_address,
)
from bot.domain.screening import refusal
from bot.domain.words import Conformity
from bot.views.blocks import Block, View, field, modal, radio, section, text_input
from bot.views.publications import Ref

CALLBACK, TITLE = "public_contact", "Kontakt"
PERSON = "Det här ser ut att vara en persons adress. Skriv en adress till en funktion, till exempel kommun@…"
NOTHING_SAID = "Skriv vad som inte är tillgängligt, och varför."
YET_SOMETHING = "Du har skrivit att något inte är tillgängligt. Välj då delvis eller inte."
JUDGED = ((Conformity.FULL, "Helt"), (Conformity.PARTLY, "Delvis"), (Conformity.NOT, "Inte"))
OWN_REACH = (DataKind.EMAIL, DataKind.PHONE, DataKind.ADDRESS)
"""What is personal data elsewhere, and here how an authority is reached."""


def form(ref: Ref, place: str, known: Contact | None) -> View:
    """`ref` is what the message beneath is about."""
    was = known or Contact(f"{place} kommun", "", "", date.min)
    told = "Det här står sist på sidan, så som lagen om tillgänglighet till digital offentlig service kräver."
    asked = [section(told), *_who(was), *_how_accessible(was)]
    return modal(CALLBACK, TITLE, asked, submit="Spara", private=str(ref))


def _who(was: Contact) -> list[Block]:
    return [
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
    ]


def _how_accessible(was: Contact) -> list[Block]:
    return [
        field(
            "conformity",
            "Hur följer sidan lagen, enligt er bedömning?",
            radio(JUDGED, initial=was.conformity),
            hint="På sidan står vad som är prövat. Bedömningen är myndighetens egen.",
        ),
        field(
            "shortcomings",
            "Vad är inte tillgängligt, och varför?",
            text_input(was.shortcomings, lines=True, longest=LONGEST_TEXT),
            hint="Lämna tomt om sidan följer lagen helt.",
            optional=True,
        ),
        field(
            "tested",
            "Har ni själva prövat sidan? Genom …",
            text_input(was.tested, longest=LONGEST),
            hint="Till exempel: test med skärmläsare i november 2026.",
            optional=True,
        ),
        field("supervisor", "Vem har tillsyn?", text_input(was.supervisor, longest=LONGEST)),
    ]


def read(fields: Mapping[str, Any], now: datetime) -> Contact:
    """Each without a full stop: on the page they stand inside sentences. Raises FieldErrors."""
    said = {name: str(fields.get(name) or "").strip().rstrip(".") for name in FIELDS}
    errors = {name: fault for name, text in said.items() if (fault := _fault(name, text))}
    judged = Conformity(said["conformity"])
    if (judged is Conformity.FULL) is bool(said["shortcomings"]):
        errors.setdefault("shortcomings", YET_SOMETHING if judged is Conformity.FULL else NOTHING_SAID)
    if errors:
        raise FieldErrors(errors)
    return Contact(
        authority=said["authority"],
        function=said["function"],
        reach=said["reach"],
        stated_on=local_day(now),
        conformity=judged,
        shortcomings=said["shortcomings"],
        tested=said["tested"],
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
