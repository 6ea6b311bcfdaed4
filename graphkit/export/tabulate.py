"""The rows of a graph: with looks (size, colour, position), and with the sentences that say each edge."""

from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from typing import Any

from graphkit import identity, ontology, store
from graphkit.export.table import Rows, Table
from graphkit.export.values import clean, column_name, convert, text
from graphkit.graph import Graph
from graphkit.layout import Positions

EVIDENCE_SHOWN = 3
_LOOKS = {"r": "long", "g": "long", "b": "long", "color": "string"}
NODE = {"id": "string", "label": "string", "type": "string", "type_zh": "string", "names": "strings", "region_code": "string"}
NODE |= {"mentions": "long", "articles": "long", "degree": "long", "lon": "double", "lat": "double"}
NODE |= {"size": "double", "x": "double", "y": "double", **_LOOKS}
EDGE = {"id": "string", "source": "string", "target": "string", "label": "string", "relation": "string", "weight": "double"}
EDGE |= {"confidence": "double", "first_seen": "string", "last_seen": "string"}
EDGE |= {"evidence": "strings", "source_titles": "strings", "source_files": "strings", **_LOOKS}
EVIDENCE = {"id": "string", "relation": "string", "sentence": "string", "head_start": "long", "head_end": "long", "tail_start": "long"}
EVIDENCE |= {"tail_end": "long", "article": "string", "title": "string", "paper": "string", "date": "string", "path": "string"}
EVIDENCE |= {"confidence": "double", "rule": "string", "head_reason": "string", "tail_reason": "string"}
_OF_NODES = {"label", "type", "names", "region", "mentions", "articles", "reason", "lon", "lat"}
_OF_EDGES = {"type", "confidence", "articles", "first", "last"}


def tabulate(graph: Graph, positions: Positions, evidence: Mapping[str, Sequence[store.Evidence]]) -> Table:
    """The rows of a graph of which `positions` tells where nodes lie (of none where nothing is drawn) and `evidence` what says each edge.

    On the edges stand the surest three sentences, in the rows of evidence all.
    """
    degrees = dict(graph.degree())
    nodes = sorted(graph)
    edges = sorted(graph.edges(keys=True), key=lambda edge: edge[2])
    details = _told((graph.nodes[node] for node in nodes), ontology.load().details, _OF_NODES, NODE)
    attributes = [name for relation in ontology.load().relations.values() for name in relation.attributes]
    facts = _told((graph.edges[edge] for edge in edges), attributes, _OF_EDGES, EDGE)
    return Table(
        Rows.of((_node(graph, node, degrees[node], positions.get(node), details) for node in nodes), NODE),
        Rows.of((_edge(graph, edge, evidence.get(edge[2], ()), facts) for edge in edges), EDGE),
        Rows.of((row for edge in edges for row in map(_sentence, evidence.get(edge[2], ()))), EVIDENCE),
        {
            key: str(convert(value, "string"))
            for key, value in ((key, clean(value)) for key, value in graph.graph.items())
            if value is not None
        },
    )


def rgb(color: str) -> dict[str, Any]:
    """The columns of a colour that is told as #RRGGBB."""
    return {name: int(color[at : at + 2], 16) for name, at in (("r", 1), ("g", 3), ("b", 5))} | {"color": color}


def _told(things: Iterable[Mapping[str, Any]], known: Iterable[str], own: set[str], taken: Iterable[str]) -> dict[str, str]:
    """What nodes or edges tell beside their own fields, those that the ontology knows first: each with the name of its column."""
    found = dict.fromkeys(name for thing in things for name in thing if name not in own)
    order = dict.fromkeys(name for name in known if name in found) | dict.fromkeys(sorted(found))
    columns: dict[str, str] = {}
    for name in order:
        columns[name] = column_name(name, [*taken, *columns.values()])
    return columns


def _node(graph: Graph, node: str, degree: int, place: tuple[float, float] | None, details: Mapping[str, str]) -> dict[str, Any]:
    fields = graph.nodes[node]
    kind = ontology.load().types[fields["type"]]
    row = {"id": node, "label": fields["label"], "type": fields["type"], "type_zh": kind.zh, "names": fields["names"]}
    row |= {"region_code": fields["region"], "mentions": fields["mentions"], "articles": fields["articles"], "degree": degree}
    row |= {"lon": fields.get("lon"), "lat": fields.get("lat"), "size": round(8 + 6 * sqrt(degree), 2)}
    row |= {"x": place[0], "y": -place[1]} if place else {}  # upwards, as Gephi counts
    return row | rgb(kind.color) | {column: fields.get(name) for name, column in details.items()}


def _edge(graph: Graph, edge: tuple[str, str, str], evidence: Sequence[store.Evidence], facts: Mapping[str, str]) -> dict[str, Any]:
    head, tail, key = edge
    fields = graph.edges[edge]
    kind = ontology.load().relations[fields["type"]]
    row = {"id": key, "source": head, "target": tail, "label": kind.zh, "relation": fields["type"], "weight": max(fields["articles"], 1)}
    row |= {"confidence": fields["confidence"], "first_seen": fields["first"], "last_seen": fields["last"]}
    row |= {column: fields.get(name) for name, column in facts.items()}
    row["evidence"] = [item.sentence for item in evidence[:EVIDENCE_SHOWN]]
    row["source_titles"] = list(dict.fromkeys(item.title for item in evidence if item.title))[:EVIDENCE_SHOWN]
    row["source_files"] = list(dict.fromkeys(item.path for item in evidence))[:EVIDENCE_SHOWN]
    return row | rgb(kind.color)


def _sentence(item: store.Evidence) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": "e" + identity.digest(text(f"{item.relation}|{item.article}|{item.sentence}")),
        "relation": item.relation,
        "sentence": item.sentence,
    }
    for end, span in (("head", item.head), ("tail", item.tail)):
        row |= {f"{end}_start": span[0], f"{end}_end": span[1]} if span else {}
    row |= {name: getattr(item, name) for name in ("article", "title", "paper", "date", "path", "confidence", "rule")}
    return row | {"head_reason": item.head_reason, "tail_reason": item.tail_reason}
