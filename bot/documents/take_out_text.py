"""A take-out as text to be read from beginning to end: what belongs together stands together."""

import re
import textwrap
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.documents import take_out_attached
from bot.documents.take_out_written import written
from bot.domain.take_out import Record, TakeOut, Value

Headers = tuple[str, ...]

WIDTH = 100
INDENT = "  "
BETWEEN = " · "
NAMED = re.compile(r"{([^}]+)}")


@dataclass(frozen=True)
class TextTable:
    """A table below another: `link` are the headers here that say which row there, `key` those that they match there.

    `shape` names headers in braces. With `parts` it is a line of its own, with the other facts below it; without, they
    follow on the same line.
    """

    table: str
    shape: str
    link: Headers = ()
    key: Headers = ()
    parts: tuple["TextTable", ...] = ()

    @cached_property
    def hidden(self) -> Collection[str]:
        """Headers whose values stand in the line already, or in what it stands below."""
        return {*self.link, *NAMED.findall(self.shape)}


BY_KEY, BY_ACTIVITY = ("Överenskommelse",), ("Aktivitet",)
BY_OCCURRENCE, BY_REPORT = ("Tillfälle",), ("Rapport", "Version")
NUMBER = ("Nummer",)

REPORTS = TextTable("outcome", "Rapport {Rapport}, version {Version}", BY_OCCURRENCE, NUMBER, (
    TextTable("outcome_measure", "{Mått}: {Värde} {Enhet} ({Sort})", BY_REPORT, BY_REPORT),
))  # fmt: skip
OCCURRENCES = TextTable("occurrence", "Tillfälle {Nummer}, {Datum}", BY_ACTIVITY, BY_ACTIVITY, (
    TextTable("occurrence_person", "Med: {Person} ({Del})", BY_OCCURRENCE, NUMBER),
    TextTable("handover", "Överlämning {Nummer} från {Från} till {Till}", BY_OCCURRENCE, NUMBER),
    REPORTS,
    TextTable("deficiency", "Brist {Nummer}: {Kategori} {Ställe}", BY_OCCURRENCE, NUMBER),
))  # fmt: skip
ACTIVITIES = TextTable("activity", "Aktivitet: {Titel}", ("Fokusområdets nummer",), NUMBER, (
    TextTable("goal", "Antal, {Ursprung}: {Antal} {Enhet} {Per}", BY_ACTIVITY, BY_ACTIVITY),
    TextTable("activity_party", "Medverkar: {Part}", BY_ACTIVITY, BY_ACTIVITY),
    TextTable("activity_person", "Ansvarig: {Person} ({Del})", BY_ACTIVITY, BY_ACTIVITY),
    OCCURRENCES,
))  # fmt: skip
AGREEMENTS = TextTable("agreement", "{Titel}", parts=(
    TextTable("agreement_municipality", "Gäller i: {Kommun}", BY_KEY, BY_KEY),
    TextTable("agreement_party", "Part: {Part}", BY_KEY, BY_KEY),
    TextTable("follow_up_duty", "Ska följas upp: {Form}, {Hur ofta}", BY_KEY, BY_KEY),
    TextTable("focus_area", "Fokusområde: {Fokusområde}", BY_KEY, BY_KEY, (ACTIVITIES,)),
))  # fmt: skip


def text(found: TakeOut, explained: Sequence[str]) -> str:
    """`explained` stands first."""
    reader = _Reader(found)
    lines = [*_wrapped(explained), "", *reader.tree(AGREEMENTS, found.of("agreement").records(), "")]
    told = reader.told | {AGREEMENTS.table}
    for filled in found.sheets:
        if filled.sheet.table not in told:
            lines += ["", *_underlined(filled.sheet.title), *_wrapped([filled.sheet.about])]
            records = (take_out_attached.told(filled.sheet.table, record) for record in filled.records())
            rows = ({header: written(value) for header, value in record.items()} for record in records)
            lines += [_wrap(f"– {_facts(row)}", "") for row in rows] or ["Inget."]
    return "\n".join(lines) + "\n"


class _Reader:
    def __init__(self, found: TakeOut) -> None:
        self._found = found
        self._below: dict[str, dict[tuple[Value, ...], list[Record]]] = {}

    @property
    def told(self) -> set[str]:
        return {*self._below}

    def tree(self, part: TextTable, records: Iterable[Record], indent: str) -> Iterator[str]:
        for record in records:
            shown = {header: written(value) for header, value in record.items()}
            line = part.shape.format_map(shown).rstrip()
            rest = _facts({header: value for header, value in shown.items() if header not in part.hidden})
            if not part.parts:
                yield _wrap(BETWEEN.join(filter(None, (line, rest))), indent)
                continue
            yield from ("", *(_underlined(line) if not indent else [_wrap(line, indent)]))
            yield _wrap(rest, indent + INDENT)
            for below in part.parts:
                key = tuple(record[header] for header in below.key)
                yield from self.tree(below, self._linked(below).get(key, ()), indent + INDENT)

    def _linked(self, part: TextTable) -> Mapping[tuple[Value, ...], list[Record]]:
        if part.table not in self._below:
            linked: dict[tuple[Value, ...], list[Record]] = defaultdict(list)
            for record in self._found.of(part.table).records():
                linked[tuple(record[header] for header in part.link)].append(record)
            self._below[part.table] = linked
            for below in part.parts:
                self._linked(below)
        return self._below[part.table]


def _facts(shown: Mapping[str, str]) -> str:
    """What is there, as "Läge: planerat · Plats: Timrå centrum"."""
    return BETWEEN.join(f"{header}: {value}" for header, value in shown.items() if value)


def _underlined(title: str) -> tuple[str, str]:
    return title.upper(), "=" * min(len(title), WIDTH)


def _wrapped(lines: Iterable[str]) -> Iterator[str]:
    return (_wrap(line, "") for line in lines)


def _wrap(line: str, indent: str) -> str:
    if len(indent) + len(line) <= WIDTH and "\n" not in line:  # most lines: to wrap takes a hundred times as long
        return f"{indent}{line}"
    rows = [
        textwrap.fill(row, WIDTH, initial_indent=indent, subsequent_indent=indent + INDENT, break_long_words=False)
        for row in line.splitlines()
    ]
    return "\n".join(rows)
