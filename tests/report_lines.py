"""The reports of report_phrases.yaml, as rows."""

from pathlib import Path
from typing import Any

import yaml

PHRASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("report_phrases.yaml").read_text("utf-8"))
