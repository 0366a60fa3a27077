from datetime import date

import pytest

from bot.domain.periods import Period
from bot.domain.progress_question import ActivityTopic, is_question, match, read
from bot.domain.words import AgreementKind, PartyKind

TODAY = date(2026, 11, 23)
PLACES = ("Hofors", "Kommunen i exemplet", "Ockelbo", "Timrå", "Gästrikland")
TOPICS = (
    ActivityTopic(1, "trafikkontroll", "Trygghet Trafikkontroller vid riskplatser"),
    ActivityTopic(2, "trygghetsvandring", "Trygghet Trygghetsvandringar"),
    ActivityTopic(3, "uppsokande_arbete", "Narkotika bland unga Tidigt upptäcka unga som riskerar missbruk"),
    ActivityTopic(4, "informationsinsats", "Våld i nära relationer Nå fler fastighetsägare med Huskurage"),
    ActivityTopic(5, "informationsinsats", "Trygghet Informationsträffar om droger"),
    ActivityTopic(6, "trafikkontroll", "Trygghet Fart på skolvägen"),
)


@pytest.mark.parametrize(
    "text",
    [
        "läget",
        "Läget Timrå",
        "laget i hofors",
        "hur går det med Timrå?",
        "hur gåre med Timrå?",
        "vad gjordes i oktober i Timrå",
        "vad saknas i Timrå?",
        "Hur gar det for Hofors",
        "har vi gjort vandringarna i Hofors?",
        "vad har polisen lovat i Timrå?",
        "är allt klart i Ockelbo?",
        "hur många trafikkontroller har vi gjort?",
        "status Timrå",
        "jämför Timrå och Hofors",
        "varför ligger fotpatrulleringen efter?",
    ],
)
def test_a_question_is_known_by_its_opening(text: str) -> None:
    assert is_question(text)


@pytest.mark.parametrize(
    "text",
    [
        "trafikkontroll 45 fordon 2 rattfylla lugnt",
        "lägesbild klar",
        "har kontrollerat 45 fordon",
        "hur gör jag?",
        "hjälp",
        "huskurage 3 föreningar?",
        "",
    ],
)
def test_reports_and_other_questions_are_not(text: str) -> None:
    assert not is_question(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("hur går det med Timrå?", "Timrå"),
        ("läget timra", "Timrå"),
        ("har vi nått Timrås mål?", "Timrå"),
        ("läget i Kommunen i exemplet", "Kommunen i exemplet"),
        ("läget Gästriklands lokalpolisområde", "Gästrikland"),
        ("läget hofros", "Hofors"),
    ],
)
def test_a_place_is_found_in_genitive_without_dots_and_misspelt(text: str, place: str) -> None:
    assert read(text, PLACES, TODAY).places == (place,)


def test_two_places_are_both_found() -> None:
    assert read("läget Hofors och Timrå", PLACES, TODAY).places == ("Hofors", "Timrå")


def test_only_what_the_question_is_about_is_left() -> None:
    assert read("har vi gjort vandringarna i Hofors i år?", PLACES, TODAY).words == ("vandringarna",)
    assert read("har vi inte gjort någon vandring än i år?", PLACES, TODAY).words == ("vandring",)
    assert read("har vi gjort fler vandringar än förra året?", PLACES, TODAY).words == ("vandringar",)


def test_a_year_is_read() -> None:
    question = read("läget Hofors 2023", PLACES, TODAY)

    assert (question.period, question.words) == (Period(date(2023, 1, 1), date(2023, 12, 31)), ())


@pytest.mark.parametrize(
    ("text", "first", "words"),
    [
        ("läget Ockelbo trafik i år", date(2026, 1, 1), ("trafik",)),
        ("hur gick det i Timrå förra tertialet?", date(2026, 5, 1), ()),
        ("har vi gjort vandringarna i Hofors under våren?", date(2026, 3, 1), ("vandringarna",)),
        ("vad har polisen gjort i tertial 2?", date(2026, 5, 1), ()),
        ("hur många trafikkontroller har vi gjort sedan 1 juli?", date(2026, 7, 1), ("trafikkontroller",)),
        ("hur går det i Hofors i år jämfört med förra året?", date(2026, 1, 1), ()),
    ],
)
def test_a_period_is_read_and_is_no_word_of_the_question(text: str, first: date, words: tuple[str, ...]) -> None:
    question = read(text, PLACES, TODAY)

    assert question.period is not None
    assert (question.period.first, question.words) == (first, words)


def test_loftet_means_the_whole_promise() -> None:
    question = read("hur går det med löftet i Timrå?", PLACES, TODAY)

    assert (question.kind, question.words) == (AgreementKind.CITIZEN_PROMISE, ())


def test_samverkan_means_the_agreement() -> None:
    assert read("läget samverkan Timrå", PLACES, TODAY).kind is AgreementKind.COLLABORATION


def test_whose_promise_is_read() -> None:
    assert read("vad har polisen lovat i Timrå?", PLACES, TODAY).party is PartyKind.POLICE


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("läget polisen Timrå", PartyKind.POLICE),
        ("hur går det för bostadsbolaget i Timrå?", PartyKind.HOUSING_COMPANY),
        ("vad har kommunen gjort i Timrå?", PartyKind.MUNICIPALITY),
        ("hur går samverkan mellan polisen och kommunen i Timrå?", None),
    ],
)
def test_whose_part_is_asked_about(text: str, party: PartyKind | None) -> None:
    question = read(text, PLACES, TODAY)

    assert (question.party, question.words) == (party, ())


def test_kommunen_is_no_party_when_nothing_is_promised() -> None:
    question = read("hur går det i kommunen?", PLACES, TODAY)

    assert (question.party, question.words) == (None, ())


def test_words_keep_their_spelling() -> None:
    assert read("läget för Snöröjning i Timrå", PLACES, TODAY).words == ("Snöröjning",)


@pytest.mark.parametrize(
    ("words", "activities"),
    [
        (("vandringarna",), {2}),
        (("trafikkontroller",), {1, 6}),
        (("trafik",), {1, 6}),
        (("narkotika", "unga"), {3}),
        (("huskurage",), {4}),
        (("droger",), {5}),
        (("trygghet",), {1, 2, 5, 6}),
        (("trafik", "skolvägen"), {6}),
        (("snöröjning",), set()),
        (("trafik", "snöröjning"), set()),
        (("bland", "unga"), {3}),
        (("bland",), set()),
    ],
)
def test_words_find_activities_by_kind_title_and_focus_area(words: tuple[str, ...], activities: set[int]) -> None:
    assert match(words, TOPICS) == activities
