"""Shapes of pages and articles in which promises are published."""

import pytest

from bot.domain.agreement_text import read_agreement_text


def found(*lines: str) -> list[str]:
    return [activity.text for activity in read_agreement_text("\n".join(lines)).activities]


def test_lines_that_begin_with_att_under_who_promises_are_a_list_each() -> None:
    assert found(
        "Medborgarlöfte för Tibro 2022",
        "Polisen lovar",
        "Att vi ska ha mobilt kontor en gång i månaden",
        "Att vi ska motverka öppen langning",
        "Kommunen lovar",
        "Att vi ska gå trygghetsvandringar vår och höst",
        "Att vi ska byta lampor på Skolgatan",
    ) == [
        "Att vi ska ha mobilt kontor en gång i månaden",
        "Att vi ska motverka öppen langning",
        "Att vi ska gå trygghetsvandringar vår och höst",
        "Att vi ska byta lampor på Skolgatan",
    ]


def test_an_item_with_a_subject_of_its_own_holds_an_activity_a_sentence() -> None:
    text = (
        "Trygghet\nPolis och kommun\nVad är på gång 2023?\n"
        "- Trafik: Kontroller vid skolstart. Farthinder byggs vid torget.\n- Unga: Föräldramöte i maj."
    )

    proposal = read_agreement_text(text)

    assert [area.title for area in proposal.focus_areas][:1] == ["Trafik"]
    assert [activity.text for activity in proposal.activities][:2] == [
        "Kontroller vid skolstart.",
        "Farthinder byggs vid torget.",
    ]


def test_what_should_be_done_may_stand_as_sentences_that_begin_with_it() -> None:
    assert found(
        "Medborgarlöfte 2023",
        "Minska langningen",
        "Vad ska polisen göra?",
        "Bedriva spaning mot langning. Ha hög synlighet i centrum på kvällarna. Kontrollera krogar med kommunen.",
    ) == [
        "Bedriva spaning mot langning.",
        "Ha hög synlighet i centrum på kvällarna.",
        "Kontrollera krogar med kommunen.",
    ]


def test_a_promise_told_beside_its_outcome_is_found_and_the_outcome_is_not() -> None:
    assert found(
        "Uppföljning av medborgarlöften 2018",
        "",
        "Medborgarlöfte: Polisen ska göra minst 20 trafikkontroller.",
        "Utfall: 31 trafikkontroller har gjorts.",
        "Medborgarlöfte: Kommunen ska ordna två trygghetsvandringar.",
        "Utfall: En trygghetsvandring hölls i maj.",
    ) == ["Polisen ska göra minst 20 trafikkontroller.", "Kommunen ska ordna två trygghetsvandringar."]


def test_the_other_pages_of_a_site_are_no_activities() -> None:
    assert found(
        "Trygghet",
        "> Grannsamverkan",
        "> Medborgarlöfte",
        "> Trygghetsvandringar",
        "",
        "Medborgarlöfte",
        "",
        "Polisen ska vara på torget varje fredag.",
    ) == ["Polisen ska vara på torget varje fredag."]


def test_what_an_agreement_means_is_told_in_clauses_with_that() -> None:
    assert found(
        "I korthet innebär löftet att polisen ska gå till fots i centrum, att farten ska kontrolleras vid skolorna "
        "och att kommunen ska anställa två fältare."
    ) == [
        "polisen ska gå till fots i centrum",
        "farten ska kontrolleras vid skolorna",
        "kommunen ska anställa två fältare.",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Löftena är framtagna av kommunpolisen och samordnaren i samråd med fastighetsägare.",
        "En undersökning bland 800 boende låg till grund för löftet.",
    ],
)
def test_how_promises_were_made_is_none_of_them(sentence: str) -> None:
    assert found("Polisen lovar:", "Möta boende på torget en gång i månaden.", "Hålla föreläsningar.", sentence) == [
        "Möta boende på torget en gång i månaden.",
        "Hålla föreläsningar.",
    ]


def test_lines_that_tell_by_what_an_aim_is_reached_are_activities() -> None:
    assert found(
        "Medborgarlöfte 2023",
        "Inriktning 1",
        "Trafik",
        "Målsättning",
        "Att färre unga skadas i trafiken.",
        "Hur ska det uppnås",
        "Genom kontroller av mopeder vid gymnasiet",
        "Genom träffar med föräldrar i årskurs 9",
    ) == ["Genom kontroller av mopeder vid gymnasiet", "Genom träffar med föräldrar i årskurs 9"]


def test_who_does_it_before_a_row_of_deeds_is_not_one_of_them() -> None:
    proposal = read_agreement_text(
        "Medborgarlöfte i korthet\nLöfte: Ett tryggare torg\nAktiviteter:\n"
        "Polis: Minst 2 fotpatrulleringar per vecka, riktade narkotikakontroller\n"
        "Kommun: Ökad belysning, klippa buskar vid torget och stationen\n"
    )

    assert [(activity.text, activity.actors) for activity in proposal.activities] == [
        ("Minst 2 fotpatrulleringar per vecka", ("Polisen",)),
        ("riktade narkotikakontroller", ("Polisen",)),
        ("Ökad belysning", ("Kommunen",)),
        ("klippa buskar vid torget och stationen", ("Kommunen",)),
    ]


def test_what_can_be_named_among_the_activities_is_a_list() -> None:
    assert found(
        "Bland insatserna kan nämnas besök på krogar, fler trafikkontroller och information till föräldrar."
    ) == [
        "besök på krogar",
        "fler trafikkontroller",
        "information till föräldrar.",
    ]


def test_an_aim_with_a_number_over_what_it_means_is_no_activity() -> None:
    assert found(
        "Löften för ett tryggare Tibro",
        "Löftet innebär att kommunen och polisen tillsammans ska:",
        "1. Skapa trygga och säkra miljöer.",
        "Det innebär bland annat att belysningen ses över och att ordningsvakter patrullerar i centrum.",
        "2. Förebygga att unga hamnar i kriminalitet.",
        "Det innebär bland annat att polisen gör hembesök.",
    )[:2] == ["belysningen ses över", "ordningsvakter patrullerar i centrum."]
