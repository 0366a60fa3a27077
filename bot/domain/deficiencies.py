"""What a safety walk notes (brister): what it is about, and where."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.domain.measures import DEFICIENCIES
from bot.domain.words import DeficiencyState

MOST = 5
"""In one form; more are counted, and described in the note."""
LONGEST_SPOT = LONGEST_OWNER = 100
LONGEST_DECISION = 300
CATEGORIES: Mapping[str, str] = {
    "belysning": "Belysning",
    "vaxtlighet": "Växtlighet",
    "klotter": "Klotter",
    "skrap": "Skräp och städning",
    "trasigt": "Trasigt eller slitet",
    "trafik": "Trafik och parkering",
    "annat": "Annat",
}
KEY = DEFICIENCIES.key


@dataclass(frozen=True, slots=True)
class Noted:
    """`category` is a key of `CATEGORIES`."""

    category: str
    spot: str


@dataclass(frozen=True, slots=True)
class Handled:
    """What the coordinator has decided; a refusal says why in `decision`."""

    state: DeficiencyState = DeficiencyState.NOTED
    owner: str = ""
    decision: str = ""
    due_on: date | None = None
    done_on: date | None = None


def text(noted: Noted) -> str:
    """Gives "belysning: gångtunneln vid stationen"."""
    return f"{CATEGORIES[noted.category].lower()}: {noted.spot}"
