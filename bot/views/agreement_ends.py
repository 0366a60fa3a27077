"""Terminating an agreement: the form that asks before, the receipt, and what those concerned are told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.domain.calendar import local_day
from bot.domain.errors import FieldErrors
from bot.domain.screening import refusal
from bot.domain.swedish import range_text
from bot.views.blocks import (
    Message,
    View,
    actions,
    button,
    escape,
    field,
    message,
    modal,
    section,
    select,
    text_input,
)
from storage.agreements import AgreementRow

REASONS = {
    "new": "ersätts av något nytt",
    "party": "en part drar sig ur",
    "reached": "målen är nådda",
    "other": "annat",
}
LONGEST_DETAIL = 100


@dataclass(frozen=True, slots=True)
class Ending:
    """What terminating would bring; `ahead` is what is planned from tomorrow on."""

    agreement: AgreementRow
    ahead: int


@dataclass(frozen=True, slots=True)
class WantedEnd:
    """`reason` is a key of `REASONS`; `said` is how it is told."""

    last: date
    reason: str
    said: str


def form(found: Ending, now: datetime) -> View:
    today, days = local_day(now), found.agreement
    initial = min(max(today, days.period_start), days.period_end)
    lines = [
        f"*{escape(found.agreement.title)}*",
        _planned(found.ahead),
        "Det som är gjort och rapporterat finns kvar. Uppsägningen går inte att ångra.",
    ]
    blocks = [
        section(*lines),
        field("last", "Sista dagen som den gäller", {"type": "datepicker", "initial_date": initial.isoformat()}),
        field("reason", "Anledning", select(REASONS.items())),
        field("detail", "Mer om varför", text_input(longest=LONGEST_DETAIL), optional=True),
    ]
    return modal("agreement_terminate", "Säg upp", blocks, submit="Säg upp", private=str(found.agreement.id))


def read(fields: Mapping[str, Any]) -> WantedEnd:
    """Raises FieldErrors."""
    detail = (fields.get("detail") or "").strip()
    if why := refusal(detail):
        raise FieldErrors({"detail": why})
    said = REASONS[fields["reason"]] + (f": {detail}" if detail else "")
    return WantedEnd(date.fromisoformat(fields["last"]), fields["reason"], said)


def receipt(found: AgreementRow, wanted: WantedEnd, cancelled: int, now: datetime) -> View:
    last = range_text(wanted.last, wanted.last, local_day(now))
    lines = [
        f"*Uppsagd: {escape(found.title)}*",
        f"Sista dagen: {last}. Anledning: {escape(wanted.said)}.",
        f"Inställda tillfällen: {cancelled}. Det som är gjort finns kvar.",
    ]
    return modal("receipt", "Sparat", [section(*lines)])


def called_off(title: str, count: int, reason: str, user_id: str | None) -> Message:
    """To somebody who is named on what was called off. No times and places: some may be protected."""
    fact = f"Inställt: {_counted(count)} i {escape(title)}"
    who = f"<@{user_id}> ändrade överenskommelsen" if user_id else "Överenskommelsen är ändrad"
    why = f"Anledning: {escape(reason)}. {who}. Inga fler påminnelser kommer."
    shown = [section(f"*{fact}*", why), actions(button("Mina tillfällen", "mine_show"))]
    return message(f"{fact}. {why}", shown)


def _planned(ahead: int) -> str:
    if not ahead:
        return "Inget är planerat framåt."
    planned = "planerat" if ahead == 1 else "planerade"
    return (
        f"{_counted(ahead)} är {planned} framåt. Det som börjar efter sista dagen ställs in, och ingen påminns om det."
    )


def _counted(count: int) -> str:
    return "1 tillfälle" if count == 1 else f"{count} tillfällen"
