"""Several follow-ups that are owed from the same morning are told of in one message."""

from sqlmodel import Session, select

from bot.domain.words import FollowUpForm, Per
from bot.sandbox.house import House
from storage.models import Agreement, FollowUpDuty
from tests.databases import on_one_database
from tests.dates_told import told
from tests.factories import stockholm
from tests.seen import heard, pressed, shown
from tests.test_duties_reminded import NEW_YEAR, WHOLE, owed

BY = "ska lämnas till kommunstyrelsen och polisen senast söndag 28 februari"
TOGETHER = f"""\
*2 uppföljningar ska lämnas*
Timrå: den muntliga uppföljningen för 2026 {BY}
[Öppna]
Timrå: den skriftliga uppföljningen för tertial 3 2026 {BY}
[Öppna]
Öppna en för att läsa utkastet, markera den som klar eller bli påmind senare."""


def also_each_year(session: Session) -> None:
    agreement_id = session.exec(select(Agreement.id)).one()
    recipients = ["kommunstyrelsen", "polisen"]
    duty = FollowUpDuty(
        agreement_id=agreement_id, form=FollowUpForm.ORAL, per=Per.YEAR, owner="Timrå kommun", recipients=recipients
    )
    session.add(duty)


async def test_they_come_in_one_message_which_shows_what_is_left(house: House) -> None:
    await owed(house)
    await house.bot.db.write(also_each_year)

    assert await told(house, NEW_YEAR) == [TOGETHER]

    dina = house.person("dina")
    message = heard(dina)[-1]
    await pressed(house, "dina", "Öppna", message)
    done = await pressed(house, "dina", "Klar")
    assert done.startswith("*Klar: den muntliga uppföljningen för 2026 i Timrå är lämnad*")
    assert [shown(one) for one in heard(dina) if one.ts == message.ts] == [WHOLE]


@on_one_database
async def test_one_that_comes_later_comes_by_itself(house: House) -> None:
    await owed(house)
    await told(house, NEW_YEAR)
    await house.bot.db.write(also_each_year)

    [found] = await told(house, stockholm(5, 9, month=1, year=2027))

    assert found.startswith(f"*Timrå: den muntliga uppföljningen för 2026 {BY}*")
