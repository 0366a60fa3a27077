"""Questions about what goes on, what is done when needed and what is delivered: answered with one tap."""

from bot.domain.words import Form
from bot.sandbox.house import House
from tests.factories import stockholm
from tests.scenes import LEAD, agreed, planned
from tests.seen import heard, pressed


async def test_a_question_pressed_twice_saves_once(house: House) -> None:
    work = await agreed(house, "kampanj", {"finn": LEAD}, form=Form.CONTINUOUS, title="Sprida Huskurage")
    await planned(house, work, stockholm(1, 0), stockholm(1, 0, month=12))
    house.clock.wind_to(stockholm(30, 9))
    await house.settled()
    finn = house.person("finn")
    question = heard(finn)[-1]
    for _ in range(2):
        await finn.press(question, "outcome_settle")
    await house.settled()
    assert "Rapport TIM-2026-0001" in question.text
    assert heard(finn)[-1].text == "<@U0FINN> har redan rapporterat det här som TIM-2026-0001. Inget räknas två gånger."


async def test_nothing_new_is_an_answer(house: House) -> None:
    work = await agreed(house, "kampanj", {"finn": LEAD}, form=Form.CONTINUOUS, title="Sprida Huskurage")
    await planned(house, work, stockholm(1, 0), stockholm(1, 0, month=12))
    house.clock.wind_to(stockholm(30, 9))
    await house.settled()
    assert (
        await pressed(house, "finn", "Inget nytt")
        == """\
*Sparat: Sprida Huskurage, november, Timrå*
Inget nytt
Rapport TIM-2026-0001. Finns kvar under Mina rapporter.
[Ändra] [Ångra]"""
    )


async def test_not_needed_is_an_answer(house: House) -> None:
    work = await agreed(house, "kommunikationsinsats", {"dina": LEAD}, form=Form.WHEN_NEEDED, title="Bemöta rykten")
    await planned(house, work, stockholm(1, 0), stockholm(1, 0, month=12))
    house.clock.wind_to(stockholm(30, 9))
    await house.settled()
    receipt = await pressed(house, "dina", "Behövdes inte")
    assert receipt.startswith("*Sparat: Bemöta rykten, november, Timrå*\nBehövdes inte\n")


async def test_a_delivery_is_done_with_one_tap(house: House) -> None:
    strategy = await agreed(house, "ovrigt", {"dina": LEAD}, form=Form.DELIVERABLE, title="Kommunikationsstrategi")
    await planned(house, strategy, stockholm(23, 0), stockholm(28, 0))
    house.clock.wind_to(stockholm(27, 15))
    await house.settled()
    receipt = await pressed(house, "dina", "Ja, klart")
    assert receipt.startswith("*Sparat: Kommunikationsstrategi, senast i dag, fredag 27 november, Timrå*\n")
