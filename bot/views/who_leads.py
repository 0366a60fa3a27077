"""Who is responsible for what: the people, what they are responsible as, and whom to ask where that is not known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.functions import FUNCTIONS
from bot.domain.swedish import joined
from bot.views.blocks import Message, cut, escape, message, section
from bot.views.occurrences import mentions, people_line
from storage.activities import Plannable
from storage.occurrences import Named

OTHERS_WITHHELD = "Skyddad: övriga visas bara för dem som ska vara med."
WITHHELD = "Skyddad: vilka det är visas bara för dem som ska vara med."
APPOINT = "Som administratör kan du utse någon: skriv personer till mig."
OTHERS_APPOINT = "En administratör kan utse någon."
MOST_NAMED = 8
LONGEST_SUBJECT = 80


@dataclass(frozen=True, slots=True)
class Led:
    """`named`: the lead first; None where the reader may not see them, and no more of them where `lead_only`."""

    activity: Plannable
    named: Sequence[Named] | None
    lead_only: bool = False

    @property
    def known(self) -> bool:
        return bool(self.named)


@dataclass(frozen=True, slots=True)
class WhoLeads:
    """`subject` and `places` as asked; `more` are left out. `coordinators`, each once, and `asker` are Slack users.

    `coordinates` and `may_appoint` (somebody who does): whether the one who asks does and may there.
    `refused`, a sentence, is what was asked about too and this reader may not see.
    """

    subject: str
    places: Sequence[str]
    led: Sequence[Led]
    more: int
    coordinators: Sequence[str]
    coordinates: bool
    may_appoint: bool
    asker: str
    refused: str = ""


def answer(found: WhoLeads) -> Message:
    paragraphs = [_paragraph(one) for one in found.led]
    rest = list(_rest(found))
    text = [line for title, *lines in paragraphs for line in (f"{title}.", *lines)]
    shown = [section(f"*{title}*", *lines) for title, *lines in paragraphs]
    return message("\n".join([*text, *rest]), [*shown, section(*rest)] if rest else shown)


def _rest(found: WhoLeads) -> Iterator[str]:
    """What is not shown or not known, and who knows."""
    if found.more:
        is_of_many = len({one.activity.municipality_id for one in found.led}) > 1
        or_there = ", eller skriv kommunen också" if is_of_many else ""
        yield f"{found.more} till visas inte här. Fråga om en i taget{or_there}."
    if not found.led:
        yield f"Jag hittar {_sought(found)}."
    if not found.led and found.subject:
        where = escape(f"i {joined(found.places)}") if found.places else "och kommunens namn"
        yield f"Skriv vem ansvarar {where} till mig, så visar jag allt som gäller där."
    if not (found.led and found.subject and all(one.known for one in found.led)):
        yield _whom_to_ask(found)
    if found.refused:
        yield found.refused


def _paragraph(led: Led) -> list[str]:
    activity = led.activity
    who = people_line(led.named) if led.named is not None else WITHHELD
    others = [OTHERS_WITHHELD] if led.lead_only else []
    return [escape(f"{activity.title}, {activity.municipality}"), who, *others, *_functions(activity)]


def _functions(activity: Plannable) -> Iterator[str]:
    """Gives "Funktion: fältsekreterare, ersättare trygghetssamordnare."."""
    names = [
        f"{before}{FUNCTIONS[key].name}"
        for before, key in (("", activity.function), ("ersättare ", activity.substitute_function))
        if key
    ]
    if names:
        yield f"Funktion: {', '.join(names)}."


def _sought(found: WhoLeads) -> str:
    where = f" i {joined(found.places)}" if found.places else ""
    what = (
        f"ingen aktivitet som heter ”{cut(found.subject, LONGEST_SUBJECT)}”"
        if found.subject
        else "inga aktiviteter som gäller nu"
    )
    return escape(f"{what}{where}")


def _whom_to_ask(found: WhoLeads) -> str:
    others = [one for one in found.coordinators if one != found.asker]
    if others:
        who, left = joined(mentions(others[:MOST_NAMED])), len(others) - MOST_NAMED
        more = f" {left} till visas inte här. Fråga om en kommun i taget." if left > 0 else ""
        return f"Fråga {who}, som samordnar där.{more}" if found.subject else f"Samordnar: {who}.{more}"
    if found.coordinates:
        return "Du är själv samordnare där."
    return f"Ingen samordnare är inlagd där. {APPOINT if found.may_appoint else OTHERS_APPOINT}"
