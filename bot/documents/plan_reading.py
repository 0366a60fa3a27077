"""From tables to an agreement file. Every cell that is wrong is named by row and column; what is right is read on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.documents.plan_cells import CellFault, is_blank, text, understood
from bot.documents.plan_columns import (
    ACTIVITY,
    AREA,
    AREAS,
    FACTS,
    GOAL,
    KEY,
    LISTS,
    PLAN,
    SHEETS,
    TITLE,
    Column,
    Sheet,
)
from bot.documents.plan_places import CellSpot, Places
from bot.documents.plan_tables import Numbered, Row
from bot.domain.agreement_file import AgreementFile, FileError, Problem, read_agreement, title_key
from bot.domain.kinds import KINDS, kind
from bot.domain.new_activity import key_of

Entry = dict[str, Any]
Tables = Mapping[str, Sequence[Numbered]]

SECTION = "Blad: "
NO_SHEET = "har inget blad som heter Plan eller Löftet. Utgå från mallen."
OWN = tuple(column for column in ACTIVITY if column is not KEY)
"""What makes a row an activity; a row with a key and a goal only is one more goal for the activity with that key."""


def read(tables: Tables) -> AgreementFile:
    """Raises FileError with everything that is wrong, in the order of the file."""
    if not {PLAN.name, FACTS.name} & tables.keys():
        raise FileError([Problem("", NO_SHEET)])
    reading = _Reading(tables)
    said = reading.everything()
    try:
        made = read_agreement({word: value for word, value in said.items() if value not in (None, "", [])})
    except FileError as error:
        raise FileError(reading.places.problems(error.problems)) from error
    if noted := reading.places.problems([]):
        raise FileError(noted)
    return made


def sheet_called(name: str) -> str | None:
    return next((sheet.name for sheet in SHEETS if title_key(sheet.name) == title_key(name)), None)


def _section(title: str) -> str | None:
    return sheet_called(title.removeprefix(SECTION)) if title.startswith(SECTION) else None


def sections(rows: Iterable[Numbered]) -> dict[str, list[Numbered]]:
    """Of tables that stand below each other, each under a row with its name alone."""
    found: dict[str, list[Numbered]] = {}
    current: list[Numbered] = []
    for number, row in rows:
        filled = [cell for cell in row if not is_blank(cell)]
        if len(filled) == 1 and (name := _section(text(filled[0]))):
            current = found.setdefault(name, [])
        elif filled:
            current.append((number, row))
    return found


@dataclass(frozen=True, slots=True)
class _Found:
    """A sheet's rows below its headers, and at which index each column stands."""

    rows: Sequence[Numbered]
    at: Mapping[str, int]

    def cell(self, row: Row, column: Column) -> Any:
        index = self.at.get(column.header)
        cell = row[index] if index is not None and index < len(row) else None
        return None if is_blank(cell) else cell

    def has(self, row: Row, columns: Iterable[Column]) -> bool:
        return any(self.cell(row, column) is not None for column in columns)


@dataclass(frozen=True, slots=True)
class _Placed:
    """An entry and its path in the agreement file."""

    path: str
    entry: Entry


@dataclass(slots=True)
class _Reading:
    tables: Tables
    places: Places = field(default_factory=Places)
    areas: dict[str, _Placed] = field(default_factory=dict)
    activities: dict[str, _Placed] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)

    def everything(self) -> Entry:
        said = self._facts()
        for sheet in LISTS:
            said[sheet.word] = self._list(sheet)
        self._plan(said[AREAS.word])
        said.setdefault("nyckel", _agreement_key(said))
        return said

    def _facts(self) -> Entry:
        by_label = {title_key(column.header): column for column in FACTS.columns}
        said: Entry = {}
        for number, row in self.tables.get(FACTS.name, ()):
            label = title_key(text(row[0])) if row else ""
            if label in by_label and len(row) > 1 and not is_blank(row[1]):
                self._fact(said, by_label[label], number, row[1])
        return said

    def _fact(self, said: Entry, column: Column, number: int, cell: Any) -> None:
        spot = CellSpot(FACTS.name, number, column.header)
        self.places.cells[column.word] = spot
        try:
            value = understood(cell, column)
        except CellFault as fault:
            self.places.note(spot, str(fault))
            return
        outer, _, inner = column.word.partition(".")
        if inner:
            said.setdefault(outer, {})[inner] = value
        elif column.several:
            said.setdefault(outer, []).append(value)
            self.places.cells[f"{outer}[{len(said[outer])}]"] = spot
        else:
            said[outer] = value

    def _list(self, sheet: Sheet) -> list[Entry]:
        found = self._found(sheet)
        lines = [line for line in found.rows if found.has(line[1], sheet.columns)]
        return [
            self._entry(found, sheet, line, sheet.columns, f"{sheet.word}[{index}]")
            for index, line in enumerate(lines, 1)
        ]

    def _plan(self, areas: list[Entry]) -> None:
        for index, area in enumerate(areas, 1):
            self.areas.setdefault(title_key(area.get("titel", "")), _Placed(f"{AREAS.word}[{index}]", area))
        found = self._found(PLAN)
        own = [found.has(row, OWN) for _, row in found.rows]
        self.keys = {text(found.cell(row, KEY)) for _, row in found.rows}
        for line, is_own in zip(found.rows, own, strict=True):
            if is_own:
                self._activity(found, line, areas)
        for line, is_own in zip(found.rows, own, strict=True):
            if not is_own and found.has(line[1], PLAN.columns):
                self._further_goal(found, line)

    def _activity(self, found: _Found, line: Numbered, areas: list[Entry]) -> None:
        area = self._area(text(found.cell(line[1], AREA)), line[0], areas)
        listed = area.entry.setdefault(PLAN.word, [])
        path = f"{area.path}.{PLAN.word}[{len(listed) + 1}]"
        entry = self._entry(found, PLAN, line, ACTIVITY, path)
        if "nyckel" not in entry:
            entry["nyckel"] = key_of(entry.get("titel", ""), self.keys)
            self.keys.add(entry["nyckel"])
        listed.append(entry)
        placed = _Placed(path, entry)
        self.activities.setdefault(entry["nyckel"], placed)
        self._goal(found, line, placed)

    def _area(self, title: str, number: int, areas: list[Entry]) -> _Placed:
        known = self.areas.get(title_key(title))
        if known is None:
            areas.append({"titel": title})
            known = _Placed(f"{AREAS.word}[{len(areas)}]", areas[-1])
            self.areas[title_key(title)] = known
            self.places.cells[f"{known.path}.titel"] = CellSpot(PLAN.name, number, AREA.header)
        return known

    def _further_goal(self, found: _Found, line: Numbered) -> None:
        activity = self.activities.get(text(found.cell(line[1], KEY)))
        if activity is None:
            self.places.note(CellSpot(PLAN.name, line[0], TITLE.header), "saknas.")
        else:
            self._goal(found, line, activity)

    def _goal(self, found: _Found, line: Numbered, activity: _Placed) -> None:
        goals = activity.entry.setdefault("mål", [])
        if found.has(line[1], GOAL):
            goal = self._entry(found, PLAN, line, GOAL, f"{activity.path}.mål[{len(goals) + 1}]")
            if "antal" in goal and activity.entry.get("slag") in KINDS:
                goal.setdefault("enhet", kind(activity.entry["slag"]).goal_unit)
            goals.append(goal)

    def _entry(self, found: _Found, sheet: Sheet, line: Numbered, columns: Sequence[Column], path: str) -> Entry:
        number, row = line
        self.places.rows[path] = (sheet, number, columns)
        entry: Entry = {}
        for column in columns:
            cell = found.cell(row, column)
            if cell is None:
                continue
            try:
                entry[column.word] = understood(cell, column)
            except CellFault as fault:
                self.places.note(CellSpot(sheet.name, number, column.header), str(fault))
        return entry

    def _found(self, sheet: Sheet) -> _Found:
        lines = iter(self.tables.get(sheet.name, ()))
        for _, row in lines:
            at = _headers(sheet, row)
            if len(at) > 1:
                return _Found(list(lines), at)
        return _Found([], {})


def _headers(sheet: Sheet, row: Row) -> dict[str, int]:
    """Wherever they stand, and whatever stands between them."""
    written = {title_key(text(cell)): index for index, cell in reversed([*enumerate(row)])}
    return {
        column.header: written[title_key(column.header)]
        for column in sheet.columns
        if title_key(column.header) in written
    }


def _agreement_key(said: Entry) -> str:
    """Of what tells agreements apart: where, what it is called and from when."""
    places, period = said.get("kommuner", [""]), said.get("period", {})
    named = [key_of(part, set()) for part in (places[0], said.get("titel", "")) if part]
    return "_".join([*named, str(period.get("från", ""))]).strip("_") or "plan"
