from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from graphkit import export
from graphkit.errors import GraphkitError
from graphkit.export import xlsx
from tests.export.conftest import FORMULA, HOSTILE


@pytest.fixture
def book(written: Callable[[str], Path]) -> Any:
    return openpyxl.load_workbook(written("xlsx"))


def cells(sheet: Any) -> list[dict[str, Any]]:
    header, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_openpyxl_reads_it_back(table: export.Table, book: Any) -> None:
    assert book.sheetnames == ["实体", "关系", "证据", "说明"]
    nodes = cells(book["实体"])
    assert [row["编号"] for row in nodes] == [row["id"] for row in table.nodes]
    assert [row["名称"] for row in nodes] == [row["label"] for row in table.nodes]
    edges = {row["编号"]: row for row in cells(book["关系"])}
    assert (edges["f6"]["起点"], edges["f6"]["名称"], edges["f6"]["终点"]) == ("陕西省总工会", "位于", "陕西省")
    assert (edges["f4"]["数值"], edges["f4"]["累计"]) == (1500000.0, True)
    assert len(cells(book["证据"])) == len(table.evidence)


def test_nothing_is_a_formula_or_a_link(book: Any) -> None:
    values = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in values} <= {"s", "n", "b", "inlineStr"}
    assert FORMULA in {cell.value for cell in values}
    assert all(cell.hyperlink is None for cell in values)


def test_the_heading_stays_in_sight_and_columns_are_wide_enough(book: Any) -> None:
    for name in ("实体", "关系", "证据"):
        assert book[name].freeze_panes == "A2"
        assert book[name].auto_filter.ref.startswith("A1:")
        assert all(5 <= dimension.width <= 62 for dimension in book[name].column_dimensions.values())
    assert book["实体"].column_dimensions["C"].width != book["关系"].column_dimensions["O"].width


def test_the_last_sheet_tells_of_build_and_columns(book: Any) -> None:
    rows = [tuple(cell for cell in row if cell is not None) for row in book["说明"].iter_rows(values_only=True)]
    assert ("graphkit 版本", "0.1.0") in rows
    assert ("人物范围", "all") in rows
    assert ("实体", "名称", "label") in rows
    assert ("证据", "报纸", "paper") in rows


def test_every_column_has_a_chinese_title(book: Any, sample_table: export.Table) -> None:
    from graphkit.export.titles import column_title

    for name, rows in sample_table.sheets().items():
        for column in rows.without(*export.table.LOOKS).columns:
            assert not column_title(column, name).isascii(), column


def test_a_cell_is_cut_where_excel_would_refuse_it() -> None:
    assert xlsx._cut("甲" * 40_000) == "甲" * 32_766 + "…"
    assert xlsx._cut(HOSTILE) == HOSTILE


def test_too_many_rows_are_an_error_that_says_what_to_do(table: export.Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "ROWS", 5)
    with pytest.raises(GraphkitError, match="9 nodes are more than a sheet of Excel holds; use --format csv or parquet"):
        xlsx.write(table, tmp_path / "graph.xlsx")
