"""JSON in networkx's node-link form: `networkx.node_link_graph(json.load(file), edges="edges")` reads it back.

The sentences stand beside nodes and edges, under `evidence`, each with the key of its edge as `relation`.
"""

import json
from pathlib import Path

from graphkit.export.table import Table
from graphkit.files import replacing


def write(table: Table, path: Path) -> None:
    """Write a table as node-link JSON."""
    edges = [{"key": row["id"], **{name: value for name, value in row.items() if name != "id"}} for row in table.edges]
    parts = {"nodes": table.nodes.rows, "edges": edges, "evidence": table.evidence.rows}
    data = {"directed": True, "multigraph": True, "graph": dict(table.meta), **parts}
    with replacing(path) as beside:
        beside.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
