"""Asking to be added, being added, and what the others are told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.calendar import local_day
from bot.domain.functions import FUNCTIONS
from bot.domain.swedish import day_text, joined, sentence, sort_key
from bot.domain.words import Role
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    confirm,
    escape,
    message,
    quote,
    section,
)

MOST_ASKED = 3
WHAT_YOU_GET = {
    Role.STAFF: "Du får påminnelser om de tillfällen som du ska vara med på, och rapporterar med en rad till mig här.",
    Role.COORDINATOR: "Du planerar tillfällen, lägger till personer och ser hur det går.",
    Role.CHIEF: "Du ser hur det går med det som är lovat. Skriv läget till mig här.",
}


@dataclass(frozen=True, slots=True)
class AskedAccess:
    """`since`: they asked before and are waiting; `coordinators`: how many were asked now."""

    known: bool = False
    since: datetime | None = None
    coordinators: int = 0


def mention(user: str) -> str:
    return f"<@{user}>"


def unknown(text: str) -> Message:
    """`text` is what they wrote: it is given back, since it is kept nowhere."""
    wrote = [escape(f"Du skrev: {quote(text)}. Kopiera raden om du vill ha den kvar.")] if text else []
    lines = [
        "Samordnaren lägger till dem som ska vara med. Vill du att jag frågar?",
        "Samordnaren ser då ditt namn i Slack, men inte det du skrev.",
    ]
    said = ["Jag känner inte igen dig än, så jag har inte sparat något.", *wrote, *lines]
    shown = ["*Jag känner inte igen dig än, så jag har inte sparat något.*", *wrote, *lines]
    return message("\n".join(said), [section(*shown), actions(ask_button(), button("Vad är det här?", "people_about"))])


def has_left(text: str, coordinators: Sequence[str]) -> Message:
    """As `unknown`, to somebody who was with us once."""
    wrote = [escape(f"Du skrev: {quote(text)}. Kopiera raden om du vill ha den kvar.")] if text else []
    whom = joined([mention(user) for user in coordinators[:MOST_ASKED]], "eller") or "samordnaren"
    fact, rest = "Du är inte med här längre, så jag har inte sparat något.", f"Blev det fel? Prata med {whom}."
    return message("\n".join([fact, *wrote, rest]), [section(f"*{fact}*", *wrote, rest), actions(ask_button())])


def ask_button() -> Block:
    return button("Lägg till mig", "people_ask", style="primary")


def about() -> Message:
    return message("\n".join(ABOUT), [section(*ABOUT), actions(ask_button())])


ABOUT = (
    "Jag håller reda på medborgarlöften: vad polisen, kommunen och andra har lovat invånarna att göra.",
    "Jag påminner dem som ska vara med och tar emot korta rapporter om vad som blev gjort.",
    "Jag sparar antal, aldrig uppgifter om privatpersoner.",
)


def asked(found: AskedAccess, now: datetime) -> Message:
    if found.known:
        return _said("Du är redan tillagd. Skriv hjälp till mig så ser du vad du kan göra.")
    if found.since:
        return _said(waiting(found.since, now))
    if found.coordinators:
        return _said("Jag har frågat samordnaren om du kan bli tillagd. Du får svaret här av mig.")
    return _said("Din fråga är sparad, men det finns ingen samordnare att fråga än. Du får svaret här av mig.")


def waiting(since: datetime, now: datetime) -> str:
    return f"Du bad om att bli tillagd {day_of(since, now)}. Samordnaren har inte svarat än. Du får svaret här av mig."


def question(user: str, request_id: int, *, external: bool) -> Message:
    """To those who may add people."""
    lines = [
        "Personen kan sedan få påminnelser och rapportera. Inget visas innan du lägger till.",
        *(["Personen hör till en annan organisation i Slack."] if external else []),
    ]
    fact = f"{mention(user)} vill bli tillagd."
    text = "\n".join([fact, *lines])
    return message(text, [section(f"*{fact}*", *lines), actions(*decision_buttons(request_id))])


def decision_buttons(request_id: int) -> Sequence[Block]:
    sure = confirm("Avslå frågan?", "Den som frågade får veta att du avslog.", "Avslå frågan", "Låt den stå")
    return (
        button("Lägg till", "people_add", request_id, style="primary"),
        button("Avslå", "people_decline", request_id, confirm=sure),
    )


def function_options() -> list[tuple[str, str]]:
    """Keys and names in Swedish alphabetical order."""
    return sorted(((one.key, sentence(one.name)) for one in FUNCTIONS.values()), key=lambda row: sort_key(row[1]))


def declined_question(user: str, by: str) -> Message:
    return _said(f"{mention(user)} har inte lagts till. {mention(by)} avslog frågan.")


def welcome() -> Message:
    """To somebody whom no colleague added, before the first reminder."""
    return first_words(
        "Du är tillagd av den som lade in överenskommelserna här.",
        "Du står med på det som är lovat invånarna, därför skriver jag till dig.",
        WHAT_YOU_GET[Role.STAFF],
    )


def declined_notice(by: str, asked_at: datetime, now: datetime) -> Message:
    asked = f"Du bad om att bli tillagd {day_of(asked_at, now)}."
    return _said(f"Du är inte tillagd. {asked} {mention(by)} avslog frågan. Prata med {mention(by)} om det blev fel.")


def first_words(fact: str, *lines: str) -> Message:
    """To somebody who is new here."""
    buttons = actions(
        button("Vad kan jag göra?", "help_show"),
        button("Mina tillfällen", "mine_show"),
        button("Mina inställningar", "preferences_form"),
    )
    return message("\n".join([fact, *lines]), [section(f"*{fact}*", *lines), buttons])


def day_of(moment: datetime, now: datetime) -> str:
    return day_text(local_day(moment), local_day(now))


def _said(text: str) -> Message:
    return message(text, [section(text)])
