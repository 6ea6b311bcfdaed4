"""Measures of the whole graph: who stands in the middle, who belongs together."""

import random
import warnings
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias

from graphkit import regions
from graphkit.errors import QueryError
from graphkit.query.result import Chart, Result, answer
from graphkit.query.rows import Row
from graphkit.query.source import Source
from graphkit.query.terms import node_type

if TYPE_CHECKING:
    import networkx as nx

Simple: TypeAlias = "nx.Graph[str]"
MEMBERS = 8  # named of each community


def _eigenvector(graph: Any) -> list[float]:
    """Eigenvector centrality, which igraph warns of where there are several components: those that are not the main one have 0."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        return [max(score, 0.0) for score in graph.eigenvector_centrality(weights="weight")]


# Each measure of igraph's, with its name in Chinese; numbers of relations are weights where they mean strength
MEASURES: dict[str, tuple[str, Callable[[Any], list[float]]]] = {
    "degree": ("邻居数", lambda graph: graph.degree()),
    "strength": ("关系数", lambda graph: graph.strength(weights="weight")),
    "pagerank": ("PageRank", lambda graph: graph.pagerank(weights="weight")),
    "betweenness": ("中介中心性", lambda graph: graph.betweenness(directed=False)),
    "closeness": ("接近中心性", lambda graph: graph.harmonic_centrality()),
    "eigenvector": ("特征向量中心性", _eigenvector),
    "core": ("核数", lambda graph: graph.coreness()),
}


def simple(source: Source) -> Simple:
    """See `KnowledgeGraph.simple`."""
    import networkx as nx

    graph: Simple = nx.Graph(**source.graph.graph)
    graph.add_nodes_from(source.graph.nodes(data=True))
    for head, others in source.near.items():
        for tail, relations in others.items():
            if head < tail:
                kinds = sorted({relation.type for relation in relations})
                graph.add_edge(head, tail, weight=len(relations), articles=sum(one.articles for one in relations), relations=kinds)
    return graph


def top(source: Source, *, by: str, of_type: str, limit: int | None) -> Result:
    """See `KnowledgeGraph.top`."""
    if by not in MEASURES:
        raise QueryError(f"no such measure: {by}; there are {', '.join(MEASURES)}")
    wanted = node_type(of_type).name if of_type else ""
    nodes, graph = _igraph(source)
    zh, measure = MEASURES[by]
    scores = dict(zip(nodes, measure(graph), strict=True)) if nodes else {}
    ranked = sorted(scores, key=lambda node: (-round(scores[node], 10), source.entities[node].name, node))
    rows = (
        Row({"name": entity.name, "type": entity.type, "score": _rounded(scores[entity.id]), "articles": entity.articles}, (entity.id,))
        for entity in (source.entities[node] for node in ranked)
        if not wanted or entity.type == wanted
    )
    title = f"{node_type(wanted).zh if wanted else '实体'}按{zh}排名"
    found = answer(source, title, ("name", "type", "score", "articles"), rows, limit, Chart(("name",), "score"))
    return replace(found, limit=None)  # the first ten are what was asked for, no cut


def _rounded(score: float) -> float:
    return score if isinstance(score, int) else float(f"{score:.6g}")


def communities(source: Source, *, resolution: float, seed: int, limit: int | None) -> Result:
    """See `KnowledgeGraph.communities`."""
    import igraph

    nodes, graph = _igraph(source)
    random.seed(seed)
    igraph.set_random_number_generator(random)
    found = graph.community_leiden("modularity", weights="weight", resolution=resolution, n_iterations=-1) if nodes else []
    degrees = dict(zip(nodes, graph.degree(), strict=True))
    members = [group for group in found if len(group) > 1]  # who has no relations belongs to nobody
    groups = [sorted((nodes[index] for index in group), key=lambda node: (-degrees[node], node)) for group in members]
    groups.sort(key=lambda group: (-len(group), group[0]))
    rows = [_community(source, number, group) for number, group in enumerate(groups, 1)]
    belongs = {node: {"community": number} for number, group in enumerate(groups, 1) for node in group}
    columns = ("community", "size", "center", "region", "members")
    found = answer(source, "社群", columns, rows, limit, Chart(("center",), "size"))
    return replace(found, attributes=belongs)


def _community(source: Source, number: int, group: list[str]) -> Row:
    members = [source.entities[node] for node in group]
    provinces = [entity.region[:2] + "0000" for entity in members if entity.region]
    commonest = max(sorted(set(provinces)), key=provinces.count, default="")
    place = regions.load().by_code.get(commonest)
    names = [entity.name for entity in members[1 : MEMBERS + 1]]
    cells = {"community": number, "size": len(group), "center": members[0].name, "region": place.name if place else "", "members": names}
    inside = frozenset(group)
    near = source.near
    edges = (one.id for node in group for other, relations in near[node].items() if node < other and other in inside for one in relations)
    return Row(cells, tuple(group), tuple(edges))


def _igraph(source: Source) -> tuple[list[str], Any]:
    """The simple graph in igraph's form, nodes and edges in a fixed order."""
    import igraph

    nodes = sorted(source.entities)
    index = {node: number for number, node in enumerate(nodes)}
    pairs = sorted((index[one], index[two], len(told)) for one, others in source.near.items() for two, told in others.items() if one < two)
    graph = igraph.Graph(n=len(nodes), edges=[pair[:2] for pair in pairs])
    graph.es["weight"] = [pair[2] for pair in pairs]
    return nodes, graph
