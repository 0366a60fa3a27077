"""What a start loads: a library that only files need waits until the first file is made."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOR_FILES = {"docx", "openpyxl", "pypdf", "icalendar", "alembic"}


def test_the_demo_starts_without_what_only_files_need() -> None:
    asks = "import sys; import bot.sandbox.demo; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", asks], cwd=ROOT, check=True, capture_output=True, text=True)
    assert FOR_FILES & set(loaded.stdout.split()) == set()
