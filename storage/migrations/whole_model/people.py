from alembic import op
from sqlalchemy import UniqueConstraint

from storage.migrations.whole_model.columns import (
    NEVER_REUSED,
    PARTS,
    day,
    flag,
    index,
    json,
    moment,
    one_place,
    own_id,
    partial_index,
    ref,
    string,
    word,
)


def create() -> None:
    person()
    role_grant()
    function_holder()
    absence()
    preference()
    calendar_feed()
    access_request()
    subscription()


def person() -> None:
    op.create_table(
        "person",
        own_id(),
        string("team_id"),
        string("user_id"),
        string("dm_channel", optional=True),
        string("time_zone"),
        flag("external"),
        flag("active"),
        ref("added_by_id", "person", optional=True),
        moment("added_at"),
        day("leaves_on", optional=True),
        ref("successor_id", "person", optional=True),
        ref("party_id", "party", optional=True),
        UniqueConstraint("team_id", "user_id"),
    )


def role_grant() -> None:
    op.create_table(
        "role_grant",
        own_id(),
        ref("person_id", "person"),
        word("role", "role", "staff", "coordinator", "chief", "administrator"),
        ref("municipality_id", "municipality", optional=True),
        ref("police_area_id", "police_area", optional=True),
        day("valid_from"),
        day("valid_to", optional=True),
        one_place(),
    )
    index("role_grant", "person_id")


def function_holder() -> None:
    op.create_table(
        "function_holder",
        own_id(),
        string("function"),
        ref("person_id", "person"),
        word("part", "part", *PARTS),
        ref("municipality_id", "municipality", optional=True),
        ref("police_area_id", "police_area", optional=True),
        day("valid_from"),
        day("valid_to", optional=True),
        one_place(),
    )
    index("function_holder", "function", "municipality_id")


def absence() -> None:
    op.create_table(
        "absence",
        own_id(),
        ref("person_id", "person"),
        day("starts_on"),
        day("ends_on"),
        ref("substitute_id", "person", optional=True),
        **NEVER_REUSED,
    )
    index("absence", "person_id", "ends_on")


def preference() -> None:
    op.create_table(
        "preference",
        ref("person_id", "person", primary_key=True),
        string("name", primary_key=True),
        json("value"),
    )


def calendar_feed() -> None:
    op.create_table(
        "calendar_feed",
        ref("person_id", "person", primary_key=True),
        string("secret_hash", unique=True),
        moment("made_at"),
    )


def access_request() -> None:
    table = "access_request"
    op.create_table(
        table,
        own_id(),
        string("team_id"),
        string("user_id"),
        flag("external"),
        word("state", "requeststate", "asked", "accepted", "declined"),
        moment("asked_at"),
        ref("decided_by_id", "person", optional=True),
        moment("decided_at", optional=True),
    )
    partial_index("uq_access_request_open", table, "team_id", "user_id", where="state = 'asked'", unique=True)


def subscription() -> None:
    op.create_table(
        "subscription",
        own_id(),
        ref("person_id", "person"),
        string("subject"),
        string("cadence"),
        UniqueConstraint("person_id", "subject"),
    )
