"""What stands in each column of a plan as a spreadsheet, and which field of an agreement file it is.

The headers are part of the format: add, never change.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from bot.domain import agreement_file_words as words
from bot.domain.functions import FUNCTIONS
from bot.domain.kinds import KINDS


class Shape(Enum):
    TEXT = auto()
    NUMBER = auto()
    DAY = auto()
    FLAG = auto()
    WORD = auto()
    LIST = auto()


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """`word` is the field in an agreement file; `names` maps what is shown to what the file says.

    `choices` is a column of another sheet ("Parter", "A") whose values can be chosen; others may be written.
    """

    header: str
    word: str
    shape: Shape = Shape.TEXT
    help: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    choices: tuple[str, str] | None = None
    default: Any = None
    several: bool = False
    width: int = 16


@dataclass(frozen=True, slots=True)
class Sheet:
    """`word` is the list in an agreement file that has one entry a row."""

    name: str
    word: str
    columns: tuple[Column, ...]


def _words(closed: Mapping[str, Any]) -> dict[str, str]:
    return {word: word for word in closed}


KIND_NAMES = {kind.name: kind.key for kind in KINDS.values()}
FUNCTION_NAMES = {function.name: function.key for function in FUNCTIONS.values()}
PERS = _words(words.PERS)
OF_PARTIES = ("Parter", "A")
PLANNED = "behövs när antalet är planerat"

AREA = Column(
    "Fokusområde", "titel", help="det fokusområde som aktiviteten hör till", choices=("Fokusområden", "A"), width=24
)
KEY = Column("Nyckel", "nyckel", help="känner igen raden nästa gång; lämna tomt så gör jag en av titeln", width=20)
TITLE = Column("Titel", "titel", help="vad som ska göras", width=44)
ACTIVITY = (
    KEY,
    TITLE,
    Column("Slag", "slag", Shape.WORD, "vad det är för slags aktivitet", KIND_NAMES, width=22),
    Column("Form", "form", Shape.WORD, "hur den görs", _words(words.FORMS), width=13),
    Column("Fönster", "fönster", Shape.WORD, "bara när formen är fönster", _words(words.WINDOWS), width=13),
    Column("Takt", "takt", Shape.WORD, "hur ofta jag frågar, när formen är löpande eller vid behov", PERS),
    Column("Senast", "senast", Shape.DAY, "bara när formen är leverans", width=12),
    Column("När", "när", help="hur ofta eller när, med överenskommelsens ord: varje skollov", width=28),
    Column("Skyddad", "skyddad", Shape.FLAG, "ja: tid och plats visas bara för dem som ska vara med", width=10),
    Column("Leds av", "leds_av", help="en av parterna", choices=OF_PARTIES, width=24),
    Column("Tillsammans med", "tillsammans_med", Shape.LIST, "andra parter, med semikolon emellan", width=30),
    Column("Funktion", "funktion", Shape.WORD, "vem som ansvarar", FUNCTION_NAMES, width=22),
    Column("Ersättare", "ersättare", Shape.WORD, "vem som tar över", FUNCTION_NAMES, width=22),
    Column("Plats", "plats", help="var den brukar göras", width=24),
)
GOAL = (
    Column("Antal", "antal", Shape.NUMBER, "hur många, om det är bestämt", width=8),
    Column("Enhet", "enhet", help="vad som räknas; tomt: det som slaget brukar räkna", width=14),
    Column("Per", "per", Shape.WORD, "hur ofta antalet ska nås", PERS, width=10),
    Column(
        "Ursprung", "ursprung", Shape.WORD, "utlovat: står i överenskommelsen; planerat: bestämt senare",
        _words(words.ORIGINS), width=12,
    ),
    Column("Gäller från", "från", Shape.DAY, "tomt: hela perioden", width=12),
    Column("Gäller till", "till", Shape.DAY, "tomt: hela perioden", width=12),
    Column("Beslutat av", "beslutat_av", help=PLANNED, width=18),
    Column("Beslutat den", "beslutat", Shape.DAY, PLANNED, width=13),
)  # fmt: skip
PLAN = Sheet("Plan", "aktiviteter", (AREA, *ACTIVITY, *GOAL))

LABEL, VALUE, HOW = "Uppgift", "Värde", "Så skriver du"
FACTS = Sheet("Löftet", "", (
    Column("Nyckel", "nyckel", help="känner igen överenskommelsen nästa gång; lämna tomt så gör jag en"),
    Column("Typ", "typ", Shape.WORD, "medborgarlöfte eller samverkansöverenskommelse", _words(words.AGREEMENT_KINDS)),
    Column("Titel", "titel", help="till exempel Medborgarlöfte för Sjöby 2027"),
    Column("Exempel", "exempel", Shape.FLAG, "ja om det bara är påhittat"),
    Column("Kommun", "kommuner", help="flera: en rad till", several=True),
    Column("Lokalpolisområde", "lokalpolisområde"),
    Column("Från", "period.från", Shape.DAY, "första dagen, till exempel 2027-01-01"),
    Column("Till", "period.till", Shape.DAY, "sista dagen, till exempel 2027-12-31"),
    Column("Undertecknat", "undertecknat", Shape.DAY, "dagen, om den är känd"),
    Column("Årets första månad", "årets_första_månad", Shape.NUMBER, "1 för januari, 4 för april", default=1),
    Column("Delvis räknas", "delvis_räknas", Shape.FLAG, "ja om det som blev av delvis räknas som gjort"),
    Column("Grund", "grund", Shape.WORD, "vad det bygger på; flera: en rad till", _words(words.BASES), several=True),
    Column("Talesperson", "talesperson", Shape.WORD, "den funktion som uttalar sig", FUNCTION_NAMES),
    Column("Ersätter", "ersätter", help="nyckeln till den överenskommelse som den ersätter"),
    Column("Del av", "del_av", help="nyckeln till den överenskommelse som den hör till"),
    Column("Nämns men är inte inlagd", "nämns_men_inte_inlagd", help="en överenskommelse som texten nämner"),
    Column("Fråga", "frågor", help="det som texten lämnar öppet; flera: en rad till", several=True),
))  # fmt: skip
PARTIES = Sheet("Parter", "parter", (
    Column("Namn", "namn", help="parten, som den kallas i planen", width=34),
    Column("Typ", "typ", Shape.WORD, "vad parten är", _words(words.PARTY_KINDS)),
    Column("Undertecknar", "undertecknar", Shape.FLAG, "nej för den som är med utan att skriva under", default=True),
))  # fmt: skip
AREAS = Sheet("Fokusområden", "fokusområden", (
    Column("Titel", "titel", help="fokusområdets namn", width=30),
    Column("Problem", "problem", width=50),
    Column("Orsak", "orsak", width=50),
    Column("Mål", "mål", width=50),
    Column(
        "Visas också", "via", Shape.LIST,
        "aktiviteter i andra överenskommelser, som nyckel/nyckel med semikolon emellan", width=30,
    ),
))  # fmt: skip
FOLLOW_UPS = Sheet("Uppföljning", "uppföljningar", (
    Column("Form", "form", Shape.WORD, "skriftlig eller muntlig", _words(words.FOLLOW_UP_FORMS)),
    Column("Hur ofta", "hur_ofta", Shape.WORD, "hur ofta den görs", PERS),
    Column("Ansvarig", "ansvarig", help="vem som gör den", width=34),
    Column("Mottagare", "mottagare", Shape.LIST, "vilka som får den, med semikolon emellan", width=44),
))  # fmt: skip
EXTRACT = Sheet("Uttag", "uttag", (
    Column("Del", "del", Shape.NUMBER),
    Column("Innehåll", "innehåll"),
))  # fmt: skip
"""The plan as it was given out, packed: kept out of sight."""
LISTS = (PARTIES, AREAS, FOLLOW_UPS, EXTRACT)
SHEETS = (PLAN, FACTS, *LISTS)
