"""Many rows as one parameter of a prepared statement: one statement for all of them, on either database."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Dialect, Subquery, Text, bindparam, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine

from storage.prepared import Converter

Rows = Iterable[Sequence[Any]]


def rows_given(name: str, **columns: TypeEngine[Any]) -> Subquery:
    """A table of the rows in the parameter of that name: each row a sequence, with a value for each column."""
    parameter = bindparam(name, type_=_AsJson(tuple(columns.values())))
    row = _Elements(parameter).table_valued("value").c.value
    cells = [_Cell(row, index, kind).label(column) for index, (column, kind) in enumerate(columns.items())]
    return select(*cells).subquery(name)


class _AsJson(TypeDecorator[Rows]):
    """Each value as its column's type has it stored."""

    impl = Text
    cache_ok = True

    def __init__(self, kinds: tuple[TypeEngine[Any], ...]) -> None:
        super().__init__()
        self.kinds = kinds

    def bind_processor(self, dialect: Dialect) -> Converter:
        converters = [kind.dialect_impl(dialect).bind_processor(dialect) for kind in self.kinds]

        def written(rows: Rows) -> str:
            cells = [
                [convert(cell) if convert else cell for convert, cell in zip(converters, row, strict=True)]
                for row in rows
            ]
            return json.dumps(cells, default=str)  # a moment, which PostgreSQL reads as it is printed

        return written


class _Elements(FunctionElement[Any]):
    inherit_cache = True


@compiles(_Elements)
def _elements(element: _Elements, compiler: SQLCompiler, **how: Any) -> str:
    return f"json_array_elements(CAST({compiler.process(element.clauses, **how)} AS json))"


@compiles(_Elements, "sqlite")
def _elements_in_sqlite(element: _Elements, compiler: SQLCompiler, **how: Any) -> str:
    return f"json_each({compiler.process(element.clauses, **how)})"


class _Cell(FunctionElement[Any]):
    inherit_cache = False

    def __init__(self, row: ColumnElement[Any], index: int, kind: TypeEngine[Any]) -> None:
        super().__init__(row)
        self.index = index
        self.type = kind


@compiles(_Cell)
def _cell(cell: _Cell, compiler: SQLCompiler, **how: Any) -> str:
    kind = compiler.dialect.type_compiler_instance.process(cell.type)
    return f"CAST({compiler.process(cell.clauses, **how)} ->> {cell.index} AS {kind})"


@compiles(_Cell, "sqlite")
def _cell_in_sqlite(cell: _Cell, compiler: SQLCompiler, **how: Any) -> str:
    return f"json_extract({compiler.process(cell.clauses, **how)}, '$[{cell.index}]')"
