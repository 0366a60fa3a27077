"""A message with several questions that does not get away takes none of them with it."""

from sqlmodel import Session, col, select

from bot.domain.words import Form, MessageState
from bot.sandbox.house import House
from storage.models import OutboxMessage, Reminder
from tests.factories import stockholm
from tests.scenes import LEAD, agreed, planned
from tests.seen import heard, shown
from tests.test_shared_questions import QUARTER, asked

ASKED = stockholm(30, 9, month=12)


async def states(house: House) -> list[str]:
    """Of the first questions, in the order in which they were written down."""

    def read(session: Session) -> list[str]:
        found = select(OutboxMessage.state).join(Reminder, col(Reminder.message_id) == col(OutboxMessage.id))
        due = found.where(OutboxMessage.due_at == ASKED).order_by(col(OutboxMessage.id))
        return [MessageState(state).value for state in session.exec(due)]

    return await house.bot.db.read(read)


async def test_when_slack_refuses_it_each_is_shown_as_not_sent(house: House) -> None:
    house.sandbox.faults.refuse("U0FINN", "user_not_found")
    await asked(house, "Sprida Huskurage", "Lys upp gångvägen", "Rusta lekplatsen")
    assert await states(house) == ["failed", "failed", "failed"]


async def test_when_slack_refuses_it_the_coordinator_is_told_once(house: House) -> None:
    house.sandbox.faults.refuse("U0FINN", "user_not_found")
    await asked(house, "Sprida Huskurage", "Lys upp gångvägen")
    told = [shown(one) for one in heard(house.person("dina"))]
    assert len([one for one in told if "<@U0FINN>" in one]) == 1


async def test_when_it_was_too_late_so_were_all(house: House) -> None:
    for title in ("Sprida Huskurage", "Lys upp gångvägen"):
        work = await agreed(house, "kampanj", {"finn": LEAD}, form=Form.CONTINUOUS, title=title)
        await planned(house, work, *QUARTER)
    house.clock.wind_to(stockholm(31, 10, month=12))
    await house.settled()
    assert (await states(house), heard(house.person("finn"))) == (["missed", "missed"], [])
