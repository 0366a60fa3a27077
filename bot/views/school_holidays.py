"""The school holidays that plans avoid or prefer: the list, and the form to add some."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from bot.domain.calendar import local_day
from bot.domain.errors import FieldErrors
from bot.domain.school_holidays import LONGEST_NAME, SHOWN, NamedHoliday, checked, read_lines
from bot.domain.swedish import range_text, sort_key
from bot.views.blocks import (
    Block,
    Message,
    View,
    actions,
    button,
    confirm,
    context,
    divider,
    escape,
    field,
    message,
    modal,
    section,
    text_input,
    towns,
)
from storage.school_holidays import StoredHoliday

MOST_SHOWN = 60
USE = "När du planerar året undviker eller föredrar jag skolloven, beroende på vad som ska göras."


@dataclass(frozen=True, slots=True)
class HolidayList:
    """`towns` are (id, name)."""

    holidays: Sequence[StoredHoliday]
    towns: Sequence[tuple[int, str]]


def opener() -> Message:
    """In a chat, where no window may open by itself."""
    text = "Här lägger du in skollov. " + USE
    return message(text, [section(text), actions(button("Öppna skolloven", "school_holiday_list"))])


def listing(found: HolidayList, now: datetime) -> View:
    by_town = sorted(found.holidays, key=lambda one: sort_key(one.municipality))
    rows = [
        block
        for town, some in groupby(by_town[:MOST_SHOWN], key=lambda one: one.municipality)
        for block in (section(f"*{escape(town)}*"), *(_row(one, now) for one in some))
    ]
    left = len(by_town) - MOST_SHOWN
    blocks = [
        *(rows or [section("Inga skollov är inlagda.")]),
        *([context(f"Och {left} till.")] if left > 0 else []),
        divider(),
        section(USE),
        actions(button("Lägg till skollov", "school_holiday_form")),
    ]
    return modal("school_holiday_list", "Skollov", blocks)


def form(found: HolidayList) -> View:
    """Line by line, or one at a time."""
    first = found.towns[0][0] if len(found.towns) == 1 else None
    hint = "Ett lov per rad. Det går bra att klistra in från kommunens läsårstider."
    blocks = [
        field("town", "Kommun", towns(found.towns, initial=first)),
        field("lines", "Flera lov", text_input(lines=True, longest=2000, placeholder=SHOWN), hint=hint, optional=True),
        section("*Eller ett lov:*"),
        field("name", "Namn", text_input(longest=LONGEST_NAME, placeholder="Höstlov"), optional=True),
        field("first", "Första dagen", {"type": "datepicker"}, optional=True),
        field("last", "Sista dagen", {"type": "datepicker"}, optional=True),
    ]
    return modal("school_holidays", "Lägg till skollov", blocks, submit="Spara")


def read_form(fields: Mapping[str, Any], now: datetime) -> tuple[int, list[NamedHoliday]]:
    """The municipality's id, and what was entered. Raises FieldErrors."""
    found = read_lines(fields.get("lines") or "", now)
    one = {key: (fields.get(key) or "").strip() for key in ("name", "first", "last")}
    if any(one.values()):
        found.append(_read_one(one))
    if not found:
        raise FieldErrors({"lines": f"Skriv minst ett lov, till exempel: {SHOWN}."})
    return int(fields["town"]), found


def _read_one(one: Mapping[str, str]) -> NamedHoliday:
    if missing := [key for key, value in one.items() if not value]:
        raise FieldErrors(dict.fromkeys(missing, "Fyll i namn, första dag och sista dag."))
    try:
        return checked(one["name"], date.fromisoformat(one["first"]), date.fromisoformat(one["last"]))
    except ValueError as fault:
        raise FieldErrors({"last" if "dag" in str(fault) else "name": str(fault)}) from fault


def _row(stored: StoredHoliday, now: datetime) -> Block:
    name, days = stored.holiday
    about = f"{name} {range_text(days.first, days.last, local_day(now))}"
    sure = confirm("Ta bort lovet?", f"{about} tas bort. Det som redan är planerat står kvar.", "Ta bort", "Behåll")
    return section(
        escape(about), accessory=button("Ta bort", "school_holiday_remove", stored.id, confirm=sure, about=about)
    )
