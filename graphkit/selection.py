"""A part of a store that is shown or taken away: around one entity, of some types, of some years, of some confidence."""

from dataclasses import dataclass
from pathlib import Path

import networkx as nx

from graphkit import card, graph, ontology, store
from graphkit.errors import AmbiguousError
from graphkit.graph import Graph


@dataclass(frozen=True, slots=True)
class Selection:
    """What to take of a store; as it stands, all of it with the private people left out.

    `focus` is a name or an id, `hops` how far from it along edges either way. `types` are names of node types and of relation
    types. `since` and `until` are years, months or days in ISO form: an edge stays where some of its time lies between them, and
    where it has none. `people` is public, all or none.
    """

    focus: str = ""
    hops: int = 2
    types: frozenset[str] = frozenset()
    since: str = ""
    until: str = ""
    min_confidence: float = 0.0
    people: str = "public"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a store: its graph, the evidence by relation, and the texts of the articles that the evidence is from, by id."""

    graph: Graph
    evidence: dict[str, list[store.Evidence]]
    texts: dict[str, store.Text]


def select(path: Path, selection: Selection, *, with_text: bool = False) -> Part:
    """The part of a store that a selection tells, with the articles' texts where asked for.

    Raises StoreError for a file that is no store, NotFoundError for a focus that no entity is called, AmbiguousError for one
    that several are.
    """
    whole = graph.build(path)
    whole.graph["people"] = selection.people
    center = _center(path, selection.focus) if selection.focus else ""
    taken = _around(_filtered(whole, selection, center), center, selection.hops)
    keys = {key for _, _, key in taken.edges(keys=True)}
    evidence = {relation: told for relation, told in store.evidence_by_relation(path).items() if relation in keys}
    articles = {item.article for told in evidence.values() for item in told}
    return Part(taken, evidence, _texts(path, articles) if with_text else {})


def _texts(path: Path, articles: set[str]) -> dict[str, store.Text]:
    with store.connect(path) as db:
        return {text.article: text for text in store.texts(db) if text.article in articles}


def _center(path: Path, name: str) -> str:
    """The id of the one entity of a name."""
    with store.connect(path) as db:
        found = card.named(list(store.entities(db)), name)
    if len(found) > 1:
        kinds = ontology.load().types
        told = "、".join(f"{entity.name}（{kinds[entity.type].zh}，{entity.id}）" for entity in found)
        raise AmbiguousError(f"several entities are named {name}; give the id of one of them: {told}")
    return found[0].id


def _filtered(whole: Graph, selection: Selection, center: str) -> Graph:
    """The nodes and edges that the types, the time and the confidence leave; a node that loses its last edge by it goes too."""
    known = ontology.load()
    kinds, relations = (selection.types & names.keys() for names in (known.types, known.relations))
    nodes = [node for node, kind in whole.nodes(data="type") if not kinds or kind in kinds or node == center]
    left = whole.subgraph(nodes)
    edges = [
        (head, tail, key)
        for head, tail, key, fields in left.edges(keys=True, data=True)
        if (not relations or fields["type"] in relations)
        and fields["confidence"] >= selection.min_confidence
        and _within(fields, selection.since, selection.until)
    ]
    if not (relations or selection.min_confidence or selection.since or selection.until):
        return left
    taken = left.edge_subgraph(edges)
    return left.subgraph([center]) if center and center not in taken else taken


def _within(fields: dict[str, str], since: str, until: str) -> bool:
    """Whether some of an edge's time (a figure's period, else the days between which articles tell it) lies between two times."""
    first, last = fields.get("period", "").split("/") if fields.get("period") else (fields["first"], fields["last"])
    return (not first or not until or first <= until + "~") and (not last or not since or last + "~" >= since)  # ~ stands behind -


def _around(found: Graph, center: str, hops: int) -> Graph:
    """The nodes that lie within so many steps of one, with the edges between them; all of them where there is no center."""
    if not center:
        return found.copy()
    near = nx.single_source_shortest_path_length(found.to_undirected(as_view=True), center, cutoff=hops)
    return found.subgraph(near).copy()
