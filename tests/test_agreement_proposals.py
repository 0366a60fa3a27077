"""From a pasted, written or uploaded text to an agreement that holds, in the sandbox."""

import pytest

from bot.sandbox.house import House
from tests.agreement_plans import file_of
from tests.agreement_talk import TEXT, UNTITLED, messages, of_file, press_in, share_text
from tests.seen import pressed, submitted, typed, wrote

HEAD = """\
*Förslag ur texten: Medborgarlöfte för Timrå 2027–2028*
Typ: medborgarlöfte
Kommun: Timrå
Parter: Polisen i Timrå och Timrå kommun
Period: 1 januari 2027–31 december 2028
Undertecknat: saknas
Bygger på: medborgardialoger och brottsstatistik
Uppföljning: saknas
Öppna frågor:
• Texten säger inget om uppföljning. Hur ofta ska den göras, och för vem?
• Texten säger inte när det skrevs under. Vilket datum var det?
Gå igenom aktiviteterna nedan. Det som texten inte säger har jag lämnat tomt.
Inget är sparat än. Förslaget finns kvar till 7 december.
[Svara och ändra uppgifter]"""
CENTRE = """\
*Fokusområde: Trygghet i centrum*
Genomföra trygghetsvandringar minst två gånger per år
Trygghetsvandring · tillfällen · minst två gånger per år · 2 vandringar per år (utlovat) · vem som leder står inte
I texten: ”genomföra trygghetsvandringar minst två gånger per år”
[Ta med] [Hoppa över] [Ändra]
Genomföra trafikkontroller vid riskplatser tolv gånger per år
Trafikkontroll · tillfällen · tolv gånger per år · 12 kontroller per år (utlovat) · vem som leder står inte · skyddad
I texten: ”genomföra trafikkontroller vid riskplatser tolv gånger per år”
[Ta med] [Hoppa över] [Ändra]"""
YOUTH = """\
*Fokusområde: Unga*
Ordna ungdomsforum om alkohol och droger
Ungdomsforum · tillfällen · vem som leder står inte
I texten: ”ordna ungdomsforum om alkohol och droger”
[Ta med] [Hoppa över] [Ändra]"""
END = """\
*Klar?*
Tas med: 0 · Hoppas över: 0 · Inte valda: 3
Inget är sparat än. Tryck på Spara när du har gått igenom allt.
[Spara] [Ta med alla] [Lägg till aktivitet] [Spara inte]"""


@pytest.fixture
async def proposed(house: House) -> House:
    """Dina has sent the text as a file."""
    await share_text(house, "dina")
    return house


async def test_a_file_becomes_a_proposal_with_a_message_for_each_focus_area(house: House) -> None:
    assert await share_text(house, "dina") == [HEAD, CENTRE, YOUTH, END]


async def test_each_activity_can_be_taken_or_skipped_and_the_choice_be_changed(proposed: House) -> None:
    assert await press_in(proposed, "dina", "Hoppa över", "Ordna ungdomsforum") == YOUTH.replace(
        "\nOrdna", "\nHoppas över: Ordna"
    ).replace("[Ta med] [Hoppa över]", "[Ta med]")
    assert await press_in(proposed, "dina", "Ta med", "Ordna ungdomsforum") == YOUTH.replace(
        "\nOrdna", "\nTas med: Ordna"
    ).replace("[Ta med] [Hoppa över]", "[Hoppa över]")
    assert "Tas med: 1 · Hoppas över: 0 · Inte valda: 2" in (await messages(proposed, "dina"))[-1]


async def test_an_activity_can_be_changed_before_it_is_taken(proposed: House) -> None:
    await press_in(proposed, "dina", "Ändra", "Ordna ungdomsforum")
    await submitted(proposed, "dina", title="Forum i högstadiet", lead="1", planned="4", planned_per="year")

    assert (await messages(proposed, "dina"))[-2] == (
        "*Fokusområde: Unga*\n"
        "Tas med: Forum i högstadiet\n"
        "Ungdomsforum · tillfällen · 4 forum per år (planerat) · leds av Timrå kommun\n"
        "I texten: ”ordna ungdomsforum om alkohol och droger”\n"
        "[Hoppa över] [Ändra]"
    )


async def test_nothing_is_saved_while_an_activity_is_undecided(proposed: House) -> None:
    await pressed(proposed, "dina", "Spara")

    assert (await messages(proposed, "dina"))[-1] == (
        "3 är inte valda än: Genomföra trygghetsvandringar minst två gånger per år, Genomföra trafikkontroller vid "
        "riskplatser tolv gånger per år, Ordna ungdomsforum om alkohol och droger. Tryck på Ta med eller Hoppa över, "
        "eller på Ta med alla. Inget är sparat än, och det du har gjort finns kvar."
    )


async def test_what_is_taken_becomes_an_agreement_that_can_be_planned(proposed: House) -> None:
    await press_in(proposed, "dina", "Hoppa över", "Ordna ungdomsforum")
    await pressed(proposed, "dina", "Ta med alla")
    await pressed(proposed, "dina", "Spara")

    assert (await messages(proposed, "dina"))[-1] == (
        "*Sparat: Medborgarlöfte för Timrå 2027–2028*\n"
        "Aktiviteter: 2 · Inte med: 1\n"
        "Nästa steg: bestäm när det ska göras, och vilka som är med.\n"
        "[Planera året]"
    )
    assert await pressed(proposed, "dina", "Planera året") == (
        "Vilken aktivitet vill du planera först?\n[Välj aktivitet]"
    )
    made = await proposed.bot.db.read(file_of, "timra_2027_2028")
    assert [(one.key, [goal.count for goal in one.goals]) for one in made.activities] == [
        ("genomfora_trygghetsvandringar_minst_tva", [2]), ("genomfora_trafikkontroller_vid_riskplats", [12]),
    ]  # fmt: skip
    assert made.questions == tuple(line.removeprefix("• ") for line in HEAD.splitlines() if line.startswith("• "))


async def test_every_open_question_is_a_field_to_answer(house: House) -> None:
    await share_text(house, "dina", UNTITLED)
    await press_in(house, "dina", "Svara och ändra uppgifter", "Förslag ur texten")
    await submitted(
        house, "dina", towns=["Timrå"], signed_on="2026-12-01", per="year", form="written", owner="rådet",
        recipients="kommunstyrelsen och polisen",
    )  # fmt: skip

    assert (await of_file(house, "dina"))[0] == HEAD.replace("Parter: Polisen i Timrå och Timrå kommun", (
        "Parter: Polisen i Timrå och Kommunen i Timrå"
    )).replace("Undertecknat: saknas", "Undertecknat: 1 december").replace(
        "Uppföljning: saknas", "Uppföljning: skriftlig varje år, rådet, till kommunstyrelsen och polisen"
    ).replace("\n".join(HEAD.splitlines()[8:11]) + "\n", "")  # fmt: skip


async def test_a_pasted_text_is_joined_from_three_fields(house: House) -> None:
    await typed(house, "dina", "/lofte avtal")
    await pressed(house, "dina", "Nytt från text")
    first, rest = TEXT[:400], TEXT[400:]
    said = await submitted(house, "dina", first=first[: first.rindex("\n")], second=first[first.rindex("\n") :] + rest)

    assert said.endswith("Jag läser texten. Förslaget kommer i vårt direktmeddelande.")
    assert (await messages(house, "dina"))[0] == HEAD


async def test_a_long_text_about_an_agreement_is_asked_about(house: House) -> None:
    assert await wrote(house, "dina", TEXT) == (
        "*Är det här ett medborgarlöfte som du vill lägga in?*\nInget är sparat än.\n[Ja, läs texten] [Nej]"
    )
    await pressed(house, "dina", "Ja, läs texten")

    assert (await messages(house, "dina"))[1:] == [HEAD, CENTRE, YOUTH, END]


async def test_a_long_text_that_was_something_else_is_left(house: House) -> None:
    await wrote(house, "dina", TEXT)

    assert await pressed(house, "dina", "Nej") == (
        "Texten är inte läst, och inget är sparat. Var det en rapport? Skriv den kort, på en rad."
    )


async def test_from_others_a_long_text_is_a_line_as_any(house: House) -> None:
    assert "Är det här ett medborgarlöfte" not in await wrote(house, "anna", TEXT)


async def test_a_proposal_can_be_shown_again_and_thrown_away(proposed: House) -> None:
    await wrote(proposed, "dina", "avtal")
    await pressed(proposed, "dina", "Visa igen")
    assert (await messages(proposed, "dina"))[-4:] == [HEAD, CENTRE, YOUTH, END]

    await pressed(proposed, "dina", "Spara inte")
    assert (await messages(proposed, "dina"))[-1] == "Förslaget är inte sparat. Inget är ändrat."
    assert "Påbörjat" not in await wrote(proposed, "dina", "avtal")
