import json
import math
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from lxml import etree

from graphkit import export, store
from graphkit.export.table import clean
from graphkit.graph import Graph
from graphkit.layout import positions

HOSTILE = "<b>&\"'\x0b\x00\ud800工会，= - + @"


@pytest.fixture(scope="session")
def table() -> export.Table:
    """A small graph with parallel edges, hostile names, lists and missing values."""
    graph: Graph = nx.MultiDiGraph(title=HOSTILE, graphkit="1")
    for name, kind in (("u1", "UNION"), ("u2", "UNION"), ("p1", "PERSON"), ("g1", "PROGRAM")):
        label = HOSTILE if name == "u2" else name
        graph.add_node(name, label=label, type=kind, names=("甲", "乙"), region="", mentions=2, articles=1, reason="")
    for key, head, tail, kind, extra in (
        ("f1", "p1", "u1", "HOLDS", {"title": "主席"}),
        ("f2", "p1", "u1", "HOLDS", {"title": "党组书记", "status": "原"}),
        ("f3", "u1", "g1", "RUNS", {}),
        ("f4", "u1", "g1", "FIGURE", {"value": 11_000_000, "unit": "CNY", "period": "2014-01-01/2014-11-30", "precision": "until"}),
        ("f5", "u1", "u2", "PARTNERS", {}),
    ):
        dates = {"first": "2014-01-02", "last": "2015-03-04"} if key == "f1" else {"first": "", "last": ""}
        graph.add_edge(head, tail, key=key, type=kind, confidence=0.9, articles=1, **dates, **extra)
    told = store.Evidence("f1", "t#1", HOSTILE, (0, 1), None, "题", "报", "2014-01-02", "t.txt", 0.9, "rule", "", "")
    return export.tabulate(graph, positions(graph), {"f1": [told]})


@pytest.fixture
def written(table: export.Table, tmp_path: Path) -> dict[str, Path]:
    paths = {name: tmp_path / f"graph.{name}" for name in export.WRITERS}
    for name, write in export.WRITERS.items():
        write(table, paths[name])
    return paths


def rows(table: export.Table) -> tuple[dict[str, dict[str, Any]], dict[str, dict[str, Any]]]:
    nodes: dict[str, dict[str, Any]] = {str(row["id"]): {key: value for key, value in row.items() if key != "id"} for row in table.nodes}
    edges: dict[str, dict[str, Any]] = {
        str(row["id"]): {key: value for key, value in row.items() if key not in {"id", "source", "target"}} for row in table.edges
    }
    return nodes, edges


def test_a_figure_carries_its_period(table: export.Table) -> None:
    (figure,) = [row for row in table.edges if row["relation"] == "FIGURE"]
    assert (figure["period"], figure["precision"]) == ("2014-01-01/2014-11-30", "until")


def test_graphml_is_read_back_by_networkx(table: export.Table, written: dict[str, Path]) -> None:
    graph = nx.read_graphml(written["graphml"], force_multigraph=True, edge_key_type=str)
    nodes, edges = rows(table)
    assert dict(graph.nodes(data=True)) == nodes
    assert {key: fields for _, _, key, fields in graph.edges(keys=True, data=True)} == edges


def test_graphml_is_what_gephi_and_gephi_lite_take(written: dict[str, Path]) -> None:
    tree = etree.parse(str(written["graphml"]))
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    keys = tree.findall("g:key", space)
    assert {key.get("attr.type") for key in keys} <= {"string", "boolean", "long", "double"}
    assert {key.get("for") for key in keys} == {"node", "edge", "graph"}
    assert {"label", "x", "y", "size", "r", "g", "b"} <= {str(key.get("id")) for key in keys}
    ids = [str(key.get("id")) for key in keys]
    assert len({name.lower() for name in ids}) == len(ids)
    edges = tree.findall(".//g:edge", space)
    assert len({edge.get("id") for edge in edges}) == len(edges) == 5
    assert {edge.get("label") for edge in edges} == {"任职", "开展", "数据", "合作"}
    assert written["graphml"].read_bytes().startswith(b"<?xml version='1.0' encoding='utf-8'?>")


def test_graphml_is_read_by_igraph(table: export.Table, written: dict[str, Path]) -> None:
    import igraph

    graph = igraph.Graph.Read_GraphML(str(written["graphml"]))
    assert (graph.vcount(), graph.ecount()) == (len(table.nodes), len(table.edges))
    assert set(graph.vs["type"]) == {"UNION", "PERSON", "PROGRAM"}


def test_gexf_has_kinds_positions_and_colours_without_alpha(written: dict[str, Path]) -> None:
    tree = etree.parse(str(written["gexf"]))
    space = {"g": "http://gexf.net/1.3", "v": "http://gexf.net/1.3/viz"}
    assert {edge.get("kind") for edge in tree.findall(".//g:edge", space)} == {"任职", "开展", "数据", "合作"}
    assert all("a" not in color.attrib for color in tree.findall(".//v:color", space))
    assert len(tree.findall(".//g:node/v:position", space)) == 4
    (dated,) = [edge for edge in tree.findall(".//g:edge", space) if edge.get("start")]
    assert (dated.get("id"), dated.get("start"), dated.get("end")) == ("f1", "2014-01-02", "2015-03-04")


def test_json_is_read_back_by_networkx(table: export.Table, written: dict[str, Path]) -> None:
    graph = nx.node_link_graph(json.loads(written["json"].read_text(encoding="utf-8")), edges="edges")
    nodes, edges = rows(table)
    assert dict(graph.nodes(data=True)) == nodes
    assert {key: fields for _, _, key, fields in graph.edges(keys=True, data=True)} == edges


def test_weights_are_positive_and_every_column_has_one_type(table: export.Table) -> None:
    assert all(isinstance(row["weight"], float) and row["weight"] > 0 for row in table.edges)
    for group in (table.nodes, table.edges):
        kinds: dict[str, set[type]] = {}
        for row in group:
            for key, value in row.items():
                kinds.setdefault(key, set()).add(type(value))
                assert not isinstance(value, float) or math.isfinite(value)
        assert all(len(found) == 1 for found in kinds.values()), kinds


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        ("", None),
        ((), None),
        (["甲", "乙"], "甲；乙"),
        ({"乙", "甲"}, "乙；甲"),
        ("a\x00b\x0b\ud800c", "abc"),
        (0, 0),
        (False, False),
        (1.5, 1.5),
    ],
)
def test_values_are_made_safe_at_the_border(value: object, expected: object) -> None:
    assert clean(value) == expected
