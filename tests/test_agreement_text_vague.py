"""Published promises are vague: who goes on with what is promised too, what is told about it is not."""

import pytest

from bot.domain.agreement_text import read_agreement_text


def found(*lines: str) -> list[str]:
    return [activity.text for activity in read_agreement_text("\n".join(lines)).activities]


@pytest.mark.parametrize(
    "item",
    [
        "Polisen ska prioritera arbetet mot stölder i handeln.",
        "Kommunen ska verka för att fler unga går klart skolan.",
        "Polisen och kommunen fortsätter att samverka med butikerna.",
        "Kommunen lovar att arbeta aktivt för ett levande torg.",
    ],
)
def test_work_that_somebody_named_will_go_on_with_is_promised_in_a_list(item: str) -> None:
    assert found("Medborgarlöfte 2021", "", f"• {item}", "• Polisen kontrollerar farten på Storgatan.")[0] == item


def test_work_without_a_name_is_promised_under_who_promises_it() -> None:
    assert found("Kommunen lovar att:", "• Fortsätta med det drogförebyggande arbetet", "• Öka tryggheten") == [
        "Fortsätta med det drogförebyggande arbetet"
    ]


def test_two_promises_by_name_in_one_item_are_two() -> None:
    assert found(
        "Detta ska vi göra",
        "• Polisen ska synas mer i byarna. Kommunen ska ta fram en plan för belysningen.",
        "• Polisen ska gå till fots. Det sker på kvällarna.",
    ) == [
        "Polisen ska synas mer i byarna.",
        "Kommunen ska ta fram en plan för belysningen.",
        "Polisen ska gå till fots. Det sker på kvällarna.",
    ]


def test_an_item_keeps_what_it_is_for_and_how() -> None:
    item = "Att aktivt arbeta för ökad trygghet i Norrby genom att ingripa mot störningar."

    assert found("Polisen lovar:", f"• {item}", "• Att gå till fots varje vecka.")[0] == item


def test_a_list_of_the_titles_below_is_no_list_of_activities() -> None:
    assert found(
        "Polisen och kommunen ska under året arbeta med:",
        "• Synlig polis",
        "• Trafikkontroller",
        "",
        "Synlig polis",
        "• Polisen går till fots i centrum varje vecka.",
        "",
        "Trafikkontroller",
        "• Polisen gör tolv kontroller per år.",
    ) == ["Polisen går till fots i centrum varje vecka.", "Polisen gör tolv kontroller per år."]


def test_areas_to_work_with_are_no_activities() -> None:
    assert found(
        "Ur enkäten framgår att de fyra viktigaste områdena som polisen och kommunen ska arbeta med är:",
        "• Polisens närvaro",
        "• Trafiksäkerhet och droger",
    ) == []  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "Medborgarlöften handlar om att polisen lyssnar på dem som bor i ett område.",
        "Medborgarlöftet utgår från en gemensam lägesbild som tas fram av polisen och kommunen.",
        "Genom medborgardialoger tar man reda på vad invånarna tycker.",
        "I enkäten efterfrågar kommunmedborgarna en större närvaro av polisen.",
    ],
)
def test_what_such_promises_are_and_build_on_is_not_promised(sentence: str) -> None:
    assert found("Medborgarlöften i vår kommun", "", sentence) == []


def test_joined_words_with_a_hyphen_are_not_cut() -> None:
    said = "Polisen ska under året göra minst 40 hastighets-, nykterhets- eller bälteskontroller i kommunen."

    assert found("Medborgarlöfte", "", said) == [said]


def test_what_stands_after_the_activities_are_is_a_list() -> None:
    assert found(
        "Några aktiviteter som polisen och kommunen ska arbeta med är: ökad synlighet, "
        "riktade insatser mot langning och skadegörelse, ha en torgvärd och förordnade ordningsvakter."
    ) == [
        "ökad synlighet",
        "riktade insatser mot langning och skadegörelse",
        "ha en torgvärd",
        "förordnade ordningsvakter.",
    ]


def test_who_does_it_in_brackets_makes_a_promise_also_above_what_came_of_it() -> None:
    assert found(
        "Uppföljning av medborgarlöftet 2022",
        "",
        "Minst tre narkotikainsatser vid skolorna. (Polis)",
        "",
        "• Fyra insatser har genomförts.",
        "",
        "Två trygghetsvandringar i centrum. (Kommunen, Polisen)",
        "",
        "Resultat:",
        "• En vandring i maj med 30 deltagare.",
    ) == ["Minst tre narkotikainsatser vid skolorna.", "Två trygghetsvandringar i centrum."]


def test_what_should_have_been_done_was_promised() -> None:
    assert found(
        "Uppföljning av medborgarlöftet 2022",
        "",
        "Detta fanns med i löftet:",
        "• Minst sex nya områden med grannsamverkan skulle startas.",
        "• Polisen skulle genomföra trafikkontroller vid skolorna.",
        "",
        "Så gick det:",
        "• Sju områden har startats.",
        "• Polisen genomförde 14 kontroller.",
    ) == [
        "Minst sex nya områden med grannsamverkan skulle startas.",
        "Polisen skulle genomföra trafikkontroller vid skolorna.",
    ]


def test_what_citizens_want_is_no_promise() -> None:
    assert (
        found("Det som invånarna tycker att kommunen ska prioritera är:", "1. Vuxna ska synas mer ute", "2. Lampor")
        == []
    )


@pytest.mark.parametrize(
    "item", ["motverka våld i nära relationer", "stärka samarbetet med föreningslivet", "störa narkotikahandeln"]
)
def test_vague_work_is_promised_where_somebody_promises_it(item: str) -> None:
    assert found("Polisen lovar att:", f"• {item}", "• minska antalet inbrott", "• trafik") == [item]


def test_a_place_named_with_another_is_no_activity_of_its_own() -> None:
    said = "Polisen ska genomföra insatser mot narkotika på skolor och fritidsgårdar."

    assert found("Medborgarlöfte i vår kommun", "", said) == [said]


def test_what_citizens_can_do_themselves_is_not_promised() -> None:
    assert found("Polisen kommer att:", "• gå till fots varje fredag", "Medborgarna kan:", "• nattvandra") == [
        "gå till fots varje fredag"
    ]
