from alembic import op
from sqlalchemy import UniqueConstraint

from storage.migrations.whole_model.columns import NEVER_REUSED, day, index, integer, own_id, ref, string


def create() -> None:
    police_area()
    municipality()
    report_series()
    school_holiday()


def police_area() -> None:
    op.create_table(
        "police_area",
        own_id(),
        string("key", unique=True),
        string("name"),
    )


def municipality() -> None:
    op.create_table(
        "municipality",
        own_id(),
        string("key", unique=True),
        string("name"),
        string("prefix", unique=True),
        ref("police_area_id", "police_area", optional=True),
    )
    index("municipality", "police_area_id")


def report_series() -> None:
    op.create_table(
        "report_series",
        ref("municipality_id", "municipality", primary_key=True),
        integer("year", primary_key=True),
        integer("last"),
    )


def school_holiday() -> None:
    op.create_table(
        "school_holiday",
        own_id(),
        ref("municipality_id", "municipality"),
        string("name"),
        day("starts_on"),
        day("ends_on"),
        UniqueConstraint("municipality_id", "starts_on", "name"),
        **NEVER_REUSED,
    )
