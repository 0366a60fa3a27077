from alembic import op
from sqlalchemy import CheckConstraint, UniqueConstraint

from storage.migrations.whole_model.columns import (
    PARTS,
    PERIODS,
    day,
    flag,
    index,
    integer,
    own_id,
    ref,
    string,
    word,
)


def create() -> None:
    activity()
    activity_party()
    activity_person()
    goal()


def activity() -> None:
    op.create_table(
        "activity",
        own_id(),
        ref("focus_area_id", "focus_area"),
        ref("municipality_id", "municipality"),
        string("key"),
        string("title"),
        string("kind"),
        word("form", "form", "dated", "window", "continuous", "when_needed", "deliverable"),
        flag("protected"),
        ref("lead_party_id", "party", optional=True),
        string("function", optional=True),
        string("substitute_function", optional=True),
        string("place", optional=True),
        string("recurrence", optional=True),
        word("cadence", "per", *PERIODS, optional=True),
        string("window", optional=True),
        day("due_on", optional=True),
        integer("position"),
        day("ended_on", optional=True),
        UniqueConstraint("focus_area_id", "key"),
    )
    index("activity", "municipality_id")


def activity_party() -> None:
    op.create_table(
        "activity_party",
        ref("activity_id", "activity", primary_key=True),
        ref("party_id", "party", primary_key=True),
    )


def activity_person() -> None:
    op.create_table(
        "activity_person",
        ref("activity_id", "activity", primary_key=True),
        ref("person_id", "person", primary_key=True),
        word("part", "part", *PARTS),
    )
    index("activity_person", "person_id")


def goal() -> None:
    op.create_table(
        "goal",
        own_id(),
        ref("activity_id", "activity"),
        word("origin", "goalorigin", "promised", "planned"),
        integer("count"),
        string("unit"),
        word("per", "per", *PERIODS),
        day("valid_from"),
        day("valid_to"),
        string("decided_by", optional=True),
        day("decided_on", optional=True),
        CheckConstraint("count > 0", name="count"),
    )
    index("goal", "activity_id")
