from alembic import op

from storage.migrations.whole_model.columns import KEYED, moment, string


def create() -> None:
    op.create_table("channel_pace", string("channel", primary_key=True), moment("free_at"), **KEYED)
