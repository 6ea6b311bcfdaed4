"""SQL over the store, read only: one SELECT, run under SQLite's own authorizer."""

import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from graphkit import store
from graphkit.errors import QueryError
from graphkit.query.result import Result, answer
from graphkit.query.rows import Row
from graphkit.query.source import Source

SECONDS = 60.0
_STEPS = 100_000  # of SQLite's machine, between two looks at the clock
LONGEST = 50_000_000  # bytes of a value that a query makes
_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
_TABLES = {"table_info", "table_xinfo", "table_list", "index_list", "index_info", "foreign_key_list"}


def sql(source: Source, query: str, parameters: Iterable[Any] | Mapping[str, Any], limit: int | None) -> Result:
    """See `KnowledgeGraph.sql`."""
    refused: list[str] = []
    stop = time.monotonic() + SECONDS

    def authorize(action: int, first: str | None, second: str | None, *_: str | None) -> int:
        if _reads(action, first):
            return sqlite3.SQLITE_OK
        refused.append(second or first or "this statement")
        return sqlite3.SQLITE_DENY

    with store.connect(source.path) as db:
        db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
        db.set_authorizer(authorize)
        db.set_progress_handler(lambda: time.monotonic() > stop, _STEPS)
        try:
            cursor = db.execute(query, parameters if isinstance(parameters, Mapping) else tuple(parameters))
            columns = tuple(_distinct(description[0] for description in cursor.description or ()))
            found = cursor.fetchall() if limit is None else list(islice(cursor, limit + 1))
        except (sqlite3.Error, sqlite3.Warning) as error:
            raise QueryError(_reason(error, refused)) from None
    if not columns:
        raise QueryError("a query over the store is one SELECT")
    rows = (Row(dict(zip(columns, row, strict=True)), *_meant(source, row)) for row in found)
    return answer(source, "SQL", columns, rows, limit, plain=True)


def _reads(action: int, first: str | None) -> bool:
    """Whether an action only reads: json_each and its like declare themselves in a table that nothing can write, as it is opened."""
    declares = action == sqlite3.SQLITE_UPDATE and first == "sqlite_master"
    return action in _ALLOWED or declares or (action == sqlite3.SQLITE_PRAGMA and (first or "").lower() in _TABLES)


def _reason(error: Exception, refused: list[str]) -> str:
    if refused:
        return f"only SELECT over the store is allowed; refused: {refused[-1]}"
    if "interrupted" in str(error):
        return f"the query ran longer than {SECONDS:.0f} seconds; narrow it"
    return f"SQLite: {error}"


def _distinct(names: Iterable[str]) -> Iterator[str]:
    """Column names, each once: a second name gets a number."""
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
        yield name if counts[name] == 1 else f"{name}_{counts[name]}"


def _meant(source: Source, row: tuple[Any, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The entities and relations whose ids a row holds, so that the answer has evidence and can be shown."""
    ids = [cell for cell in row if isinstance(cell, str)]
    return tuple(cell for cell in ids if cell in source.entities), tuple(cell for cell in ids if cell in source.relations)
