from collections.abc import Callable

from sqlalchemy import create_engine, inspect, text

from tests.databases import Databases


def tables(url: str) -> list[str]:
    engine = create_engine(url)
    found = inspect(engine).get_table_names()
    engine.dispose()
    return found


def make_table(url: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE drawn (id INTEGER)"))
    engine.dispose()


def test_a_new_database_is_empty(database_url: str) -> None:
    assert tables(database_url) == []


def test_a_ready_made_database_holds_what_was_created(database_from: Callable[[Callable[[str], None]], str]) -> None:
    assert tables(database_from(make_table)) == ["drawn"]


def test_a_schema_is_created_once_for_many_databases(databases: Databases) -> None:
    created: list[str] = []
    urls = [databases.made_by(created.append) for _ in range(2)]

    assert len(created) == 1
    assert urls[0] != urls[1]
