"""Core statements compiled once, for the path between an officer and the acknowledgement.

SQLAlchemy looks a statement up in its cache and builds an execution context each time, which costs more than the
database's own work. Here the compiled text and the types' converters are kept, and only those run.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Dialect, Select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.base import Executable
from sqlalchemy.sql.elements import ClauseElement
from sqlmodel import Session

Converter = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Compiled:
    """`constants` stand in the statement itself, converted; `order` is empty where parameters go by name."""

    sql: str
    order: Sequence[str]
    constants: Mapping[str, Any]
    binds: Sequence[tuple[str, Converter]]
    columns: Sequence[tuple[int, Converter]]

    def parameters(self, values: Mapping[str, Any]) -> Any:
        given = {**self.constants, **values}
        for name, convert in self.binds:
            given[name] = convert(given[name])
        return tuple([given[name] for name in self.order]) if self.order else given

    def row(self, raw: Sequence[Any]) -> Sequence[Any]:
        cells = list(raw)
        for index, convert in self.columns:
            cells[index] = convert(cells[index])
        return cells


class Prepared:
    """A statement with named parameters; lists in it ("expanding") are not for this."""

    def __init__(self, statement: Executable, *, returns: Iterable[Any] = ()) -> None:
        """`returns` are the columns of a RETURNING clause; a select knows its own."""
        self._statement = statement
        self._returns = list(statement.selected_columns if isinstance(statement, Select) else returns)
        self._compiled: dict[str, _Compiled] = {}

    def all(self, session: Session, **values: Any) -> list[Sequence[Any]]:
        compiled, result = self._execute(session, values)
        return [compiled.row(raw) for raw in result.fetchall()]

    def first(self, session: Session, **values: Any) -> Sequence[Any] | None:
        compiled, result = self._execute(session, values)
        raw = result.fetchone()
        result.close()
        return None if raw is None else compiled.row(raw)

    def scalar(self, session: Session, **values: Any) -> Any:
        row = self.first(session, **values)
        return None if row is None else row[0]

    def run(self, session: Session, **values: Any) -> int:
        """How many rows it changed."""
        changed: int = self._execute(session, values)[1].rowcount
        return changed

    def run_each(self, session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
        """The same statement for many rows that have the same keys."""
        connection = _connection(session)
        compiled = self._for(connection, rows[0])
        with _errors_of_sqlalchemy(connection, compiled.sql):
            _driver(connection).cursor().executemany(compiled.sql, [compiled.parameters(row) for row in rows])

    def _execute(self, session: Session, values: Mapping[str, Any]) -> tuple[_Compiled, Any]:
        """The driver's own cursor: SQLAlchemy's result around it costs more than the statement."""
        connection = _connection(session)
        compiled = self._for(connection, values)
        with _errors_of_sqlalchemy(connection, compiled.sql):
            return compiled, _driver(connection).execute(compiled.sql, compiled.parameters(values))

    def _for(self, connection: Connection, values: Iterable[str]) -> _Compiled:
        name = connection.dialect.name
        if name not in self._compiled:
            self._compiled[name] = _compile(self._statement, connection.dialect, list(values), self._returns)
        return self._compiled[name]


def _compile(statement: Executable, dialect: Dialect, keys: list[str], returns: Sequence[Any]) -> _Compiled:
    if not isinstance(statement, ClauseElement):
        raise TypeError(f"{statement!r} cannot be compiled")
    made: Any = statement.compile(dialect=dialect, column_keys=keys)
    converters = {name: _converter(bind.type, dialect, "bind_processor") for name, bind in made.binds.items()}
    constants = {name: bind.value for name, bind in made.binds.items() if not bind.required}
    columns = [_converter(column.type, dialect, "result_processor", None) for column in returns]
    return _Compiled(
        sql=str(made),
        order=made.positiontup or (),
        constants={name: _converted(value, converters[name]) for name, value in constants.items()},
        binds=[(name, convert) for name, convert in converters.items() if convert and name not in constants],
        columns=[(index, convert) for index, convert in enumerate(columns) if convert],
    )


def _converter(kind: Any, dialect: Dialect, which: str, *arguments: Any) -> Converter | None:
    found: Converter | None = getattr(kind.dialect_impl(dialect), which)(dialect, *arguments)
    return found


def _converted(value: Any, convert: Converter | None) -> Any:
    return convert(value) if convert else value


def _connection(session: Session) -> Connection:
    """`storage.database` hands over the one it opened: asking the session costs as much as a statement."""
    handed: Connection | None = session.info.get("connection")
    return session.connection() if handed is None else handed


def _driver(connection: Connection) -> Any:
    return connection.connection.dbapi_connection


@contextmanager
def _errors_of_sqlalchemy(connection: Connection, sql: str) -> Iterator[None]:
    """Without the parameters, which are what people wrote."""
    base: type[Exception] = connection.dialect.loaded_dbapi.Error
    try:
        yield
    except base as error:
        raise DBAPIError.instance(sql, None, error, base, dialect=connection.dialect) from error
