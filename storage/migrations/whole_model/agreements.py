from alembic import op
from sqlalchemy import CheckConstraint

from storage.migrations.whole_model.columns import (
    PERIODS,
    day,
    flag,
    index,
    integer,
    json,
    own_id,
    ref,
    string,
    word,
)

PARTY_KINDS = ("police", "municipality", "housing_company", "school", "association", "council", "other")


def create() -> None:
    agreement()
    agreement_municipality()
    agreement_party()
    focus_area()
    follow_up_duty()


def agreement() -> None:
    op.create_table(
        "agreement",
        own_id(),
        string("key", unique=True),
        word("kind", "agreementkind", "citizen_promise", "collaboration_agreement"),
        word("state", "agreementstate", "draft", "current", "ended", "terminated", "replaced"),
        string("title"),
        day("period_start"),
        day("period_end"),
        day("signed_on", optional=True),
        integer("first_month"),
        flag("partly_counts"),
        json("basis"),
        json("questions"),
        flag("example"),
        string("spokesperson", optional=True),
        ref("parent_id", "agreement", optional=True),
        string("parent_mentioned", optional=True),
        ref("replaces_id", "agreement", optional=True),
        day("terminated_on", optional=True),
        CheckConstraint("period_start <= period_end", name="period"),
        CheckConstraint("first_month BETWEEN 1 AND 12", name="first_month"),
    )


def agreement_municipality() -> None:
    op.create_table(
        "agreement_municipality",
        ref("agreement_id", "agreement", primary_key=True),
        ref("municipality_id", "municipality", primary_key=True),
    )
    index("agreement_municipality", "municipality_id")


def party() -> None:
    op.create_table(
        "party",
        own_id(),
        string("name", unique=True),
        word("kind", "partykind", *PARTY_KINDS),
        ref("municipality_id", "municipality", optional=True),
        ref("police_area_id", "police_area", optional=True),
    )


def agreement_party() -> None:
    op.create_table(
        "agreement_party",
        ref("agreement_id", "agreement", primary_key=True),
        ref("party_id", "party", primary_key=True),
        flag("signed"),
    )


def focus_area() -> None:
    op.create_table(
        "focus_area",
        own_id(),
        ref("agreement_id", "agreement"),
        integer("position"),
        string("title"),
        string("problem", optional=True),
        string("cause", optional=True),
        string("goal", optional=True),
        json("via"),
    )
    index("focus_area", "agreement_id")


def follow_up_duty() -> None:
    op.create_table(
        "follow_up_duty",
        own_id(),
        ref("agreement_id", "agreement"),
        word("form", "followupform", "written", "oral"),
        word("per", "per", *PERIODS),
        string("owner"),
        json("recipients"),
    )
    index("follow_up_duty", "agreement_id")
