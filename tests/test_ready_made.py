"""The demo's year is told once and copied from then on."""

import os
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from bot.sandbox.demo import demo_start
from bot.sandbox.ready_made import MOST_KEPT, furnish

START = demo_start(date(2026, 11, 22))


def reports(database: Path) -> int:
    with closing(sqlite3.connect(database)) as connection:
        count: int = connection.execute("SELECT count(*) FROM outcome").fetchone()[0]
        return count


def test_the_second_start_finds_the_same_year(tmp_path: Path) -> None:
    furnish(tmp_path / "first.db", START, tmp_path / "kept")
    furnish(tmp_path / "second.db", START, tmp_path / "kept")

    assert reports(tmp_path / "second.db") == reports(tmp_path / "first.db") > 0
    assert len(list((tmp_path / "kept").iterdir())) == 1


def test_versions_side_by_side_keep_each_their_own(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    for age in range(MOST_KEPT):
        other = kept / f"{age}.db"
        other.touch()
        os.utime(other, (1_000_000 - age, 1_000_000 - age))
    furnish(tmp_path / "first.db", START, kept)

    assert len(list(kept.iterdir())) == MOST_KEPT
    assert [(kept / f"{age}.db").exists() for age in range(MOST_KEPT)] == [True, True, True, False]


def test_a_folder_that_cannot_be_written_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file, not a folder")

    furnish(tmp_path / "first.db", START, tmp_path / "kept")

    assert reports(tmp_path / "first.db") > 0
