"""A person's own settings, as they see them."""

import pytest
from sqlmodel import Session, col, select

from bot.sandbox.faults import Fault
from bot.sandbox.house import House
from storage.models import AuditEvent
from tests.databases import on_one_database
from tests.factories import stockholm
from tests.scenes import LEAD, scene
from tests.seen import pressed, submitted, typed, wrote

COMMAND = "/lofte inställningar"
FIRST_SEEN = """\
*När jag hör av mig*
Tiderna gäller i din tidszon i Slack, Stockholm.
Tyst från: 20:00
Tyst till: 07:30
Arbetsdagar: Måndag, Tisdag, Onsdag, Torsdag, Fredag
Arbetstiden börjar: 08:00
Arbetstiden slutar: 17:00
Röda dagar:
Hur vill du bli påmind: En påminnelse i taget
*När du är borta*
Första dagen borta:
Sista dagen borta:
Ersättare:"""
RED_DAYS = "Jag arbetar även röda dagar"


async def test_the_form_shows_how_it_is(house: House) -> None:
    assert await typed(house, "bo", COMMAND) == FIRST_SEEN


async def test_what_is_saved_is_told_and_shown_the_next_time(house: House) -> None:
    await typed(house, "bo", COMMAND)

    assert (
        await submitted(
            house, "bo", quiet_from="21:00", quiet_to="06:30", workdays=["Onsdag", "Lördag", "Söndag"],
            works_red_days=[RED_DAYS], work_from="10:00", work_to="18:00", wants="Allt i måndagens lista",
        )
        == """\
*Dina inställningar är sparade.*
Tyst: kl. 21–6.30
Arbetstid: onsdag, lördag och söndag, även röda dagar, kl. 10–18
Påminnelser: allt i måndagens lista"""
    )  # fmt: skip
    await house.person("bo").close()
    assert (
        await typed(house, "bo", COMMAND)
        == """\
*När jag hör av mig*
Tiderna gäller i din tidszon i Slack, Stockholm.
Tyst från: 21:00
Tyst till: 06:30
Arbetsdagar: Onsdag, Lördag, Söndag
Arbetstiden börjar: 10:00
Arbetstiden slutar: 18:00
Röda dagar: Jag arbetar även röda dagar
Hur vill du bli påmind: Allt i måndagens lista
*När du är borta*
Första dagen borta:
Sista dagen borta:
Ersättare:"""
    )


async def test_a_kind_that_one_is_on_can_be_muted(house: House) -> None:
    await scene(house, "trygghetsvandring", {"bo": LEAD}, stockholm(2, 18, month=12), stockholm(2, 20, month=12))
    await typed(house, "bo", COMMAND)

    assert (await submitted(house, "bo", muted=["Trygghetsvandring"])).splitlines()[-1] == (
        "Påminnelser: en påminnelse i taget, men inget om trygghetsvandring"
    )
    await house.person("bo").close()
    assert "Hör inte av dig om: Trygghetsvandring" in await typed(house, "bo", COMMAND)


async def test_a_muted_kind_can_be_heard_again(house: House) -> None:
    await scene(house, "trygghetsvandring", {"bo": LEAD}, stockholm(2, 18, month=12), stockholm(2, 20, month=12))
    await typed(house, "bo", COMMAND)
    await submitted(house, "bo", muted=["Trygghetsvandring"])
    await house.person("bo").close()
    await typed(house, "bo", COMMAND)

    assert (await submitted(house, "bo", muted=[])).splitlines()[-1] == "Påminnelser: en påminnelse i taget"


@on_one_database
@pytest.mark.parametrize(
    ("filled", "field"),
    [
        (
            {"work_from": "08:00", "work_to": "08:00"},
            "Arbetstiden slutar: 08:00 ← Arbetstiden kan inte börja och sluta samtidigt. Välj en annan tid.",
        ),
        (
            {"quiet_from": "20:00", "quiet_to": "20:00"},
            "Tyst till: 20:00 ← Den tysta tiden kan inte börja och sluta samtidigt. Välj en annan tid.",
        ),
        (
            {"quiet_from": "07:00", "quiet_to": "16:30"},
            "Tyst till: 16:30 ← Då är det tyst hela arbetstiden. Lämna minst en timme av den.",
        ),
    ],
)
async def test_hours_that_cannot_be_kept_are_refused_at_their_field(
    house: House, filled: dict[str, str], field: str
) -> None:
    await typed(house, "bo", COMMAND)

    assert field in (await submitted(house, "bo", **filled)).splitlines()


async def test_a_line_to_the_bot_is_answered_with_the_button(house: House) -> None:
    assert (
        await wrote(house, "bo", "inställningar")
        == """\
Här väljer du när och hur jag hör av mig, och säger till när du är borta.
[Mina inställningar]"""
    )
    assert await pressed(house, "bo", "Mina inställningar") == FIRST_SEEN


async def test_home_has_the_button_also_for_somebody_of_another_organisation(house: House) -> None:
    finn = house.person("finn")
    await finn.open_home()

    assert await pressed(house, "finn", "Mina inställningar", in_="home") == FIRST_SEEN


async def test_a_form_that_is_sent_again_counts_once(house: House) -> None:
    house.sandbox.faults.next("interactive", Fault.LOST_ACK)
    await typed(house, "bo", COMMAND)
    await house.person("bo").submit()
    await house.person("bo").submit()
    await house.settled()

    assert await house.bot.db.read(saved_by) == [("save", "preferences")]


def saved_by(session: Session) -> list[tuple[str, str]]:
    found = select(AuditEvent).where(AuditEvent.action == "save").order_by(col(AuditEvent.id))
    return [(one.action, one.subject) for one in session.exec(found)]
