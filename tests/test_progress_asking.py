"""A chief asks whoever is responsible, who answers; each as they see it. Eva is a chief, Anna leads the patrols."""

from bot.sandbox.house import House
from tests.factories import stockholm
from tests.seen import heard, pressed, shown, submitted, wrote

PATROLS = "Timrå, fotpatrulleringar"
LATE = (
    "ligger efter. 31 gjorda, 40 väntade till i dag, 44 planerade i år. "
    "8 blev inte av (personal 6, väder 2), 1 saknar rapport. Nästa: onsdag 25 november."
)
QUESTION = f"""\
*<@U0EVA> frågar hur det går: {PATROLS}*
Läget i dag, måndag 23 november: {LATE}
<@U0EVA> skriver:
”Hinner ni ikapp före jul?”
[Svara] [Rapportera]"""


async def asked(house: House, key: str = "eva", **fields: str) -> str:
    await wrote(house, key, "läget Timrå")
    await pressed(house, key, "Fråga ansvarig")
    return await submitted(house, key, **fields)


async def answered(house: House, said: str) -> str:
    await pressed(house, "anna", "Svara")
    return await submitted(house, "anna", answer=said)


def questions(house: House) -> list[str]:
    return [said for said in map(shown, heard(house.person("anna"))) if "frågar hur det går" in said]


def newest(house: House, key: str) -> str:
    return shown(heard(house.person(key))[-1])


async def test_the_worst_is_chosen_in_the_form(full_house: House) -> None:
    await wrote(full_house, "eva", "läget Timrå")
    assert (
        await pressed(full_house, "eva", "Fråga ansvarig")
        == """\
Den ansvariga får din fråga med siffrorna och skälen, och kan svara dig direkt.
Vad gäller det: Fotpatrulleringar (ligger efter)
En mening till den ansvariga:"""
    )


async def test_who_asks_sees_who_was_asked_and_they_see_who_asks_and_why(full_house: House) -> None:
    receipt = await asked(full_house, question="Hinner ni ikapp före jul?")
    assert (
        receipt
        == f"""\
*Frågan är ställd: {PATROLS}*
<@U0ANNA> får den nu.
Svaret kommer till dig i ett direktmeddelande från mig."""
    )
    assert newest(full_house, "anna") == QUESTION


async def test_the_answer_comes_with_its_question_and_the_question_says_that_it_is_answered(full_house: House) -> None:
    await asked(full_house, question="Hinner ni ikapp före jul?")
    await full_house.person("eva").close()
    assert await answered(full_house, "Vi kör två extra pass i december.") == "*<@U0EVA> får ditt svar nu.*"
    assert (
        newest(full_house, "eva")
        == f"""\
*<@U0ANNA> svarar: {PATROLS}*
”Vi kör två extra pass i december.”
Du frågade i dag, måndag 23 november: ”Hinner ni ikapp före jul?”
[Visa läget]"""
    )
    await full_house.person("anna").close()
    assert newest(full_house, "anna") == f"*Du har svarat <@U0EVA>: {PATROLS}*\n”Vi kör två extra pass i december.”"


async def test_the_answer_opens_how_it_is_going(full_house: House) -> None:
    await asked(full_house)
    await full_house.person("eva").close()
    await answered(full_house, "Ja.")
    assert (await pressed(full_house, "eva", "Visa läget")).startswith(f"*{PATROLS} (exempel): läget")


async def test_nobody_is_asked_the_same_by_the_same_person_again_within_a_day(full_house: House) -> None:
    await asked(full_house)
    await full_house.person("eva").close()
    assert (
        "Vad gäller det: Fotpatrulleringar (ligger efter) ← Du frågade om det här i dag, måndag 23 november kl. 9. "
        "Ge den ansvariga tid att svara. Du kan fråga igen i morgon, tisdag 24 november kl. 9."
        in await asked(full_house)
    )
    await full_house.person("eva").close()
    full_house.clock.wind_to(stockholm(24, 9, 1))
    assert "*Frågan är ställd" in await asked(full_house)


async def test_in_the_evening_it_waits_for_the_working_day(full_house: House) -> None:
    full_house.clock.wind_to(stockholm(27, 20))
    assert "<@U0ANNA> får den måndag 30 november kl. 8." in await asked(full_house)
    assert questions(full_house) == []
    full_house.clock.wind_to(stockholm(30, 8))
    await full_house.settled()
    assert [one.splitlines()[0] for one in questions(full_house)] == [f"*<@U0EVA> frågar hur det går: {PATROLS}*"]


async def test_in_quiet_hours_the_answer_waits_for_whoever_asked(full_house: House) -> None:
    await asked(full_house)
    await full_house.person("eva").close()
    full_house.clock.wind_to(stockholm(23, 21))
    await full_house.settled()
    question = next(one for one in heard(full_house.person("anna")) if "frågar hur det går" in shown(one))
    await pressed(full_house, "anna", "Svara", question)
    sent = await submitted(full_house, "anna", answer="Ja.")
    assert sent == "*<@U0EVA> får ditt svar i morgon, tisdag 24 november kl. 7.30.*"
    full_house.clock.wind_to(stockholm(24, 7, 30))
    await full_house.settled()
    assert newest(full_house, "eva").endswith("”Ja.”\nDu frågade i går, måndag 23 november, hur det går.\n[Visa läget]")


async def test_what_seems_to_be_about_a_private_person_is_not_sent(full_house: House) -> None:
    form = await asked(full_house, question="Ring mig på 070-174 06 05")
    assert "← Texten ser ut att innehålla ett telefonnummer. Jag har inte sparat något." in form
    assert questions(full_house) == []


async def test_of_what_is_protected_neither_time_nor_lock_screen_tells(full_house: House) -> None:
    await asked(full_house, activity="Riktade insatser (enligt plan)")
    message = heard(full_house.person("anna"))[-1]
    assert message.text == "Du har en påminnelse"
    assert (
        shown(message)
        == """\
*<@U0EVA> frågar hur det går: Timrå, riktade insatser*
Läget i dag, måndag 23 november: enligt plan. 5 gjorda, 5 väntade till i dag, 6 planerade i år.
[Svara]"""
    )


async def test_who_is_no_chief_has_no_such_button(full_house: House) -> None:
    shown_to_bo = await wrote(full_house, "bo", "läget Timrå")
    assert shown_to_bo.endswith("[Visa detaljer] [Visa diagram | Prenumerera | Visa överenskommelsen]")
