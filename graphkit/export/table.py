"""The border of every export: nodes and edges as rows of plain values, made safe once for all formats.

Lists are joined by ；, missing values are left out, characters that XML cannot hold are dropped, names that Gephi gives a
meaning of their own are avoided, every column has one type.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import sqrt
from typing import Any

from graphkit import ontology, store
from graphkit.graph import Graph
from graphkit.layout import Positions

Row = dict[str, str | int | float | bool]
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
EVIDENCE_SHOWN = 3


@dataclass(frozen=True)
class Table:
    """A graph as rows. Every node has `id`, every edge `id`, `source` and `target`; columns name each field's type."""

    nodes: list[Row]
    edges: list[Row]
    meta: Mapping[str, str] = field(default_factory=dict)

    def columns(self, rows: list[Row], leave_out: Iterable[str]) -> dict[str, str]:
        """The fields of some rows, in order of appearance, each with its type: string, boolean, long or double."""
        found: dict[str, str] = {}
        for row in rows:
            for key, value in row.items():
                found.setdefault(key, _type(value))
        return {key: kind for key, kind in found.items() if key not in set(leave_out)}


def _type(value: object) -> str:
    return {bool: "boolean", int: "long", float: "double"}.get(type(value), "string")


def clean(value: Any) -> str | int | float | bool | None:
    """A value that every format can hold; None for a missing one."""
    if value is None or value == "" or isinstance(value, (bool, int, float)):
        return None if value == "" else value
    if isinstance(value, (list, tuple, set, frozenset)):
        items = sorted(value) if isinstance(value, (set, frozenset)) else value
        return clean("；".join(str(item) for item in items))
    return _ILLEGAL.sub("", str(value)) or None


def tabulate(graph: Graph, positions: Positions, evidence: Mapping[str, list[store.Evidence]]) -> Table:
    """The rows of a graph with looks (size, colour, position) and, on each edge, the sentences that say it."""
    degrees = dict(graph.degree())
    nodes = [_clean_row(_node(graph, node, degrees[node], positions)) for node in sorted(graph)]
    edges = sorted(graph.edges(keys=True), key=lambda edge: edge[2])
    return Table(
        nodes,
        [_clean_row(_edge(graph, edge, evidence.get(edge[2], []))) for edge in edges],
        {key: str(clean(value) or "") for key, value in graph.graph.items()},
    )


def _clean_row(row: Mapping[str, Any]) -> Row:
    cleaned = {key: clean(value) for key, value in row.items()}
    return {key: value for key, value in cleaned.items() if value is not None}


def _rgb(color: str) -> dict[str, int]:
    return {name: int(color[at : at + 2], 16) for name, at in (("r", 1), ("g", 3), ("b", 5))}


def _node(graph: Graph, node: str, degree: int, positions: Positions) -> dict[str, Any]:
    fields = graph.nodes[node]
    kind = ontology.load().types[fields["type"]]
    x, y = positions[node]
    looks = {"size": round(8 + 6 * sqrt(degree), 2), "x": float(x), "y": float(-y), **_rgb(kind.color), "color": kind.color}
    row = {"id": node, "label": fields["label"], "type": fields["type"], "type_zh": kind.zh, "names": fields["names"]}
    row |= {"region_code": fields["region"], "mentions": fields["mentions"], "articles": fields["articles"], "degree": degree}
    row |= {name: fields.get(name) for name in ("editions", "years", "family", "level", "giver", "number", "lon", "lat")}
    return row | looks


def _edge(graph: Graph, edge: tuple[str, str, str], evidence: list[store.Evidence]) -> dict[str, Any]:
    head, tail, key = edge
    fields = graph.edges[edge]
    kind = ontology.load().relations[fields["type"]]
    row = {
        "id": key,
        "source": head,
        "target": tail,
        "label": kind.zh,
        "relation": fields["type"],
        "weight": float(max(fields["articles"], 1)),
    }
    row |= {"confidence": float(fields["confidence"]), "first_seen": fields["first"], "last_seen": fields["last"]}
    row |= {
        name: fields.get(name)
        for name in ("title", "status", "unit", "period", "precision", "kind", "counter", "about", "giver", "receiver")
    }
    row |= {name: float(fields[name]) if name in fields else None for name in ("value", "to")}
    row |= {name: fields.get(name) for name in ("cumulative", "part")}
    row["evidence"] = " ｜ ".join(item.sentence for item in evidence[:EVIDENCE_SHOWN])
    row["source_titles"] = list(dict.fromkeys(item.title for item in evidence if item.title))[:EVIDENCE_SHOWN]
    row["source_files"] = list(dict.fromkeys(item.path for item in evidence))[:EVIDENCE_SHOWN]
    return row | {"color": kind.color, **_rgb(kind.color)}
