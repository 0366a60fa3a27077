"""What a safety walk notes (brister): what it is about, and where."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.measures import DEFICIENCIES

MOST = 5
"""In one form; more are counted, and described in the note."""
LONGEST_SPOT = 100
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


def text(noted: Noted) -> str:
    """Gives "belysning: gångtunneln vid stationen"."""
    return f"{CATEGORIES[noted.category].lower()}: {noted.spot}"
