"""By the rules of the web, as a validator reads them."""

import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser


def test_a_validator_has_nothing_to_say(file: Path) -> None:
    tidy = shutil.which("tidy")
    if tidy is None:
        pytest.skip("tidy is missing")
    done = subprocess.run([tidy, "-q", "-e", file], capture_output=True, text=True, check=False)

    assert done.stderr == ""
    assert done.returncode == 0
