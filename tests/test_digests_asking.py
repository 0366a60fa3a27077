"""The list of a week asks what its reader would have been asked the same morning: one message, not two."""

from bot.domain.words import Form
from bot.sandbox.house import House
from tests.factories import stockholm
from tests.mondays import on_monday, told
from tests.scenes import LEAD, SUBSTITUTE, Cast, agreed, planned, scene
from tests.seen import pressed, submitted

PATROL = (stockholm(27, 12), stockholm(27, 14))  # on Friday
MISSING = "*Rapporten från fotpatrullen fredag 27 november i Timrå saknas. Blev den av?*"
ASKED = f"{MISSING}\n[Rapportera] [Blev inte av] [Jag var inte med]"
DOOR = "[Mina tillfällen]"


async def patrol(house: House, cast: Cast | None = None) -> None:
    await scene(house, "fotpatrullering", cast or {"anna": LEAD}, *PATROL, place="Timrå centrum")


async def test_one_message_holds_both(house: House) -> None:
    await patrol(house)
    await on_monday(house)
    assert told(house, "anna") == [f"*Din vecka 49: 1 fråga till dig*\n{ASKED}\n{DOOR}"]


async def test_it_stands_before_what_is_ahead(house: House) -> None:
    await patrol(house)
    starts, ends = stockholm(2, 18, month=12), stockholm(2, 20, month=12)
    await scene(house, "trygghetsvandring", {"anna": LEAD}, starts, ends, place="Timrå centrum")
    await on_monday(house)
    (told_once,) = told(house, "anna")
    assert told_once.startswith(f"*Din vecka 49: 1 tillfälle, 1 fråga till dig*\n{ASKED}\n*Onsdag 2 december")


async def test_when_it_is_reported_the_list_says_so(house: House) -> None:
    await patrol(house)
    await on_monday(house)
    await pressed(house, "anna", "Rapportera")
    await submitted(house, "anna", m_timmar="2")
    assert told(house, "anna")[0].splitlines()[:2] == [
        "*Din vecka 49: inget mer att svara på nu*",
        "Rapporterad: fotpatrullering fredag 27 november. Rapport TIM-2026-0001.",
    ]


async def test_who_was_not_there_is_told_who_is_asked(house: House) -> None:
    await patrol(house, {"anna": LEAD, "hugo": SUBSTITUTE})
    await on_monday(house)
    said = await pressed(house, "anna", "Jag var inte med")
    assert said.splitlines()[1:4] == [
        "*Du svarade: Jag var inte med*",
        "Fotpatrullering fredag 27 november kl. 12–14, Timrå centrum",
        "Jag frågar <@U0HUGO>, som är ersättare. Du behöver inte göra mer.",
    ]


async def test_the_coordinator_ends_it_in_the_list(house: House) -> None:
    await scene(house, "fotpatrullering", {"anna": LEAD}, stockholm(24, 12), stockholm(24, 14), place="Timrå centrum")
    await on_monday(house)
    assert "[Rapportera] [Fråga igen] [Stäng: uppgift saknas]" in told(house, "dina")[0]
    await pressed(house, "dina", "Stäng: uppgift saknas")
    assert "Stängd: fotpatrullering tisdag 24 november." in told(house, "dina")[0]
    assert len(told(house, "dina")) == 1


async def test_the_coordinator_has_it_asked_again(house: House) -> None:
    await scene(house, "fotpatrullering", {"anna": LEAD}, stockholm(24, 12), stockholm(24, 14), place="Timrå centrum")
    await on_monday(house)
    said = await pressed(house, "dina", "Fråga igen")
    assert "*Frågas igen: fotpatrullering, Timrå centrum, tisdag 24 november*" in said


async def test_what_goes_on_is_asked_about_in_it_too(house: House) -> None:
    """At nine it would have been one more message about what the list has just named."""
    work = await agreed(house, "kampanj", {"anna": LEAD}, form=Form.CONTINUOUS, title="Sprida Huskurage")
    await planned(house, work, stockholm(1, 0), stockholm(1, 0, month=12))
    await on_monday(house)
    house.clock.wind_to(stockholm(30, 12))
    await house.settled()
    assert told(house, "anna") == [
        "*Din vecka 49: 1 fråga till dig*\n"
        "*Sprida Huskurage, Timrå: vad har ni gjort sedan söndag 1 november?*\n"
        "Svara med en rad, till exempel: 2 timmar, 12 utskick\n"
        f"[Rapportera] [Inget nytt] [Fråga mig senare]\n{DOOR}"
    ]


async def test_the_substitute_is_asked_in_it_and_may_not_know(house: House) -> None:
    thursday = stockholm(26, 12), stockholm(26, 14)
    await scene(house, "fotpatrullering", {"anna": LEAD, "hugo": SUBSTITUTE}, *thursday, place="Timrå centrum")
    await on_monday(house)
    assert "[Rapportera] [Blev inte av] [Vet inte]" in told(house, "hugo")[0]
    await pressed(house, "hugo", "Vet inte")
    assert told(house, "hugo")[0].splitlines()[:2] == [
        "*Din vecka 49: inget mer att svara på nu*",
        "*Du svarade: Vet inte*",
    ]
    assert len(told(house, "hugo")) == 1


async def test_when_the_list_is_too_late_the_question_still_comes(house: House) -> None:
    await patrol(house)
    await on_monday(house, stockholm(30, 18, 1))
    assert told(house, "anna") == [ASKED]
