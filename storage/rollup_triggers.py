"""The triggers that keep `month_count` and `day_count`: in the transaction of what they count, whoever made it.

These are the first migration's too. After a release a change of them is a migration that drops and makes them anew,
with statements of its own; on SQLite also one that rebuilds `occurrence`, `outcome` or `activity`, which drops them.
"""

from storage import rollup_triggers_postgresql, rollup_triggers_sqlite


def statements(dialect: str) -> list[str]:
    if dialect == "postgresql":
        return rollup_triggers_postgresql.statements()
    return rollup_triggers_sqlite.statements()
