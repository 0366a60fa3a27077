"""How lists, tables and headings are known that have lost their signs, or have unusual ones."""

from bot.domain.agreement_text import read_agreement_text


def found(text: str) -> list[str]:
    return [activity.text for activity in read_agreement_text(text).activities]


def test_lines_under_a_heading_are_a_list_where_none_was_broken_because_it_was_full() -> None:
    text = (
        "Löfte 2024\n\nFysiska åtgärder\nNy belysning i parkstråket\nSly och buskar röjs varje vår (kommunen)\n\n"
        "Kommunens och polisens åtgärder ska göra det lättare och roligare att vara ute i parken på kvällen.\n"
    )

    assert found(text) == ["Ny belysning i parkstråket", "Sly och buskar röjs varje vår (kommunen)"]


def test_lines_that_begin_alike_are_a_list() -> None:
    text = "Löfte 2024\n\nPolisen lovar\nAtt gå i centrum två kvällar i veckan\nAtt besöka alla skolor varje termin\n"

    assert found(text) == ["Att gå i centrum två kvällar i veckan", "Att besöka alla skolor varje termin"]


def test_lower_case_lines_after_that_are_a_list() -> None:
    text = (
        "Därför lovar vi att:\n"
        "polisen är synlig till fots i centrum på fredagar\n"
        "kommunen besöker krogarna vid minst 12 tillfällen under året\n"
        "belysningen i parken byts ut före den 1 oktober\n"
    )

    assert len(found(text)) == 3


def test_a_picture_before_a_line_is_a_sign_of_a_list() -> None:
    text = "Det här gör vi:\n✅ Trygghetsvandring i Sjöryd\n✅ Mer ljus längs cykelvägen 💡\n"

    assert [each.rstrip(" 💡") for each in found(text)] == ["Trygghetsvandring i Sjöryd", "Mer ljus längs cykelvägen"]


def test_a_picture_before_a_line_over_running_text_makes_no_activity_of_it() -> None:
    text = "Löften 2023\n\n👩 Unga\nSocialtjänsten ringer hem till alla som tas om hand berusade.\n"

    assert found(text) == ["Socialtjänsten ringer hem till alla som tas om hand berusade."]


def test_a_numbered_heading_is_not_joined_with_the_paragraph_set_in_under_it() -> None:
    text = (
        "5   Åtgärder\n"
        "5.1 Stölder\n    Polisen märker båtmotorer en helg\n    varje vår.\n"
        "5.2 Trafik\n    Inför midsommar gör\n    polisen kontroller på väg 163.\n"
    )

    assert found(text) == [
        "Polisen märker båtmotorer en helg varje vår.",
        "Inför midsommar gör polisen kontroller på väg 163.",
    ]


def test_a_table_with_a_cell_a_line_goes_on_after_the_foot_of_a_page() -> None:
    text = (
        "Plan 2024\n\nOmråde\nAktivitet\nAnsvarig\n\nDroger\nNarkotikasök på gymnasiet\nPolisen\n\n"
        "Sida 1 av 2\nPlan 2024\n\nTrafik\nFarthinder på Köpmannagatan\nKommunen\n"
    )

    assert found(text) == ["Narkotikasök på gymnasiet", "Farthinder på Köpmannagatan"]


def test_every_sentence_after_a_label_of_measures_is_an_activity() -> None:
    text = "2.1 Narkotika\nPolisens åtgärder: Drogtester en gång i månaden. Sök med hund på gymnasiet.\n"

    assert found(text) == ["Drogtester en gång i månaden.", "Sök med hund på gymnasiet."]


def test_a_line_that_tells_who_promises_what_is_no_heading() -> None:
    promise = "Kommunen lovar: att anställa två fältare; att hålla Kulturhuset öppet till kl. 21"
    text = f"Löfte: Fler vuxna ute\n{promise}\n\nSlut.\n"

    assert found(text) == ["anställa två fältare", "hålla Kulturhuset öppet till kl. 21"]


def test_what_happens_in_a_place_is_not_cut_from_it() -> None:
    text = "Löfte\n\nDet här gör vi\nHastighetsmätningar genomförs på Resarövägen före och efter skolans slut.\n"

    assert found(text) == ["Hastighetsmätningar genomförs på Resarövägen före och efter skolans slut."]


def test_the_day_of_signing_begins_nothing() -> None:
    text = "Medborgarlöfte 2022\n\nLöftet undertecknades 2022-01-26 och gäller till och med 31 december 2022.\n"

    read = read_agreement_text(text)

    assert (str(read.period_start), str(read.period_end)) == ("2022-01-01", "2022-12-31")
    assert str(read.signed_on) == "2022-01-26"


def test_all_municipalities_of_a_title_of_two_lines_are_named() -> None:
    signed = "De undertecknades i Lindesberg den 4 december 2019."
    text = f"Medborgarlöften 2020–2021\nHällefors, Lindesberg och Nora\n\n{signed}\n"

    assert read_agreement_text(text).municipalities == ("Hällefors", "Lindesberg", "Nora")
