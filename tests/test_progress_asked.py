"""A chief asks how it went in a stretch of time: by command, in a message, by name in a channel, and in detail."""

from bot.sandbox.house import House
from tests.seen import CHANNEL, heard, pressed, shown, typed, wrote

SUMMER = """\
*Timrå, fotpatrulleringar (exempel): så gick det tertial 2*
*Blev inte klart:* 11 gjorda, 14 väntade tertial 2 (44 planerade per år). 3 blev inte av (personal).
Antalen planerades av rådet 14 januari. Medborgarlöftet anger inga antal.
Nyaste rapport: fredag 28 augusti (för 2 månader sedan). Inga rapporter saknas.
"""
IN_DETAIL = """\
*Timrå, fotpatrulleringar (exempel): så gick det tertial 2 i detalj*
*Trygghet*
• Synlig polis till fots: 11 gjorda, 14 väntade tertial 2 (44 planerade per år). 3 blev inte av (personal). \
I siffror: Timmar: 22, Samtal: 168. Tertial 1: 11 gjorda.
Antalen planerades av rådet 14 januari. Medborgarlöftet anger inga antal.
Nyaste rapport: fredag 28 augusti (för 2 månader sedan). Inga rapporter saknas."""
AREA = """\
*Så gick det tertial 2*
*Hofors (exempel):* 1 blev inte klar, 1 följde planen, 1 går inte att bedöma, 3 blev klara
[Visa]
*Ockelbo (exempel):* 2 blev klara
[Visa]
Nyaste rapport: onsdag 30 september (för 1 månad sedan). Inga rapporter saknas."""


async def test_the_command_the_message_and_the_mention_answer_the_same(full_house: House) -> None:
    typed_ = await typed(full_house, "cia", "/lofte läget fotpatrullering Timrå tertial 2")
    written = await wrote(full_house, "cia", "hur gick det med fotpatrulleringen i Timrå förra tertialet?")
    cia = full_house.person("cia")
    await cia.write(CHANNEL, "<@U0LOFTE> hur gick det med fotpatrulleringen i Timrå maj–augusti?")
    await full_house.settled()

    assert typed_.startswith(SUMMER)
    assert written == typed_
    assert shown(heard(cia)[-1]) == typed_


async def test_the_details_keep_to_the_stretch_beside_the_one_before(full_house: House) -> None:
    await wrote(full_house, "cia", "läget fotpatrullering Timrå tertial 2")

    assert await pressed(full_house, "cia", "Visa detaljer") == IN_DETAIL


async def test_a_police_area_has_one_line_for_each_municipality(full_house: House) -> None:
    assert await wrote(full_house, "cia", "hur gick det i Gästrikland förra tertialet?") == AREA
    assert (await pressed(full_house, "cia", "Visa")).startswith("*Hofors (exempel): så gick det tertial 2*")


async def test_a_focus_area_is_told_by_its_name(full_house: House) -> None:
    asked = await wrote(full_house, "cia", "läget Timrå trygghet")
    of_two = await wrote(full_house, "cia", "läget våld i nära relationer")

    assert asked.startswith("*Timrå, fokusområdet Trygghet (exempel): läget måndag 23 november*")
    assert of_two.startswith("*Timrå, fokusområdet Våld i nära relationer (exempel): läget måndag 23 november*")


async def test_a_word_that_only_joins_others_is_no_activity(full_house: House) -> None:
    asked = await wrote(full_house, "cia", "läget Timrå mot")

    assert asked.startswith("Jag hittar inget som heter ”mot”. Vad vill du se läget för?")


AS_PUBLISHED = """\
*Timrå: så gick det 2022*
6 aktiviteter går inte att bedöma.
*Går inte att bedöma:* Öka kunskapen hos invånarna om våld i nära relationer (Utskick: 2\N{NO-BREAK SPACE}480) · Nå \
fler fastighetsägare med Huskurage, till exempel bostadsrättsföreningar (Föreningar: 17) · Åtgärder i centrala \
Timrå (4 gjorda) · riktade insatser (4 gjorda, Timmar: 15) · informationsinsatser (4 gjorda, Deltagare: 192) · \
trafikkontroller (9 gjorda, Fordon: 360, Utandningsprov: 303). Inget antal är bestämt.
Löftet gällde till 31 december 2022.
Nyaste rapport: fredag 30 december 2022 (för 3 år sedan). Inga rapporter saknas.
[Visa detaljer] [Dela i en kanal] [Visa överenskommelsen]"""


async def test_where_no_number_was_decided_what_was_done_is_counted(full_house: House) -> None:
    assert await wrote(full_house, "cia", "läget Timrå 2022") == AS_PUBLISHED


WALKS_LEFT = "Trygghetsvandringar: 2 brister är inte klara, den äldsta från tisdag 12 maj."


async def test_a_year_is_that_of_the_agreement_and_the_answer_says_which_days(full_house: House) -> None:
    was = await wrote(full_house, "cia", "läget samverkan Timrå 2021")
    last = await wrote(full_house, "cia", "läget Timrå 2025")
    part = await wrote(full_house, "cia", "läget samverkan Timrå tertial 1")

    assert was.startswith("*Timrå, samverkansöverenskommelsen: så gick det april 2021–mars 2022*")
    assert last.startswith("*Timrå, samverkansöverenskommelsen (exempel): så gick det april 2025–mars 2026*")
    assert "\nMed 2025 menas här 1 april 2025–31 mars 2026: så räknas året i samverkansöverenskommelsen.\n" in last
    assert part.startswith("*Timrå, samverkansöverenskommelsen (exempel): så gick det april–juli*")
    assert "menas här" not in part


async def test_what_walks_left_stands_with_the_rest(full_house: House) -> None:
    whole = await wrote(full_house, "cia", "läget Hofors")
    walks = await wrote(full_house, "cia", "har vi gjort vandringarna i Hofors?")

    assert WALKS_LEFT in whole.splitlines()
    assert WALKS_LEFT.removeprefix("Trygghetsvandringar: ") in walks.splitlines()
