"""Databases for tests, on SQLite and on PostgreSQL: `database_url` is empty, `database_from` ready made.

A test of a database itself is on both. Through a house it is on one of the two, the tests of a file in turn: each way
through the bot is on both, as its tests are many. `--both-databases` has each of them on both.
"""

import os
import shutil
import sqlite3
import tempfile
from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing, nullcontext
from pathlib import Path
from uuid import uuid4
from zlib import crc32

import psycopg
import pytest
from psycopg import Connection
from psycopg.sql import SQL, Composed, Identifier
from sqlalchemy import make_url

from tests.kept_connections import end_all, end_connections, keep_connections, processes_kept
from tests.postgres_server import OF_FEW_ROWS, SETTINGS, postgres_server
from tests.put_back import connected, keep, put_back

Create = Callable[[str], None]
IN_MEMORY = Path("/dev/shm")
SQLITE = pytest.param("sqlite_in_memory", id="sqlite")
POSTGRES = pytest.param("postgres", marks=pytest.mark.postgres, id="postgres")
# For tests of many lines, where what is read in them is shown: beside them stand tests of what the database is asked.
on_one_database = pytest.mark.parametrize("databases", [SQLITE], indirect=True)
# For tests through a house of what the two do differently: locks, failures, many at once.
on_both_databases = pytest.mark.parametrize("databases", [SQLITE, POSTGRES], indirect=True)
IN_TURN = pytest.StashKey[int]()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "databases" in metafunc.fixturenames and not _chosen(metafunc):
        which = [_next(metafunc)] if _in_turn(metafunc) else [SQLITE, POSTGRES]
        metafunc.parametrize("databases", which, indirect=True)


def _chosen(metafunc: pytest.Metafunc) -> bool:
    return any(mark.args[0] == "databases" for mark in metafunc.definition.iter_markers("parametrize"))


def _in_turn(metafunc: pytest.Metafunc) -> bool:
    measured = metafunc.definition.get_closest_marker("bench")
    return "open_at" in metafunc.fixturenames and not measured and not metafunc.config.getoption("both_databases")


def _next(metafunc: pytest.Metafunc) -> pytest.ParameterSet:
    """Of the two the one that the test before it in the file has not; a file of one test has either, by its name."""
    file = metafunc.definition.parent
    assert file
    turn = file.stash.setdefault(IN_TURN, crc32(file.name.encode()))
    file.stash[IN_TURN] = turn + 1
    return (SQLITE, POSTGRES)[turn % 2]


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
            self._templates[create] = self._template(create)
        return self.new(self._templates[create])

    def give_back(self, url: str) -> None:
        """Of one that `made_by` gave and nobody needs any more."""
        self.drop(url)

    def _template(self, create: Create) -> str:
        url = self.new()
        create(url)
        return url


class Sqlite(Databases):
    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def new(self, template: str | None = None) -> str:
        path = self._folder / f"{uuid4().hex}.db"
        if template:
            shutil.copyfile(_name(template), path)
        return f"sqlite:///{path}"

    def _template(self, create: Create) -> str:
        url = super()._template(create)
        with closing(sqlite3.connect(_name(url))) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # what is copied is the one file
        return url

    def drop(self, url: str) -> None:
        for path in self._folder.glob(f"{Path(_name(url)).name}*"):
            path.unlink()


class Postgres(Databases):
    """On a server whose address names a superuser. What is given back is lent again: a copy takes long to make."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._server = make_url(url).set(drivername="postgresql")
        self._lent: dict[str, Create] = {}
        self._spare: dict[Create, list[str]] = defaultdict(list)
        # Kept open: a new connection reads the catalogue anew, which takes longer than putting back.
        self._own: dict[str, Connection] = {}

    def made_by(self, create: Create) -> str:
        url = self._put_back(create) or super().made_by(create)
        keep_connections(_name(url))
        self._lent[url] = create
        return url

    def give_back(self, url: str) -> None:
        self._spare[self._lent.pop(url)].append(url)

    def new(self, template: str | None = None) -> str:
        name, source = f"test_{uuid4().hex}", _name(template) if template else "template0"
        self._run(SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(source)))
        url = self._server.set(drivername="postgresql+psycopg", database=name)
        return url.render_as_string(hide_password=False)

    def drop(self, url: str) -> None:
        end_connections(_name(url))
        if url in self._own:
            self._own.pop(url).close()
        self._run(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(_name(url))))

    def _template(self, create: Create) -> str:
        url = super()._template(create)
        keep(url)
        return url

    def _put_back(self, create: Create) -> str | None:
        while self._spare[create]:
            url = self._spare[create].pop()
            if url not in self._own:
                self._own[url] = connected(url)
            if put_back(self._own[url], spared=processes_kept(_name(url))):
                return url
            self.drop(url)
        return None

    def close(self) -> None:
        end_all()
        for connection in self._own.values():
            connection.close()

    def _run(self, statement: Composed) -> None:
        address = self._server.render_as_string(hide_password=False)
        with closing(psycopg.connect(address, autocommit=True)) as connection:
            connection.execute(statement)


def _name(url: str) -> str:
    return make_url(url).database or ""


@pytest.fixture(scope="session")
def sqlite(tmp_path_factory: pytest.TempPathFactory) -> Sqlite:
    """On the disk, as it is measured."""
    return Sqlite(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def sqlite_in_memory() -> Iterator[Sqlite]:
    """Where there is such a folder: each commit waits for the disk otherwise, and nothing here survives the tests."""
    with tempfile.TemporaryDirectory(prefix="lofte-", dir=IN_MEMORY if IN_MEMORY.is_dir() else None) as folder:
        yield Sqlite(Path(folder))


@pytest.fixture(scope="session")
def postgres(request: pytest.FixtureRequest) -> Iterator[Postgres]:
    given = os.environ.get("TEST_DATABASE_URL")
    measured = any(item.get_closest_marker("bench") for item in request.session.items)
    settings = SETTINGS if measured else f"{SETTINGS} {OF_FEW_ROWS}"
    with nullcontext(given) if given else postgres_server(settings) as url, closing(Postgres(url)) as server:
        yield server


@pytest.fixture
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
        databases.give_back(url)
