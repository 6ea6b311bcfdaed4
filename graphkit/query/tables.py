"""The graph's tables as pandas data frames, and answers as text: a table for the terminal, CSV for Excel, JSON."""

import csv
import io
import json
import re
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from graphkit import store
from graphkit.cells import aligned, defused, width
from graphkit.query.extras import require
from graphkit.query.result import Result
from graphkit.query.source import Source

WIDEST = 60  # places of a cell in the terminal's table
WHOLE = "sentence"  # the column whose cells are never cut
_BREAKS = re.compile(r"[\r\n\t\v\f]+")


def nodes_frame(source: Source) -> Any:
    """See `KnowledgeGraph.nodes_df`."""
    return _frame(({"id": node, **fields} for node, fields in source.graph.nodes(data=True)), "id")


def edges_frame(source: Source) -> Any:
    """See `KnowledgeGraph.edges_df`."""
    names = source.entities
    rows = (
        {"id": key, "head": head, "tail": tail, "head_name": names[head].name, "tail_name": names[tail].name, **fields}
        for head, tail, key, fields in source.graph.edges(keys=True, data=True)
    )
    return _frame(rows, "id")


def evidence_frame(source: Source) -> Any:
    """See `KnowledgeGraph.evidence_df`."""
    with store.connect(source.path) as db:
        return _frame([asdict(item) for item in store.evidence(db)], "relation")


def _frame(rows: Iterable[dict[str, Any]], index: str) -> Any:
    pandas = require("pandas", "pandas")
    found = list(rows)
    return pandas.DataFrame(found, columns=None if found else [index]).set_index(index)


def text(result: Result, form: str) -> str:
    """An answer as a table with Chinese headings, as CSV with the same or as JSON with the English names of the columns."""
    return {"table": _table, "csv": _csv, "json": _json}[form](result)


def _table(result: Result) -> str:
    """Columns one below the other, by the places that Chinese characters take; empty columns are left out. Sentences stand last
    and whole, since they are what an answer rests on."""
    order = sorted(result.columns, key=lambda column: column == WHOLE)
    columns = [[result.heading(column), *(_line(column, result.shown(row, column)) for row in result.rows)] for column in order]
    columns = [column for column in columns if any(column[1:])]
    return "".join(f"{line}\n" for line in aligned(list(zip(*columns, strict=True))))


def _line(column: str, cell: str) -> str:
    """A cell in one line of the terminal, cut with … where it is too wide."""
    cell = _BREAKS.sub(" ", cell.rstrip())
    if column == WHOLE or width(cell) <= WIDEST:
        return cell
    while width(cell) > WIDEST - 2:
        cell = cell[:-1]
    return cell + "…"


def _csv(result: Result) -> str:
    """CSV that Excel opens without mojibake (byte order mark) and in which no cell is a formula."""
    file = io.StringIO(newline="")
    table = csv.writer(file, lineterminator="\r\n")
    table.writerow(result.heading(column) for column in result.columns)
    for row in result.rows:
        table.writerow(_value(result, column, row[column]) for column in result.columns)
    return "\ufeff" + file.getvalue()


def _value(result: Result, column: str, cell: Any) -> Any:
    """A cell of a spreadsheet: numbers as they are, without idle places."""
    if isinstance(cell, bool) or not isinstance(cell, (int, float)):
        return defused(result.told(column, cell))
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def _json(result: Result) -> str:
    rows = [{column: row[column] for column in result.columns} for row in result.rows]
    return json.dumps(rows, ensure_ascii=False, indent=1, default=str) + "\n"
