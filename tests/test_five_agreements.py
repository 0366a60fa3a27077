import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot.domain.agreement_file import (
    AgreementFile,
    dump_yaml,
    load_example,
    load_yaml,
    read_agreement,
    write_agreement,
)
from bot.domain.words import GoalOrigin

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "bot" / "sandbox" / "agreements"
SOURCES = ROOT.parent / "shared" / "source_documents"
NAMES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
RENEWALS = {
    "hofors_2023-2024": "hofors_exempel",
    "kommunen_i_exemplet_2022": "kommunen_i_exemplet_exempel",
    "ockelbo_2022-2024": "ockelbo_exempel",
    "timra_2019-2023": "timra_samverkan_exempel",
    "timra_2021-2022": "timra_exempel",
}
FACTS = {
    "hofors_2023-2024": "Hofors; Gästrikland; 2023-01-01–2024-12-31; undertecknat okänt; år från månad 1; "
    "Polisen i Gästrikland, Hofors kommun",
    "kommunen_i_exemplet_2022": "Kommunen i exemplet; okänt; 2022-01-01–2022-12-31; undertecknat okänt; "
    "år från månad 1; Polisen i exemplet, Kommunen i exemplet",
    "ockelbo_2022-2024": "Ockelbo; Gästrikland; 2022-01-01–2024-12-31; undertecknat 2022-04-21; år från månad 1; "
    "Polisen i Gästrikland, Ockelbo kommun",
    "timra_2019-2023": "Timrå; Medelpad; 2019-04-01–2023-03-31; undertecknat okänt; år från månad 4; "
    "Polisen i Medelpad, Timrå kommun",
    "timra_2021-2022": "Timrå; Medelpad; 2021-01-01–2022-12-31; undertecknat okänt; år från månad 1; "
    "Polisen i Medelpad, Timrå kommun, Timråbo",
}
ACTIVITIES = {
    "hofors_2023-2024": {
        "Trygghet": [
            "trafikkontroll, fönster månad, skyddad: Polisen i Gästrikland",
            "motorburen_insats, tillfällen, skyddad: Polisen i Gästrikland + Hofors kommun",
            "trygghetsvandring, tillfällen: Hofors kommun + Polisen i Gästrikland",
        ],
        "Mot droger": [
            "riktad_insats, tillfällen, skyddad: Polisen i Gästrikland",
            "alkoholfri_aktivitet, löpande kvartal: Hofors kommun",
            "dialog, tillfällen: Polisen i Gästrikland + Hofors kommun",
        ],
    },
    "kommunen_i_exemplet_2022": {
        "Trygghet": [
            "kommunikationsinsats, vid behov kvartal: Kommunen i exemplet + Polisen i exemplet",
            "fotpatrullering, fönster vecka: Polisen i exemplet + Kommunen i exemplet",
        ],
        "Narkotika bland unga": ["uppsokande_arbete, löpande månad: Kommunen i exemplet + Polisen i exemplet"],
        "Trafiksäkerhet": ["trafikkontroll, vid behov kvartal, skyddad: Polisen i exemplet + Gatuenheten i exemplet"],
    },
    "ockelbo_2022-2024": {
        "En tryggare plats": ["lagesbild, löpande månad: Polisen i Gästrikland + Ockelbo kommun"],
        "Mindre droger bland unga": ["ungdomsforum, tillfällen: Ockelbo kommun + Polisen i Gästrikland"],
    },
    "timra_2019-2023": {
        "Otrygghet": ["fotpatrullering, fönster vecka: Polisen i Medelpad"],
        "Unga, droger och alkohol": [
            "uppsokande_arbete, löpande kvartal: Polisen i Medelpad + Timrå kommun",
            "informationsinsats, löpande kvartal: Timrå kommun + Polisen i Medelpad",
        ],
        "Trafik": [],
        "Samverkan": [
            "radsmote, tillfällen: Polisen i Medelpad + Rådet för trygghet och hälsa",
            "ovrigt, leverans: okänt",
        ],
    },
    "timra_2021-2022": {
        "Våld i nära relationer": [
            "kampanj, löpande kvartal: Timrå kommun + Polisen i Medelpad + Timråbo",
            "informationsinsats, löpande kvartal: Timråbo",
        ],
        "Trygghet": [
            "ovrigt, löpande kvartal: Timrå kommun + Polisen i Medelpad",
            "riktad_insats, tillfällen, skyddad: Polisen i Medelpad + Socialtjänsten i Timrå",
            "informationsinsats, tillfällen: Timrå kommun + Polisen i Medelpad",
            "trafikkontroll, fönster två veckor, skyddad: Polisen i Medelpad",
        ],
    },
}
PLANNED = {
    "hofors_exempel": "trafikkontroller 12 per år, motorburet 6 per år, trygghetsvandringar 2 per år, "
    "narkotika_och_vapen 4 per år, trafikattityder 2 per år",
    "kommunen_i_exemplet_exempel": "narvaro 40 per år",
    "ockelbo_exempel": "lagesbild 1 per månad, ungdomsforum 4 per år",
    "timra_exempel": "kunskap_om_vald 2 per år, fotpatrullering 44 per år, oppen_droghandel 6 per år, "
    "informationstraffar 4 per år, trafikkontroller 24 per år",
    "timra_samverkan_exempel": "radet 4 per år",
}
TWO_NAMES = re.compile(r"\b[A-ZÅÄÖ][a-zåäö]+ [A-ZÅÄÖ][a-zåäö]+")
CONTACT = re.compile(r"@|https?:|www\.|\d{2,4}-\d{5,}|\d{3} ?\d{2} ?\d{2}")
RUN = 6


def text(name: str) -> str:
    return (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")


@cache
def agreement(name: str) -> AgreementFile:
    return read_agreement(load_example(text(name), 2026))


def written(name: str) -> dict[str, Any]:
    return write_agreement(agreement(name))


def described(activity: dict[str, Any]) -> str:
    often = activity.get("fönster") or activity.get("takt") or ""
    what = ", ".join([activity["slag"], f"{activity['form']} {often}".strip(), *["skyddad"] * activity["skyddad"]])
    return f"{what}: {' + '.join([activity.get('leds_av', 'okänt'), *activity.get('tillsammans_med', [])])}"


def runs(passage: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", passage.casefold())
    return {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


def test_there_are_five_agreements_each_with_a_renewed_example() -> None:
    assert set(NAMES) == {*RENEWALS, *RENEWALS.values()}


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_named_by_its_key_and_the_same_after_writing_and_reading(name: str) -> None:
    read = agreement(name)
    assert read.key == name
    assert read_agreement(load_yaml(dump_yaml(write_agreement(read)))) == read


@pytest.mark.parametrize(("name", "facts"), FACTS.items())
def test_place_period_and_signatories_are_those_of_the_agreement(name: str, facts: str) -> None:
    read = agreement(name)
    assert facts == (
        f"{', '.join(read.municipalities)}; {read.police_area or 'okänt'}; {read.period.start}–{read.period.end}; "
        f"undertecknat {read.signed_on or 'okänt'}; år från månad {read.first_month}; "
        + ", ".join(party.name for party in read.parties if party.signed)
    )


@pytest.mark.parametrize(("name", "areas"), ACTIVITIES.items())
def test_focus_areas_and_activities_are_those_of_the_agreement(name: str, areas: dict[str, list[str]]) -> None:
    read = written(name)["fokusområden"]
    assert {area["titel"]: [described(one) for one in area.get("aktiviteter", [])] for area in read} == areas


@pytest.mark.parametrize("name", RENEWALS)
def test_no_agreement_states_a_count(name: str) -> None:
    read = agreement(name)
    assert not read.example
    assert [activity.goals for activity in read.activities] == [()] * len(read.activities)


@pytest.mark.parametrize("name", RENEWALS)
def test_what_the_texts_leave_open_is_asked(name: str) -> None:
    questions = agreement(name).questions
    assert len(questions) >= 4
    assert all("?" in question for question in questions)


@pytest.mark.parametrize(("original", "example"), RENEWALS.items())
def test_an_example_renews_its_agreement_for_the_year(original: str, example: str) -> None:
    read = agreement(example)
    assert read.example
    assert read.replaces == original
    assert read.period.start.isoformat() <= "2026-04-01"
    assert read.period.end.isoformat() >= "2026-12-31"


@pytest.mark.parametrize(("name", "counts"), PLANNED.items())
def test_an_example_has_planned_counts(name: str, counts: str) -> None:
    found = [
        f"{activity['nyckel']} {goal['antal']} per {goal['per']}"
        for area in written(name)["fokusområden"]
        for activity in area.get("aktiviteter", [])
        for goal in activity.get("mål", [])
    ]
    assert ", ".join(found) == counts


@pytest.mark.parametrize("name", RENEWALS.values())
def test_no_count_of_an_example_is_shown_as_promised(name: str) -> None:
    goals = [goal for activity in agreement(name).activities for goal in activity.goals]
    assert {(goal.origin, goal.decided_by, str(goal.decided_on)) for goal in goals} == {
        (GoalOrigin.PLANNED, "rådet", "2026-01-14")
    }


@pytest.mark.parametrize("name", RENEWALS.values())
def test_each_activity_of_an_example_has_somebody_responsible_and_a_substitute(name: str) -> None:
    activities = agreement(name).activities
    nobody = [one.key for one in activities if not (one.lead and one.function and one.substitute_function)]
    assert nobody == (["kommunikationsstrategi"] if name == "timra_samverkan_exempel" else [])


def test_the_promises_of_timra_belong_to_its_collaboration_agreements() -> None:
    assert agreement("timra_2021-2022").parent == "timra_2019-2023"
    assert agreement("timra_exempel").parent == "timra_samverkan_exempel"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("timra_2019-2023", ["timra_2021-2022/trafikkontroller"]),
        ("timra_samverkan_exempel", ["timra_exempel/fotpatrullering", "timra_exempel/trafikkontroller"]),
    ],
)
def test_what_the_promise_of_timra_holds_is_shown_from_there(name: str, shown: list[str]) -> None:
    areas = [area for area in agreement(name).focus_areas if area.via]
    assert [(area.activities, *area.via) for area in areas] == [((), reference) for reference in shown]
    for promise, key in (reference.split("/") for reference in shown):
        assert key in [activity.key for activity in agreement(promise).activities]


def test_timra_is_followed_up_at_each_meeting_and_once_a_year() -> None:
    council = "Rådet för trygghet och hälsa"
    assert written("timra_2019-2023")["uppföljningar"] == [
        {"form": "muntlig", "hur_ofta": "möte", "ansvarig": council, "mottagare": ["rådet"]},
        {"form": "skriftlig", "hur_ofta": "år", "ansvarig": council, "mottagare": ["kommunstyrelsen", "polisen"]},
    ]


def test_the_agreement_that_ockelbo_mentions_is_not_at_hand() -> None:
    read = agreement("ockelbo_2022-2024")
    assert read.parent is None
    assert read.parent_mentioned == "samverkansöverenskommelsen mellan Ockelbo kommun och polisen"


@pytest.mark.parametrize("name", NAMES)
def test_no_file_holds_a_persons_name_or_a_way_to_reach_one(name: str) -> None:
    assert TWO_NAMES.findall(text(name)) == []
    assert CONTACT.findall(text(name)) == []


@pytest.mark.skipif(not SOURCES.exists(), reason="the published texts are not beside this checkout")
@pytest.mark.parametrize("name", NAMES)
def test_no_sentence_is_copied_from_the_published_texts(name: str) -> None:
    published = set().union(*(runs(path.read_text(encoding="utf-8")) for path in SOURCES.glob("*.txt")))
    assert published
    assert [line for line in text(name).splitlines() if runs(line) & published] == []
