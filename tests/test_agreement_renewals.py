"""Renewing, revising and terminating an agreement in force, in the sandbox."""

from datetime import date, timedelta

import pytest

from bot.domain.words import AgreementState
from bot.sandbox.house import House
from bot.services.upkeep import look_back
from tests.agreement_plans import file_of, put, state_of
from tests.agreement_talk import message_with, messages, press_in
from tests.seen import heard, pressed, seen, shown, submitted, wrote

LISTED = """\
*Medborgarlöften och överenskommelser*
*Medborgarlöfte för Timrå 2026*
Medborgarlöfte · Timrå · 1 januari 2026–31 december 2026 · gällande
[Förnya | Revidera | Säg upp]
[Nytt från text]"""
RENEWED = """\
*Förnya: förslag för nästa period: Medborgarlöfte för Timrå 2027*
Typ: medborgarlöfte
Kommun: Timrå
Parter: Polisen i Medelpad och Timrå kommun
Period: 1 januari 2027–31 december 2027
Undertecknat: saknas
Bygger på: saknas
Uppföljning: saknas
Öppna frågor:
• När skrivs det nya under?
Gå igenom aktiviteterna nedan. Bredvid var och en står vad som var utlovat, planerat och gjort.
Inget är sparat än. Förslaget finns kvar till 7 december.
[Svara och ändra uppgifter]"""
ACTIVITIES = """\
*Fokusområde: Trygghet*
Trygghetsvandringar
Trygghetsvandring · tillfällen · 2 vandringar per år (utlovat) · leds av Timrå kommun
Hittills: Utlovat 2 · Planerat 2 · Gjort 0
[Ta med] [Hoppa över] [Ändra]
Trafikkontroller
Trafikkontroll · tillfällen · 24 kontroller per år (planerat) · leds av Polisen i Medelpad · skyddad
Hittills: Planerat 24 · Gjort 0
[Ta med] [Hoppa över] [Ändra]"""


FORM = """\
*Medborgarlöfte för Timrå 2026*
2 tillfällen är planerade framåt. Det som börjar efter sista dagen ställs in, och ingen påminns om det.
Det som är gjort och rapporterat finns kvar. Uppsägningen går inte att ångra.
Sista dagen som den gäller: 2026-11-23
Anledning:
Mer om varför:"""


@pytest.fixture
async def promised(house: House) -> House:
    await house.bot.db.write(put, house.clock.now())
    assert await wrote(house, "dina", "avtal") == LISTED
    return house


async def begun(house: House, label: str) -> list[str]:
    await pressed(house, "dina", label)
    return (await messages(house, "dina"))[1:]


async def save(house: House) -> str:
    await press_in(house, "dina", "Spara", "Klar?")
    return (await messages(house, "dina"))[-1]


async def test_a_renewal_shows_what_was_promised_planned_and_done(promised: House) -> None:
    told, head, activities, _ = await begun(promised, "Förnya")

    assert told == "Förslaget kommer i vårt direktmeddelande. Inget är ändrat än."
    assert (head, activities) == (RENEWED, ACTIVITIES)


async def test_what_is_renewed_holds_when_the_old_one_has_ended(promised: House) -> None:
    await begun(promised, "Förnya")
    await press_in(promised, "dina", "Hoppa över", "Trygghetsvandringar")
    await pressed(promised, "dina", "Ta med alla")

    assert await save(promised) == (
        "*Sparat: Medborgarlöfte för Timrå 2027*\n"
        "Aktiviteter: 1 · Inte med: 1\n"
        "Nästa steg: bestäm när det ska göras, och vilka som är med.\n"
        "[Planera året]"
    )
    new = await promised.bot.db.read(file_of, "timra_2027")
    assert (new.replaces, new.period.start, new.period.end) == ("timra_2026", date(2027, 1, 1), date(2027, 12, 31))
    assert [(one.key, one.goals[0].count, one.goals[0].decided_by) for one in new.activities] == [
        ("kontroller", 24, "samordnaren")
    ]
    assert "Medborgarlöfte · Timrå · 1 januari 2027–31 december 2027 · börjar senare" in await wrote(
        promised, "dina", "avtal"
    )


async def test_a_revision_holds_from_its_day_and_ends_what_is_left_out(promised: House) -> None:
    await begun(promised, "Revidera")
    await press_in(promised, "dina", "Svara och ändra uppgifter", "Revidera:")
    await submitted(promised, "dina", starts_on="2026-12-05")
    await press_in(promised, "dina", "Hoppa över", "Trygghetsvandringar")
    there = await message_with(promised, "dina", "Trafikkontroller")
    await promised.person("dina").press(there, "agreement_change", value=None, block_id=there.blocks[-1]["block_id"])
    await submitted(promised, "dina", planned="30")

    assert "Inställda tillfällen som inte längre gäller: 1." in await save(promised)
    walks, checks = (await promised.bot.db.read(file_of, "timra_2026")).activities
    assert [(goal.count, goal.valid_from, goal.valid_to) for goal in walks.goals] == [(2, None, date(2026, 12, 4))]
    assert [(goal.count, goal.valid_from, goal.valid_to) for goal in checks.goals] == [
        (24, None, date(2026, 12, 4)), (30, date(2026, 12, 5), None),
    ]  # fmt: skip


async def test_those_named_are_told_once_of_what_no_longer_holds(promised: House) -> None:
    await begun(promised, "Revidera")
    await press_in(promised, "dina", "Hoppa över", "Trygghetsvandringar")
    await save(promised)

    assert [shown(one) for one in heard(promised.person("bo"))] == [
        "*Inställt: 2 tillfällen i Medborgarlöfte för Timrå 2026*\n"
        "Anledning: överenskommelsen är ändrad. <@U0DINA> ändrade överenskommelsen. Inga fler påminnelser kommer.\n"
        "[Mina tillfällen]"
    ]


async def test_a_termination_asks_before_and_calls_off_what_is_ahead(promised: House) -> None:
    await pressed(promised, "dina", "Säg upp")
    assert await seen(promised, "dina") == FORM

    assert await submitted(promised, "dina", last="2026-11-30", reason="party") == (
        "*Uppsagd: Medborgarlöfte för Timrå 2026*\n"
        "Sista dagen: 30 november. Anledning: en part drar sig ur.\n"
        "Inställda tillfällen: 2. Det som är gjort finns kvar."
    )
    await promised.person("dina").close()
    assert "uppsagd, gäller till och med 30 november" in await wrote(promised, "dina", "avtal")


async def test_nobody_is_reminded_of_what_was_terminated_and_its_state_follows(promised: House) -> None:
    await pressed(promised, "dina", "Säg upp")
    await submitted(promised, "dina", last="2026-11-30", reason="party", detail="kommunen har sagt nej")
    await promised.wind(timedelta(days=20))
    await promised.bot.db.write(look_back, promised.clock.now())

    [told] = [shown(one) for one in heard(promised.person("bo"))]
    assert told == (
        "*Inställt: 2 tillfällen i Medborgarlöfte för Timrå 2026*\n"
        "Anledning: överenskommelsen är uppsagd (en part drar sig ur: kommunen har sagt nej). <@U0DINA> ändrade "
        "överenskommelsen. Inga fler påminnelser kommer.\n"
        "[Mina tillfällen]"
    )
    assert await promised.bot.db.read(state_of, "timra_2026") is AgreementState.TERMINATED


async def test_what_was_terminated_to_be_replaced_is_followed_by_the_new_one(promised: House) -> None:
    await pressed(promised, "dina", "Säg upp")
    await submitted(promised, "dina", last="2026-11-30", reason="new")
    await promised.person("dina").close()
    assert "gäller till och med 30 november\n[Förnya]\n" in await wrote(promised, "dina", "avtal")

    await begun(promised, "Förnya")
    await pressed(promised, "dina", "Ta med alla")
    assert "Aktiviteter: 2\nNästa steg" in await save(promised)
    new = await promised.bot.db.read(file_of, "timra_2026_2027")
    assert (new.replaces, new.period.start, len(new.activities)) == ("timra_2026", date(2026, 12, 1), 2)
