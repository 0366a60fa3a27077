"""Sums that the database keeps itself, by triggers: whatever changes occurrences and reports changes them too."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, MetaData, event
from sqlmodel import Field

from storage import rollup_triggers
from storage.models.base import KEYED, Row


class MonthCount(Row, table=True):
    """Of a municipality's occurrences that begin in a month (its first day, in Stockholm), and their current reports.

    `planned` are all that were planned and stand; `waiting` those that lack a report, be they over or ahead.
    """

    __tablename__ = "month_count"
    __table_args__ = KEYED

    municipality_id: int = Field(foreign_key="municipality.id", primary_key=True)
    month: date = Field(primary_key=True)
    planned: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    waiting: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    cancelled: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    done: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    partly: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    not_done: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    not_needed: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    unknown: int = Field(default=0, sa_column_kwargs={"server_default": "0"})


class DayCount(Row, table=True):
    """The same by the day that they end on: what of a month is over depends on the day that somebody asks."""

    __tablename__ = "day_count"
    __table_args__ = KEYED

    month: date = Field(primary_key=True)
    day: date = Field(primary_key=True)
    municipality_id: int = Field(foreign_key="municipality.id", primary_key=True)
    planned: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    waiting: int = Field(default=0, sa_column_kwargs={"server_default": "0"})


@event.listens_for(Row.metadata, "after_create")
def _create_triggers(_metadata: MetaData, connection: Connection, **_options: Any) -> None:
    for statement in rollup_triggers.statements(connection.dialect.name):
        connection.exec_driver_sql(statement)
