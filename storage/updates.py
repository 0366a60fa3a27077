"""Messages that will show how things stand now: each that may have reached Slack, once for each `cause`.

What is on its way counts as sent: its update waits until whoever sends it knows.
"""

from sqlalchemy import bindparam, text

from storage.prepared import Prepared
from storage.types import UtcDateTime

UPDATE = """
    SELECT 'update:' || m.id || ':' || :cause, 'update', m.person_id, m.id, :now, 'pending', 0
    FROM {messages} AND (m.state IN ('sent', 'leased') OR m.state = 'pending' AND m.attempts > 0)
"""


def of(*messages: str) -> Prepared:
    """Each of them is what follows FROM: tables, `m` among them, and a WHERE. Run with `cause` and `now`."""
    found = " UNION ALL ".join(UPDATE.format(messages=one) for one in messages)
    columns = "key, purpose, person_id, updates_id, due_at, state, attempts"
    statement = text(f"INSERT INTO outbox_message ({columns}) {found} ON CONFLICT DO NOTHING")
    return Prepared(statement.bindparams(bindparam("now", type_=UtcDateTime())))
