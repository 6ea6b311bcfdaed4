from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from lxml import etree

from graphkit import export
from graphkit.layout import positions
from tests.export.conftest import HOSTILE, ODD, small

SPACE = {"g": "http://gexf.net/1.3", "v": "http://gexf.net/1.3/viz"}


def parsed(path: Path) -> Any:
    return etree.parse(str(path))


def spells(tree: Any) -> dict[str, list[tuple[str, str]]]:
    """When each node is there; a node that is always there is left out."""
    found: dict[str, list[tuple[str, str]]] = {}
    for node in tree.findall(".//g:node", SPACE):
        for spell in node.findall("g:spells/g:spell", SPACE):
            found.setdefault(node.get("id"), []).append((spell.get("start"), spell.get("end")))
    return found


def test_it_follows_the_schema(written: Callable[[str], Path]) -> None:
    schema = etree.RelaxNG(etree.parse(str(Path(__file__).with_name("gexf.rng"))))
    schema.assertValid(etree.parse(str(written("gexf"))))


def test_kinds_positions_and_colours_without_alpha(written: Callable[[str], Path], table: export.Table) -> None:
    tree = parsed(written("gexf"))
    assert {edge.get("kind") for edge in tree.findall(".//g:edge", SPACE)} >= {"任职", "开展", "数据", "合作"}
    assert all("a" not in color.attrib for color in tree.findall(".//v:color", SPACE))
    assert len(tree.findall(".//g:node/v:position", SPACE)) == len(table.nodes)


@pytest.mark.parametrize(
    ("edge", "span"),
    [
        ("f1", ("2014-01-02", "2015-03-04")),
        ("f2", (None, None)),
        ("f3", ("2014-01-01", "2014-12-31")),
        ("f5", ("2016-02-01", "2016-02-29")),
    ],
)
def test_an_edge_is_there_while_articles_tell_it(edge: str, span: tuple[str | None, str | None], written: Callable[[str], Path]) -> None:
    tree = parsed(written("gexf"))
    (found,) = tree.xpath(f"//g:edge[@id='{edge}']", namespaces=SPACE)
    assert (found.get("start"), found.get("end")) == span


def test_nodes_are_there_whenever_their_edges_are(written: Callable[[str], Path]) -> None:
    tree = parsed(written("gexf"))
    there = spells(tree)
    assert there[ODD] == [("2016-02-01", "2016-02-29")]
    assert there["g1"] == [("2014-01-01", "2014-12-31")]
    assert there["h1"] == [("2013-05-01", "2013-05-01")]
    assert "p1" not in there
    assert "u1" not in there  # an undated post leads there
    for edge in tree.findall(".//g:edge", SPACE):
        for end in (edge.get("source"), edge.get("target")):
            spans = there.get(end)
            assert spans is None or any(first <= edge.get("start") and edge.get("end") <= last for first, last in spans)


def test_a_graph_without_dates_is_static(tmp_path: Path) -> None:
    made = small()
    for edge in made.edges:
        made.edges[edge].update(first="", last="前年")
    export.WRITERS["gexf"](export.tabulate(made, positions(made), {}), tmp_path / "graph.gexf")
    graph = parsed(tmp_path / "graph.gexf").find("g:graph", SPACE)
    assert graph is not None
    assert (graph.get("mode"), graph.get("timeformat")) == ("static", None)


def test_networkx_reads_it_back(table: export.Table, written: Callable[[str], Path]) -> None:
    graph = nx.read_gexf(written("gexf"), version="1.3")
    assert set(graph) == {row["id"] for row in table.nodes}
    assert {fields["id"] for *_, fields in graph.edges(data=True)} == {row["id"] for row in table.edges}
    assert graph.nodes["p1"]["viz"]["color"]["r"] == 0


def test_gephi_lite_reads_it_back(
    table: export.Table, written: Callable[[str], Path], graphology: Callable[[Path], dict[str, Any]]
) -> None:
    graph = graphology(written("gexf"))
    flat = table.flat()
    nodes = {node["key"]: node["attributes"] for node in graph["nodes"]}
    assert nodes.keys() == {row["id"] for row in flat.nodes}
    for row in flat.nodes:
        found = nodes[str(row["id"])]
        assert {name: found[name] for name in ("x", "y", "size", "type", "mentions")} == {
            name: row[name] for name in ("x", "y", "size", "type", "mentions")
        }
        assert found["color"].lower() in {f"rgb({row['r']},{row['g']},{row['b']})", str(row["color"]).lower()}
    assert nodes[ODD]["label"] == HOSTILE
    edges = {edge["key"]: edge["attributes"] for edge in graph["edges"]}
    assert {key: fields["kind"] for key, fields in edges.items()} == {row["id"]: row["label"] for row in flat.edges}
    assert {key: fields["evidence"] for key, fields in edges.items()} == {row["id"]: row["evidence"] for row in flat.edges}
