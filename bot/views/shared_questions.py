"""One message that asks a person about several things of theirs; what is answered becomes a line."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.swedish import sentence
from bot.views.blocks import Block, Message, message, section
from bot.views.occurrence_text import DISCREET

INSTEAD = {
    "outcome_settle": "shared_settle",
    "reminder_later": "shared_later",
    "reminder_not_there": "shared_not_there",
    "reminder_unknown": "shared_does_not_know",
    "reminder_ask_again": "shared_ask_again",
    "reminder_close": "shared_close",
}
"""Buttons that would make the message about one of its questions: here they leave the others alone."""


@dataclass(frozen=True, slots=True)
class SharedQuestion:
    """`alone` is the message that would have asked about it, or told what became of it, by itself.

    `goes_on`: it is about what goes on for months, not about a day or a week that has been. `is_open`: it has its
    buttons. `is_put_off`: the person has asked to be asked later.
    """

    alone: Message
    goes_on: bool = True
    is_open: bool = True
    is_put_off: bool = False


def together(questions: Sequence[SharedQuestion]) -> Message:
    left = sum(one.is_open and not one.is_put_off for one in questions)
    what = "det som pågår" if all(one.goes_on for one in questions) else "det som har varit"
    title = f"{left} {'fråga' if left == 1 else 'frågor'} om {what}"
    if not left:
        title = f"{sentence(what)}: inget mer att svara på nu"
    shown = [section(f"*{title}*"), *(block for one in questions for block in rows(one))]
    texts = [one.alone["text"] for one in questions]
    said = DISCREET if DISCREET in texts else "\n".join([title, *texts])
    return message(said, shown)


def rows(one: SharedQuestion) -> Sequence[Block]:
    """In a message that is about more."""
    first, *rest = one.alone["blocks"]
    return [first, *map(_instead, rest)] if one.is_open else [first]


def _instead(block: Block) -> Block:
    return block | {"elements": [one | {"action_id": _action(one["action_id"])} for one in block.get("elements", ())]}


def _action(action_id: str) -> str:
    name, number, rest = action_id.partition("#")
    return f"{INSTEAD.get(name, name)}{number}{rest}"
