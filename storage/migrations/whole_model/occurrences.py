from alembic import op
from sqlalchemy import CheckConstraint

from storage.migrations.whole_model.columns import (
    PARTS,
    flag,
    index,
    integer,
    moment,
    own_id,
    partial_index,
    ref,
    string,
    word,
)


def create() -> None:
    occurrence()
    occurrence_person()
    handover()


def occurrence() -> None:
    op.create_table(
        "occurrence",
        own_id(),
        ref("activity_id", "activity"),
        moment("starts_at"),
        moment("ends_at"),
        string("label", optional=True),
        string("place", optional=True),
        word("state", "occurrencestate", "planned", "cancelled", "reported"),
        integer("sequence"),
        flag("planned"),
        string("cancel_reason", optional=True),
        moment("entered_late_at", optional=True),
        ref("series_id", "occurrence", optional=True),
        CheckConstraint("starts_at < ends_at", name="span"),
    )
    index("occurrence", "activity_id", "starts_at")


def occurrence_person() -> None:
    op.create_table(
        "occurrence_person",
        ref("occurrence_id", "occurrence", primary_key=True),
        ref("person_id", "person", primary_key=True),
        word("part", "part", *PARTS),
    )
    index("occurrence_person", "person_id")


def handover() -> None:
    op.create_table(
        "handover",
        own_id(),
        ref("occurrence_id", "occurrence"),
        ref("from_id", "person"),
        ref("to_id", "person"),
        word("state", "handoverstate", "asked", "accepted", "declined", "withdrawn"),
        moment("asked_at"),
        moment("answered_at", optional=True),
    )
    index("handover", "to_id")
    partial_index("uq_handover_open", "handover", "occurrence_id", "from_id", where="state = 'asked'", unique=True)
