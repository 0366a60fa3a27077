"""Connections to a PostgreSQL database that is lent again: kept from one test to the next.

A new one starts a process of the server, which reads the catalogue anew: that took a third of the server's time.
"""

import select
from collections import defaultdict
from typing import Any

from psycopg import Connection
from psycopg.pq import TransactionStatus
from sqlalchemy import Dialect, Engine, event

_databases: set[str] = set()
_laid_aside: dict[tuple[str, ...], list["Kept"]] = defaultdict(list)


class Kept(Connection[Any]):
    """Laid aside by who closes it, for the next who wants the like."""

    like: tuple[str, ...] = ()

    def close(self) -> None:
        if not self.closed and self.like[0] in _databases and self.is_quiet():
            _laid_aside[self.like].append(self)
        else:
            super().close()

    def is_quiet(self) -> bool:
        """Nothing is under way in it, and the server has not ended it."""
        idle = self.info.transaction_status is TransactionStatus.IDLE
        return idle and not select.select([self.fileno()], [], [], 0)[0]

    def end(self) -> None:
        super().close()


def keep_connections(database: str) -> None:
    """From now on: those to it that SQLAlchemy opens."""
    _databases.add(database)
    if not event.contains(Engine, "do_connect", _connect):
        event.listen(Engine, "do_connect", _connect)


def end_connections(database: str) -> None:
    """From now on each is opened anew."""
    _databases.discard(database)
    for like in [like for like in _laid_aside if like[0] == database]:
        for one in _laid_aside.pop(like):
            one.end()


def end_all() -> None:
    for database in [*_databases]:
        end_connections(database)


def processes_kept(database: str) -> list[int]:
    """The server's numbers of them."""
    return [one.info.backend_pid for like, some in _laid_aside.items() if like[0] == database for one in some]


def _connect(_dialect: Dialect, _record: object, _arguments: object, parameters: dict[str, Any]) -> Kept | None:
    database = parameters.get("dbname", "")
    if database not in _databases:
        return None
    like = (database, *(str(parameters.get(name)) for name in ("host", "port", "options")))
    while _laid_aside[like]:
        one = _laid_aside[like].pop()
        if one.is_quiet():
            return one
        one.end()
    made = Kept.connect(**parameters)
    made.like = like
    return made
