"""What stands around a promise (the sentence over a list, the reason, the effect), and promises in vaguer words."""

import pytest

from bot.domain.agreement_text import read_agreement_text

TITLE = "Medborgarlöfte i Tibro kommun\n\nTibro kommun och polisen har tecknat ett medborgarlöfte för 2022.\n\n"


def found(text: str) -> list[str]:
    return [activity.text for activity in read_agreement_text(TITLE + text).activities]


@pytest.mark.parametrize(
    "lead",
    [
        "Polisen och kommunen kommer under året att genomföra en rad åtgärder för att öka tryggheten i centrum.",
        "Polisen lovar att genomföra dessa aktiviteter i kommunen under året.",
        "Polisen och kommunen ska arbeta för en tryggare skolväg genom att synas mer och göra följande insatser:",
        "Polisen och kommunen lovar att arbeta för en trygg trafikmiljö.",
    ],
)
def test_the_sentence_over_a_list_is_no_item_of_it(lead: str) -> None:
    text = f"{lead}\n\n- Polisen patrullerar till fots varje fredag.\n- Kommunen byter lampor i parken.\n"

    assert found(text) == ["Polisen patrullerar till fots varje fredag.", "Kommunen byter lampor i parken."]


@pytest.mark.parametrize(
    "reason",
    [
        " Detta för att fler ska våga röra sig där på kvällarna.",
        " Syftet är att fler ska gå ut när det är mörkt.",
        " Förhoppningen är att färre ska bli utsatta för brott.",
        " På så sätt får de boende möjlighet att ställa frågor till polisen.",
        " Insatsen förväntas leda till färre brott.",
    ],
)
def test_the_reason_of_a_promise_is_no_part_of_it(reason: str) -> None:
    assert found(f"Polisen ska patrullera på torget varje fredag.{reason}\n") == [
        "Polisen ska patrullera på torget varje fredag."
    ]


def test_the_reason_behind_a_comma_is_left_out_too() -> None:
    text = "- Kommunen ska byta lampor i parken, detta för att den ska bli ljusare och mer besökt på kvällarna.\n"

    assert found(text) == ["Kommunen ska byta lampor i parken"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sammanfattningsvis ska polisen och kommunen göra Tibro tryggare genom synlighet och dialog.",
        "Mer information om trygghetsvandringar och nattvandring",
        "Tibro arbetar sedan flera år med trygghet, bland annat genom trygghetsvandringar och föräldramöten.",
        "Vi tror att fler poliser på torget, bättre belysning och vuxna på stan gör skillnad.",
        "Kontrollerna ger polisen möjlighet att upptäcka rattfyllerister.",
        "Enligt kommunpolisen ska löftet ge bättre kontakt med invånarna och bättre trygghet.",
        "Polisen och kommunen har ett gott samarbete, möts varje vecka och delar lägesbild.",
        "Trygghet skapas när vuxna finns ute på stan och skolor samarbetar med hemmen.",
        "Polisen får ofta frågor om moped, och kommunen tar emot många klagomål på belysning.",
        "– Vi ska vara mer synliga i centrum, säger lokalpolisområdeschefen.",
        "”Vi ska jobba mer med trafiken i år och synas mer ute”, säger kommunpolisen.",
    ],
)
def test_a_summary_an_effect_or_a_belief_promises_nothing(sentence: str) -> None:
    assert found(f"{sentence}\n") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Kommunen ska främja föräldrars engagemang i skolan.",
        "Vi ska arbeta för att minska langningen till unga.",
        "Vi lovar att prioritera brott i nära relationer.",
        "Polisen ska förebygga skadegörelse genom ökad närvaro vid skolorna.",
        "Polisen ska förlägga fler arbetspass till kvällar och helger.",
        "Polisen ska vara på plats vid stationen på fredagskvällar.",
    ],
)
def test_what_somebody_will_favour_or_work_for_is_promised(sentence: str) -> None:
    assert found(f"{sentence}\n") == [sentence]


def test_it_is_promised_in_a_list_of_promises_too() -> None:
    items = [
        "främja samarbetet med skolorna",
        "fokusera på mängdbrott",
        "arbeta för att minska antalet inbrott",
        "arbeta för att färre unga ska börja med droger",
    ]

    assert found("Polisen lovar:\n\n" + "".join(f"- {item}\n" for item in items)) == items


def test_what_a_party_will_also_do_is_a_promise_of_its_own() -> None:
    text = "Kommunen ska se över belysningen vid stationen och ska även klippa buskar längs gångvägen.\n"

    assert found(text) == [
        "Kommunen ska se över belysningen vid stationen",
        "ska även klippa buskar längs gångvägen.",
    ]


def test_what_is_told_of_the_place_stays_with_the_promise() -> None:
    text = "Kommunen ska bygga en ny fritidsgård och där finns personal som ordnar aktiviteter för ungdomar.\n"

    assert found(text) == [text.strip()]
