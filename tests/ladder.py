"""A patrol on Monday that nobody has reported, and what each is asked about it."""

from sqlmodel import Session, col, select

from bot.sandbox.house import House
from storage.models import AuditEvent
from tests.factories import stockholm
from tests.scenes import LEAD, SUBSTITUTE, Cast, scene
from tests.seen import heard, shown

MORNING_AFTER = """\
*Rapporten från fotpatrullen i går, måndag 23 november i Timrå saknas. Blev den av?*
[Rapportera] [Blev inte av] [Jag var inte med]"""
TO_SUBSTITUTE = """\
*Vet du hur fotpatrullen gick i går, måndag 23 november kl. 18–20, Timrå centrum?*
Rapporten saknas och du är ersättare. Vet du inte är det också ett svar.
[Rapportera] [Blev inte av] [Vet inte]"""
TO_COORDINATOR = """\
*Rapport saknas: fotpatrullering, Timrå centrum, måndag 23 november*
Ansvarig och ersättare är tillfrågade. Den räknas inte som gjord. Jag frågar inte fler.
[Rapportera] [Fråga igen] [Stäng: uppgift saknas]"""


async def patrol(house: House, cast: Cast | None = None) -> int:
    """Monday 18–20."""
    named = cast or {"anna": LEAD, "hugo": SUBSTITUTE}
    return await scene(house, "fotpatrullering", named, stockholm(23, 18), stockholm(23, 20), place="Timrå centrum")


async def until(house: House, day: int, hour: int = 8, month: int = 11) -> None:
    """Each at its own time; a message that was missed meanwhile would be one too few."""
    await house.wind(stockholm(day, hour, month=month) - house.clock.now())


def told(house: House, key: str) -> list[str]:
    return [shown(one) for one in heard(house.person(key))]


def audited(session: Session) -> list[str]:
    found = select(AuditEvent.action).where(AuditEvent.subject == "occurrence")
    return list(session.exec(found.order_by(col(AuditEvent.id))))
