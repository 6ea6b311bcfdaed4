from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from graphkit import export


@pytest.mark.parametrize("name", ["nodes", "edges", "evidence"])
def test_pyarrow_reads_it_back(name: str, table: export.Table, written: Callable[[str], Path]) -> None:
    read = pq.read_table(written("parquet") / f"{name}.parquet")
    rows = [{key: value for key, value in row.items() if value is not None} for row in read.to_pylist()]
    assert rows == table.sheets()[name].rows
    assert {key.decode(): value.decode() for key, value in read.schema.metadata.items()} == table.meta


def test_types_are_kept(written: Callable[[str], Path]) -> None:
    nodes, edges = (pq.read_schema(written("parquet") / f"{name}.parquet") for name in ("nodes", "edges"))
    assert nodes.field("names").type == pa.list_(pa.string())
    assert (nodes.field("mentions").type, nodes.field("lon").type) == (pa.int64(), pa.float64())
    assert (edges.field("cumulative").type, edges.field("value").type) == (pa.bool_(), pa.float64())
