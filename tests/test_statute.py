"""The law's two years, for the situation picture and for following up the plan: neither hides the other."""

from datetime import date, datetime

import pytest
from sqlmodel import Session, select

from bot.domain.report import Report
from bot.domain.words import FollowUpForm, Per
from bot.sandbox.house import House
from bot.sandbox.personas import BO
from bot.services import outcomes, people
from storage.models import AgreementMunicipality, FollowUpDuty
from tests.dates_told import in_force, told
from tests.factories import stockholm
from tests.scenes import LEAD, scene
from tests.seen import pressed, submitted

PICTURE = "*Lägesbilden i Timrå ska uppdateras senast måndag 1 februari 2027*"
BOTH = "*Lägesbilden i Timrå ska uppdateras och åtgärdsplanen följas upp senast måndag 1 februari 2027*"
LAW = "Lagen (2023:196) kräver att lägesbilden uppdateras och åtgärdsplanen följs upp minst vartannat år."
SINCE = (
    "Jag vet inte om det är gjort. "
    "Räknat från lördag 1 februari 2025, när den äldsta överenskommelsen som gäller började."
)


async def test_the_law_is_warned_of_before_two_years_are_over(house: House) -> None:
    await in_force(house, date(2025, 2, 1), date(2028, 12, 31))
    assert await told(house, stockholm(2, 9, month=12)) == [
        f"{BOTH}\n"
        f"{LAW}\n{SINCE}\n"
        "Rapportera lägesbilden, och ange här när planen är uppföljd, så räknar jag om.\n"
        "[Ange när planen följdes upp] [Planera]"
    ]


async def test_a_reported_picture_does_not_hide_the_plan(house: House) -> None:
    await in_force(house, date(2025, 2, 1), date(2028, 12, 31))
    picture = await scene(house, "lagesbild", {"bo": LEAD}, stockholm(23, 10), stockholm(23, 11))
    await house.bot.db.write(held, picture, stockholm(23, 12))
    assert await told(house, stockholm(2, 9, month=12)) == [
        "*Åtgärdsplanen i Timrå ska följas upp senast måndag 1 februari 2027*\n"
        f"{LAW}\n{SINCE}\n"
        "När den är uppföljd: ange dagen här, så räknar jag om.\n"
        "[Ange när planen följdes upp]"
    ]


@pytest.mark.parametrize(("per", "warned"), [(Per.MEETING, PICTURE), (Per.YEAR, BOTH)])
async def test_a_council_that_follows_up_at_each_meeting_has_done_so(house: House, per: Per, warned: str) -> None:
    await in_force(house, date(2025, 2, 1), date(2028, 12, 31))
    meeting = await scene(house, "radsmote", {"bo": LEAD}, stockholm(23, 10), stockholm(23, 11))
    await house.bot.db.write(held, meeting, stockholm(23, 12))
    await house.bot.db.write(follows_up, per)
    assert [one.splitlines()[0] for one in await told(house, stockholm(2, 9, month=12))] == [warned]


async def test_the_coordinator_says_when_the_plan_was_followed_up(house: House) -> None:
    await in_force(house, date(2025, 2, 1), date(2028, 12, 31))
    await told(house, stockholm(2, 9, month=12))
    assert (await pressed(house, "dina", "Ange när planen följdes upp")).endswith("När följdes den upp: 2026-12-02")
    assert await submitted(house, "dina", on="2026-12-03") == (
        "*Uppföljning av åtgärdsplanen i Timrå*\n"
        "Jag räknar två år från den dagen.\n"
        "När följdes den upp: 2026-12-03 ← Den dagen har inte varit än. Välj dagen då planen följdes upp."
    )
    assert await submitted(house, "dina", on="2026-11-20") == (
        "*Sparat: åtgärdsplanen i Timrå följdes upp fredag 20 november.*\n"
        "Den ska följas upp igen senast måndag 20 november 2028. Jag påminner två månader före."
    )
    in_two_years = await told(house, stockholm(20, 9, month=9, year=2028))
    assert in_two_years[-1].startswith("*Åtgärdsplanen i Timrå ska följas upp senast måndag 20 november*")


def follows_up(session: Session, per: Per) -> None:
    """By the agreement in force in Timrå."""
    agreement_id = session.exec(select(AgreementMunicipality.agreement_id)).one()
    session.add(
        FollowUpDuty(agreement_id=agreement_id, form=FollowUpForm.ORAL, per=per, owner="rådet", recipients=["rådet"])
    )


def held(session: Session, occurrence_id: int, now: datetime) -> None:
    bo = people.actor(session, BO.team_id, BO.user_id, now)
    outcomes.save(session, bo, outcomes.existing(session, occurrence_id), Report(), now)
