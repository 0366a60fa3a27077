"""What is protected is decided by its kind, and otherwise by a coordinator."""

from sqlmodel import Session, col, select

from bot.sandbox.house import House
from storage.models import Activity, AuditEvent
from tests.factories import stockholm
from tests.scenes import LEAD, scene
from tests.seen import heard, pressed, shown, typed


async def opened(house: House) -> str:
    await typed(house, "dina", "/lofte plan")
    dina = house.person("dina")
    assert dina.modal
    await dina.press(dina.modal, "occurrence_plan", value="Trygga kvällar")
    await house.settled()
    return shown(dina.modal)


async def test_a_walk_is_made_protected(house: House) -> None:
    await scene(house, "trygghetsvandring", {"bo": LEAD}, stockholm(26, 18), stockholm(26, 20))
    assert "[Planera året] [Ändra ansvariga] [Gör skyddad]" in await opened(house)
    form = await pressed(house, "dina", "Gör skyddad")
    assert "Skyddad: tid och plats visas bara för dem som ska vara med." in form
    assert "[Ta bort skyddet]" in form
    assert await house.bot.db.read(state) == (True, ["protect"])


async def test_a_traffic_check_is_opened(house: House) -> None:
    await scene(house, "trafikkontroll", {"bo": LEAD}, stockholm(26, 18), stockholm(26, 20))
    await opened(house)
    assert "[Gör skyddad]" in await pressed(house, "dina", "Ta bort skyddet")
    assert await house.bot.db.read(state) == (False, ["unprotect"])


async def test_what_was_sent_says_nothing_on_a_lock_screen_any_more(house: House) -> None:
    await scene(house, "trygghetsvandring", {"bo": LEAD}, stockholm(24, 18), stockholm(24, 20))
    await house.wind("reminder")
    assert heard(house.person("bo"))[-1].text.startswith("I morgon, tisdag 24 november")
    await opened(house)
    await pressed(house, "dina", "Gör skyddad")
    await house.settled()
    assert [one.text for one in heard(house.person("bo"))] == ["Du har en påminnelse"]


def state(session: Session) -> tuple[bool, list[str]]:
    found = select(AuditEvent.action).where(AuditEvent.subject == "activity").order_by(col(AuditEvent.id))
    return session.exec(select(Activity.protected)).one(), list(session.exec(found))
