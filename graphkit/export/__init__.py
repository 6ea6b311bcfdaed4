"""Exports of the graph, one format a module. Each writer takes a `Table` and a path."""

from collections.abc import Callable
from pathlib import Path

from graphkit.export.gexf import write_gexf
from graphkit.export.graphml import write_graphml
from graphkit.export.node_link import write_json
from graphkit.export.table import Table, tabulate

WRITERS: dict[str, Callable[[Table, Path], None]] = {
    "graphml": write_graphml,
    "gexf": write_gexf,
    "json": write_json,
}

__all__ = ["WRITERS", "Table", "tabulate"]
