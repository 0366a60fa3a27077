"""Which words of a published agreement become activities, and which do not."""

import pytest

from bot.domain.agreement_text import read_agreement_text


def found(text: str) -> list[str]:
    return [activity.text for activity in read_agreement_text(text).activities]


def under(heading: str, *lines: str) -> list[str]:
    return found("\n".join([heading, *(f"• {line}" for line in lines)]))


@pytest.mark.parametrize(
    "sentence",
    [
        "Polisen ska genomföra trafikkontroller vid skolorna.",
        "Under året kommer polisen att patrullera till fots i centrum.",
        "Vi lovar att bjuda in till en öppen dialog på biblioteket.",
        "Även trafikkontroller kommer att genomföras vid riskplatser.",
        "Polisen fotpatrullerar i centrum två gånger i veckan.",
        "Varje höst genomförs en trygghetsvandring i centrum.",
        "För att öka tryggheten ska polisen patrullera på torget.",
        "När det gäller trafiken kommer polisen att göra fler hastighetskontroller.",
    ],
)
def test_a_sentence_that_says_who_will_do_what_is_an_activity(sentence: str) -> None:
    assert found(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tryggheten ska öka i hela kommunen.",
        "Polisen och kommunen ska arbeta för att minska brottsligheten.",
        "Under 2021 genomförde polisen 19 nykterhetskontroller.",
        "Antalet anmälda skadegörelser ska minska med 15 procent.",
        "Ett medborgarlöfte är ett löfte från polis och kommun till invånarna.",
        "Löftet följs upp i brottsförebyggande rådet i juni och i december.",
        "För mer information kontakta kommunpolisen.",
        "Polisen patrullerar redan i dag i centrum.",
        "37 procent av kvinnorna uppger att de känner sig otrygga.",
        "Om polisen ska komma behöver någon ringa.",
        "Vi kommer att fokusera på ungdomar och narkotika.",
        "Polisen genomför medborgardialoger för att ta reda på vilka problem som finns.",
    ],
)
def test_an_aim_an_account_or_an_aside_is_none(sentence: str) -> None:
    assert found(sentence) == []


def test_a_list_under_activities_is_taken_as_it_stands() -> None:
    assert under("Aktiviteter", "Fler ordningsvakter på torget", "Ny belysning i parken") == [
        "Fler ordningsvakter på torget",
        "Ny belysning i parken",
    ]


@pytest.mark.parametrize("heading", ["Problembild", "Bakgrund", "Så gick det förra året", "Kontakt", "Uppföljning"])
def test_a_list_under_another_heading_is_not(heading: str) -> None:
    assert under(heading, "Trafikkontroller vid skolorna", "Klotter på stationen") == []


def test_under_a_mere_title_what_can_be_done_is_taken_and_what_is_wrong_is_not() -> None:
    assert under("Otrygghet", "Öppet missbruk i parken", "Ökad synlighet genom fotpatrullering") == [
        "Ökad synlighet genom fotpatrullering"
    ]


def test_what_stands_deeper_is_the_doing() -> None:
    text = "Åtgärder\n• Kommunen ska\n  – röja i parken\n  – byta lampor\n• Polisen patrullerar\n  – torget\n  – parken"

    assert found(text) == ["röja i parken", "byta lampor", "Polisen patrullerar"]


def test_a_sentence_that_lists_activities_gives_each_of_them() -> None:
    assert found(
        "Bland aktiviteterna finns trafikkontroller, riktade insatser mot narkotika och vapen och dialog."
    ) == [
        "trafikkontroller",
        "riktade insatser mot narkotika och vapen",
        "dialog.",
    ]


def test_two_who_act_do_two_things() -> None:
    assert found("Polisen gör trafikkontroller och kommunen byter ut belysningen i parken.") == [
        "Polisen gör trafikkontroller",
        "kommunen byter ut belysningen i parken.",
    ]


def test_an_aim_gives_way_to_what_it_is_reached_by() -> None:
    assert found("Tryggheten ska öka genom att polisen patrullerar till fots i centrum.") == [
        "polisen patrullerar till fots i centrum."
    ]


def test_a_quote_that_repeats_an_activity_is_left_out() -> None:
    text = (
        "Polisen ska patrullera till fots på stationerna varje fredag.\n\n"
        "– Vi kommer att patrullera på stationerna på fredagar, säger kommunpolisen."
    )

    assert found(text) == ["Polisen ska patrullera till fots på stationerna varje fredag."]


def test_a_quote_that_alone_promises_something_is_taken_without_who_said_it() -> None:
    assert found("– Vi kommer att föreläsa om Huskurage för alla föreningar, säger bostadsbolagets vd.") == [
        "Vi kommer att föreläsa om Huskurage för alla föreningar"
    ]


def test_a_table_has_its_activities_in_one_column() -> None:
    text = "Problem\tAktivitet\tAnsvarig\nSkymd sikt\tGallring längs ån\tKommunen\nBuskörning\t\tPolisen"
    activity = read_agreement_text(text).activities[0]

    assert (activity.text, activity.actors) == ("Gallring längs ån", ("Kommunen",))
    assert found(text) == ["Gallring längs ån"]


def test_a_table_that_lost_its_columns_is_read_in_turns() -> None:
    text = "Aktivitet\nAnsvarig\nNattvandring i juni\nFöreningar\nRöjning av sly\nKommunen"

    assert found(text) == ["Nattvandring i juni", "Röjning av sly"]


def test_two_columns_of_lists_are_read_one_after_the_other() -> None:
    text = (
        "POLISEN LOVAR                    KOMMUNEN LOVAR\n\n"
        "• att patrullera till fots       • att byta belysning i\n"
        "  på fredagar                      parken\n"
    )

    assert found(text) == ["att patrullera till fots på fredagar", "att byta belysning i parken"]


def test_what_is_said_about_an_activity_on_lines_below_is_no_activity_of_its_own() -> None:
    activity = read_agreement_text("Åtgärd 1: Grillkväll med de boende\nAnsvarig: Kommunen\nTid: två gånger per år")

    assert [(each.text, each.actors, each.quantity and each.quantity.count) for each in activity.activities] == [
        ("Grillkväll med de boende", ("Kommunen",), 2)
    ]


def test_lines_under_a_lead_are_a_list_without_its_signs() -> None:
    assert found("Därför lovar vi att:\nSynas mer i trafiken.\nBesöka högstadiet för samtal.") == [
        "Synas mer i trafiken.",
        "Besöka högstadiet för samtal.",
    ]


def test_what_only_the_setting_broke_is_mended() -> None:
    text = "Polisen ska genom-\nföra natt\u00advandringar i **centrum**."
    activity = read_agreement_text(text).activities[0]

    assert activity.text == "Polisen ska genomföra nattvandringar i centrum."
    assert text[activity.source.start : activity.source.end] == text


def test_activities_stand_under_the_title_of_their_focus_area() -> None:
    text = "Trygg trafik\n• Fler trafikkontroller\n\nUnga\n• Öppna fritidsgården på lördagar"

    assert [(area.title, len(area.activities)) for area in read_agreement_text(text).focus_areas] == [
        ("Trygg trafik", 1),
        ("Unga", 1),
    ]


def test_sentences_that_lost_the_space_between_them_are_two() -> None:
    assert found("Polisen ska patrullera i centrum.Kommunen ska byta belysning i parken.") == [
        "Polisen ska patrullera i centrum.",
        "Kommunen ska byta belysning i parken.",
    ]


def test_a_table_drawn_with_lines_is_a_table() -> None:
    text = "┌────────┐\n│ Åtgärd │ Ansvarig │\n├────────┤\n│ Gallring längs ån │ Kommunen │\n└────────┘"

    assert found(text) == ["Gallring längs ån"]
