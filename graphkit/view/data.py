"""What the page knows: nodes and edges as pyvis builds them, evidence and articles beside them, each text once."""

from collections.abc import Mapping, Sequence
from math import sqrt
from typing import Any

from graphkit import card, ontology, store
from graphkit.graph import Graph
from graphkit.layout import Positions

EVIDENCE_PER_EDGE = 8


def network(graph: Graph, positions: Positions) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Nodes and edges in vis-network's terms, built by pyvis."""
    from pyvis.network import Network

    net = Network(directed=True)
    degrees = dict(graph.degree())
    for node in sorted(graph):
        fields = graph.nodes[node]
        kind = ontology.load().types[fields["type"]]
        x, y = positions[node]
        look = {"color": kind.color, "shape": kind.shape, "x": x, "y": y, "size": round(6 + 4 * sqrt(degrees[node]), 1)}
        net.add_node(node, label=fields["label"], group=fields["type"], **look)
    for head, tail, key in sorted(graph.edges(keys=True), key=lambda edge: edge[2]):
        fields = graph.edges[head, tail, key]
        net.add_edge(head, tail, id=key, group=fields["type"], confidence=fields["confidence"])
    nodes, edges, *_ = net.get_network_data()
    return nodes, edges


def page_data(
    graph: Graph,
    positions: Positions,
    evidence: Mapping[str, Sequence[store.Evidence]],
    texts: Mapping[str, store.Text] | None = None,  # noqa: ARG001
) -> dict[str, Any]:
    """The page's data: types and relations with labels and looks, nodes, edges, articles and the sentences that say each edge."""
    nodes, edges = network(graph, positions)
    index = {node["id"]: number for number, node in enumerate(nodes)}
    known = ontology.load()
    articles = _Articles()
    return {
        "title": graph.graph.get("title", ""),
        "meta": dict(graph.graph),
        "types": {name: {"zh": kind.zh, "en": kind.en, "color": kind.color, "shape": kind.shape} for name, kind in known.types.items()},
        "relations": {
            name: {"zh": kind.zh, "en": kind.en, "reverse": kind.reverse, "color": kind.color} for name, kind in known.relations.items()
        },
        "nodes": [_node(graph, node) for node in nodes],
        "edges": [_edge(graph, edge, index, evidence, articles) for edge in edges],
        "articles": articles.rows,
    }


class _Articles:
    """The articles that evidence is from, each told once."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self._numbers: dict[str, int] = {}

    def number(self, item: store.Evidence) -> int:
        if item.article not in self._numbers:
            self._numbers[item.article] = len(self.rows)
            self.rows.append([item.title, item.paper, item.date, item.path])
        return self._numbers[item.article]


def _node(graph: Graph, node: Mapping[str, Any]) -> list[Any]:
    fields = graph.nodes[node["id"]]
    return [
        node["id"],
        node["label"],
        node["group"],
        list(fields["names"]),
        round(node["x"]),
        round(node["y"]),
        node["size"],
        fields["articles"],
    ]


def _edge(
    graph: Graph,
    edge: Mapping[str, Any],
    index: Mapping[str, int],
    evidence: Mapping[str, Sequence[store.Evidence]],
    articles: _Articles,
) -> list[Any]:
    fields = graph.edges[edge["from"], edge["to"], edge["id"]]
    relation = store.Relation(edge["id"], fields["type"], "", "", fields, 0, 0, fields["first"], fields["last"])
    told = [_told(item, articles) for item in evidence.get(edge["id"], [])[:EVIDENCE_PER_EDGE]]
    return [
        index[edge["from"]],
        index[edge["to"]],
        fields["type"],
        card.detail(relation),
        round(edge["confidence"], 2),
        fields["first"],
        fields["last"],
        told,
    ]


def _told(item: store.Evidence, articles: _Articles) -> list[Any]:
    return [item.sentence, item.head or 0, item.tail or 0, articles.number(item), item.head_reason, item.tail_reason]
