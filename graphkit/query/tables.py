"""The graph's tables as pandas data frames, and answers as text: a table for the terminal, CSV for Excel, JSON."""

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from graphkit import store
from graphkit.cells import aligned, defused, width
from graphkit.query.extras import require
from graphkit.query.result import Result
from graphkit.query.source import Source

FORMATS = ("table", "csv", "json")
WIDEST = 60  # places of a cell in the terminal's table


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
    pandas = require("pandas", "notebook")
    found = list(rows)
    return pandas.DataFrame(found, columns=None if found else [index]).set_index(index)


def text(result: Result, form: str) -> str:
    """An answer as a table with Chinese headings, as CSV with the same or as JSON with the English names of the columns."""
    return {"table": _table, "csv": _csv, "json": _json}[form](result)


def _cells(result: Result) -> list[list[str]]:
    return [[result.told(column, row[column]) for column in result.columns] for row in result.rows]


def _table(result: Result) -> str:
    """Columns one below the other, by the places that Chinese characters take; empty columns are left out."""
    cells = [[result.heading(column) for column in result.columns], *([_short(cell) for cell in row] for row in _cells(result))]
    columns = [column for column in zip(*cells, strict=True) if any(column[1:])]
    return "".join(f"{line}\n" for line in aligned(list(zip(*columns, strict=True))))


def _short(cell: str) -> str:
    """A cell in one line of the terminal, cut with … where it is too wide."""
    cell = " ".join(cell.split())
    if width(cell) <= WIDEST:
        return cell
    while width(cell) > WIDEST - 2:
        cell = cell[:-1]
    return cell + "…"


def _csv(result: Result) -> str:
    """CSV that Excel opens without mojibake (byte order mark) and in which no cell is a formula."""
    file = io.StringIO(newline="")
    table = csv.writer(file, lineterminator="\r\n")
    table.writerow(result.heading(column) for column in result.columns)
    for row, cells in zip(result.rows, _cells(result), strict=True):
        values = (
            row[column] if isinstance(row[column], (int, float)) and not isinstance(row[column], bool) else defused(cell)
            for column, cell in zip(result.columns, cells, strict=True)
        )
        table.writerow(values)
    return "\ufeff" + file.getvalue()


def _json(result: Result) -> str:
    rows = [{column: row[column] for column in result.columns} for row in result.rows]
    return json.dumps(rows, ensure_ascii=False, indent=1, default=str) + "\n"
