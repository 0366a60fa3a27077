from alembic import op
from sqlalchemy import UniqueConstraint

from storage.migrations.whole_model.columns import day, integer, moment, own_id, ref, string, word


def create() -> None:
    op.create_table(
        "follow_up_version",
        own_id(),
        ref("municipality_id", "municipality"),
        day("first"),
        day("last"),
        integer("version"),
        word("state", "followupstate", "draft", "settled"),
        string("content"),
        ref("made_by_id", "person"),
        moment("made_at"),
        ref("settled_by_id", "person", optional=True),
        moment("settled_at", optional=True),
        UniqueConstraint("municipality_id", "first", "last", "version"),
    )
