"""Positions of nodes on the plane: computed once, seeded, communities apart."""

import random

import igraph
import networkx as nx

from graphkit.graph import Graph

Positions = dict[str, tuple[float, float]]


def positions(graph: Graph, *, seed: int = 1, scale: float = 60.0) -> Positions:
    """x and y of each node: Fruchterman and Reingold (1991) as igraph has it, components packed beside each other.

    `scale` is the wished distance of neighbours. The same graph gives the same positions, whatever the order of its nodes.
    """
    nodes = sorted(graph)
    if not nodes:
        return {}
    index = {node: number for number, node in enumerate(nodes)}
    edges = sorted({tuple(sorted((index[head], index[tail]))) for head, tail in graph.edges() if head != tail})
    random.seed(seed)
    igraph.set_random_number_generator(random)
    plain = igraph.Graph(n=len(nodes), edges=edges)
    layout = plain.layout_fruchterman_reingold(niter=500 if len(nodes) <= 3000 else 200, grid=len(nodes) > 2000)
    parts = _components(nx.Graph(graph.to_undirected(as_view=True)), index)
    return _packed(parts, nodes, [tuple(point) for point in layout.coords], scale)


def _components(graph: "nx.Graph[str]", index: dict[str, int]) -> list[list[int]]:
    parts = [sorted(index[node] for node in part) for part in nx.connected_components(graph)]
    return sorted(parts, key=lambda part: (-len(part), part[0]))


def _packed(parts: list[list[int]], nodes: list[str], points: list[tuple[float, ...]], scale: float) -> Positions:
    """Each component about its own middle, the components in rows from the largest to the smallest."""
    placed: Positions = {}
    width = 0.0
    x = y = row = 0.0
    for number, part in enumerate(parts):
        xs, ys = [points[i][0] for i in part], [points[i][1] for i in part]
        size = max(max(xs) - min(xs), max(ys) - min(ys), 1e-9)
        side = scale * len(part) ** 0.5 * 1.6
        factor = side / size if len(part) > 1 else 0.0
        if number == 0:
            width = max(side, scale * len(nodes) ** 0.5 * 1.2)
        elif x + side > width:
            x, y, row = 0.0, y + row + scale, 0.0
        for i in part:
            placed[nodes[i]] = (round(x + (points[i][0] - min(xs)) * factor, 1), round(y + (points[i][1] - min(ys)) * factor, 1))
        x, row = x + side + scale, max(row, side)
    return placed
