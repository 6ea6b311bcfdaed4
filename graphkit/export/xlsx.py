"""An Excel workbook with Chinese headings: entities, relations, evidence, and a sheet that tells what the columns are."""

from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from graphkit.cells import width
from graphkit.errors import GraphkitError
from graphkit.export.table import Rows, Table
from graphkit.export.titles import about_title, column_title, sheet_title
from graphkit.export.values import text
from graphkit.files import replacing

ROWS, CHARACTERS = 1_048_576, 32_767  # what Excel holds in a sheet and in a cell
_WIDEST, _LOOKED_AT = 60, 300
# Texts stay texts, whatever they begin with; the date of making stays out, so that two exports of one graph are the same
_OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_MADE = datetime(2000, 1, 1)


def write(table: Table, path: Path) -> None:
    """Write a table as one workbook. Raises GraphkitError where it is too long for Excel."""
    sheets = table.flat().sheets()
    for name, rows in sheets.items():
        if len(rows) >= ROWS:
            raise GraphkitError(f"{len(rows)} {name} are more than a sheet of Excel holds; use --format csv or parquet")
    with replacing(path) as beside, beside.open("wb") as file, xlsxwriter.Workbook(file, _OPTIONS) as book:
        book.set_properties(
            {"title": table.meta.get("title", ""), "created": _MADE, "comments": f"graphkit {table.meta.get('graphkit', '')}"}
        )
        bold = book.add_format({"bold": True, "bottom": 1})
        for name, rows in sheets.items():
            _sheet(book.add_worksheet(sheet_title(name)), name, rows, bold)
        _about(book.add_worksheet(sheet_title("about")), table, sheets, bold)


def _sheet(sheet: Any, name: str, rows: Rows, bold: Any) -> None:
    titles = [column_title(column, name) for column in rows.columns]
    for number, (column, title) in enumerate(zip(rows.columns, titles, strict=True)):
        shown = [title, *(text(row.get(column)) for row in rows.rows[:_LOOKED_AT])]
        sheet.set_column(number, number, min(max(map(_width, shown)) + 2, _WIDEST))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(titles) - 1)
    for number, title in enumerate(titles):
        sheet.write_string(0, number, title, bold)
    for line, cells in enumerate(rows.cells(), start=1):
        for number, value in enumerate(cells):
            if isinstance(value, str):
                sheet.write_string(line, number, _cut(value))
            elif isinstance(value, bool):
                sheet.write_boolean(line, number, value)
            elif isinstance(value, (int, float)):
                sheet.write_number(line, number, value)


def _about(sheet: Any, table: Table, sheets: dict[str, Rows], bold: Any) -> None:
    """What is known of the build, and the name that each column has in the other formats."""
    lines = [[about_title(key), value] for key, value in table.meta.items()] + [[]]
    lines += [[sheet_title(name), column_title(column, name), column] for name, rows in sheets.items() for column in rows.columns]
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 2, 24)
    for line, cells in enumerate(lines):
        for number, value in enumerate(cells):
            sheet.write_string(line, number, _cut(value), *([bold] if number == 0 else []))


def _cut(value: str) -> str:
    return value if len(value) <= CHARACTERS else value[: CHARACTERS - 1] + "…"


def _width(value: str) -> int:
    """How many narrow characters a text of several lines is wide."""
    return max(map(width, value.split("\n")))
