import sqlalchemy as sa
from alembic import op

from storage import rollup_triggers
from storage.migrations.whole_model.columns import KEYED, Column, ref


def create() -> None:
    month_count()
    day_count()
    connection = op.get_bind()
    for statement in rollup_triggers.statements(connection.dialect.name):
        connection.exec_driver_sql(statement)


def month_count() -> None:
    op.create_table(
        "month_count",
        ref("municipality_id", "municipality", primary_key=True),
        _key("month"),
        *_counts("planned", "waiting", "cancelled", "done", "partly", "not_done", "not_needed", "unknown"),
        **KEYED,
    )


def day_count() -> None:
    op.create_table(
        "day_count",
        _key("month"),
        _key("day"),
        ref("municipality_id", "municipality", primary_key=True),
        *_counts("planned", "waiting"),
        **KEYED,
    )


def _key(name: str) -> Column:
    return sa.Column(name, sa.Date, primary_key=True)


def _counts(*names: str) -> list[Column]:
    return [sa.Column(name, sa.Integer, nullable=False, server_default="0") for name in names]
