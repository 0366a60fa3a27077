"""Becoming known to the bot, as the people themselves see it."""

from bot.sandbox.house import House
from bot.sandbox.interactions import SandboxPerson


async def ask(house: House) -> SandboxPerson:
    greta = house.person("greta")
    await greta.write(greta.user.id, "trafikkontroll 45 fordon")
    await house.settled()
    await greta.press_label("Lägg till mig")
    await house.settled()
    return greta


async def add(house: House, place: str = "Timrå") -> SandboxPerson:
    dina = house.person("dina")
    await dina.press_label("Lägg till")
    await dina.fill("Var", place)
    await dina.submit()
    await house.settled()
    return dina


def newest(person: SandboxPerson) -> str:
    return person.sees(person.user.id)[-1].text


async def test_who_is_added_can_ask_what_is_theirs(house: House) -> None:
    greta = await ask(house)
    await add(house)
    await greta.command(greta.user.id, "/lofte")
    assert newest(greta) == "Inget är planerat för dig just nu, och inga rapporter saknas."


async def test_the_coordinators_question_becomes_the_receipt(house: House) -> None:
    await ask(house)
    dina = await add(house)
    assert newest(dina) == "<@U0GRETA> har lagts till av <@U0DINA>: handläggare i Timrå."
    assert all(block["type"] != "actions" for block in dina.sees(dina.user.id)[-1].blocks)


async def test_who_is_declined_is_told(house: House) -> None:
    greta = await ask(house)
    await house.person("dina").press_label("Avslå")
    await house.settled()
    assert newest(greta).startswith("Du är inte tillagd. Du bad om att bli tillagd i dag, måndag 23 november.")


async def test_asking_twice_asks_the_coordinator_once(house: House) -> None:
    await ask(house)
    greta = await ask(house)
    assert newest(greta).startswith(
        "Du bad om att bli tillagd i dag, måndag 23 november. Samordnaren har inte svarat än."
    )
    dina = house.person("dina")
    assert [message.text.splitlines()[0] for message in dina.sees(dina.user.id)] == ["<@U0GRETA> vill bli tillagd."]


async def test_home_shows_that_the_question_waits(house: House) -> None:
    greta = await ask(house)
    await greta.open_home()
    home = await greta.until(lambda: greta.home)
    assert home.blocks[-1]["text"]["text"].startswith("Du bad om att bli tillagd i dag, måndag 23 november.")


async def test_an_external_person_has_a_home_of_their_own(house: House) -> None:
    finn = house.person("finn")
    await finn.open_home()
    home = await finn.until(lambda: finn.home)
    assert home.blocks[0]["text"]["text"] == "Mina tillfällen"


async def test_searching_shows_only_what_fits(full_house: House) -> None:
    anna = full_house.person("anna")
    await anna.open_home()
    home = await anna.until(lambda: anna.home)
    await anna.press(home, "home_search", "home_kind:alla", "trafikkontroll")
    await full_house.settled()
    assert anna.home
    rows = [block["text"]["text"] for block in anna.home.blocks if "-2026-" in block.get("text", {}).get("text", "")]
    assert len(rows) == 10
    assert all("trafikkontroll" in row for row in rows)
