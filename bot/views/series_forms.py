"""How far a change goes, and who is on an occurrence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.series import SeriesScope
from bot.views import occurrence_text
from bot.views.activities import by_part, people_fields
from bot.views.blocks import Block, View, escape, field, modal, radio, section
from storage.occurrences import Staffed


@dataclass(frozen=True, slots=True)
class ChangeableSeries:
    """How many of those planned with it are ahead, from it on and in all, itself included."""

    staffed: Staffed
    following: int = 1
    all: int = 1


def scope_field(found: ChangeableSeries) -> list[Block]:
    """Nothing where there is nothing to choose."""
    if found.all < 2:
        return []
    choices = [(SeriesScope.ONE.value, "Bara det här")]
    if 1 < found.following < found.all:
        choices.append((SeriesScope.FOLLOWING.value, f"Det här och de som följer ({found.following} tillfällen)"))
    choices.append((SeriesScope.ALL.value, f"Alla som är kvar ({found.all} tillfällen)"))
    return [field("scope", "Vad gäller ändringen?", radio(choices, initial=SeriesScope.ONE.value))]


def read_scope(fields: Mapping[str, Any]) -> SeriesScope:
    return SeriesScope(fields.get("scope") or SeriesScope.ONE)


def people(found: ChangeableSeries, now: datetime) -> View:
    occurrence = found.staffed.occurrence
    blocks = [
        section(f"*{escape(occurrence_text.fact(occurrence, now))}*"),
        *people_fields(by_part(found.staffed.named)),
        *scope_field(found),
    ]
    return modal("occurrence_people", "Ändra ansvariga", blocks, submit="Spara", private=str(occurrence.id))
