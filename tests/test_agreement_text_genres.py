"""Ways in which agreements are written: grids, brochures, lists without signs, web pages, minutes, organisation."""

import pytest

from bot.domain.agreement_text import read_agreement_text


def found(*lines: str) -> list[str]:
    return [activity.text for activity in read_agreement_text("\n".join(lines)).activities]


def test_what_stands_between_the_names_of_fields_fills_the_first_of_them() -> None:
    assert found(
        "OMRÅDE 1: SKOLAN",
        "Mål",
        "Alla skolor ska ha en egen polis.",
        "Aktivitet",
        "Områdespolisen besöker sin skola varje månad",
        "Ansvar",
        "Polisen",
        "Aktivitet",
        "Utbildning för personalen på högstadiet",
        "Ansvar",
        "Kommunen",
        "Uppföljning",
        "Enkät i maj",
    ) == ["Områdespolisen besöker sin skola varje månad", "Utbildning för personalen på högstadiet"]


@pytest.mark.parametrize("lead", ["Polisen kommer att:", "Parterna åtar sig att", "Kommunen ansvarar för att"])
@pytest.mark.parametrize("end", [".", ",", ""])
def test_lines_under_a_promise_are_a_list_also_without_signs(lead: str, end: str) -> None:
    assert found(lead, f"kontrollera farten på Storgatan{end}", f"besöka skolorna varje termin{end}") == [
        f"kontrollera farten på Storgatan{end.strip(',')}",
        f"besöka skolorna varje termin{end.strip(',')}",
    ]


def test_small_roman_numbers_are_signs_of_a_list() -> None:
    assert found("Detta gör vi:", "a) Polisen", "   i.  cyklar längs stranden", "   ii. besöker krogarna i hamnen") == [
        "cyklar längs stranden",
        "besöker krogarna i hamnen",
    ]


def test_a_page_that_lost_its_breaks_is_read_as_if_it_had_them() -> None:
    assert found(
        "Lugnare centrumVi har lyssnat på er.Det gör vi så här:Polisen går på torget.Kommunen byter lampor."
    ) == [
        "Polisen går på torget.",
        "Kommunen byter lampor.",
    ]


def test_a_name_with_a_capital_inside_is_no_break() -> None:
    assert found("Vi lovar att informera om appen SafeWalk på biblioteket.") == [
        "Vi lovar att informera om appen SafeWalk på biblioteket."
    ]


def test_each_clause_of_a_promise_is_an_activity() -> None:
    assert found(
        "Kommunens del innebär att klotter saneras inom två dygn, att ungdomar anställs som värdar i hamnen samt att "
        "belysningen längs ån kompletteras."
    ) == [
        "klotter saneras inom två dygn",
        "ungdomar anställs som värdar i hamnen",
        "belysningen längs ån kompletteras.",
    ]


def test_two_things_with_a_place_each_are_two_activities() -> None:
    assert found("Kommunen anställer två värdar på Söder och bygger om alla soprum på Norr.") == [
        "Kommunen anställer två värdar på Söder",
        "bygger om alla soprum på Norr.",
    ]


def test_a_sentence_about_what_was_just_promised_belongs_to_it() -> None:
    assert found("Vi ska genomföra skoterkontroller. Kontrollerna görs tio helger i vinter.") == [
        "Vi ska genomföra skoterkontroller. Kontrollerna görs tio helger i vinter."
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Trapphusen glasas in under våren.",
        "Fordon som står olovligt flyttas inom fem dygn.",
        "Båtklubbarna får hjälp att starta båtsamverkan.",
        "Ordningsvakter finns i centrum fredagar och lördagar.",
        "Belysningen ska vara på plats före vintern.",
    ],
)
def test_under_a_heading_of_measures_it_need_not_be_said_who_acts(sentence: str) -> None:
    assert found("Medborgarlöfte", "Arvika kommun", "Åtgärder", sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Fältgruppen finns på plats i centrum varje torsdagskväll.",
        "EST-gruppen träffas varje tisdag, går igenom läget och fördelar åtgärder.",
        "Kommunen anställer två värdar till centrum.",
    ],
)
def test_who_and_when_make_a_promise_in_running_text(sentence: str) -> None:
    assert found(sentence) == [sentence]


@pytest.mark.parametrize(
    "lines",
    [
        ("Roller", "Samordnaren leder det dagliga arbetet och sammankallar arbetsgruppen."),
        ("Prioriterade områden", "a) Narkotika bland unga", "b) Inbrott i bostad"),
        ("Hur vet vi att löftet hålls?", "Brottsförebyggande rådet stämmer av läget två gånger om året."),
        ("Sedan den 1 juli gäller lagen (2023:196). Kommunen ska ta fram en åtgärdsplan.",),
        ("Yrkanden", "En ledamot yrkar att löftet kompletteras med fler ordningsvakter."),
        ("Polisen fortsätter med trafikkontroller inom den ordinarie verksamheten.",),
        ("Styrgruppen träffas fyra gånger per år.",),
        ("Nuläge. Skotrar körs på gångbanor varje helg.",),
        ("– Ska vi vända utvecklingen måste vi göra det tillsammans, säger kommunalrådet.",),
    ],
)
def test_roles_law_debate_and_follow_up_are_not_promised(lines: tuple[str, ...]) -> None:
    assert found(*lines) == []
