"""The council's standing item, asked for in the sandbox as its example year stands."""

import io

from docx import Document

from bot.sandbox.house import House
from tests.seen import heard, pressed, typed, wrote

PAGE = """\
*Timrå (exempel): underlag till rådets möte torsdag 3 december*
Sedan 17 september, då rådet träffades senast.
*Att besluta: 6*
• *Fotpatrulleringar: planera fler eller ändra antalet?* Ligger efter: 31 gjorda, 40 väntade till i dag, \
44 planerade i år. 4 till är planerade, och det räcker inte. 8 blev inte av (personal 6, väder 2), 1 saknar rapport.
• *Fotpatrullering torsdag 12 november: blev den av?* Rapporten saknas. \
Ansvarig, ersättare och samordnare är tillfrågade.
• *Ta fram en strategi för kommunikationen, med riktlinjer för vem som uttalar sig: \
vem ansvarar, och när ska det vara klart?* Inte påbörjad. Ingen ansvarig är bestämd.
• *Uppföljningen för tertial 2 2026: när lämnas den?* \
Skulle ha lämnats till kommunstyrelsen och polisen senast lördag 31 oktober.
• *Medborgarlöftet: förnya eller avsluta?* Gäller till torsdag 31 december.
• *Vilka antal ska gälla för 3 aktiviteter?* Saknar mätbart mål: Nå fler fastighetsägare med Huskurage, till exempel \
bostadsrättsföreningar · Förebyggande arbete bland unga · Fortsätta med ”Tillsammans mot nätdroger”.
*Gjort*
• *Öka kunskapen hos invånarna om våld i nära relationer:* Utskick: 592 (kvartal 3).
• *Nå fler fastighetsägare med Huskurage, till exempel bostadsrättsföreningar:* Föreningar: 4 (kvartal 3).
• *Fotpatrulleringar:* 7 gjorda (17 september–20 november).
• *Bättre belysning längs gångvägarna i centrala Timrå:* Klar (30 oktober).
• *Riktade insatser:* 1 gjord (3 oktober).
• *Informationsinsatser:* 1 gjord (22 september).
• *Trafikkontroller:* 4 gjorda (25 september, 8 oktober, 23 oktober och 5 november).
• *Förebyggande arbete bland unga:* Timmar: 10, Samtal: 23 (juli–september).
• *Fortsätta med ”Tillsammans mot nätdroger”:* Deltagare: 51 (juli–september).
*Avvikelser*
• *Fotpatrulleringar:* 2 blev inte av (personal 1, väder 1), 1 saknar rapport.
• *Trafikkontroller:* 1 saknar rapport.
*Brister från trygghetsvandringar*
Inga väntar, och inga nya är noterade.
*Framåt till nästa möte*
• *Öka kunskapen hos invånarna om våld i nära relationer:* kvartal 4.
• *Nå fler fastighetsägare med Huskurage, till exempel bostadsrättsföreningar:* kvartal 4.
• *Fotpatrulleringar:* 25 november.
• *Förebyggande arbete bland unga:* oktober–december.
• *Fortsätta med ”Tillsammans mot nätdroger”:* oktober–december.
• *Skyddade:* 1 tillfälle. Tid och plats visas bara för dem som ska vara med.
Nyaste rapport: fredag 20 november. Saknar rapport: 2, den äldsta från torsdag 12 november."""


async def test_a_coordinator_gets_the_page_of_a_municipality(full_house: House) -> None:
    assert await typed(full_house, "dina", "/lofte rådet Timrå") == f"{PAGE}\n[Ladda ner Word] [Visa uppföljningen]"


async def test_who_works_in_several_is_asked_which(full_house: House) -> None:
    assert await wrote(full_house, "dina", "rådet") == (
        "Vilken kommuns råd gäller det?\n[Hofors] [Kommunen i exemplet] [Ockelbo] [Timrå]"
    )
    found = await pressed(full_house, "dina", "Ockelbo")
    assert found.splitlines()[:5] == [
        "*Ockelbo (exempel): underlag till rådets möte*",
        "Sedan 1 januari, då medborgarlöftet började. Rådet har inte träffats här än.",
        "*Att besluta: 2*",
        "• *Medborgarlöftet: förnya eller avsluta?* Gäller till torsdag 31 december.",
        "• *Nästa möte: när träffas rådet?* Inget möte är planerat.",
    ]


async def test_a_chief_of_one_municipality_sees_its_page_and_no_other(full_house: House) -> None:
    assert await wrote(full_house, "eva", "rådet") == f"{PAGE}\n[Ladda ner Word]"
    assert await wrote(full_house, "eva", "rådet Hofors") == (
        "Du kan inte se rådets underlag där. Samordnaren i kommunen kan hjälpa dig.\nDu skrev: ”rådet Hofors”"
    )


async def test_what_tells_of_a_meeting_is_still_a_report(full_house: House) -> None:
    assert await wrote(full_house, "hugo", "rådet 12 deltagare") == (
        "*Sparat: rådsmöte i dag, måndag 23 november, inte planerat, Timrå*\n"
        "Deltagare: 12\n"
        "4 av 4 planerade möten är gjorda sedan 1 april.\n"
        "Rapport TIM-2026-0084. Finns kvar under Mina rapporter.\n"
        "[Ändra] [Ångra]"
    )


async def test_it_comes_as_word_with_room_for_what_is_decided(full_house: House) -> None:
    await typed(full_house, "dina", "/lofte rådet Timrå")
    await pressed(full_house, "dina", "Ladda ner Word")
    [file] = [file for message in heard(full_house.person("dina")) for file in message.files]
    document = Document(io.BytesIO(file.content))
    assert file.name == "radet_timra_2026-11-23.docx"
    assert [one.text for one in document.paragraphs if one.style and one.style.name.startswith("Heading")] == [
        "Att besluta", "Gjort", "Avvikelser", "Framåt till nästa möte",
    ]  # fmt: skip
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["Fråga", "Varför", "Beslut"]
    assert [cell.text for cell in document.tables[0].rows[5].cells] == [
        "Medborgarlöftet: förnya eller avsluta?", "Gäller till torsdag 31 december.", "",
    ]  # fmt: skip
