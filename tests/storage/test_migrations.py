"""The revisions lead to what storage.tables describes, on both databases, however many begin at once."""

import multiprocessing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, inspect, text
from sqlmodel import SQLModel

from storage import tables
from storage.engine import make_engine
from storage.migrate import is_current, migrate

STARTERS = 4


def described(conn: Connection) -> dict[str, Any]:
    """A database as it is: every table's columns, keys and indexes."""
    found, names = inspect(conn), inspect(conn).get_table_names()
    return {
        name: {
            "columns": [
                (c["name"], str(c["type"]), c["nullable"], c["default"]) for c in found.get_columns(name)
            ],
            "primary key": found.get_pk_constraint(name)["constrained_columns"],
            "foreign keys": sorted(
                (k["constrained_columns"], k["referred_table"], k["referred_columns"])
                for k in found.get_foreign_keys(name)
            ),
            "unique": sorted(u["column_names"] for u in found.get_unique_constraints(name)),
            "indexes": sorted(
                (i["name"], i["column_names"], i["unique"], str(_where(i))) for i in found.get_indexes(name)
            ),
        }
        for name in names
        if name != "alembic_version"
    }


def _where(index: Any) -> Any:
    options = index.get("dialect_options", {})
    return options.get("sqlite_where", options.get("postgresql_where"))


def test_revisions_lead_to_what_the_tables_say(database_url: str) -> None:
    engine = make_engine(database_url)
    with engine.begin() as conn:
        migrated = described(conn)
        for table in (*migrated, "alembic_version"):
            conn.execute(text(f"DROP TABLE {table}" + " CASCADE" * (conn.dialect.name == "postgresql")))
        SQLModel.metadata.create_all(conn)
        assert migrated == described(conn)
    engine.dispose()
    assert len(migrated) == len(SQLModel.metadata.tables)
    assert tables.CaseRow.__tablename__ in migrated


def test_a_migrated_database_is_current_and_stays_so(database_url: str) -> None:
    assert is_current(database_url)
    migrate(database_url)
    assert is_current(database_url)


def test_asking_about_a_file_does_not_make_it(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/new/folder/bihuan.db"
    assert not is_current(url)
    assert not (tmp_path / "new").exists()
    migrate(url)
    assert is_current(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def bare_url(request: pytest.FixtureRequest, fresh_database: Any, tmp_path: Path) -> Any:
    """A database nobody has migrated yet."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/data/bihuan.db"
        return
    with fresh_database("postgresql") as url:
        engine = make_engine(url)
        with engine.begin() as conn:
            conn.execute(text("DROP SCHEMA public CASCADE"))
            conn.execute(text("CREATE SCHEMA public"))
        engine.dispose()
        yield url


def test_several_processes_may_migrate_at_once(bare_url: str) -> None:
    assert not is_current(bare_url)
    with multiprocessing.get_context("spawn").Pool(STARTERS) as pool:
        pool.map(migrate, [bare_url] * STARTERS, chunksize=1)
    assert is_current(bare_url)
