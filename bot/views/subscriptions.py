"""Being told regularly how it is going: the form, the receipts, and the rows that can be ended."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.domain import progress_text
from bot.domain.subscriptions import CADENCES, question_of
from bot.domain.swedish import day_text, joined, sentence
from bot.domain.words import AgreementKind, Per
from bot.views import blocks
from bot.views.blocks import Block, Message, View, actions, button, escape, field, modal, section
from bot.views.progress_found import Overview
from storage.subscriptions import Subscribed

SHOWN = 20
EVERYTHING = "alla dina kommuner"


@dataclass(frozen=True, slots=True)
class SubscriptionReceipt:
    """`first` is the Monday on which it comes next."""

    kept: Subscribed
    first: date


def asked_as(found: Overview) -> str:
    """The question that finds this again, also when the agreement has been renewed: "Timrå fotpatrulleringar"."""
    parts = [joined(list(found.agreement.municipalities.values()))]
    if found.agreement.kind is AgreementKind.COLLABORATION:
        parts.append("samverkan")
    frames = [one.frame for one in found.activities] if found.scope.activities else []
    areas = {frame.focus_area for frame in frames}
    if len(frames) == 1:
        parts.append(progress_text.called(frames[0], frames))
    elif len(areas) == 1:
        parts.append(areas.pop())
    return " ".join(parts)


def form(question: str, chosen: str | None) -> View:
    how_often = blocks.radio([(per.value, sentence(said)) for per, said in CADENCES.items()], initial=chosen)
    hint = "Det står i din lista på periodens första måndag, inte i ett eget meddelande."
    shown = [section(f"*{escape(question)}*"), field("cadence", "Hur ofta vill du få läget?", how_often, hint=hint)]
    return modal("subscription", "Prenumerera", shown, submit="Prenumerera", private=question)


def read_form(fields: Mapping[str, Any]) -> Per:
    return Per(fields["cadence"])


def receipt(made: SubscriptionReceipt, today: date) -> Message:
    lines = _receipt(made, today)
    return blocks.message("\n".join(lines), [section(f"*{lines[0]}*", *lines[1:]), actions(_end(made.kept))])


def receipt_view(made: SubscriptionReceipt, today: date) -> View:
    lines = _receipt(made, today)
    return modal("receipt", "Sparat", [section(f"*{lines[0]}*", *lines[1:])])


def ended(kept: Subscribed) -> Message:
    text = f"Läget för {_about(kept)} står inte längre i din måndagslista."
    return blocks.message(text, [section(f"*{text}*")])


def not_there(question: str, found: Sequence[Subscribed]) -> Message:
    """To somebody who wants to end what they are not told of: what they are told of instead."""
    fact = f"Läget för {escape(question or EVERYTHING)} står inte i din måndagslista."
    rest = "Det här står där:" if found else "Inget annat sådant står där heller."
    lines = [f"{sentence(_about(one))}, {every(one)}" for one in found[:SHOWN]]
    return blocks.message("\n".join([fact, rest, *lines]), [section(fact, rest), *map(row, found[:SHOWN])])


def row(one: Subscribed) -> Block:
    return section(f"*{sentence(_about(one))}*, {every(one)}", accessory=_end(one))


def every(one: Subscribed) -> str:
    return CADENCES[Per(one.cadence)]


def _receipt(made: SubscriptionReceipt, today: date) -> list[str]:
    fact = f"Du får läget för {_about(made.kept)} {every(made.kept)}."
    return [fact, f"Det står i din måndagslista, nästa gång {day_text(made.first, today)}."]


def _end(one: Subscribed) -> Block:
    return button("Sluta prenumerera", "subscription_end", one.id, about=_about(one))


def _about(one: Subscribed) -> str:
    return escape(question_of(one.subject) or EVERYTHING)
