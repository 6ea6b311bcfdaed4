"""A folder of CSV tables: nodes, edges and evidence, and datapackage.json with their schema (Frictionless Data).

They open in Excel as they are: with a byte order mark, and no cell that a spreadsheet would run as a formula.
"""

import csv
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from graphkit.cells import defused
from graphkit.export.table import Rows, Table
from graphkit.export.titles import column_title
from graphkit.export.values import Value, text
from graphkit.files import replacing_in

_TYPES = {"long": "integer", "double": "number", "boolean": "boolean"}
_ENDS = [("source", "nodes"), ("target", "nodes"), ("relation", "edges")]


def write(table: Table, path: Path) -> None:
    """Write a table into a folder."""
    sheets = table.flat().sheets()
    with replacing_in(path) as folder:
        for name, rows in sheets.items():
            write_csv(folder / f"{name}.csv", rows.columns, (map(defused, cells) for cells in rows.cells()), bom=True)
        package = json.dumps(_package(sheets, table), ensure_ascii=False, indent=1)
        (folder / "datapackage.json").write_text(package + "\n", encoding="utf-8", newline="\n")


def write_csv(path: Path, header: Iterable[str], rows: Iterable[Iterable[Value | None]], *, bom: bool = False) -> None:
    """Write one CSV file in UTF-8: true and false in small letters, nothing for a missing value."""
    with path.open("w", encoding="utf-8-sig" if bom else "utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n" if bom else "\n")
        writer.writerow(header)
        writer.writerows([text(value) if isinstance(value, bool) else value for value in row] for row in rows)


def _package(sheets: dict[str, Rows], table: Table) -> dict[str, Any]:
    told = {"name": "graphkit", "title": table.meta.get("title", ""), "profile": "tabular-data-package", "graphkit": dict(table.meta)}
    return told | {"resources": [_resource(name, rows) for name, rows in sheets.items()]}


def _resource(name: str, rows: Rows) -> dict[str, Any]:
    fields = [
        {"name": column, "type": _TYPES.get(kind, "string"), "title": column_title(column, name)} for column, kind in rows.columns.items()
    ]
    keys = [
        {"fields": column, "reference": {"resource": other, "fields": "id"}}
        for column, other in _ENDS
        if column in rows.columns and (other == "edges") == (name == "evidence")
    ]
    schema = {"fields": fields, "primaryKey": "id", "foreignKeys": keys}
    told = {"name": name, "path": f"{name}.csv", "profile": "tabular-data-resource", "format": "csv", "encoding": "utf-8-sig"}
    return told | {"schema": schema}
