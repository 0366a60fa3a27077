"""Choosing who is responsible for an activity, and what those people are told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.words import Part
from bot.views.blocks import (
    Block,
    Message,
    View,
    actions,
    button,
    confirm,
    escape,
    field,
    message,
    modal,
    plain,
    section,
)
from bot.views.occurrences import people_line
from bot.views.people import mention
from storage.activities import Plannable
from storage.occurrences import Named

MOST = 50
UNPROTECTED = "Tid och plats visas då för alla som får se aktiviteten, även innan den är över. Det skrivs i loggen."
MADE_PROTECTED = (
    "Tid och plats visas då bara för dem som ska vara med, tills den är över. "
    "Det som redan står i kanaler står kvar där. Det skrivs i loggen."
)


@dataclass(frozen=True, slots=True)
class Responsible:
    """The lead first."""

    activity: Plannable
    named: Sequence[Named]


@dataclass(frozen=True, slots=True)
class ChosenPeople:
    """Slack users."""

    lead: str | None
    others: Sequence[str]
    substitutes: Sequence[str]

    def by_field(self) -> Iterator[tuple[str, Part, Sequence[str]]]:
        yield "lead", Part.LEAD, [self.lead] if self.lead else []
        yield "others", Part.PARTICIPANT, self.others
        yield "substitutes", Part.SUBSTITUTE, self.substitutes


def form(found: Responsible) -> View:
    blocks = [
        section(f"*{escape(found.activity.title)}*", "Ändringen gäller också det som redan är planerat."),
        *people_fields(by_part(found.named)),
    ]
    return modal("activity_people", "Ändra ansvariga", blocks, submit="Spara", private=str(found.activity.id))


def people_fields(chosen: ChosenPeople, *, may_lack_lead: bool = False) -> list[Block]:
    """Read back by `read_form`."""
    lead: Block = {"type": "users_select", "placeholder": plain("Välj person")}
    lead |= {"initial_user": chosen.lead} if chosen.lead else {}
    return [
        field("lead", "Leder", lead, optional=may_lack_lead),
        field("others", "Medverkar", _several(chosen.others), optional=True),
        field("substitutes", "Ersättare", _several(chosen.substitutes), optional=True),
    ]


def read_form(fields: Mapping[str, Any]) -> ChosenPeople:
    return ChosenPeople(fields.get("lead"), fields.get("others") or [], fields.get("substitutes") or [])


def by_part(named: Sequence[Named]) -> ChosenPeople:
    leads = [one.user_id for one in named if one.part is Part.LEAD]
    others = [one.user_id for one in named if one.part is Part.PARTICIPANT]
    return ChosenPeople(
        leads[0] if leads else None,
        [*leads[1:], *others],
        [one.user_id for one in named if one.part is Part.SUBSTITUTE],
    )


def receipt(found: Responsible) -> View:
    lines = [
        f"*{escape(found.activity.title)}*",
        people_line(found.named),
        "De som är nya eller inte längre är med får veta det.",
    ]
    return modal("receipt", "Sparat", [section(*lines)])


def yours(activity: Plannable, by: str) -> Message:
    """To somebody new."""
    fact = f"Du är med och ansvarar för: {_called(activity)}"
    why = f"{mention(by)} har valt dig. Jag påminner dig om det som är planerat."
    return message(f"{fact}. {why}", [section(f"*{fact}*", why), actions(button("Mina tillfällen", "mine_show"))])


def no_longer(activity: Plannable, by: str) -> Message:
    """To somebody who was."""
    fact = f"Du ansvarar inte längre för: {_called(activity)}"
    why = f"{mention(by)} har ändrat vilka som är med. Du får inga fler påminnelser om det."
    return message(f"{fact}. {why}", [section(f"*{fact}*", why)])


def agreed(activity: Plannable) -> list[str]:
    """What the agreement says of how often or when, if anything."""
    return [f"I avtalet står: ”{escape(activity.recurrence)}”."] if activity.recurrence else []


def protection(activity: Plannable) -> Block:
    """The button that changes it."""
    if activity.protected:
        sure = confirm("Ta bort skyddet?", UNPROTECTED, "Ta bort skyddet", "Behåll det")
        return button("Ta bort skyddet", "activity_protect", f"{activity.id}:0", confirm=sure)
    sure = confirm("Gör skyddad?", MADE_PROTECTED, "Gör skyddad", "Låt vara öppen")
    return button("Gör skyddad", "activity_protect", f"{activity.id}:1", confirm=sure)


def _called(activity: Plannable) -> str:
    return escape(f"{activity.title}, {activity.municipality}")


def _several(users: Sequence[str]) -> Block:
    made: Block = {"type": "multi_users_select", "placeholder": plain("Välj personer"), "max_selected_items": MOST}
    return made | {"initial_users": list(users)} if users else made
