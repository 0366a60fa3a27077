"""Databases for tests, each on SQLite and on PostgreSQL: `database_url` is empty, `database_from` ready made."""

import os
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from psycopg.sql import SQL, Composed, Identifier
from sqlalchemy import make_url

from tests.postgres_server import postgres_server

Create = Callable[[str], None]


class Databases(ABC):
    def __init__(self) -> None:
        self._templates: dict[Create, str] = {}

    @abstractmethod
    def new(self, template: str | None = None) -> str: ...

    @abstractmethod
    def drop(self, url: str) -> None: ...

    def made_by(self, create: Create) -> str:
        """A copy of what `create` made of an empty database; it is called once and must close its connections."""
        if create not in self._templates:
            url = self.new()
            create(url)
            self._templates[create] = url
        return self.new(self._templates[create])


class Sqlite(Databases):
    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def new(self, template: str | None = None) -> str:
        path = self._folder / f"{uuid4().hex}.db"
        if template:
            with closing(sqlite3.connect(_name(template))) as source, closing(sqlite3.connect(path)) as copy:
                source.backup(copy)
        return f"sqlite:///{path}"

    def drop(self, url: str) -> None:
        for path in self._folder.glob(f"{Path(_name(url)).name}*"):
            path.unlink()


class Postgres(Databases):
    """On a server whose address names somebody who may create databases."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._server = make_url(url).set(drivername="postgresql")

    def new(self, template: str | None = None) -> str:
        name, source = f"test_{uuid4().hex}", _name(template) if template else "template0"
        self._run(SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(source)))
        url = self._server.set(drivername="postgresql+psycopg", database=name)
        return url.render_as_string(hide_password=False)

    def drop(self, url: str) -> None:
        self._run(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(_name(url))))

    def _run(self, statement: Composed) -> None:
        address = self._server.render_as_string(hide_password=False)
        with closing(psycopg.connect(address, autocommit=True)) as connection:
            connection.execute(statement)


def _name(url: str) -> str:
    return make_url(url).database or ""


@pytest.fixture(scope="session")
def sqlite(tmp_path_factory: pytest.TempPathFactory) -> Sqlite:
    return Sqlite(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield Postgres(given)
        return
    with postgres_server() as url:
        yield Postgres(url)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def databases(request: pytest.FixtureRequest) -> Databases:
    server: Databases = request.getfixturevalue(request.param)
    return server


@pytest.fixture
def database_url(databases: Databases) -> Iterator[str]:
    url = databases.new()
    yield url
    databases.drop(url)


@pytest.fixture
def database_from(databases: Databases) -> Iterator[Callable[[Create], str]]:
    made: list[str] = []

    def copy(create: Create) -> str:
        made.append(databases.made_by(create))
        return made[-1]

    yield copy
    for url in made:
        databases.drop(url)
