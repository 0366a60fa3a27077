"""Reports as people type them, and what is read from each. Nothing is guessed and nothing is lost."""

from collections.abc import Mapping

import pytest

from bot.domain.reading import read_report
from bot.domain.words import OutcomeStatus, Reason

DONE, PARTLY, NOT_DONE, NOT_NEEDED = (
    OutcomeStatus.DONE, OutcomeStatus.PARTLY, OutcomeStatus.NOT_DONE, OutcomeStatus.NOT_NEEDED,
)  # fmt: skip

# The line, its kind, its numbers, its note. (Places and times: see report_phrases.yaml.)
LINES: list[tuple[str, str | None, Mapping[str, float], str]] = [
    ("trafikkontroll 45 fordon 2 rattfylla lugnt", "trafikkontroll", {"fordon": 45, "rattfylla": 2}, "lugnt"),
    ("huskurage 3 föreningar", "informationsinsats", {"foreningar": 3}, ""),
    ("riktad insats 4 timmar 2 beslag", "riktad_insats", {"timmar": 4, "beslag": 2}, ""),
    ("infoträff 35 deltagare föräldrar åk 8", "informationsinsats", {"deltagare": 35}, "föräldrar åk 8"),
    ("ute resecentrum 2 timmar 14 samtal", "fotpatrullering", {"timmar": 2, "samtal": 14}, "resecentrum"),
    ("trafik skolvägen 30 fordon 9 för fort", "trafikkontroll", {"fordon": 30, "fortkorning": 9}, "skolvägen"),
    ("fotpatrull vivsta 1,5 timme 8 samtal", "fotpatrullering", {"timmar": 1.5, "samtal": 8}, "vivsta"),
    ("forum 60 elever åk 8 tobak och cannabis", "ungdomsforum", {"deltagare": 60}, "åk 8 tobak och cannabis"),
    ("lägesbild klar", "lagesbild", {}, ""),
    ("motorburen 3 timmar 11 epa 2 körförbud", "motorburen_insats", {"timmar": 3, "epa": 11, "korforbud": 2}, ""),
    ("vandring 17 deltagare 5 brister", "trygghetsvandring", {"deltagare": 17, "brister": 5}, ""),
    ("vandring 17+3 deltagare 2 brister", "trygghetsvandring", {"deltagare": 20, "brister": 2}, ""),
    ("TRAFIKKONTROLL 45 FORDON", "trafikkontroll", {"fordon": 45}, ""),
    ("trafikkontrol 45 fordn", "trafikkontroll", {"fordon": 45}, ""),
    ("trafikkontroll fordon: 45", "trafikkontroll", {"fordon": 45}, ""),
    ("trafikkontroll: fordon = 45; böter = 3", "trafikkontroll", {"fordon": 45, "boter": 3}, ""),
    ("trafikkontroll fordon 45 böter 3", "trafikkontroll", {"fordon": 45, "boter": 3}, ""),
    ("trafikkontroll fordon: 45, böter: inga", "trafikkontroll", {"fordon": 45, "boter": 0}, ""),
    ("trafik E4 45 fordon: 2 rattfyllor", "trafikkontroll", {"fordon": 45, "rattfylla": 2}, "E4"),
    ("trafikkontroll 2 st rattfyllor tre böter", "trafikkontroll", {"rattfylla": 2, "boter": 3}, ""),
    ("trafik 45 bilar 2 misstänkta rattfyllor", "trafikkontroll", {"fordon": 45, "rattfylla": 2}, ""),
    ("trafik 45 stoppade bilar 9 körde för fort", "trafikkontroll", {"fordon": 45, "fortkorning": 9}, ""),
    ("trafik 45 kontrollerade 1 utan körkort", "trafikkontroll", {"fordon": 45, "olovlig_korning": 1}, ""),
    ("trafikkontroll ca 40 fordon", "trafikkontroll", {"fordon": 40}, ""),
    ("trafikkontroll ett tjugotal fordon", "trafikkontroll", {"fordon": 20}, ""),
    ("trafikkontroll tjugofem fordon en rattfylla", "trafikkontroll", {"fordon": 25, "rattfylla": 1}, ""),
    ("trafikkontroll 45fordon", "trafikkontroll", {"fordon": 45}, ""),
    ("trafik inga böter eller beslag", "trafikkontroll", {"boter": 0, "beslag": 0}, ""),
    ("trafikkontroll 45 fordon inte några böter", "trafikkontroll", {"fordon": 45, "boter": 0}, ""),
    ("trafikkontroll antal fordon: 45", "trafikkontroll", {"fordon": 45}, ""),
    ("trafikkontroll inga anmärkningar", "trafikkontroll", {}, "inga anmärkningar"),
    ("trafikkontroll E4 kl 20 45 fordon v 48", "trafikkontroll", {"fordon": 45}, "E4 kl 20 v 48"),
    ("trafikkontroll 20/11 14.30 45 fordon", "trafikkontroll", {"fordon": 45}, "20/11 14.30"),
    ("trafikkontroll 2026-11-20 45 fordon", "trafikkontroll", {"fordon": 45}, "2026-11-20"),
    ("trafikkontroll 20 november 45 fordon", "trafikkontroll", {"fordon": 45}, "20 november"),
    ("trafikkontroll mellan 18 och 20, 45 fordon", "trafikkontroll", {"fordon": 45}, "mellan 18 och 20"),
    ("trafikkontroll 45 fordon i fredags 18–20", "trafikkontroll", {"fordon": 45}, "i fredags 18–20"),
    ("kontroll 30 min 12 bilar 93 km/h som mest", "trafikkontroll", {"timmar": 0.5, "fordon": 12}, "93 km/h som mest"),
    ("fotpatrull kvart över tre 12 samtal", "fotpatrullering", {"samtal": 12}, "kvart över tre"),
    ("fotpatrull 1 timme 30 minuter", "fotpatrullering", {"timmar": 1.5}, ""),
    ("fotpatrull en och en halv timme", "fotpatrullering", {"timmar": 1.5}, ""),
    ("fotpatrull halvannan timme", "fotpatrullering", {"timmar": 1.5}, ""),
    ("fotpatrull tre kvart", "fotpatrullering", {"timmar": 0.75}, ""),
    ("fotpatrull 2½ h och 12 samtal", "fotpatrullering", {"timmar": 2.5, "samtal": 12}, ""),
    ("fotpatrull 12 bra samtal med ungdomar", "fotpatrullering", {"samtal": 12}, "bra med ungdomar"),
    ("hade en bra fotpatrull, 2h", "fotpatrullering", {"timmar": 2}, "hade en bra fotpatrull"),
    ("fotpatrull 2 tim. Lugnt! Många hejade.", "fotpatrullering", {"timmar": 2}, "Lugnt! Många hejade."),
    ("45 fordon trafikkontroll", "trafikkontroll", {"fordon": 45}, ""),
    ("Trafikkontroll\n- 45 fordon\n- 2 rattfyllor", "trafikkontroll", {"fordon": 45, "rattfylla": 2}, ""),
    ("Trafikkontroll\n-45 fordon\n-2 rattfyllor", "trafikkontroll", {"fordon": 45, "rattfylla": 2}, ""),
    ("trafikkontroll, -15 grader, 45 fordon", "trafikkontroll", {"fordon": 45}, "-15 grader"),
    ("45 fordon 2 rattfyllor", None, {"fordon": 45, "rattfylla": 2}, ""),
    ("samtal 45 fordon", None, {"fordon": 45}, "samtal"),
    ("forum åk 8 120 elever", "ungdomsforum", {"deltagare": 120}, "åk 8"),
    ("forum 60 elever från 3 skolor", "ungdomsforum", {"deltagare": 60, "skolor": 3}, ""),
    ("forum 60 elever (åk 7)", "ungdomsforum", {"deltagare": 60}, "(åk 7)"),
    ("forum 120 elever åk 7, 8 och 9", "ungdomsforum", {"deltagare": 120}, "åk 7, 8 och 9"),
    ("kampanj 1 500 utskick", "kampanj", {"utskick": 1500}, ""),
    ("dialog 80 % trygga 25 svar", "dialog", {"trygga": 80, "svar": 25}, ""),
    ("grannsamverkan 2 områden", "grannsamverkan", {"omraden": 2}, ""),
    ("", None, {}, ""),
]


@pytest.mark.parametrize(("text", "kind", "measures", "note"), LINES, ids=[line[0] for line in LINES])
def test_a_line_is_read(text: str, kind: str | None, measures: Mapping[str, float], note: str) -> None:
    reading = read_report(text)

    assert (reading.kind, reading.measures, reading.around.note or reading.note) == (kind, measures, note)
    assert (reading.status, reading.reason, reading.times, reading.unclear) == (DONE, None, 1, ())


STATUSES = [
    ("trafikkontroll blev inte av pga väder", NOT_DONE, Reason.WEATHER, ""),
    ("fotpatrull blev ej av på grund av personal", NOT_DONE, Reason.STAFF, ""),
    ("fotpatrull blev inte av p.g.a. sjukdom", NOT_DONE, Reason.STAFF, "p.g.a. sjukdom"),
    ("fotpatrull inställt", NOT_DONE, None, ""),
    ("vandringen ställdes in, snöstorm", NOT_DONE, Reason.WEATHER, "snöstorm"),
    ("trafikkontroll inställd, larm", NOT_DONE, Reason.PRIORITY, "larm"),
    ("vandring blev inte av pga inbrott i bilen", NOT_DONE, Reason.OTHER, "pga inbrott i bilen"),
    ("lägesbild inte klar", NOT_DONE, None, ""),
    ("vandring delvis", PARTLY, None, ""),
    ("trafikkontroll delvis pga högre prioritet", PARTLY, Reason.PRIORITY, ""),
    ("fotpatrull fick avbryta", PARTLY, None, ""),
    ("fotpatrull delvis molnigt", DONE, None, "delvis molnigt"),
    ("kommunikation behövdes inte", NOT_NEEDED, None, ""),
    ("trafikkontroll inställt, behövdes inte", NOT_NEEDED, None, ""),
    ("kommunikation inget behov", NOT_NEEDED, None, ""),
    ("vandring genomförd", DONE, None, ""),
    ("vandring klart väder", DONE, None, "klart väder"),
]


@pytest.mark.parametrize(("text", "status", "reason", "note"), STATUSES, ids=[line[0] for line in STATUSES])
def test_the_words_of_a_status_are_understood(
    text: str, status: OutcomeStatus, reason: Reason | None, note: str
) -> None:
    reading = read_report(text)

    assert (reading.status, reading.reason, reading.note) == (status, reason, note)


UNCLEAR = [
    ("trafikkontroll 45", {}, ["45"]),
    ("trafikkontroll -5 fordon", {}, ["-5 fordon"]),
    ("trafikkontroll 45 fordon –2 böter", {"fordon": 45}, ["–2 böter"]),
    ("trafikkontroll 45 fordon 12 cyklister", {"fordon": 45}, ["12 cyklister"]),
    ("trafikkontroll 3 fordon 45", {"fordon": 3}, ["45"]),
    ("trafikkontroll 40-45 fordon", {}, ["40-45 fordon"]),
    ("trafikkontroll ett par böter", {}, ["ett par böter"]),
    ("trafikkontroll 40 eller 45 fordon", {}, ["40 eller 45 fordon"]),
    ("trafikkontroll 3 4 fordon", {}, ["3 4 fordon"]),
    ("trafikkontroll 1,5 fordon", {}, ["1,5 fordon"]),
    ("trafikkontroll 10 % rattfyllor", {}, ["10 % rattfyllor"]),
    ("nattvandring 12 vuxna 40 ungdomar", {"deltagare": 12}, ["40 ungdomar"]),
    ("trafikkontroll 45 fordon, 2 av bilarna saknade ljus", {"fordon": 45}, ["2"]),
    ("fotpatrull två hundar", {}, ["två hundar"]),
    ("trafikkontroll blev inte av 45 fordon", {}, ["45 fordon"]),
    ("inga kontroller", {}, ["inga kontroller"]),
    ("trafikkontroll 1234567 fordon", {}, ["1234567 fordon"]),
]


@pytest.mark.parametrize(("text", "measures", "unclear"), UNCLEAR, ids=[line[0] for line in UNCLEAR])
def test_a_number_that_could_mean_several_things_is_asked_about(
    text: str, measures: Mapping[str, float], unclear: list[str]
) -> None:
    reading = read_report(text)

    assert (reading.measures, list(reading.unclear)) == (measures, unclear)
    assert all(phrase in reading.note for phrase in unclear)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("3 kontroller 60 fordon", 3),
        ("trafikkontroll 3 kontroller 60 fordon", 3),
        ("två trafikkontroller", 2),
        ("informationsinsats 3 träffar 90 deltagare", 3),
        ("ute 2 pass 5 timmar", 2),
        ("trafikkontroll 60 fordon", 1),
    ],
)
def test_several_occurrences_can_be_reported_at_once(text: str, count: int) -> None:
    reading = read_report(text)

    assert (reading.times, reading.unclear, reading.note) == (count, (), "")


def test_after_a_reminder_the_kind_is_known() -> None:
    reading = read_report("2 timmar, 12 samtal, lugnt", kind="fotpatrullering")

    assert reading.kind == "fotpatrullering"
    assert reading.measures == {"timmar": 2, "samtal": 12}


def test_a_line_that_begins_with_another_kind_is_about_that() -> None:
    assert read_report("vandring 17 deltagare", kind="fotpatrullering").kind == "trygghetsvandring"


def test_a_kind_mentioned_later_does_not_change_what_was_asked_about() -> None:
    reading = read_report("2 timmar efter trafikkontrollen", kind="fotpatrullering")

    assert (reading.kind, reading.note) == ("fotpatrullering", "efter trafikkontrollen")


def test_two_kinds_in_a_sentence_are_not_chosen_between() -> None:
    assert read_report("först en vandring och sedan en dialog").kind is None
