"""A proposal out of the text of an agreement, for the command line. A file of facts: `bot.commands.take_in`."""

import json
from datetime import date
from pathlib import Path

from bot.documents.texts import text_of
from bot.domain.agreement_text import Proposal, ProposedActivity, ProposedArea, read_agreement_text


def propose(path: Path) -> Proposal:
    """Raises OSError and UserError."""
    return read_agreement_text(text_of(path.name, path.read_bytes()))


def as_json(proposal: Proposal) -> str:
    names = proposal.municipalities
    shown = {
        "municipality": (names[0] if len(names) == 1 else list(names)) if names else None,
        "parties": list(proposal.parties),
        "kind": proposal.kind and proposal.kind.value,
        "period_start": _day(proposal.period_start),
        "period_end": _day(proposal.period_end),
        "signed_on": _day(proposal.signed_on),
        "basis": [each.value for each in proposal.basis],
        "focus_areas": [_area(area) for area in proposal.focus_areas],
        "cadence": proposal.cadence and proposal.cadence.per.value,
        "questions": [question.text for question in proposal.questions],
    }
    return json.dumps(shown, ensure_ascii=False, indent=2)


def _area(area: ProposedArea) -> dict[str, object]:
    return {"title": area.title, "activities": [_activity(activity) for activity in area.activities]}


def _activity(activity: ProposedActivity) -> dict[str, object]:
    quantity = activity.quantity
    return {
        "text": activity.text,
        "kind": activity.kind,
        "quantity": {"count": quantity.count, "per": quantity.per.value} if quantity else None,
        "actors": list(activity.actors),
        "source": list(activity.source),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
