"""Choosing who is responsible for an activity, and what those people are told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.words import Part
from bot.views.blocks import Block, Message, View, actions, button, escape, field, message, modal, plain, section
from bot.views.occurrences import people_line
from bot.views.people import mention
from storage.activities import Plannable
from storage.occurrences import Named


@dataclass(frozen=True, slots=True)
class Responsible:
    """The lead first."""

    activity: Plannable
    named: Sequence[Named]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Slack users."""

    lead: str
    others: Sequence[str]
    substitutes: Sequence[str]

    def by_field(self) -> Iterator[tuple[str, Part, Sequence[str]]]:
        yield "lead", Part.LEAD, [self.lead]
        yield "others", Part.PARTICIPANT, self.others
        yield "substitutes", Part.SUBSTITUTE, self.substitutes


def form(found: Responsible) -> View:
    lead: Block = {"type": "users_select", "placeholder": plain("Välj person")}
    if leads := _users(found, Part.LEAD):
        lead["initial_user"] = leads[0]
    blocks = [
        section(f"*{escape(found.activity.title)}*", "Ändringen gäller också det som redan är planerat."),
        field("lead", "Leder", lead),
        field("others", "Medverkar", _several(found, Part.PARTICIPANT), optional=True),
        field("substitutes", "Ersättare", _several(found, Part.SUBSTITUTE), optional=True),
    ]
    return modal("activity_people", "Ändra ansvariga", blocks, submit="Spara", private=str(found.activity.id))


def read_form(fields: Mapping[str, Any]) -> Chosen:
    return Chosen(fields["lead"], fields.get("others") or [], fields.get("substitutes") or [])


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


def _called(activity: Plannable) -> str:
    return escape(f"{activity.title}, {activity.municipality}")


def _several(found: Responsible, part: Part) -> Block:
    made: Block = {"type": "multi_users_select", "placeholder": plain("Välj personer")}
    users = _users(found, part)
    return made | {"initial_users": users} if users else made


def _users(found: Responsible, part: Part) -> list[str]:
    return [one.user_id for one in found.named if one.part is part]
