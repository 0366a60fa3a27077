from alembic import op
from sqlalchemy import UniqueConstraint

from storage.migrations.whole_model.columns import (
    index,
    integer,
    json,
    key,
    moment,
    own_id,
    partial_index,
    ref,
    string,
    word,
)

STEPS = ("week_before", "day_before", "hours_before", "due_soon", "opens", "after", "next_morning", "snoozed",
         "substitute", "coordinator")  # fmt: skip


def create() -> None:
    outbox_message()
    outbox_queues()
    reminder()


def outbox_message() -> None:
    op.create_table(
        "outbox_message",
        own_id(),
        key(),
        word("purpose", "purpose", "reminder", "update", "reply", "question", "notice", "digest", "post"),
        ref("person_id", "person", optional=True),
        string("channel", optional=True),
        json("payload", optional=True),
        ref("updates_id", "outbox_message", optional=True),
        moment("due_at"),
        moment("not_before", optional=True),
        word("state", "messagestate", "pending", "leased", "sent", "missed", "failed", "dropped"),
        string("owner", optional=True),
        moment("lease_until", optional=True),
        integer("attempts"),
        moment("first_attempt_at", optional=True),
        moment("sent_at", optional=True),
        string("slack_channel", optional=True),
        string("slack_ts", optional=True),
        string("error", optional=True),
    )


def outbox_queues() -> None:
    """Almost every message is sent long ago; the dispatcher looks only at those that still move."""
    table = "outbox_message"
    partial_index("ix_outbox_message_pending", table, "due_at", "id", where="state = 'pending'")
    partial_index("ix_outbox_message_replies", table, "due_at", where="state = 'pending' AND purpose = 'reply'")
    partial_index("ix_outbox_message_leased", table, "lease_until", where="state = 'leased'")
    update = "state = 'pending' AND updates_id IS NOT NULL"
    partial_index("uq_outbox_message_update", table, "updates_id", where=update, unique=True)
    told_in = "state = 'dropped' AND updates_id IS NOT NULL"
    partial_index("ix_outbox_message_told_in", table, "updates_id", where=told_in)


def reminder() -> None:
    op.create_table(
        "reminder",
        ref("message_id", "outbox_message", primary_key=True),
        ref("occurrence_id", "occurrence"),
        integer("sequence"),
        word("step", "step", *STEPS),
        ref("person_id", "person"),
        ref("joined_id", "outbox_message", optional=True),
        UniqueConstraint("occurrence_id", "sequence", "step", "person_id"),
    )
    index("reminder", "person_id")
    partial_index("ix_reminder_joined", "reminder", "joined_id", where="joined_id IS NOT NULL")
