"""What the page knows, as compact JSON: columns of nodes and edges, every text once, evidence apart from the graph.

`graphkit/view/src/data.ts` tells the same format in the page's terms; what is added here is added there. Offsets are in UTF-16
code units, as JavaScript counts them.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from typing import Any

from graphkit import card, lexicon, ontology, store
from graphkit.graph import Graph
from graphkit.layout import Positions
from graphkit.view.evidence import Articles, told
from graphkit.view.places import Places
from graphkit.view.strings import Strings, initials

FACTS = (
    "title",
    "rank",
    "status",
    "value",
    "to",
    "unit",
    "kind",
    "period",
    "precision",
    "cumulative",
    "about",
    "part",
    "counter",
    "giver",
    "receiver",
)


class _Ids(dict[str, None]):
    """Ids of nodes for pyvis, which looks the ends of each edge up in a list: 30,000 edges would take ten seconds."""

    def append(self, node: str) -> None:
        """Add an id."""
        self[node] = None


def network(graph: Graph, positions: Positions) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Nodes and edges in vis-network's terms, built by pyvis."""
    from pyvis.network import Network

    net = Network(directed=True)
    net.node_ids = _Ids()
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
    texts: Mapping[str, store.Text] | None = None,
) -> dict[str, Any]:
    """The page's data.

    `evidence` maps ids of edges to the sentences that say them; `texts`, where articles may be read whole, maps ids of articles to
    their texts. The keys `evidence` and `texts` of the result are what the page reads only when it is asked for.
    """
    nodes, edges = network(graph, positions)
    index = {node["id"]: number for number, node in enumerate(nodes)}
    strings, places, articles = Strings(), Places(), Articles(texts or {})
    spoken = [evidence.get(edge["id"], ()) for edge in edges]
    sentences = told(spoken, articles)
    return {
        "title": graph.graph.get("title", ""),
        "meta": {key: str(value) for key, value in graph.graph.items()},
        **_vocabulary(),
        "nodes": _node_columns(graph, nodes, strings, places),
        "edges": _edge_columns(graph, edges, index, strings) | {"evidence": [len(items) for items in spoken]},
        "regions": places.rows(),
        "strings": strings.rows,
        "evidence": sentences,
        "texts": articles.whole(index),
        "articles": articles.rows,
    }


def _vocabulary() -> dict[str, Any]:
    """The words and looks of types, relations, details, levels and kinds of figures."""
    known = ontology.load()
    return {
        "types": {name: {"zh": kind.zh, "en": kind.en, "color": kind.color, "shape": kind.shape} for name, kind in known.types.items()},
        "relations": {
            name: {"zh": kind.zh, "en": kind.en, "reverse": kind.reverse, "color": kind.color, "symmetric": kind.symmetric}
            for name, kind in known.relations.items()
        },
        "details": dict(known.details),
        "levels": dict(known.levels),
        "kinds": {name: {"zh": fields["zh"], "en": fields["en"]} for name, fields in lexicon.read_yaml("figures.yml")["kinds"].items()},
    }


def _node_columns(graph: Graph, nodes: Sequence[Mapping[str, Any]], strings: Strings, places: Places) -> dict[str, Any]:
    fields = [graph.nodes[node["id"]] for node in nodes]
    return {
        "id": [node["id"] for node in nodes],
        "label": [node["label"] for node in nodes],
        "type": [strings.number(node["group"]) for node in nodes],
        "names": [list(told["names"]) for told in fields],
        "initials": [" ".join(map(initials, (told["label"], *told["names"]))) for told in fields],
        "x": [round(node["x"]) for node in nodes],
        "y": [round(node["y"]) for node in nodes],
        "size": [node["size"] for node in nodes],
        "region": [places.number(told.get("region", "")) for told in fields],
        "reason": [strings.number(told.get("reason", "")) for told in fields],
        "mentions": [told["mentions"] for told in fields],
        "articles": [told["articles"] for told in fields],
        "details": _sparse(fields, tuple(ontology.load().details)),
    }


def _edge_columns(graph: Graph, edges: Sequence[Mapping[str, Any]], index: Mapping[str, int], strings: Strings) -> dict[str, Any]:
    fields = [graph.edges[edge["from"], edge["to"], edge["id"]] for edge in edges]
    return {
        "id": [edge["id"] for edge in edges],
        "head": [index[edge["from"]] for edge in edges],
        "tail": [index[edge["to"]] for edge in edges],
        "type": [strings.number(told["type"]) for told in fields],
        "detail": [strings.number(card.detail(told, told["first"], told["last"])) for told in fields],
        "confidence": [round(100 * edge["confidence"]) for edge in edges],
        "first": [strings.number(told["first"]) for told in fields],
        "last": [strings.number(told["last"]) for told in fields],
        "articles": [told["articles"] for told in fields],
        "facts": _sparse([told | _ranked(told) for told in fields], FACTS),
    }


def _is_told(value: Any) -> bool:
    return value is not None and value is not False and value not in ("", [])


def _ranked(fields: Mapping[str, Any]) -> dict[str, int]:
    """The place of a post in the order of posts: a deputy stands between the post itself and the next one."""
    if not fields.get("title"):
        return {}
    number, deputy = card.post_rank(fields["title"])
    return {"rank": 3 * number + deputy + 1}


def _sparse(rows: Iterable[Mapping[str, Any]], keys: Sequence[str]) -> dict[str, dict[str, Any]]:
    """By row number, what a row has of some keys; rows that have nothing are left out."""
    found = {}
    for number, row in enumerate(rows):
        told = {key: row[key] for key in keys if _is_told(row.get(key))}
        if told:
            found[str(number)] = told
    return found
