"""An agreement from a file, for the command line: a file of facts into the database, a text as a proposal."""

import json
from datetime import date, datetime
from pathlib import Path

from bot.documents.texts import text_of
from bot.domain.agreement_file import load_example, read_agreement
from bot.domain.agreement_text import Proposal, ProposedActivity, ProposedArea, read_agreement_text
from bot.domain.errors import UserError
from bot.services import agreements
from storage import migrate
from storage.database import Database

FACTS = frozenset({".yaml", ".yml"})


def has_facts(path: Path) -> bool:
    return path.suffix.lower() in FACTS


async def take_in(database_url: str, path: Path, year: int, now: datetime) -> str:
    """All or nothing; gives the title. `year` is what {år} stands for in an example.

    Raises OSError, UserError (a FileError names every fault) and Unavailable.
    """
    file = read_agreement(load_example(path.read_text(encoding="utf-8"), year))
    if not migrate.is_ready(database_url):
        raise UserError("Databasen är inte uppdaterad: kör python -m bot migrate.")
    db = Database(database_url)
    try:
        added = await db.write(agreements.add, file, now)
    finally:
        db.close()
    return added.title


def check(path: Path, year: int) -> str:
    """The title of a file of facts without faults. Raises OSError and UserError."""
    return read_agreement(load_example(path.read_text(encoding="utf-8"), year)).title


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
