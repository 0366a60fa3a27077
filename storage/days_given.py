"""Days as one parameter of a prepared statement, as `storage.prepared.one_of` has ids."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ARRAY, Date, Dialect, Text, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Mapped
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine


def one_of_days(column: Mapped[date], name: str) -> ColumnElement[bool]:
    """Whether it is in the list of that name. An array, not rows to join: PostgreSQL, which knows nothing of either,
    takes an array for short and uses the index, and rows for so many that it would rather read the whole table.
    """
    return _OneOfDays(column, bindparam(name, type_=_Days()))


class _Days(TypeDecorator[Sequence[date]]):
    """An array, or where there is none the text of one."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return Text() if dialect.name == "sqlite" else ARRAY(Date)

    def process_bind_param(self, value: Sequence[date] | None, dialect: Dialect) -> Any:
        return json.dumps(value, default=str) if dialect.name == "sqlite" else value


class _OneOfDays(FunctionElement[bool]):
    inherit_cache = True


@compiles(_OneOfDays)
def _any(element: _OneOfDays, compiler: SQLCompiler, **how: Any) -> str:
    column, days = (compiler.process(clause, **how) for clause in element.clauses)
    return f"{column} = ANY ({days})"


@compiles(_OneOfDays, "sqlite")
def _any_in_sqlite(element: _OneOfDays, compiler: SQLCompiler, **how: Any) -> str:
    column, days = (compiler.process(clause, **how) for clause in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({days}))"
