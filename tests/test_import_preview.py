"""python -m bot import --dry-run: what would be taken in, without a database and without Slack."""

import json
from pathlib import Path

import pytest

from bot.__main__ import main

TEXT = """Medborgarlöfte 2024 – Marks kommun och polisen

Det här lovar vi
• Polisen genomför minst 24 trafikkontroller under året.

Löftet följs upp två gånger per år.

Kinna den 18 januari 2024
"""


def test_a_text_becomes_a_proposal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "löfte.txt"
    path.write_text(TEXT, encoding="utf-8")
    code = main(["import", str(path), "--dry-run", "--json"])
    start = TEXT.index("Polisen genomför")

    assert code == 0
    assert json.loads(capsys.readouterr().out) == {
        "municipality": "Mark",
        "parties": ["Polisen", "Marks kommun"],
        "kind": "citizen_promise",
        "period_start": "2024-01-01",
        "period_end": "2024-12-31",
        "signed_on": "2024-01-18",
        "basis": [],
        "focus_areas": [
            {
                "title": "",
                "activities": [
                    {
                        "text": "Polisen genomför minst 24 trafikkontroller under året.",
                        "kind": "trafikkontroll",
                        "quantity": {"count": 24, "per": "year"},
                        "actors": ["Polisen"],
                        "source": [start, TEXT.index("\n\nLöftet")],
                    }
                ],
            }
        ],
        "cadence": "half_year",
        "questions": [],
    }


def test_what_is_not_said_is_null_and_asked_about(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "löfte.txt"
    path.write_text("Vi lovar att patrullera i centrum.", encoding="utf-8")
    main(["import", str(path), "--dry-run", "--json"])
    shown = json.loads(capsys.readouterr().out)

    assert [shown[key] for key in ("municipality", "period_start", "period_end", "signed_on")] == [None] * 4
    assert "Texten nämner inte vilken kommun det gäller. Vilken är det?" in shown["questions"]


def test_several_municipalities_are_a_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "löfte.txt"
    path.write_text("Medborgarlöfte för Håbo kommun och Enköpings kommun", encoding="utf-8")
    main(["import", str(path), "--dry-run", "--json"])

    assert json.loads(capsys.readouterr().out)["municipality"] == ["Håbo", "Enköping"]


def test_a_text_is_not_saved_unread(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "löfte.txt"
    path.write_text(TEXT, encoding="utf-8")

    assert main(["import", str(path)]) == 2
    assert capsys.readouterr().err == (
        "En text läggs in i Slack, där du går igenom förslaget. Se det här med --dry-run --json.\n"
    )


def test_a_file_that_cannot_be_read_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bild.png"
    path.write_bytes(b"x")

    assert main(["import", str(path), "--dry-run", "--json"]) == 2
    assert capsys.readouterr().err == "Jag kan inte läsa bild.png. Skicka texten som .txt, .docx eller pdf.\n"
