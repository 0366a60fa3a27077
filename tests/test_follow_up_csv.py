"""The follow-up as a table, read back as a spreadsheet would."""

import csv
import io

import pytest

from bot.domain.follow_up import FollowUp
from bot.domain.words import Form, Reason
from bot.report.follow_up_csv import table
from tests.follow_ups import agreement, area, follow_up, followed, progress, timra


def rows(found: FollowUp) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table(found).removeprefix("\ufeff"), newline=""), delimiter=";"))


def test_a_swedish_excel_opens_it_as_it_is() -> None:
    text = table(timra())

    assert text.startswith("\ufeffKommun;Från;Till;Överenskommelse;")
    assert text.count("\r\n") == 1 + 6


def test_an_activity_is_a_row() -> None:
    assert rows(timra())[0] == {
        "Kommun": "Timrå",
        "Från": "2026-01-01",
        "Till": "2026-12-31",
        "Överenskommelse": "Medborgarlöfte för Timrå 2026",
        "Typ": "medborgarlöfte",
        "Exempel": "",
        "Fokusområde": "Trygghet",
        "Aktivitet": "Fotpatrullering i centrum",
        "Slag": "fotpatrullering",
        "Ansvarig": "Polisen i Timrå",
        "Tillsammans med": "Timrå kommun",
        "Räknas i": "",
        "Bedömning": "ligger efter",
        "Utlovat antal": "",
        "Planerat antal": "44",
        "Enhet": "pass",
        "Väntat": "40",
        "Gjort perioden före": "28",
        "Gjort": "31",
        "Varav inte planerat": "0",
        "Delvis": "0",
        "Blev inte av": "8",
        "Behövdes inte": "0",
        "Uppgift saknas": "0",
        "Saknar rapport": "1",
        "Ställdes in": "0",
        "Skäl": "personal 6, väder 2",
        "Siffror om det som är gjort": "Timmar: 62,5 · Samtal: 410",
        "Siffror om det som är upptäckt": "",
        "Brister": "0",
        "Åtgärdade brister": "0",
        "Kommande tillfällen": "1",
        "Skyddade som inte är över": "0",
        "Siffrorna hämtade": "2026-11-23 09:05",
    }


def test_promised_and_planned_have_columns_of_their_own() -> None:
    talks = next(row for row in rows(timra()) if row["Aktivitet"].startswith("Informationsträffar"))

    assert (talks["Utlovat antal"], talks["Planerat antal"], talks["Gjort"], talks["Delvis"]) == ("4", "6", "3", "1")


def test_the_most_common_reason_stands_first() -> None:
    one = followed(progress(not_done=3, not_done_reasons={Reason.WEATHER: 1, Reason.STAFF: 2}))

    assert rows(follow_up(agreement(area(one))))[0]["Skäl"] == "personal 2, väder 1"


def test_what_another_agreement_counts_says_so() -> None:
    assert rows(timra())[-1]["Räknas i"] == "Medborgarlöfte för Timrå 2026"


@pytest.mark.parametrize("text", ["=1+1", "+46", "-5", "@SUM(A1)", "\t=1", "＝1"])
def test_nothing_runs_as_a_formula(text: str) -> None:
    odd = follow_up(agreement(area(followed(progress(text), lead=text), title=text), title=text), place=text)

    [row] = rows(odd)

    assert {row[name] for name in ("Kommun", "Överenskommelse", "Fokusområde", "Aktivitet", "Ansvarig")} == {f"'{text}"}


def test_semicolons_and_lines_stay_within_their_cell() -> None:
    [row] = rows(follow_up(agreement(area(followed(progress('Våld; "hot"\noch buller'))))))

    assert row["Aktivitet"] == 'Våld; "hot"\noch buller'


def test_an_empty_one_has_its_header() -> None:
    assert rows(follow_up()) == []
    assert table(follow_up()).count("\r\n") == 1


def test_of_what_goes_on_without_a_number_the_reports_are_counted() -> None:
    out = progress("Ute bland unga", "uppsokande_arbete", goal=None, form=Form.CONTINUOUS, done=3)
    (row,) = rows(follow_up(agreement(area(followed(out)))))

    assert (row["Enhet"], row["Gjort"]) == ("rapporter", "3")
