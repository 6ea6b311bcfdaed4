import json
from collections.abc import Callable
from pathlib import Path

import networkx as nx

from graphkit import export


def test_networkx_reads_it_back(table: export.Table, written: Callable[[str], Path]) -> None:
    data = json.loads(written("json").read_text(encoding="utf-8"))
    graph = nx.node_link_graph(data, edges="edges")
    assert dict(graph.nodes(data=True)) == {row["id"]: {key: value for key, value in row.items() if key != "id"} for row in table.nodes}
    assert {key: fields for _, _, key, fields in graph.edges(keys=True, data=True)} == {
        row["id"]: {key: value for key, value in row.items() if key not in {"id", "source", "target"}} for row in table.edges
    }
    assert graph.graph == table.meta
    assert data["evidence"] == table.evidence.rows
