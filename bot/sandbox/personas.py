"""The people of the sandbox, all invented. The one whom the bot does not know has no positions."""

from dataclasses import dataclass

from bot.domain.words import Role
from bot.sandbox.workspace import EXTERNAL_TEAM, TEAM

MUNICIPALITIES = ("Hofors", "Kommunen i exemplet", "Ockelbo", "Timrå")


@dataclass(frozen=True, slots=True)
class Position:
    """What somebody may do, as what, and where."""

    role: Role
    function: str
    municipalities: tuple[str, ...] = ()
    police_areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Persona:
    """`title` stands in the Slack profile; `does` tells in one line why one would want to be this person."""

    key: str
    user_id: str
    name: str
    title: str
    does: str
    team_id: str = TEAM
    positions: tuple[Position, ...] = ()

    @property
    def external(self) -> bool:
        return self.team_id == EXTERNAL_TEAM

    @property
    def known(self) -> bool:
        return bool(self.positions)


ANNA = Persona(
    "anna",
    "U0ANNA",
    "Anna Ek",
    "Områdespolis",
    "Rapporterar en trafikkontroll från bilen.",
    positions=(Position(Role.STAFF, "omradespolis", MUNICIPALITIES),),
)
BO = Persona(
    "bo",
    "U0BO",
    "Bo Lind",
    "Fältsekreterare",
    "Får en påminnelse och svarar på den.",
    positions=(Position(Role.STAFF, "faltsekreterare", MUNICIPALITIES),),
)
CIA = Persona(
    "cia",
    "U0CIA",
    "Cia Holm",
    "Lokalpolisområdeschef",
    "Frågar hur det går i flera kommuner.",
    positions=(Position(Role.CHIEF, "lokalpolisomradeschef", ("Kommunen i exemplet",), ("Gästrikland", "Medelpad")),),
)
DINA = Persona(
    "dina",
    "U0DINA",
    "Dina Berg",
    "Trygghetssamordnare",
    "Planerar, flyttar, ställer in och lägger till personer.",
    positions=(Position(Role.COORDINATOR, "trygghetssamordnare", MUNICIPALITIES),),
)
EVA = Persona(
    "eva",
    "U0EVA",
    "Eva Sand",
    "Kommunstyrelsens ordförande i Timrå",
    "Frågar hur det går med löftet i Timrå.",
    positions=(Position(Role.CHIEF, "ks_ordforande", ("Timrå",)),),
)
FINN = Persona(
    "finn",
    "U0FINN",
    "Finn Dahl",
    "Bostadsbolaget i Timrå",
    "Extern: trycker på knappar och skriver till boten.",
    team_id=EXTERNAL_TEAM,
    positions=(Position(Role.STAFF, "bostadsbolag", ("Timrå",)),),
)
GRETA = Persona("greta", "U0GRETA", "Greta Falk", "Vikarie", "Är inte tillagd än och ber om att bli det.")
HUGO = Persona(
    "hugo",
    "U0HUGO",
    "Hugo Ståhl",
    "Kommunpolis",
    "Är ersättare för Anna och får ta över det hon lämnar.",
    positions=(Position(Role.STAFF, "kommunpolis", MUNICIPALITIES),),
)

PERSONAS = (ANNA, BO, CIA, DINA, EVA, FINN, GRETA, HUGO)
