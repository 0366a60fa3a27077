"""Where, when and with whom a report says that something was: in its receipt, and in its form once it is said."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from bot.domain.calendar import local, local_day
from bot.domain.errors import FieldErrors
from bot.domain.screening import refusal
from bot.domain.swedish import range_text, span_text
from bot.domain.told import INSTANT, Told
from bot.views.blocks import Block, escape, field, section, text_input

LONGEST = 300
PLACE, PARTIES = "told_place", "told_parties"
# By the hour with which each begins.
PARTS = {6: "på morgonen", 8: "på dagen", 9: "på förmiddagen", 13: "på eftermiddagen", 18: "på kvällen"}


def said(told: Told) -> Iterable[str]:
    """Gives "Plats: E4 Sörberge", "Tid: 20 november kl. 18–20" and "Med: fältarna": dates that hold also later."""
    for label, words in (("Plats", told.place), ("Tid", time(told)), ("Med", ", ".join(told.parties))):
        if words:
            yield f"{label}: {escape(words)}"


def time(told: Told) -> str:
    """Gives "20 november kl. 18–20", "20 november på kvällen", "16–22 november", or nothing."""
    start, end = told.started_at, told.ended_at
    if start is None:
        return ""
    if end and _is_midnight(start) and _is_midnight(end):
        return range_text(local_day(start), local_day(end - INSTANT))
    if end and told.part_of_day:
        return _part_of_day(start, end)
    return f"{range_text(local_day(start), local_day(start))} {span_text(start, end)}"


def _part_of_day(start: datetime, end: datetime) -> str:
    if part := PARTS.get(local(start).hour):
        return f"{range_text(local_day(start), local_day(start))} {part}"
    return f"natten till {range_text(local_day(end), local_day(end))}"


def fields(told: Told) -> list[Block]:
    """Only for what the report said. The time is shown, and not asked about."""
    shown = [section(f"Tid: {time(told)}")] if told.started_at else []
    asked = [(PLACE, "Plats", told.place), (PARTIES, "Med", ", ".join(told.parties))]
    return shown + [
        field(block, label, text_input(words, longest=LONGEST), optional=True) for block, label, words in asked if words
    ]


def read(typed: Mapping[str, Any], kept: Told) -> Told:
    """Raises FieldErrors when something seems to be about a private person."""
    place = _read(typed, PLACE, kept.place, place=True)
    parties = _read(typed, PARTIES, ", ".join(kept.parties))
    return kept._replace(place=place, parties=tuple(one.strip() for one in parties.split(",") if one.strip()))


def _read(typed: Mapping[str, Any], block: str, kept: str, *, place: bool = False) -> str:
    if block not in typed:
        return kept
    text = (typed[block] or "").strip()
    if why := refusal(text, place=place):
        raise FieldErrors({block: why})
    return text


def _is_midnight(moment: datetime) -> bool:
    clock = local(moment)
    return not (clock.hour or clock.minute)
