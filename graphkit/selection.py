"""A part of a store that is shown or taken away: around one entity, of some types, of some years, of some confidence."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import networkx as nx

from graphkit import card, graph, ontology, privacy, store
from graphkit.errors import AmbiguousError, NotFoundError
from graphkit.graph import Graph

Edge = tuple[str, str, str, dict[str, Any]]
_END = "~"  # stands behind every day of a month and every month of a year


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
    """A part of a store: its graph, the evidence by relation, and the texts of the articles that the evidence is from, by id.

    `left_out` counts the people of the whole store who are left out.
    """

    graph: Graph
    evidence: dict[str, list[store.Evidence]]
    texts: dict[str, store.Text]
    left_out: int = 0


def select(path: Path, selection: Selection, *, with_text: bool = False) -> Part:
    """The part of a store that a selection tells, with the articles' texts where asked for.

    Who is left out is judged by the whole store. Raises StoreError for a file that is no store, NotFoundError for a focus that
    no entity is called, AmbiguousError for one that several are.
    """
    whole = graph.build(path)
    with store.connect(path) as db:
        texts = {text.article: text for text in store.texts(db)}
        gone = privacy.left_out(whole, texts.values(), store.signed(db), selection.people)
        center = _center(list(store.entities(db)), selection, gone) if selection.focus else ""
    nodes, edges = _taken(whole, gone, center, selection)
    keys = {key for _, _, key, _ in edges}
    evidence = {relation: told for relation, told in store.evidence_by_relation(path).items() if relation in keys}
    masks = privacy.Masks(whole, texts, gone, authors=selection.people != "none")
    taken: Graph = nx.MultiDiGraph(**masks.build(whole.graph), people=selection.people)
    taken.add_nodes_from((node, masks.node(node, whole.nodes[node])) for node in nodes)
    taken.add_edges_from((head, tail, key, masks.edge(fields, evidence.get(key, ()))) for head, tail, key, fields in edges)
    articles = {item.article for told in evidence.values() for item in told} if with_text else set()
    return Part(
        taken,
        {relation: [masks.evidence(item) for item in told] for relation, told in evidence.items()},
        {text.article: _of(text, taken) for text in map(masks.text, sorted(articles))},
        len(gone),
    )


def _of(text: store.Text, taken: Graph) -> store.Text:
    """An article with the mentions of what was taken alone."""
    return replace(text, mentions=tuple(mention for mention in text.mentions if mention[2] in taken))


def _center(entities: list[store.Entity], selection: Selection, gone: frozenset[str]) -> str:
    """The id of the one entity that a selection is around."""
    found = card.named(entities, selection.focus)
    shown = [entity for entity in found if entity.id not in gone]
    if not shown:
        raise NotFoundError(f"{selection.focus} is left out of what is shown; ask for everybody: --people all")
    if len(shown) > 1:
        kinds = ontology.load().types
        told = "、".join(f"{entity.name}（{kinds[entity.type].zh}，{entity.id}）" for entity in shown)
        raise AmbiguousError(f"several entities are named {selection.focus}; give the id of one of them: {told}")
    return shown[0].id


def _taken(whole: Graph, gone: frozenset[str], center: str, selection: Selection) -> tuple[list[str], list[Edge]]:
    """The nodes and edges that a selection leaves; a node that loses its last edge by time, confidence or relation goes too."""
    known = ontology.load()
    kinds, relations = (selection.types & names.keys() for names in (known.types, known.relations))
    nodes = {node for node, fields in whole.nodes(data=True) if node not in gone and _is_of(fields, kinds, node == center)}
    edges = [
        edge
        for edge in whole.edges(keys=True, data=True)
        if edge[0] in nodes and edge[1] in nodes and _is_of(edge[3], relations) and _holds(edge[3], selection)
    ]
    if center:
        nodes = _near(edges, center, selection.hops)
        edges = [edge for edge in edges if edge[0] in nodes and edge[1] in nodes]
    elif relations or selection.min_confidence or selection.since or selection.until:
        nodes = {end for edge in edges for end in edge[:2]}
    return [node for node in whole if node in nodes], edges


def _is_of(fields: Mapping[str, Any], kinds: AbstractSet[str], exempt: bool = False) -> bool:
    return exempt or not kinds or fields["type"] in kinds


def _holds(fields: Mapping[str, Any], selection: Selection) -> bool:
    """Whether an edge is as sure as wished, and some of its time (a figure's period, else the days between which it is told) too."""
    period = fields.get("period", "")
    first, last = period.split("/") if period else (fields["first"], fields["last"])
    begins = not first or not selection.until or first <= selection.until + _END
    ends = not last or not selection.since or last + _END >= selection.since
    return fields["confidence"] >= selection.min_confidence and begins and ends


def _near(edges: Iterable[Edge], center: str, hops: int) -> set[str]:
    """The nodes within so many steps of one along edges either way."""
    others = defaultdict(set)
    for head, tail, *_ in edges:
        others[head].add(tail)
        others[tail].add(head)
    near = reached = {center}
    for _ in range(hops):
        reached = {other for node in reached for other in others[node]} - near
        near |= reached
    return near
