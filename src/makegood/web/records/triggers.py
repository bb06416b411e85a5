"""Triggers that keep rows as they were written: no change, no removal, nothing put over an existing row.

`INSERT OR REPLACE` goes past triggers of UPDATE and DELETE, so a row that would take the place of another is refused
before it is written.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from django.db import connection

from makegood.web.records.models import KEYS

BATCH: Final = "batch"
TABLES: Final = (*KEYS, BATCH)
"""Every table that a figure rests on."""


def triggers_of(table: str, key: str | None) -> dict[str, str]:
    """Return the triggers of a table by name, as SQLite keeps them.

    Args:
        table: The table's name.
        key: The column that names its rows, if it has one.
    """
    says = f"{table}: rows are never changed, a new version replaces them"
    taken = [
        f'EXISTS (SELECT 1 FROM "{table}" WHERE entry = NEW.entry)',
        f'NEW.replaces_id IS NULL AND EXISTS (SELECT 1 FROM "{table}" WHERE ref = NEW.ref)',
        f'NEW.posted IS NOT NULL AND EXISTS (SELECT 1 FROM "{table}" WHERE posted = NEW.posted)',
        f'NEW.replaces_id IS NOT NULL AND EXISTS (SELECT 1 FROM "{table}" WHERE replaces_id = NEW.replaces_id)',
    ]
    same = "entry = NEW.replaces_id AND ref = NEW.ref"
    if key is not None:
        taken.append(f'NEW.replaces_id IS NULL AND EXISTS (SELECT 1 FROM "{table}" WHERE "{key}" = NEW."{key}")')
        same += f' AND "{key}" = NEW."{key}"'
    taken.append(f'NEW.replaces_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "{table}" WHERE {same})')
    refused = " OR ".join(f"({each})" for each in taken)
    abort = f"BEGIN SELECT RAISE(ABORT, '{says}'); END"
    return {
        f"{table}_never_changes": f'CREATE TRIGGER "{table}_never_changes" BEFORE UPDATE ON "{table}" {abort}',
        f"{table}_never_goes": f'CREATE TRIGGER "{table}_never_goes" BEFORE DELETE ON "{table}" {abort}',
        f"{table}_never_over": f'CREATE TRIGGER "{table}_never_over" BEFORE INSERT ON "{table}" WHEN {refused} {abort}',
    }


def every_trigger(tables: Iterable[str] | None = None) -> dict[str, str]:
    """Return the triggers of tables that a figure rests on; None for all of them."""
    found: dict[str, str] = {}
    for table in TABLES if tables is None else tables:
        found |= _of_batches() if table == BATCH else triggers_of(table, KEYS[table])
    return found


def missing_triggers() -> Iterator[str]:
    """Yield the triggers that tables of the database lack, or that say something else there."""
    with connection.cursor() as cursor:
        there = _there(cursor)
        tables = [table for table in TABLES if table in connection.introspection.table_names(cursor)]
    yield from (name for name, sql in every_trigger(tables).items() if there.get(name) != sql)


def put_triggers(database: Any, tables: Iterable[str]) -> None:
    """Write the triggers of tables, for a migration.

    Args:
        database: The connection.
        tables: The tables that the migration made, or that it had to build again.
    """
    with database.cursor() as cursor:
        for name, sql in every_trigger(tables).items():
            cursor.execute(f'DROP TRIGGER IF EXISTS "{name}"')
            cursor.execute(sql)


def _there(cursor: Any) -> dict[str, str]:
    cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    return dict(cursor.fetchall())


def _of_batches() -> dict[str, str]:
    abort = "BEGIN SELECT RAISE(ABORT, 'batch: rows are never changed'); END"
    over = 'WHEN EXISTS (SELECT 1 FROM "batch" WHERE number = NEW.number)'
    return {
        "batch_never_changes": f'CREATE TRIGGER "batch_never_changes" BEFORE UPDATE ON "batch" {abort}',
        "batch_never_goes": f'CREATE TRIGGER "batch_never_goes" BEFORE DELETE ON "batch" {abort}',
        "batch_never_over": f'CREATE TRIGGER "batch_never_over" BEFORE INSERT ON "batch" {over} {abort}',
    }
