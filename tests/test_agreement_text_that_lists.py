"""Lists of promises that begin with "Att", and lines that begin with who does it."""

import pytest

from bot.domain.agreement_text import read_agreement_text

TITLE = "Medborgarlöfte i Tibro kommun\n\nTibro kommun och polisen har tecknat ett medborgarlöfte för 2022.\n\n"


def found(text: str) -> list[str]:
    return [activity.text for activity in read_agreement_text(TITLE + text).activities]


@pytest.mark.parametrize("title", ["Våra löften", "Åtaganden", "Fokus 2022", "Fagersanna", "Polisen"])
def test_every_item_of_a_list_in_that_form_is_promised_under_any_title(title: str) -> None:
    text = f"{title}\n\n1. Att minska farten på Skolgatan\n2. Att polisen besöker torget\n3. Att förebygga langning\n"

    assert found(text) == ["Att minska farten på Skolgatan", "Att polisen besöker torget", "Att förebygga langning"]


def test_the_reason_below_a_promise_makes_no_title_of_it() -> None:
    text = (
        "Våra löften\n\n1. Att öka synligheten i centrum\nMånga undviker centrum på kvällarna.\n\n"
        "2. Att förebygga droger bland unga\nDroger blir allt vanligare i skolorna.\n"
    )

    assert found(text) == ["Att öka synligheten i centrum", "Att förebygga droger bland unga"]


def test_it_may_say_how_before_what() -> None:
    text = "POLISEN\n\n1. Att snabbt utreda ungdomsbrott.\n2. Att tillsammans med skolan motverka droger.\n"

    assert found(text) == ["Att snabbt utreda ungdomsbrott.", "Att tillsammans med skolan motverka droger."]


@pytest.mark.parametrize(
    "lead",
    [
        "Mål",
        "Syftet med löftet",
        "Löftet syftar till:",
        "Synpunkter från medborgarna",
        "I dialogen framkom följande önskemål från de boende:",
        "Polisen och kommunen vill tillsammans",
    ],
)
def test_the_same_form_promises_nothing_among_aims_and_wishes(lead: str) -> None:
    assert found(f"{lead}\n\n- att tryggheten ska öka\n- att brotten ska minska\n") == []


def test_what_the_residents_wish_is_not_promised() -> None:
    assert found("Synpunkter från medborgarna\n\n- Att polisen patrullerar mer\n- Att parken får belysning\n") == []


def test_a_line_that_begins_with_who_does_it_is_an_activity() -> None:
    text = (
        "Trafik\n\nKommun: Ökad belysning vid övergångsställen.\nPolis: Hastighetskontroller en gång i veckan.\n\n"
        "Ungdomar\n\nKommun – fältare på kvällstid.\nPolis – besök i skolorna varje månad.\n"
    )

    assert found(text) == [
        "Ökad belysning vid övergångsställen.",
        "Hastighetskontroller en gång i veckan.",
        "fältare på kvällstid.",
        "besök i skolorna varje månad.",
    ]


def test_the_same_in_a_list_within_a_list() -> None:
    text = (
        "• Trafik\n  o Kommun: Farthinder byggs på Skolgatan.\n  o Polis: Fler trafikkontroller.\n"
        "• Centrum\n  o Kommun och polis: Gemensam trygghetsvandring under hösten.\n"
    )

    assert found(text) == [
        "Farthinder byggs på Skolgatan.",
        "Fler trafikkontroller.",
        "Gemensam trygghetsvandring under hösten.",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "Kommun: Tibro\nPolis: Lokalpolisområde Östra Skaraborg\n",
        "Polisen: 114 14\nKommunen: Växeln\n",
        "Polisen och kommunen – tillsammans för ett tryggt Tibro\n",
    ],
)
def test_who_it_is_and_how_to_reach_them_is_no_activity(lines: str) -> None:
    assert found(f"{lines}\nPolisen ska besöka skolorna varje termin.\n") == [
        "Polisen ska besöka skolorna varje termin."
    ]
