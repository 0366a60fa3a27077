from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from bot.domain.agreement_file import (
    AgreementFile,
    FileError,
    dump_yaml,
    load_example,
    load_yaml,
    read_agreement,
    write_agreement,
)

TEXT = """\
nyckel: sjoby_2026
typ: medborgarlöfte
titel: Medborgarlöfte för Sjöby 2026
kommuner: [Sjöby]
parter:
  - {namn: Polisen i Sjöby, typ: polis}
  - {namn: Sjöby kommun, typ: kommun}
period: {från: 2026-01-01, till: 2026-12-31}
fokusområden:
  - titel: Trygghet
    aktiviteter:
      - nyckel: vandringar
        titel: Trygghetsvandringar
        slag: trygghetsvandring
        form: tillfällen
        skyddad: false
        leds_av: Sjöby kommun
        mål:
          - {antal: 2, enhet: vandringar, per: år, ursprung: utlovat}
"""
WALK = "fokusområden[1].aktiviteter[1]"
WRONG_VALUES = [
    ("nyckel: sjoby", "nyckel: Sjöby", "nyckel: får bara ha små bokstäver a–z, siffror, bindestreck och understreck."),
    ("typ: medborgarlöfte", "typ: medborgarlöftet", "typ: ”medborgarlöftet” finns inte. Menade du medborgarlöfte?"),
    ("titel: Medborgarlöfte för Sjöby 2026", "titel:", "titel: saknas."),
    ("titel: Medborgarlöfte", "titel: [Sjöby] #", "titel: ska vara text."),
    ("[Sjöby]", "Sjöby", "kommuner: ska vara en lista, med ett streck framför varje rad."),
    ("typ: polis", "typ: snut", "parter[1].typ: ”snut” finns inte. Välj bland: annan, bostadsbolag, förening, "
     "kommun, polis, råd, skola."),
    ("period: {från: 2026-01-01, till: 2026-12-31}", "period: 2026",
     "period: ska ha fält under sig, ett på varje rad."),
    ("2026-12-31", "2026-02-30", "period.till: ”2026-02-30” är inget datum. Skriv till exempel 2026-03-31."),
    ("2026-12-31", "2025-12-31", "period.till: ligger före från."),
    ("trygghetsvandring\n", "trygghetsvandrin\n", f"{WALK}.slag: ”trygghetsvandrin” finns inte. "
     "Menade du trygghetsvandring?"),
    ("        slag:", "        slagg:", f"{WALK}.slagg: ”slagg” finns inte. Menade du slag?"),
    ("skyddad: false", "skyddad: kanske", f"{WALK}.skyddad: ska vara true eller false."),
    ("skyddad: false", "skyddad:", f"{WALK}.skyddad: saknas."),
    ("leds_av: Sjöby kommun", "leds_av: Sjöbys kommun", f"{WALK}.leds_av: ”Sjöbys kommun” finns inte. "
     "Menade du Sjöby kommun?"),
    ("leds_av: Sjöby kommun", "funktion: kommunpolisen", f"{WALK}.funktion: ”kommunpolisen” finns inte. "
     "Menade du kommunpolis?"),
    ("antal: 2", "antal: två", f"{WALK}.mål[1].antal: ska vara ett heltal från 1 till 100000."),
    ("antal: 2", "antal: 0", f"{WALK}.mål[1].antal: ska vara ett heltal från 1 till 100000."),
    ("form: tillfällen", "form: fönster", f"{WALK}.fönster: ska finnas när formen är fönster, och bara då."),
    ("form: tillfällen", "form: löpande", f"{WALK}.takt: ska finnas när formen är löpande eller vid behov, "
     "och bara då."),
    ("skyddad: false", "skyddad: false\n        senast: 2026-05-01", f"{WALK}.senast: hör bara till formen leverans."),
    ("kommun\n        mål", "kommun\n        tillsammans_med: [Sjöby kommun]\n        mål",
     f"{WALK}.tillsammans_med: nämner Sjöby kommun, som redan leder."),
    ("ursprung: utlovat", "ursprung: planerat, beslutat: 2026-01-14", f"{WALK}.mål[1].beslutat_av: saknas. "
     "Ett planerat antal har beslutats av någon."),
    ("ursprung: utlovat", "ursprung: planerat, beslutat_av: rådet", f"{WALK}.mål[1].beslutat: saknas. "
     "Skriv dagen när antalet beslutades."),
    ("ursprung: utlovat", "ursprung: utlovat, från: 2026-05-01, till: 2026-04-01",
     f"{WALK}.mål[1].till: ligger före från."),
]  # fmt: skip


def read(text: str) -> AgreementFile:
    return read_agreement(load_yaml(text))


def problems(text: str) -> list[str]:
    with pytest.raises(FileError) as caught:
        read(text)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(("right", "wrong", "problem"), WRONG_VALUES)
def test_a_wrong_value_is_named_with_its_place(right: str, wrong: str, problem: str) -> None:
    assert right in TEXT
    assert problem in problems(TEXT.replace(right, wrong, 1))


def test_all_problems_are_told_at_once() -> None:
    text = TEXT.replace("typ: polis", "typ: polisen").replace("antal: 2", "antal: 0").replace("till: 2026", "till: x")
    assert problems(text) == [
        "parter[1].typ: ”polisen” finns inte. Menade du polis?",
        "period.till: ”x-12-31” är inget datum. Skriv till exempel 2026-03-31.",
        "fokusområden[1].aktiviteter[1].mål[1].antal: ska vara ett heltal från 1 till 100000.",
    ]


def test_the_message_says_that_nothing_was_read_and_lists_what_to_correct() -> None:
    with pytest.raises(FileError) as caught:
        read(TEXT.replace("antal: 2", "antal: -1"))
    assert caught.value.sentence == (
        "Inget är inläst. Rätta det här i filen och läs in den igen:\n"
        "• fokusområden[1].aktiviteter[1].mål[1].antal: ska vara ett heltal från 1 till 100000."
    )


def test_two_activities_cannot_share_a_key() -> None:
    activity = TEXT[TEXT.index("      - nyckel") :]
    assert problems(TEXT + activity) == [
        "fokusområden[1].aktiviteter[2].nyckel: ”vandringar” finns redan i filen. "
        "Varje aktivitet behöver en egen nyckel."
    ]


def test_a_faulty_party_does_not_make_its_activities_faulty() -> None:
    assert problems(TEXT.replace("typ: kommun}", "typ: komun}")) == [
        "parter[2].typ: ”komun” finns inte. Menade du kommun?"
    ]


def test_a_field_written_twice_is_told_with_its_line() -> None:
    assert problems(TEXT + "titel: En till\n") == ["rad 20: ”titel” står två gånger på samma nivå."]


def test_text_that_is_not_yaml_is_told_with_its_line() -> None:
    assert problems("titel: Ett\n  - fel: [\n") == ["rad 2: går inte att läsa. Se över indrag och kolon."]


def test_text_with_signs_that_yaml_forbids_is_told() -> None:
    assert problems("titel: \x00") == ["filen: går inte att läsa. Se över indrag och kolon."]


def test_a_list_that_holds_itself_is_told() -> None:
    text = TEXT.replace("[Sjöby]", "&a [*a]")
    assert problems(text) == ["rad 4: går inte att läsa. Se över indrag och kolon."]


@pytest.mark.parametrize("text", ["", "bara text", "- en\n- lista"])
def test_a_text_without_fields_is_told(text: str) -> None:
    assert problems(text) == ["filen: ska börja med fält, till exempel ”titel: Medborgarlöfte 2026”."]


def test_an_agreement_is_the_same_after_writing_and_reading() -> None:
    agreement = read(TEXT)
    assert read(dump_yaml(write_agreement(agreement))) == agreement


def test_values_that_are_not_text_are_read_too() -> None:
    written = write_agreement(read(TEXT))
    assert written["period"] == {"från": date(2026, 1, 1), "till": date(2026, 12, 31)}
    assert read_agreement(written) == read(TEXT)


def test_what_is_not_known_is_left_out_of_the_file() -> None:
    written: Mapping[str, Any] = write_agreement(read(TEXT))
    assert "undertecknat" not in written
    assert "plats" not in written["fokusområden"][0]["aktiviteter"][0]


def test_an_example_gets_its_year() -> None:
    data = load_example('period: {från: "{år-1}-04-01", till: "{år+3}-03-31"}\ntitel: Löfte {år}', 2026)
    assert data == {"period": {"från": "2025-04-01", "till": "2029-03-31"}, "titel": "Löfte 2026"}
