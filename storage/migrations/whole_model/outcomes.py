from alembic import op
from sqlalchemy import CheckConstraint, Column, Float, UniqueConstraint

from storage.migrations.whole_model.columns import (
    KEYED,
    NEVER_REUSED,
    day,
    flag,
    index,
    integer,
    json,
    moment,
    own_id,
    partial_index,
    ref,
    string,
    word,
)


def create() -> None:
    outcome()
    outcome_measure()
    deficiency()


def outcome() -> None:
    op.create_table(
        "outcome",
        own_id(),
        ref("occurrence_id", "occurrence"),
        string("number"),
        integer("version"),
        flag("current"),
        word("status", "outcomestatus", "done", "partly", "not_done", "not_needed", "unknown"),
        word("reason", "reason", "weather", "staff", "priority", "other", optional=True),
        integer("count"),
        string("note"),
        string("place"),
        moment("started_at", optional=True),
        moment("ended_at", optional=True),
        flag("part_of_day"),
        json("parties"),
        ref("reported_by_id", "person"),
        moment("reported_at"),
        moment("withdrawn_at", optional=True),
        UniqueConstraint("number", "version"),
        CheckConstraint("count >= 1", name="count"),
    )
    index("outcome", "reported_by_id")
    partial_index(
        "uq_outcome_current", "outcome", "occurrence_id", where="current", sqlite_where="current = 1", unique=True
    )


def outcome_measure() -> None:
    op.create_table(
        "outcome_measure",
        ref("outcome_id", "outcome", primary_key=True),
        string("key", primary_key=True),
        Column("value", Float, nullable=False),
        **KEYED,
    )


def deficiency() -> None:
    op.create_table(
        "deficiency",
        own_id(),
        ref("occurrence_id", "occurrence"),
        string("category"),
        string("spot"),
        word("state", "deficiencystate", "noted", "accepted", "refused", "done"),
        string("owner", optional=True),
        string("decision", optional=True),
        day("due_on", optional=True),
        day("done_on", optional=True),
        **NEVER_REUSED,
    )
    index("deficiency", "occurrence_id")
