"""From rows as they are stored to what a take-out shows of them, in Swedish."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import Any

from bot.domain import measures, take_out_tables
from bot.domain.agreement_file_words import WINDOWS
from bot.domain.calendar import local, local_day
from bot.domain.deficiencies import CATEGORIES
from bot.domain.functions import FUNCTIONS
from bot.domain.kinds import KINDS
from bot.domain.measures import Measure, MeasureGroup
from bot.domain.swedish import joined
from bot.domain.swedish_words import name as name_of
from bot.domain.take_out import Column, FilledSheet, Names, Rows, Secret, Sheet, TakeOut, Value, WithheldRows
from bot.domain.take_out_words import ACTIONS, DETAILS, POSTS, SUBJECTS, VALUES
from bot.domain.words import Basis

Shown = Callable[[Any], Value]

GROUPS = {MeasureGroup.DONE: "gjort", MeasureGroup.FOUND: "funnet", MeasureGroup.EFFECT: "effekt"}
MEASURES: Mapping[str, Measure] = {
    measure.key: measure for kind in KINDS.values() for measure in (*kind.measures, measures.FEELING_SAFE)
}
SPANS = {window.value: name for name, window in WINDOWS.items()}


def plain(value: Any) -> Value:
    """By its type: words in Swedish, moments on the wall, lists as they are."""
    match value:
        case StrEnum():
            return name_of(value)
        case datetime():
            return local(value)
        case list():
            return tuple(map(str, value))
        case dict():
            return tuple(f"{key}: {one}" for key, one in value.items())
        case None | str() | bool() | int() | float() | date():
            return value
    raise TypeError(f"no way to show {type(value).__name__}")


SHOWN: Mapping[str, Shown] = {
    "": plain,
    "day": local_day,
    "basis": lambda words: tuple(name_of(Basis(word)) for word in words),
    "kind": lambda key: KINDS[key].name if key in KINDS else key,
    "function": lambda key: FUNCTIONS[key].name if key in FUNCTIONS else key,
    "window": lambda key: SPANS.get(key, key),
    "category": lambda key: CATEGORIES.get(key, key),
    "measure": lambda key: MEASURES[key].label if key in MEASURES else key,
    "group": lambda key: GROUPS[MEASURES[key].group] if key in MEASURES else None,
    "unit": lambda key: MEASURES[key].unit if key in MEASURES else None,
    "post": lambda kind: POSTS[kind],
    "action": lambda key: ACTIONS.get(key, key),
    "subject": lambda key: SUBJECTS.get(key, key),
}


def made(rows: Rows, names: Names, withheld: WithheldRows, now: datetime) -> TakeOut:
    [place] = rows["municipality"]
    shown: dict[str, Shown] = {**SHOWN, **_by_id(rows, names), "detail": partial(_detail, names["person"])}
    covered = Secret.AHEAD if withheld.whole else Secret.OVER
    secret = _protected(rows)
    sheets = tuple(_filled(sheet, rows[sheet.table], shown, covered, secret) for sheet in take_out_tables.SHEETS)
    return TakeOut(place["name"], place["key"], local(now), withheld, sheets)


def _by_id(rows: Rows, names: Names) -> Mapping[str, Shown]:
    """What ids stand for; a number where it is of something that is not here."""
    numbers = {one["id"]: (one["number"], one["version"]) for one in rows["outcome"]}
    known: dict[str, Mapping[int, Value]] = {
        **{what: dict(pairs) for what, pairs in names.items()},
        "activity": _references(rows, names),
        "report": {id_: number for id_, (number, _) in numbers.items()},
        "version": {id_: version for id_, (_, version) in numbers.items()},
        "held_as": _held_as(rows),
    }
    return {what: _lookup(pairs) for what, pairs in known.items()}


def _detail(people: Mapping[int, str], detail: Mapping[str, Any]) -> Value:
    return tuple(f"{DETAILS.get(key, key)}: {_said(people, value)}" for key, value in detail.items())


def _said(people: Mapping[int, str], value: Any) -> str:
    """Lists are of people."""
    match value:
        case bool():
            return "ja" if value else "nej"
        case list():
            return joined([people[one] for one in value])
    return str(VALUES.get(value, value))


def _lookup(pairs: Mapping[int, Value]) -> Shown:
    return pairs.get


def _references(rows: Rows, names: Names) -> dict[int, Value]:
    """Activities as the files of agreements refer to them: "timra_2026/kontroller"."""
    keys = {one["id"]: names["agreement"][one["agreement_id"]] for one in rows["focus_area"]}
    return {one["id"]: f"{keys.get(one['focus_area_id'], '?')}/{one['key']}" for one in rows["activity"]}


def _held_as(rows: Rows) -> dict[int, Value]:
    """The functions and roles that a person has or had here."""
    held: dict[int, list[str]] = defaultdict(list)
    for one in rows["function_holder"]:
        held[one["person_id"]].append(FUNCTIONS[one["function"]].name)
    for one in rows["role_grant"]:
        held[one["person_id"]].append(name_of(one["role"]))
    return {person: joined(list(dict.fromkeys(words))) for person, words in held.items()}


def _protected(rows: Rows) -> Mapping[str, set[int]]:
    """Ids of what is protected, by the column that refers to it."""
    activities = {one["id"] for one in rows["activity"] if one["protected"]}
    occurrences = {one["id"] for one in rows["occurrence"] if one["activity_id"] in activities}
    return {"activity_id": activities, "occurrence_id": occurrences}


def _filled(
    sheet: Sheet, rows: Iterable[dict[str, Any]], shown: Mapping[str, Shown], covered: Secret,
    secret: Mapping[str, set[int]],
) -> FilledSheet:  # fmt: skip
    columns = [(column, shown[column.shows]) for column in sheet.columns]
    hides = [column.secret.value >= covered.value for column in sheet.columns]
    made_of = []
    for row in rows:
        is_secret = any(hides) and _is_secret(sheet, row, secret)
        cells = (_cell(column, show, row) for column, show in columns)
        made_of.append(tuple(None if is_secret and hide else cell for cell, hide in zip(cells, hides, strict=True)))
    return FilledSheet(sheet, made_of)


def _is_secret(sheet: Sheet, row: dict[str, Any], secret: Mapping[str, set[int]]) -> bool:
    if sheet.table == "activity":
        return bool(row["protected"])
    return any(row.get(column) in ids for column, ids in secret.items())


def _cell(column: Column, show: Shown, row: dict[str, Any]) -> Value:
    value = row[column.source]
    return None if value is None else show(value)
