"""Stage six: the store → a networkx MultiDiGraph. Every node and edge carries plain values; evidence stays in the store."""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import networkx as nx

from graphkit import ontology, regions, store

Graph: TypeAlias = "nx.MultiDiGraph[str]"


def build(path: Path) -> Graph:
    """The graph of a store.

    Nodes: `label`, `type`, `names` (tuple), `region` (code), `mentions`, `articles`, `reason`, `lon`, `lat` where the region has
    them, and what is told of programs, honours and documents (`editions`, `years`, `family`, `level`, `giver`, `number`). Edges,
    keyed by the relation's id: `type`, `confidence`, `articles`, `first`, `last` (ISO dates) and the relation's attributes
    (`title`, `status`; `value`, `unit`, `kind` and what else is told of a figure; `period`: first and last day, with its `precision`).
    Graph attributes are the store's meta values.
    """
    with store.connect(path) as db:
        return assemble(store.meta(db), store.entities(db), store.relations(db))


def assemble(meta: Mapping[str, str], entities: Iterable[store.Entity], relations: Iterable[store.Relation]) -> Graph:
    """The graph of what was read of a store, as `build` has it."""
    graph: Graph = nx.MultiDiGraph(**meta)
    for entity in entities:
        graph.add_node(entity.id, **_node(entity))
    for relation in relations:
        fields = {"type": relation.type, "confidence": relation.confidence, "articles": relation.articles}
        dates = {"first": relation.first, "last": relation.last}
        graph.add_edge(relation.head, relation.tail, key=relation.id, **fields, **dates, **relation.attributes)
    return graph


def _node(entity: store.Entity) -> dict[str, Any]:
    names = tuple(name for name in entity.names if name != entity.name)
    node = {"label": entity.name, "type": entity.type, "names": names, "region": entity.region, "mentions": entity.mentions}
    node |= {"articles": entity.articles, "reason": entity.reason, **entity.attributes}
    place = regions.load().by_code.get(entity.region)
    return node | ({"lon": place.lon, "lat": place.lat} if place is not None and place.lon is not None else {})


def without(graph: Graph, node_types: set[str]) -> Graph:
    """A copy of the graph without the nodes of some types."""
    return graph.subgraph([node for node, kind in graph.nodes(data="type") if kind not in node_types]).copy()


def counts(graph: Graph) -> tuple[dict[str, int], dict[str, int]]:
    """How many nodes and edges there are of each type, in the ontology's order."""
    nodes = Counter(kind for _, kind in graph.nodes(data="type"))
    edges = Counter(kind for _, _, kind in graph.edges(data="type"))
    known = ontology.load()
    return {kind: nodes[kind] for kind in known.types if nodes[kind]}, {kind: edges[kind] for kind in known.relations if edges[kind]}
