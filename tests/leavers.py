"""What a coordinator does when somebody leaves, and who is on what afterwards."""

from sqlmodel import Session, select

from bot.domain.words import Part
from bot.sandbox.house import House
from storage.models import OccurrencePerson, Person
from tests.seen import seen, submitted, typed


async def leaving_form(house: House, key: str) -> str:
    """Dina's, for that person."""
    await typed(house, "dina", "/lofte personer")
    dina = house.person("dina")
    assert dina.modal
    who = next(n for n, one in enumerate(dina.modal.blocks) if f"<@U0{key.upper()}>" in str(one))
    await dina.press(dina.modal, "leaving_form", dina.modal.blocks[who + 1]["block_id"])
    return await seen(house, "dina")


async def left(house: House, key: str = "bo", colleague: str = "hugo", **more: str) -> str:
    await leaving_form(house, key)
    receipt = await submitted(house, "dina", colleague=f"U0{colleague.upper()}", **more)
    if not house.person("dina").modal_errors:
        await house.person("dina").close()
    return receipt


async def named(house: House) -> dict[str, str]:
    """Parts on the occurrence, by Slack user."""

    def read(session: Session) -> dict[str, str]:
        rows = session.exec(
            select(Person.user_id, OccurrencePerson.part).where(OccurrencePerson.person_id == Person.id)
        )
        return {user: Part(part).value for user, part in rows}

    return await house.bot.db.read(read)
