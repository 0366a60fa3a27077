from alembic import op

from storage.migrations.whole_model.columns import (
    KEYED,
    NEVER_REUSED,
    index,
    integer,
    json,
    moment,
    own_id,
    ref,
    string,
    word,
)


def create() -> None:
    processed_event()
    audit_event()
    draft()


def processed_event() -> None:
    op.create_table(
        "processed_event",
        string("key", primary_key=True),
        moment("at"),
        **KEYED,
    )


def audit_event() -> None:
    op.create_table(
        "audit_event",
        own_id(),
        moment("at"),
        ref("actor_id", "person", optional=True),
        string("action"),
        string("subject"),
        integer("subject_id"),
        json("detail", optional=True),
    )
    index("audit_event", "subject", "subject_id")


def draft() -> None:
    op.create_table(
        "draft",
        own_id(),
        ref("person_id", "person"),
        word("purpose", "draftpurpose", "report_line", "agreement", "question"),
        json("payload"),
        moment("expires_at"),
        **NEVER_REUSED,
    )
    index("draft", "person_id")
