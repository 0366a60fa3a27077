"""Migrations and models must make the same schema. Alembic's own comparison overlooks checks and partial indexes."""

import re
from collections.abc import Iterator, Set
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, MetaData, create_engine, event, inspect, text
from sqlalchemy.exc import DBAPIError, IntegrityError

import storage.migrations
from storage import rollup_triggers
from storage.migrate import is_current, newest, schema_transaction, upgrade
from storage.models import Row
from storage.models.base import NAMES

SQLITE_FACTS = """
    SELECT tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name <> 'alembic_version'
"""
POSTGRES_FACTS = """
    SELECT relname, concat_ws(' ', attname, format_type(atttypid, atttypmod), attcollation::regcollation, attnotnull,
                              pg_get_expr(adbin, adrelid))
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 AND relname <> 'alembic_version'
    UNION ALL
    SELECT relname, concat_ws(' ', conname, pg_get_constraintdef(pg_constraint.oid))
    FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
    WHERE connamespace = 'public'::regnamespace AND relname <> 'alembic_version'
    UNION ALL
    SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'alembic_version'
    UNION ALL
    SELECT relname, concat_ws(' ', pg_get_triggerdef(pg_trigger.oid), pg_get_functiondef(tgfoid))
    FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
    WHERE relnamespace = 'public'::regnamespace AND NOT tgisinternal
"""
# What stands between the commas of CREATE TABLE (…), where parentheses may hold commas of their own, two deep.
DEFINITION = re.compile(r"(?:[^,()]|\((?:[^()]|\([^()]*\))*\))+")

ADA = """
    INSERT INTO person (team_id, user_id, time_zone, external, active, added_by_id, added_at)
    VALUES ('T1', 'U1', 'Europe/Stockholm', false, true, 1, '2026-01-15 11:00:00')
"""
ABSENCE_OF_ADA = "INSERT INTO absence (person_id, starts_on, ends_on) VALUES (1, '2026-01-15', '2026-01-16')"


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    made = create_engine(database_url)
    yield made
    made.dispose()


def facts(engine: Engine) -> set[str]:
    """One line for each column, constraint and index, whatever order they were made in."""
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            return {f"{table}: {fact}" for table, fact in connection.execute(text(POSTGRES_FACTS))}
        rows = connection.execute(text(SQLITE_FACTS)).all()
    return {f"{table}: {fact}" for table, sql in rows for fact in definitions(sql)}


def definitions(sql: str) -> list[str]:
    flat = " ".join(sql.split())
    if not flat.startswith("CREATE TABLE"):
        return [flat]
    return [found.strip() for found in DEFINITION.findall(flat[flat.index("(") + 1 : flat.rindex(")")])]


def made_by_models(engine: Engine, models: MetaData) -> set[str]:
    """Leaves the database empty."""
    models.create_all(engine)
    made = facts(engine)
    models.drop_all(engine)
    return made


def models_without(names: Set[str]) -> MetaData:
    models = MetaData(naming_convention=NAMES)
    for table in Row.metadata.sorted_tables:
        copy = table.to_metadata(models)
        copy.indexes = {index for index in copy.indexes if index.name not in names}
        copy.constraints = {constraint for constraint in copy.constraints if constraint.name not in names}
    event.listen(models, "after_create", partial(create_triggers_without, names))
    return models


def create_triggers_without(names: Set[str], _models: MetaData, connection: Connection, **_options: object) -> None:
    for statement in rollup_triggers.statements(connection.dialect.name):
        if not statement.startswith(tuple(f"CREATE TRIGGER {name} " for name in names)):
            connection.exec_driver_sql(statement)


def test_migrations_make_exactly_the_models(database_url: str, engine: Engine) -> None:
    wanted = made_by_models(engine, Row.metadata)

    upgrade(database_url)

    assert sorted(facts(engine) - wanted) == []
    assert sorted(wanted - facts(engine)) == []


def test_the_comparison_sees_what_is_missing(engine: Engine) -> None:
    names = {"uq_outcome_current", "ck_goal_count", "ck_outcome_reason", "count_occurrence_moved"}
    missed = made_by_models(engine, Row.metadata) - made_by_models(engine, models_without(names))

    assert len(missed) == len(names)
    assert {name for name in names for fact in missed if name in fact} == names


def test_the_comparison_sees_a_trigger_that_counts_otherwise(database_url: str, engine: Engine) -> None:
    wanted = made_by_models(engine, Row.metadata)
    upgrade(database_url)

    with engine.begin() as connection:
        for statement in rollup_triggers.statements(engine.dialect.name):
            if "count_outcome_added" in statement:
                if statement.startswith("CREATE TRIGGER"):
                    on = " ON outcome" if engine.dialect.name == "postgresql" else ""
                    connection.exec_driver_sql(f"DROP TRIGGER count_outcome_added{on}")
                connection.exec_driver_sql(statement.replace("'not_done'", "'not_needed'"))

    assert len(facts(engine) - wanted) == 1


def test_there_is_one_newest_migration() -> None:
    scripts = ScriptDirectory(str(Path(storage.migrations.__file__).parent))

    assert scripts.get_heads() == [newest()]


def test_an_empty_database_is_not_current(database_url: str) -> None:
    assert not is_current(database_url)


def test_an_upgraded_database_is_current(database_url: str) -> None:
    upgrade(database_url)

    assert is_current(database_url)


def test_a_second_upgrade_keeps_what_is_saved(database_url: str, engine: Engine) -> None:
    upgrade(database_url)
    with engine.begin() as connection:
        connection.execute(text(ADA))

    upgrade(database_url)

    with engine.connect() as connection:
        assert connection.scalar(text("SELECT user_id FROM person")) == "U1"


def test_replicas_that_start_together_wait_for_each_other(database_url: str) -> None:
    with ThreadPoolExecutor(3) as replicas:
        list(replicas.map(upgrade, [database_url] * 3))

    assert is_current(database_url)


def test_an_upgrade_that_fails_leaves_nothing_behind(database_url: str, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE draft (id INTEGER)"))

    with pytest.raises(DBAPIError, match="draft"):
        upgrade(database_url)

    assert inspect(engine).get_table_names() == ["draft"]


def test_a_table_that_rows_point_at_can_be_rebuilt(database_url: str, engine: Engine) -> None:
    upgrade(database_url)
    with schema_transaction(database_url) as connection:
        connection.execute(text(ADA))
        connection.execute(text(ABSENCE_OF_ADA))
        with Operations(MigrationContext.configure(connection)).batch_alter_table("person") as person:
            person.alter_column("dm_channel", new_column_name="direct_channel")

    with engine.connect() as connection:
        assert connection.scalar(text("SELECT user_id FROM person WHERE direct_channel IS NULL")) == "U1"


def test_a_migration_may_not_leave_rows_that_point_at_nothing(database_url: str) -> None:
    upgrade(database_url)

    with pytest.raises((RuntimeError, IntegrityError), match="party"), schema_transaction(database_url) as connection:
        connection.execute(text("INSERT INTO party (name, kind, municipality_id) VALUES ('Polisen', 'police', 7)"))
