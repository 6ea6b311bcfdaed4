"""A folder of Parquet tables for DuckDB, Spark and pandas; lists stay lists, and each file's schema tells of the build."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from graphkit.export.table import Rows, Table
from graphkit.files import replacing_in

_TYPES = {"string": pa.string(), "strings": pa.list_(pa.string()), "boolean": pa.bool_(), "long": pa.int64(), "double": pa.float64()}


def write(table: Table, path: Path) -> None:
    """Write a table into a folder."""
    with replacing_in(path) as folder:
        for name, rows in table.sheets().items():
            pq.write_table(_arrow(rows, table), folder / f"{name}.parquet", compression="zstd")


def _arrow(rows: Rows, table: Table) -> pa.Table:
    schema = pa.schema([pa.field(name, _TYPES[kind]) for name, kind in rows.columns.items()], metadata=dict(table.meta))
    return pa.table([[row.get(name) for row in rows] for name in rows.columns], schema=schema)
