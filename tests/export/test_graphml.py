from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
from lxml import etree

from graphkit import export
from tests.export.conftest import HOSTILE, ODD

SPACE = {"g": "http://graphml.graphdrawing.org/xmlns"}


def rows(table: export.Table) -> tuple[dict[str, dict[str, Any]], dict[str, dict[str, Any]]]:
    flat = table.flat()
    nodes: dict[str, dict[str, Any]] = {str(row["id"]): {key: value for key, value in row.items() if key != "id"} for row in flat.nodes}
    edges: dict[str, dict[str, Any]] = {
        str(row["id"]): {key: value for key, value in row.items() if key not in {"id", "source", "target"}} for row in flat.edges
    }
    return nodes, edges


def test_networkx_reads_it_back(table: export.Table, written: Callable[[str], Path]) -> None:
    graph = nx.read_graphml(written("graphml"), force_multigraph=True, edge_key_type=str)
    nodes, edges = rows(table)
    assert dict(graph.nodes(data=True)) == nodes
    assert {key: fields for _, _, key, fields in graph.edges(keys=True, data=True)} == edges
    assert graph.graph["title"] == HOSTILE


def test_igraph_reads_it_back(table: export.Table, written: Callable[[str], Path]) -> None:
    import igraph

    graph = igraph.Graph.Read_GraphML(str(written("graphml")))
    nodes, edges = rows(table)
    order = list(nodes)  # igraph keeps it, but reads an & in an id as &#38;
    assert graph.vs["label"] == [fields["label"] for fields in nodes.values()]
    assert graph.vs["x"] == [fields["x"] for fields in nodes.values()]
    assert graph.es["evidence"] == [fields["evidence"] for fields in edges.values()]
    assert [(order[edge.source], order[edge.target]) for edge in graph.es] == [(row["source"], row["target"]) for row in table.edges]
    assert graph["people"] == "all"


def test_gephi_lite_reads_it_back(
    table: export.Table, written: Callable[[str], Path], graphology: Callable[[Path], dict[str, Any]]
) -> None:
    graph = graphology(written("graphml"))
    nodes, edges = rows(table)
    assert {node["key"]: node["attributes"] for node in graph["nodes"]} == {
        # r, g and b become the colour, as they do in Gephi
        name: {key: value for key, value in fields.items() if key not in {"r", "g", "b"}} | {"color": fields["color"].lower()}
        for name, fields in nodes.items()
    }
    assert {edge["key"] for edge in graph["edges"]} == edges.keys()
    assert {edge["attributes"]["evidence"] for edge in graph["edges"]} == {fields["evidence"] for fields in edges.values()}
    assert ODD in {edge["target"] for edge in graph["edges"]}
    assert graph["multi"] is True


def test_it_is_what_gephi_takes(written: Callable[[str], Path], table: export.Table) -> None:
    path = written("graphml")
    tree = etree.parse(str(path))
    keys = tree.findall("g:key", SPACE)
    assert {key.get("attr.type") for key in keys} <= {"string", "boolean", "long", "double"}
    assert {key.get("for") for key in keys} == {"node", "edge", "graph"}
    assert {"label", "x", "y", "size", "r", "g", "b", "color"} <= {str(key.get("id")) for key in keys}
    ids = [str(key.get("id")) for key in keys]
    assert len({name.lower() for name in ids}) == len(ids)
    for scope in ("node", "edge"):
        names = [str(key.get("attr.name")).lower() for key in keys if key.get("for") == scope]
        assert len(set(names)) == len(names)
        assert not set(names) & {"id", "source", "target", "start", "end", "pid", "kind", "for", "key"}
    edges = tree.findall(".//g:edge", SPACE)
    assert len({edge.get("id") for edge in edges}) == len(edges) == len(table.edges)
    assert {edge.get("label") for edge in edges} >= {"任职", "开展", "数据", "合作"}
    assert path.read_bytes().startswith(b"<?xml version='1.0' encoding='utf-8'?>")
