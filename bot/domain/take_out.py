"""A municipality's data as a value, to be handed out: tables with Swedish headers, and what is not among them.

Secrecy is tried at each request. So nothing that is protected and not over is here at all, and of what is over only
days and numbers, unless whoever asks is to try the rest; how much is left out is always said.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from bot.domain.calendar import local_day
from bot.domain.swedish import fold

Value = str | int | float | bool | date | datetime | tuple[str, ...] | None
"""Moments are in Swedish time, and aware."""

Rows = dict[str, list[dict[str, Any]]]
"""By table of the database, as they are stored."""

Record = Mapping[str, Value]
"""By header."""

Names = Mapping[str, Mapping[int, str]]
"""What ids stand for, by what they are ids of."""


class Secret(Enum):
    """Of what is protected: OVER may be told when somebody has tried it, AHEAD is about the next time too."""

    NO = 0
    OVER = 1
    AHEAD = 2


@dataclass(frozen=True, slots=True)
class Column:
    """`source` is a column of the table; `shows` how it is read, a key of `bot.domain.take_out_cells.SHOWN`."""

    header: str
    source: str
    shows: str = ""
    secret: Secret = Secret.NO

    @property
    def key(self) -> str:
        return slug(self.header)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of the database under a Swedish name."""

    title: str
    table: str
    about: str
    columns: tuple[Column, ...]

    @property
    def key(self) -> str:
        return slug(self.title)


@dataclass(frozen=True, slots=True)
class FilledSheet:
    sheet: Sheet
    rows: Sequence[tuple[Value, ...]]

    def records(self) -> Iterator[Record]:
        headers = [column.header for column in self.sheet.columns]
        return (dict(zip(headers, row, strict=True)) for row in self.rows)


@dataclass(frozen=True, slots=True)
class WithheldRows:
    """`ahead` are protected occurrences that are not over, with `reports`; `over` those that are, of which only days
    and numbers are told unless `whole`; `places` counts protected activities with a place or a time of their own.

    `drafts` are follow-ups that nobody has settled. `elsewhere`: a municipality, and how many activities of the same
    agreements it reports.
    """

    ahead: int = 0
    reports: int = 0
    places: int = 0
    over: int = 0
    drafts: int = 0
    elsewhere: tuple[tuple[str, int], ...] = ()
    whole: bool = False

    def lines(self) -> list[str]:
        """Each a sentence of its own; the first is always there."""
        return [*self._protected(), *(_other(name, count) for name, count in self.elsewhere)]

    def _protected(self) -> Iterator[str]:
        if not self.ahead:
            yield "Alla tillfällen är med: inget skyddat tillfälle ligger framåt i tiden."
        else:
            with_reports = f", med {_counted(self.reports, 'rapport', 'rapporter')}" if self.reports else ""
            yield f"{_not_over(self.ahead)}{with_reports}. {_tried(self.ahead)}"
        if self.over:
            are = _counted(self.over, "skyddat tillfälle som är över är", "skyddade tillfällen som är över är")
            yield f"{are} {self._how}"
        if self.places:
            whose = _counted(self.places, "skyddad aktivitets", "skyddade aktiviteters")
            yield f"{whose} vanliga plats eller tid är inte med."
        if self.drafts:
            yield f"{_counted(self.drafts, 'utkast till uppföljning', 'utkast till uppföljningar')} är inte med."

    @property
    def _how(self) -> str:
        if self.whole:
            return f"med helt och hållet. {_tried(self.over)}"
        return f"med som datum och siffror, utan klockslag, plats och anteckning. {_tried(self.over)}"


@dataclass(frozen=True, slots=True)
class TakeOut:
    municipality: str
    key: str
    made_at: datetime
    withheld: WithheldRows
    sheets: tuple[FilledSheet, ...]

    def of(self, table: str) -> FilledSheet:
        return next(one for one in self.sheets if one.sheet.table == table)

    @property
    def name(self) -> str:
        """Of its file or folder."""
        return f"utlamning_{self.key}_{local_day(self.made_at)}"


def slug(header: str) -> str:
    """What programs call it: "Rapporterad av" is rapporterad_av."""
    return "_".join(re.findall(r"\w+", fold(header)))


def _not_over(count: int) -> str:
    return _counted(
        count, "skyddat tillfälle som inte är över är inte med", "skyddade tillfällen som inte är över är inte med"
    )


def _tried(count: int) -> str:
    return "Det ska prövas för sig." if count == 1 else "De ska prövas för sig."


def _other(name: str, count: int) -> str:
    counted = _counted(count, "aktivitet", "aktiviteter")
    return f"{counted} i samma överenskommelser rapporteras av {name} och är med i uppgifterna därifrån."


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
