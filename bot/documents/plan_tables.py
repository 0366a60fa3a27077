"""An agreement file as tables: what a spreadsheet shows, and what is read from one."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.documents.plan_cells import Cell, shown
from bot.documents.plan_columns import (
    ACTIVITY,
    FACTS,
    GOAL,
    HOW,
    LABEL,
    LISTS,
    PLAN,
    VALUE,
    Column,
    Sheet,
)
from bot.domain.agreement_file import AgreementFile, write_agreement

Row = Sequence[Cell]
Numbered = tuple[int, Row]
"""A row with the number that the reader sees beside it."""

Said = Mapping[str, Any]


def tables(file: AgreementFile | None) -> dict[str, list[Row]]:
    """By sheet, headers first; without a file a template to fill in."""
    said = write_agreement(file) if file else {}
    lists = {sheet.name: [_headers(sheet), *_rows(sheet, said)] for sheet in LISTS}
    plan = [_headers(PLAN), *_plan(said.get("fokusområden", []))]
    return {PLAN.name: plan, FACTS.name: [[LABEL, VALUE, HOW], *_facts(said)], **lists}


def _headers(sheet: Sheet) -> Row:
    return [column.header for column in sheet.columns]


def _rows(sheet: Sheet, said: Said) -> Iterator[Row]:
    for entry in said.get(sheet.word, []):
        yield _cells(entry, sheet.columns)


def _facts(said: Said) -> Iterator[Row]:
    for column in FACTS.columns:
        value = _value(said, column.word)
        values = value if column.several and value else [value]
        yield from ([column.header, shown(one, column), column.help] for one in values)


def _value(said: Said, word: str) -> Any:
    outer, _, inner = word.partition(".")
    return said.get(outer, {}).get(inner) if inner else said.get(outer)


def _plan(areas: Sequence[Said]) -> Iterator[Row]:
    """One row an activity; a second goal gets a row of its own, with the key and nothing else of the activity."""
    for area in areas:
        for activity in area.get("aktiviteter", []):
            first, *more = activity.get("mål") or [{}]
            yield [area["titel"], *_cells(activity, ACTIVITY), *_cells(first, GOAL)]
            for goal in more:
                yield [None, *_cells({"nyckel": activity["nyckel"]}, ACTIVITY), *_cells(goal, GOAL)]


def _cells(entry: Said, columns: Sequence[Column]) -> list[Cell]:
    return [shown(entry.get(column.word), column) for column in columns]
