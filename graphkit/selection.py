"""A part of a store that is shown or taken away: around one entity, of some types, of some years, of some confidence."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import networkx as nx

from graphkit import graph, ontology, privacy, store, times
from graphkit.errors import NotFoundError
from graphkit.graph import Graph
from graphkit.lookup import Names, described

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
    with store.connect(path) as db:
        entities = list(store.entities(db))
        whole = graph.assemble(store.meta(db), entities, store.relations(db))
        texts = {text.article: text for text in store.texts(db)}
        gone = privacy.left_out(whole, texts.values(), store.signed(db), selection.people)
    center = _center(entities, selection.focus, gone, texts) if selection.focus else ""
    nodes, edges = _taken(whole, gone, center, selection)
    keys = {key for _, _, key, _ in edges}
    evidence = {relation: told for relation, told in store.evidence_by_relation(path).items() if relation in keys}
    masks = privacy.Masks(whole, texts, gone, authors=selection.people != "none")
    taken = _masked(whole, masks, nodes, edges, evidence)
    taken.graph["people"] = selection.people
    taken.graph |= _told(selection, taken.nodes[center]["label"] if center else "", taken.graph.get("title", ""))
    articles = {item.article for told in evidence.values() for item in told} if with_text else set()
    return Part(
        taken,
        {relation: _apart(map(masks.evidence, told)) for relation, told in evidence.items()},
        {text.article: _of(text, taken) for text in map(masks.text, sorted(articles))},
        len(gone),
    )


def _masked(
    whole: Graph, masks: privacy.Masks, nodes: Iterable[str], edges: Iterable[Edge], evidence: Mapping[str, Sequence[store.Evidence]]
) -> Graph:
    """Some nodes and edges of the whole graph as a graph of their own, without the names of those who are left out."""
    taken: Graph = nx.MultiDiGraph(**masks.build(whole.graph))
    taken.add_nodes_from((node, masks.node(node, whole.nodes[node])) for node in nodes)
    taken.add_edges_from((head, tail, key, masks.edge(fields, evidence.get(key, ()))) for head, tail, key, fields in edges)
    return taken


def _apart(evidence: Iterable[store.Evidence]) -> list[store.Evidence]:
    """The evidence without sentences of an article that only a masked name kept apart."""
    found: dict[tuple[str, str], store.Evidence] = {}
    for item in evidence:
        found.setdefault((item.article, item.sentence), item)
    return list(found.values())


def _told(selection: Selection, focus: str, title: str) -> dict[str, str]:
    """What a file says of the part that it holds; nothing where that is the whole."""
    limits = {
        "focus": focus,
        "hops": str(selection.hops) if focus else "",
        "types": ",".join(sorted(selection.types)),
        "since": selection.since,
        "until": selection.until,
        "min_confidence": str(selection.min_confidence or ""),
    }
    told = "; ".join(f"{name} {value}" for name, value in limits.items() if value)
    return ({"selection": told} if told else {}) | ({"title": " · ".join(filter(None, (focus, title)))} if focus else {})


def _of(text: store.Text, taken: Graph) -> store.Text:
    """An article with the mentions of what was taken alone."""
    return replace(text, mentions=tuple(mention for mention in text.mentions if mention[2] in taken))


def _center(entities: Collection[store.Entity], name: str, gone: frozenset[str], texts: Mapping[str, store.Text]) -> str:
    """The id of the one entity that carries a name among those that are shown."""
    shown = Names(entity for entity in entities if entity.id not in gone)
    if not shown.known(name) and Names(entities).known(name):
        raise NotFoundError(f"{name} is left out of what is shown; ask for everybody: --people all")
    return shown.one(name, describe=lambda entity: f"{described(entity)}{_where(entity, texts)}").id


def _where(entity: store.Entity, texts: Mapping[str, store.Text]) -> str:
    """The first article that mentions an entity: （见2014年7月3日《…》）."""
    found = [text for text in texts.values() if any(mentioned == entity.id for _, _, mentioned in text.mentions)]
    first = min(found, key=lambda text: (text.date == "", text.date, text.article), default=None)
    return f"见{times.between(first.date, first.date)}《{first.title}》" if first else ""


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
