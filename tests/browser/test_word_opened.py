"""The follow-up as Word, opened by another program than the one it is meant for."""

import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from bot.report.follow_up_word import word
from tests.follow_ups import timra

pytestmark = pytest.mark.browser


@pytest.fixture
def office() -> str:
    found = shutil.which("soffice")
    if found is None:
        pytest.skip("LibreOffice is missing. Install it: sudo apt-get install libreoffice-writer-nogui")
    return found


def test_libreoffice_sets_it_on_pages(office: str, tmp_path: Path) -> None:
    (tmp_path / "timra.docx").write_bytes(word(timra()))

    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "timra.docx"),
    ]
    said = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)

    assert "Error" not in said.stdout + said.stderr
    pages = [page.extract_text() for page in PdfReader(tmp_path / "timra.pdf").pages]
    assert pages[0].startswith("Uppföljning Timrå 2026")
    assert f"Uppföljning Timrå 2026 · sida 1 av {len(pages)}" in pages[0]
    assert "Vad har inte fungerat?" in "".join(pages)
