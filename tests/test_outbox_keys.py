"""Messages are found by how their keys begin, among all that were ever sent."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import event, insert, text
from sqlmodel import Session, col, select

from bot.domain.words import MessageState, Purpose
from storage import duties_together, outbox
from storage.models import OutboxMessage
from tests.factories import NOW

INDEX = {"sqlite": "sqlite_autoindex_outbox_message_1 (key>? AND key<?)", "postgresql": "Index Cond: (((key)::text >= "}
ABOUT = "handover:7:asked"
SAID = {"text": "Klar"}
WAYS: dict[str, Callable[[Session], object]] = {
    "replace": lambda session: outbox.replace(session, ABOUT, SAID, NOW),
    "become": lambda session: outbox.become(session, ABOUT, SAID, NOW, "cause"),
    "duties": lambda session: duties_together.messages(session, "duty:1:2026-01-01:2026-12-31:"),
}


def message(key: str, state: MessageState = MessageState.SENT) -> dict[str, Any]:
    return {"key": key, "purpose": Purpose.QUESTION, "due_at": NOW, "state": state, "attempts": 1, "channel": "U1"}


def sent(session: Session, many: int = 3000) -> None:
    """As many wait: else those would be looked through, by another index."""
    states = (MessageState.SENT, MessageState.PENDING)
    rows = [message(f"receipt:{one}:event", states[one % 2]) for one in range(many)]
    session.connection().execute(insert(OutboxMessage), rows)
    session.connection().execute(text("ANALYZE"))


def plans(session: Session, way: Callable[[Session], object]) -> list[str]:
    """How the database goes about each statement that looks at keys."""
    connection, asked = session.connection(), []
    event.listen(connection, "before_cursor_execute", lambda *given: asked.append(given[2:4]))
    way(session)
    explain = "EXPLAIN" if connection.dialect.name == "postgresql" else "EXPLAIN QUERY PLAN"
    found = [connection.exec_driver_sql(f"{explain} {sql}", values).all() for sql, values in list(asked)]
    return ["\n".join(str(step[-1]) for step in steps) for steps in found]


@pytest.mark.parametrize("way", WAYS)
def test_an_index_finds_what_begins_so(stored: Session, way: str) -> None:
    sent(stored)
    found = plans(stored, WAYS[way])

    assert [plan for plan in found if INDEX[stored.connection().dialect.name] not in plan] == []
    assert len(found) == {"replace": 2, "become": 2, "duties": 1}[way]


def test_only_what_begins_so_is_replaced(stored: Session) -> None:
    """Whatever language the database sorts in: there ":" would count for nothing."""
    near = ("handover:7:aske", "handover:7:asked", "handover:7:asked:1", "handover:7:askef", "handover:77:asked",
            "handover-7:asked", "Handover:7:asked", "handover_7:asked")  # fmt: skip
    stored.connection().execute(insert(OutboxMessage), [message(key) for key in near])

    outbox.replace(stored, ABOUT, SAID, NOW)

    its = select(col(OutboxMessage.updates_id)).where(col(OutboxMessage.purpose) == Purpose.UPDATE)
    found = select(col(OutboxMessage.key)).where(col(OutboxMessage.id).in_(its)).order_by(col(OutboxMessage.id))
    assert stored.exec(found).all() == ["handover:7:asked", "handover:7:asked:1"]
