"""Finding a colleague in Slack, and bringing them in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.errors import FieldErrors
from bot.domain.words import Role
from bot.views import giving, members, people
from bot.views.blocks import Block, Message, View, actions, button, context, field, message, modal, plain, section
from bot.views.giving import Offered
from bot.views.people import mention
from storage.members import Member

LOOKING = "Jag letar efter personen."
CHOOSE_ONE = "Välj personen i listan eller skriv en e-postadress, inte båda."
NOT_FOUND = "Ingen i Slack har den adressen, eller så är kontot stängt. Kontrollera stavningen eller välj i listan."
NO_SCOPE = (
    "Jag får inte leta efter e-postadresser här. Den som driver boten kan ge mig rätten users:read.email. "
    "Välj personen i listan så länge."
)
NOT_A_PERSON = "Det är en app eller ett stängt konto. Välj någon annan."
FAILED = "Slack svarade inte. Inget är ändrat. Tryck på Fortsätt igen om en minut."
KEPT_NOWHERE = "Adressen använder jag bara för att leta. Den sparas inte."


@dataclass(frozen=True, slots=True)
class WantedPerson:
    """One of the two is given."""

    user_id: str
    email: str


def search(*, user_id: str = "", email: str = "", said: str = "") -> View:
    """`user_id` and `email` are there from the beginning. What is typed stays when something is `said` of it."""
    pick: Block = {"type": "users_select", "placeholder": plain("Välj kollega")}
    if user_id:
        pick["initial_user"] = user_id
    address: Block = {"type": "email_text_input", "placeholder": plain("fornamn.efternamn@example.se")}
    if email:
        address["initial_value"] = email
    blocks = [
        *([section(f"*{said}*")] if said else []),
        section("Vem ska vara med? Nästa steg är vad personen får göra och var."),
        field("colleague", "Kollega i Slack", pick, optional=True),
        field("email", "Eller e-postadress", address, hint=KEPT_NOWHERE, optional=True),
    ]
    return modal("invitation_search", "Bjud in", blocks, submit="Fortsätt")


def opener(user_id: str = "") -> Message:
    """In a chat, where no window may open by itself; it will have `user_id` chosen."""
    text = "Här bjuder du in någon och väljer vad personen får göra och var."
    return message(text, [section(text), actions(button("Bjud in någon", "invitation_search", user_id))])


def read_search(fields: Mapping[str, Any]) -> WantedPerson:
    """Raises FieldErrors."""
    wanted = WantedPerson(fields.get("colleague") or "", (fields.get("email") or "").strip())
    if bool(wanted.user_id) is bool(wanted.email):
        raise FieldErrors({"email": CHOOSE_ONE})
    return wanted


def form(known: Member | None, user_id: str, offered: Offered, private: str, now: datetime) -> View:
    already = members.described(known, now) if known else ["Är inte med än."]
    party = known.party if known else None
    roles = () if known else (Role.STAFF,)
    blocks = [
        section(f"*{mention(user_id)}*", *already),
        *giving.fields(offered, party, now, roles=roles),
        context("Personen får veta det av mig."),
    ]
    return modal("invitation", "Bjud in", blocks, submit="Bjud in", private=private)


def notice(given: Member, by: str, roles: Sequence[Role], asked_at: datetime | None, now: datetime) -> Message:
    """To the one who has been brought in, or got more: by whom, as what, and what it brings."""
    fact = f"{mention(by)} har lagt till dig: {_as_what(given, now)}."
    asked = [f"Du bad om det {people.day_of(asked_at, now)}."] if asked_at else []
    return people.first_words(fact, *asked, *(people.WHAT_YOU_GET[role] for role in roles))


def answered(given: Member, by: str, now: datetime) -> Message:
    """What the question of somebody who had asked to be added becomes, for everyone who got it."""
    text = f"{mention(given.user_id)} har lagts till av {mention(by)}: {_as_what(given, now)}."
    return message(text, [section(text)])


def _as_what(given: Member, now: datetime) -> str:
    """Gives "handläggare i Hofors och Timrå · kommunpolis i Timrå"."""
    text = members.summary(given.given, now)
    return text[:1].lower() + text[1:]
