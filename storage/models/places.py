"""Municipalities and the police areas that hold them."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from storage.models.base import NEVER_REUSED, Row


class PoliceArea(Row, table=True):
    """Lokalpolisområde."""

    __tablename__ = "police_area"

    id: int = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    name: str


class Municipality(Row, table=True):
    """`prefix` begins the numbers of its reports: TIM-2026-0042."""

    __tablename__ = "municipality"

    id: int = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    name: str
    prefix: str = Field(unique=True)
    police_area_id: int | None = Field(default=None, foreign_key="police_area.id", index=True)


class ReportSeries(Row, table=True):
    """The last number given to a report of a municipality in a year; raised in the report's own transaction."""

    __tablename__ = "report_series"

    municipality_id: int = Field(foreign_key="municipality.id", primary_key=True)
    year: int = Field(primary_key=True)
    last: int = 0


class SchoolHoliday(Row, table=True):
    __tablename__ = "school_holiday"
    __table_args__ = (UniqueConstraint("municipality_id", "starts_on", "name"), NEVER_REUSED)

    id: int = Field(default=None, primary_key=True)
    municipality_id: int = Field(foreign_key="municipality.id")
    name: str
    starts_on: date
    ends_on: date
