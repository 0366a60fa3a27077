"""Kinds of activity: complete data, and the words that people use for them."""

from datetime import timedelta

import pytest

from bot.domain.kinds import KINDS, Kind, MeasureGroup, find_kind, kind, unit_of
from bot.domain.swedish import fold

ALL = list(KINDS.values())

SAID = [
    ("trafikkontroll", "trafikkontroll"),
    ("Trafikkontrollerna", "trafikkontroll"),
    ("trafikkontrol", "trafikkontroll"),
    ("tarfikkontroll", "trafikkontroll"),
    ("rafikkontroll", "trafikkontroll"),
    ("trafik", "trafikkontroll"),
    ("nykterhetskontroll", "trafikkontroll"),
    ("vandring", "trygghetsvandring"),
    ("trygghetsvandringar", "trygghetsvandring"),
    ("ute", "fotpatrullering"),
    ("fotpatrullen", "fotpatrullering"),
    ("fot patrull", "fotpatrullering"),
    ("riktad insats", "riktad_insats"),
    ("riktade insatser", "riktad_insats"),
    ("riktad_insats", "riktad_insats"),
    ("riktd insats", "riktad_insats"),
    ("medborgardialog", "dialog"),
    ("infotraff", "informationsinsats"),
    ("Huskurage", "informationsinsats"),
    ("forum", "ungdomsforum"),
    ("föräldramötet", "foraldramote"),
    ("foraldramote", "foraldramote"),
    ("nattvandringen", "nattvandring"),
    ("kampanjen", "kampanj"),
    ("motorburen", "motorburen_insats"),
    ("alkoholfri  aktivitet", "alkoholfri_aktivitet"),
    ("båtsamverkan", "grannsamverkan"),
    ("kommunikation", "kommunikationsinsats"),
    ("lagesbild", "lagesbild"),
    ("uppsökande", "uppsokande_arbete"),
    ("fysisk åtgärd", "fysisk_atgard"),
    ("rådsmötet", "radsmote"),
    ("övrigt", "ovrigt"),
]
NOT_CERTAIN = ["insats", "möte", "samverkan", "aktivitet", "Timrå", "kantrall", "utr", "", "lugnt"]


@pytest.mark.parametrize(("word", "key"), SAID)
def test_a_word_finds_its_kind(word: str, key: str) -> None:
    found = find_kind(word)

    assert found is not None
    assert found.key == key


@pytest.mark.parametrize("word", NOT_CERTAIN)
def test_what_could_be_several_kinds_or_none_finds_none(word: str) -> None:
    assert find_kind(word) is None


def test_the_kinds_are_those_of_the_design_in_its_order() -> None:
    assert list(KINDS) == [
        "trafikkontroll", "trygghetsvandring", "fotpatrullering", "riktad_insats", "dialog", "informationsinsats",
        "ungdomsforum", "foraldramote", "nattvandring", "kampanj", "motorburen_insats", "alkoholfri_aktivitet",
        "grannsamverkan", "kommunikationsinsats", "lagesbild", "uppsokande_arbete", "fysisk_atgard", "radsmote",
        "ovrigt",
    ]  # fmt: skip


def test_checks_and_operations_are_protected() -> None:
    assert [each.key for each in ALL if each.protected] == ["trafikkontroll", "riktad_insats", "motorburen_insats"]


def test_only_walks_note_deficiencies() -> None:
    assert [each.key for each in ALL if each.deficiencies] == ["trygghetsvandring"]


def test_a_goal_is_fed_by_work_done_never_by_what_was_found() -> None:
    fed = [each.measure(each.goal_measure) for each in ALL if each.goal_measure]

    assert [(measure.key, measure.group) for measure in fed] == [
        ("stodda", MeasureGroup.DONE),
        ("omraden", MeasureGroup.DONE),
    ]


def test_every_kind_asks_for_each_measure_once() -> None:
    keys = [(each.key, measure.key) for each in ALL for measure in each.measures]

    assert len(keys) == len(set(keys))


def test_a_measure_means_the_same_in_every_kind() -> None:
    measures = {measure for each in ALL for measure in each.measures}

    assert len({measure.key for measure in measures}) == len(measures)


def test_keys_are_swedish_in_ascii() -> None:
    keys = [*KINDS, *(measure.key for each in ALL for measure in each.measures)]

    assert all(key == fold(key) and key.replace("_", "").isalpha() for key in keys)


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.key)
def test_a_kind_is_found_by_its_own_names(each: Kind) -> None:
    unique = [each.key, each.name, each.plural, *each.synonyms, *each.first_words]

    assert [find_kind(name) for name in unique] == [each] * len(unique)


def test_an_unknown_measure_is_an_error() -> None:
    with pytest.raises(KeyError):
        kind("lagesbild").measure("fordon")


def test_people_are_reminded_a_week_a_day_and_two_hours_before() -> None:
    assert kind("trygghetsvandring").remind_before == (timedelta(days=7), timedelta(days=1), timedelta(hours=2))


def test_one_of_a_unit_is_said_as_one() -> None:
    assert (unit_of(1, "kontroller"), unit_of(2, "kontroller"), unit_of(1, "fordon")) == (
        "kontroll",
        "kontroller",
        "fordon",
    )
