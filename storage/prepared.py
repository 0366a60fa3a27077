"""Core statements compiled once, for the path between an officer and the acknowledgement.

SQLAlchemy looks a statement up in its cache and builds an execution context each time, which costs more than the
database's own work. Here the compiled text and the types' converters are kept, and only those run.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import (
    ARRAY,
    BindParameter,
    Connection,
    Date,
    Dialect,
    Enum,
    Integer,
    Select,
    Text,
    bindparam,
    literal_column,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Mapped
from sqlalchemy.sql.base import Executable
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import ClauseElement, ColumnElement
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.sql.visitors import replacement_traverse
from sqlalchemy.types import TypeDecorator, TypeEngine
from sqlmodel import Session

Converter = Callable[[Any], Any]
BIND, RESULT = "bind_processor", "result_processor"  # what SQLAlchemy calls them


class Direct(NamedTuple):
    """A connection as its driver has it: asking SQLAlchemy for that each time costs a fifth of a short statement."""

    dialect: Dialect
    driver: Any

    @classmethod
    def of(cls, connection: Connection) -> "Direct":
        return cls(connection.dialect, connection.connection.dbapi_connection)


class _Compiled:
    def __init__(self, statement: ClauseElement, dialect: Dialect, keys: list[str], returns: Sequence[Any]) -> None:
        made: Any = _with_literals(statement, dialect).compile(dialect=dialect, column_keys=keys)
        converters = {name: _converter(bind.type, dialect, BIND) for name, bind in made.binds.items()}
        held = {name: bind.value for name, bind in made.binds.items() if not bind.required}
        self.sql = str(made)
        self._held = {name: _converted(value, converters[name]) for name, value in held.items()}
        self._in_order = _in_order(made.positiontup) if made.positiontup else None  # else they go by name
        self._binds = [(name, convert) for name, convert in converters.items() if convert and name not in held]
        columns = enumerate(_converter(column.type, dialect, RESULT, None) for column in returns)
        self._columns = [(index, convert) for index, convert in columns if convert]
        self._errors: type[Exception] = dialect.loaded_dbapi.Error
        self._dialect = dialect

    def run(self, driver: Any, values: dict[str, Any]) -> Any:
        """On the driver's own cursor: SQLAlchemy's result around it costs more than the statement."""
        try:
            return driver.execute(self.sql, self._parameters(values))
        except self._errors as error:
            raise self._error(error) from error

    def run_each(self, driver: Any, rows: Sequence[Mapping[str, Any]]) -> None:
        try:
            driver.cursor().executemany(self.sql, [self._parameters(dict(row)) for row in rows])
        except self._errors as error:
            raise self._error(error) from error

    def row(self, raw: Sequence[Any]) -> Sequence[Any]:
        if not self._columns:
            return raw
        cells = list(raw)
        for index, convert in self._columns:
            cells[index] = convert(cells[index])
        return cells

    def _parameters(self, values: dict[str, Any]) -> Any:
        for name, convert in self._binds:
            values[name] = convert(values[name])
        if self._held:
            values |= self._held
        return values if self._in_order is None else self._in_order(values)

    def _error(self, error: Exception) -> Exception:
        """As SQLAlchemy says it, without the parameters, which are what people wrote."""
        return DBAPIError.instance(self.sql, None, error, self._errors, dialect=self._dialect)


class Prepared:
    """A statement with named parameters; a list in it is written with `one_of`, never with `in_`."""

    def __init__(self, statement: Executable, *, returns: Iterable[Any] = ()) -> None:
        """`returns` are the columns of a RETURNING clause; a select knows its own."""
        self._statement = statement
        self._returns = list(statement.selected_columns if isinstance(statement, Select) else returns)
        self._compiled: dict[str, _Compiled] = {}

    def all(self, session: Session, **values: Any) -> list[Sequence[Any]]:
        driver, compiled = self._on(session, values)
        return [compiled.row(raw) for raw in compiled.run(driver, values).fetchall()]

    def first(self, session: Session, **values: Any) -> Sequence[Any] | None:
        driver, compiled = self._on(session, values)
        raw = compiled.run(driver, values).fetchone()
        return None if raw is None else compiled.row(raw)

    def scalar(self, session: Session, **values: Any) -> Any:
        row = self.first(session, **values)
        return None if row is None else row[0]

    def run(self, session: Session, **values: Any) -> int:
        """How many rows it changed."""
        driver, compiled = self._on(session, values)
        changed: int = compiled.run(driver, values).rowcount
        return changed

    def new_id(self, session: Session, **values: Any) -> int:
        """Of the row that it inserts. SQLAlchemy has PostgreSQL return it; SQLite would gather it in a table first."""
        driver, compiled = self._on(session, values)
        inserted = compiled.run(driver, values)
        found: int = inserted.fetchone()[0] if inserted.description else inserted.lastrowid
        return found

    def run_each(self, session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
        """The same statement for many rows that have the same keys."""
        if rows:
            driver, compiled = self._on(session, rows[0])
            compiled.run_each(driver, rows)

    def _on(self, session: Session, values: Iterable[str]) -> tuple[Any, _Compiled]:
        # `storage.database` hands over what it opened: asking the session costs as much as a statement.
        dialect, driver = session.info.get("direct") or Direct.of(session.connection())
        compiled = self._compiled.get(dialect.name)
        if compiled is None:
            if not isinstance(self._statement, ClauseElement):
                raise TypeError(f"{self._statement!r} cannot be compiled")
            compiled = self._compiled[dialect.name] = _Compiled(self._statement, dialect, list(values), self._returns)
        return driver, compiled


class _List(TypeDecorator[Sequence[Any]]):
    """An array, or where there is none the text of one."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[TypeEngine[Any]]) -> None:
        super().__init__()
        self.kind = kind

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return Text() if dialect.name == "sqlite" else ARRAY(self.kind)

    def process_bind_param(self, value: Sequence[Any] | None, dialect: Dialect) -> Any:
        return json.dumps(value, default=str) if dialect.name == "sqlite" else value


class _OneOf(FunctionElement[bool]):
    inherit_cache = True


def one_of(column: Mapped[Any], name: str, kind: type[TypeEngine[Any]] = Integer) -> ColumnElement[bool]:
    """Whether it is in the list of that name: one parameter, so the statement is the same however long the list is.

    An array, not rows to join: PostgreSQL, which knows nothing of either, takes an array for short and uses the index,
    and rows for so many that it would rather read the whole table.
    """
    return _OneOf(column, bindparam(name, type_=_List(kind)))


@compiles(_OneOf)
def _any(element: _OneOf, compiler: SQLCompiler, **how: Any) -> str:
    column, ids = (compiler.process(clause, **how) for clause in element.clauses)
    return f"{column} = ANY ({ids})"


@compiles(_OneOf, "sqlite")
def _any_in_sqlite(element: _OneOf, compiler: SQLCompiler, **how: Any) -> str:
    column, ids = (compiler.process(clause, **how) for clause in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({ids}))"


def _with_literals(statement: ClauseElement, dialect: Dialect) -> ClauseElement:
    """Values that the statement itself holds are written out in its conditions.

    A partial index ("WHERE state = 'pending'") cannot be chosen for a parameter: PostgreSQL's kept plan leaves it
    aside, and SQLite prepares the statement anew each time that the parameter is bound, which takes 100 µs.
    """

    def written(element: Any, **_: Any) -> ClauseElement | None:
        if not isinstance(element, BindParameter) or element.required or element.value is None:
            return None
        write = element.type.dialect_impl(dialect).literal_processor(dialect)
        return None if write is None else literal_column(write(element.value), element.type)

    traversed: Any = replacement_traverse(statement, {}, written)
    made: ClauseElement = traversed
    return made


def _converter(kind: Any, dialect: Dialect, which: str, *arguments: Any) -> Converter | None:
    """SQLAlchemy's, but for two that take a report ten times as long as they need."""
    if isinstance(kind, Enum) and kind.enum_class:
        words = {member.value: member for member in kind.enum_class}
        known = {word: word for word in words} if which == BIND else words
        return {None: None, **known}.__getitem__
    if which == BIND and dialect.name == "sqlite" and isinstance(kind, Date):
        return _sqlite_day
    found: Converter | None = getattr(kind.dialect_impl(dialect), which)(dialect, *arguments)
    return found


def _sqlite_day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _in_order(names: Sequence[str]) -> Callable[[Mapping[str, Any]], Sequence[Any]]:
    if len(names) == 1:  # of which `itemgetter` gives the value itself
        return lambda values: [values[names[0]]]
    return itemgetter(*names)


def _converted(value: Any, convert: Converter | None) -> Any:
    return convert(value) if convert else value
