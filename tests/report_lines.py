"""The reports of report_phrases.yaml, and those of somebody who had not seen the parser, as rows."""

from pathlib import Path
from typing import Any

import yaml

FILES = ("report_phrases.yaml", "report_phrases_outside.yaml", "report_phrases_held_out.yaml")
PHRASES: list[dict[str, Any]] = [
    phrase
    for name in FILES
    for phrase in yaml.load(Path(__file__).with_name(name).read_text("utf-8"), yaml.CSafeLoader)
]
