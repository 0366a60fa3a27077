from collections.abc import Callable

from sqlalchemy import create_engine, inspect, text

from tests.databases import Databases


def tables(url: str) -> list[str]:
    engine = create_engine(url)
    found = inspect(engine).get_table_names()
    engine.dispose()
    return found


def make_table(url: str) -> None:
    run(url, "CREATE TABLE drawn (id INTEGER)")


def make_people(url: str) -> None:
    run(url, f"CREATE TABLE person (id {'SERIAL' if 'postgres' in url else 'INTEGER'} PRIMARY KEY, name TEXT)")
    run(url, "INSERT INTO person (name) VALUES ('Anna')")


def run(url: str, statement: str) -> list[tuple[object, ...]]:
    engine = create_engine(url)
    with engine.begin() as connection:
        result = connection.execute(text(statement))
        rows = [tuple(row) for row in result] if result.returns_rows else []
    engine.dispose()
    return rows


def test_a_new_database_is_empty(database_url: str) -> None:
    assert tables(database_url) == []


def test_a_ready_made_database_holds_what_was_created(database_from: Callable[[Callable[[str], None]], str]) -> None:
    assert tables(database_from(make_table)) == ["drawn"]


def test_a_schema_is_created_once_for_many_databases(databases: Databases) -> None:
    created: list[str] = []
    urls = [databases.made_by(created.append) for _ in range(2)]

    assert len(created) == 1
    assert urls[0] != urls[1]


def test_a_database_that_is_given_back_is_lent_again_as_it_was_made(databases: Databases) -> None:
    for _ in range(3):
        url = databases.made_by(make_people)
        assert run(url, "INSERT INTO person (name) VALUES ('Bo') RETURNING id, name") == [(2, "Bo")]
        assert run(url, "SELECT name FROM person ORDER BY id") == [("Anna",), ("Bo",)]
        run(url, "DELETE FROM person WHERE name = 'Anna' RETURNING id")
        databases.give_back(url)


def test_a_database_whose_tables_were_changed_is_not_lent_again(databases: Databases) -> None:
    for _ in range(2):
        url = databases.made_by(make_table)
        assert tables(url) == ["drawn"]
        run(url, "ALTER TABLE drawn RENAME TO gone")
        databases.give_back(url)
