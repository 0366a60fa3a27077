from alembic import op

from storage.migrations.whole_model.columns import NEVER_REUSED, index, moment, own_id, ref, string, word


def create() -> None:
    op.create_table(
        "channel_post",
        own_id(),
        string("team_id"),
        string("channel"),
        ref("municipality_id", "municipality"),
        ref("focus_area_id", "focus_area", optional=True),
        word("what", "postkind", "week", "reported"),
        ref("asked_by_id", "person"),
        moment("asked_at"),
        **NEVER_REUSED,
    )
    index("channel_post", "channel")
