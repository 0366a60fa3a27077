"""What is handed out of a municipality, in every format, and what is not."""

import csv
import io
import json
import zipfile
from datetime import datetime, timedelta
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlmodel import Session

from bot.documents import take_out_files, take_out_sheet, take_out_text
from bot.domain.take_out import TakeOut
from bot.domain.words import OccurrenceState, OutcomeStatus, Part, PublicationForm, Role
from bot.services import take_out
from storage.models import (
    Activity,
    Agreement,
    AgreementMunicipality,
    FocusArea,
    Municipality,
    Occurrence,
    Outcome,
    OutcomeMeasure,
    Person,
    Publication,
)
from tests import factories
from tests.factories import NOW, stockholm

SECRETS = ("E4 Sörberge", "vid macken", "2026-11-27")
WITHHELD = [
    "1 skyddat tillfälle som inte är över är inte med. Det ska prövas för sig.",
    "1 skyddat tillfälle som är över är med som datum och siffror, utan klockslag, plats och anteckning. Det ska "
    "prövas för sig.",
    "1 skyddad aktivitets vanliga plats eller tid är inte med.",
]
REPORT = """\
      Tillfälle 1, 2026-11-17
        Börjar: 2026-11-17 18:00 · Slutar: 2026-11-17 20:00 · Plats: Hofors centrum · Läge:
          rapporterat · Flyttat antal gånger: 0 · Planerat i förväg: ja
        Med: UBO (leder)

        Rapport HOF-2026-0001, version 1
          Nummer: 1 · Gäller: nej · Utfall: genomförd · Antal: 1 · Anteckning: =lugnt · Bara del av
            dygnet sagd: nej · Rapporterad av: UBO · Som: handläggare · Rapporterad: 2026-11-17
            21:00 · Återtagen: 2026-11-18 09:00

        Rapport HOF-2026-0001, version 2
          Nummer: 2 · Gäller: ja · Utfall: genomförd · Antal: 1 · Bara del av dygnet sagd: nej ·
            Parter: 2 nattvandrare · Rapporterad av: UBO · Som: handläggare · Rapporterad:
            2026-11-18 10:00
          Deltagare: 12 deltagare (gjort)
"""


@pytest.fixture
def place(session: Session) -> Municipality:
    """A walk that is reported twice, and two traffic checks: one that is over, and one on Friday."""
    town = factories.municipality(session)
    bo = factories.person(session, "UBO", Role.STAFF, place=town)
    walks = factories.activity(session, town, (bo, Part.LEAD))
    session.add(AgreementMunicipality(agreement_id=agreement_of(session, walks).id, municipality_id=town.id))
    held = factories.occurrence(session, walks, (bo, Part.LEAD), starts=stockholm(17, 18))
    report(session, held, bo, 1, NOW - timedelta(days=2, hours=13), note="=lugnt", current=False, withdrawn=True)
    report(session, held, bo, 2, NOW - timedelta(days=2), parties=["2 nattvandrare"])
    session.add(OutcomeMeasure(outcome_id=2, key="deltagare", value=12))
    checks = factories.activity(session, town, kind="trafikkontroll", protected=True)
    checks.place = "E4 Sörberge"
    over = factories.occurrence(session, checks, (bo, Part.LEAD), starts=stockholm(18, 20))
    report(session, over, bo, 1, NOW, number="HOF-2026-0002", note="vid macken")
    factories.occurrence(session, checks, (bo, Part.LEAD), starts=stockholm(27, 22))
    session.flush()
    return town


def agreement_of(session: Session, activity: Activity) -> Agreement:
    area = session.get(FocusArea, activity.focus_area_id)
    assert area
    found = session.get(Agreement, area.agreement_id)
    assert found
    return found


def report(
    session: Session, of: Occurrence, by: Person, version: int, at: datetime, *, number: str = "HOF-2026-0001",
    current: bool = True, withdrawn: bool = False, **more: Any,
) -> None:  # fmt: skip
    row = Outcome(
        occurrence_id=of.id, number=number, version=version, current=current, status=OutcomeStatus.DONE,
        reported_by_id=by.id, reported_at=at, withdrawn_at=at + timedelta(hours=12) if withdrawn else None, **more,
    )  # fmt: skip
    of.state = OccurrenceState.REPORTED
    session.add_all((of, row))
    session.flush()


def taken(session: Session, place: Municipality, *, whole: bool = False) -> TakeOut:
    return take_out.gather(session, place.id, NOW, whole=whole)


def files(found: TakeOut) -> dict[str, bytes]:
    return dict(take_out_files.files(found))


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def test_every_version_of_a_report_stands_below_its_occurrence(session: Session, place: Municipality) -> None:
    assert REPORT in take_out_text.text(taken(session, place), [])


def test_what_is_protected_and_not_over_is_in_no_format_but_counted_in_each(
    session: Session, place: Municipality
) -> None:  # fmt: skip
    made = files(taken(session, place))
    book = load_workbook(io.BytesIO(made["hofors.xlsx"]))
    cells = [str(cell) for page in book for row in page.iter_rows(values_only=True) for cell in row]
    read = {name: content.decode("utf-8-sig") for name, content in made.items() if not name.endswith(".xlsx")}
    read["hofors.xlsx"] = "\n".join(cells)

    assert [(name, secret) for name, text in read.items() for secret in SECRETS if secret in text] == []
    for name in ("läs mig.txt", "hofors.xlsx", "csv/inte_med.csv"):
        assert [line for line in WITHHELD if line not in read[name]] == []
    assert WITHHELD[0] in read["hofors.txt"].replace("\n  ", " ")
    assert json.loads(read["hofors.json"])["inte_med"] == WITHHELD
    assert json.loads(read["hofors.json"])["skyddade_som_inte_ar_over"] == 1


def test_of_what_is_protected_and_over_there_are_days_and_numbers(session: Session, place: Municipality) -> None:
    told = json.loads(files(taken(session, place))["hofors.json"])["tabeller"]
    occurrence, outcome = told["tillfallen"][-1], told["rapporter"][-1]

    assert [occurrence[key] for key in ("datum", "borjar", "slutar", "plats")] == ["2026-11-18", None, None, None]
    assert [outcome[key] for key in ("rapport", "utfall", "anteckning")] == ["HOF-2026-0002", "genomförd", None]


def test_who_is_to_try_what_is_over_gets_it_whole_and_nothing_that_is_ahead(
    session: Session, place: Municipality
) -> None:  # fmt: skip
    found = taken(session, place, whole=True)
    told = json.loads(files(found)["hofors.json"])["tabeller"]

    assert (told["tillfallen"][-1]["plats"], told["rapporter"][-1]["anteckning"]) == ("E4 Sörberge", "vid macken")
    assert (len(told["tillfallen"]), [one["plats"] for one in told["aktiviteter"]]) == (2, ["Hofors centrum", None])
    assert found.withheld.lines()[1] == (
        "1 skyddat tillfälle som är över är med helt och hållet. Det ska prövas för sig."
    )


def test_a_table_in_csv_runs_nothing_and_reads_in_swedish(session: Session, place: Municipality) -> None:
    head, first, second, _ = rows_of(files(taken(session, place))["csv/rapporter.csv"])
    named = dict(zip(head, first, strict=True))

    assert (named["Anteckning"], named["Gäller"], named["Rapporterad"]) == ("'=lugnt", "nej", "2026-11-17 21:00")
    assert dict(zip(head, second, strict=True))["Parter"] == "2 nattvandrare"


def test_moments_in_json_tell_their_distance_to_utc(session: Session, place: Municipality) -> None:
    said = json.loads(files(taken(session, place))["hofors.json"])

    assert (said["format"], said["kommun"], said["uttaget"]) == (1, "Hofors", "2026-11-20T10:00:00+01:00")
    assert said["tabeller"]["tillfallen"][0]["borjar"] == "2026-11-17T18:00:00+01:00"


def test_the_workbook_has_dates_as_dates_a_frozen_head_and_filters(session: Session, place: Municipality) -> None:
    book = load_workbook(io.BytesIO(files(taken(session, place))["hofors.xlsx"]))
    page = book["Rapporter"]
    note = page["I2"]

    assert (page.freeze_panes, page.auto_filter.ref) == ("A2", "A1:R4")
    assert page["Q2"].value == datetime(2026, 11, 17, 21)
    assert (note.value, note.data_type, note.quotePrefix) == ("=lugnt", "s", True)
    assert book.worksheets[0]["A1"].value.startswith("Uppgifter om Hofors ur Löftet, uttagna fredag 20 november 2026")


def test_a_text_that_a_cell_cannot_hold_is_seen_to_be_cut() -> None:
    cell = take_out_sheet._text(None, "a" * 40_000)

    assert (len(cell), cell[-11:]) == (32_029, "JSON-filen)")


def test_a_published_page_is_there_as_it_was(session: Session, place: Municipality) -> None:
    session.add(
        Publication(
            municipality_id=place.id, first=NOW.date(), last=NOW.date(), form=PublicationForm.PAGE, people={},
            content="<h1>Så gick det</h1>", published_by_id=1, published_at=NOW,
        )
    )  # fmt: skip

    assert files(taken(session, place))["publicerat/1.html"] == b"<h1>S\xc3\xa5 gick det</h1>"


def test_it_is_sent_in_one_file_that_opens_in_one_folder(session: Session, place: Municipality) -> None:
    with zipfile.ZipFile(io.BytesIO(take_out_files.packed(taken(session, place)))) as archive:
        names = archive.namelist()

    assert names[:4] == [
        f"utlamning_Hofors_2026-11-20/{name}" for name in ("läs mig.txt", "hofors.txt", "hofors.json", "hofors.xlsx")
    ]


def test_what_another_municipality_reports_is_named(session: Session, place: Municipality) -> None:
    other = factories.municipality(session, "Ockelbo")
    theirs = factories.activity(session, other)
    session.add(AgreementMunicipality(agreement_id=agreement_of(session, theirs).id, municipality_id=place.id))
    session.flush()

    assert taken(session, place).withheld.lines()[-1] == (
        "1 aktivitet i samma överenskommelser rapporteras av Ockelbo och är med i uppgifterna därifrån."
    )
