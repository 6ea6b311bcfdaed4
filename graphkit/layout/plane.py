"""From a graph to positions: the connected part by forces, pairs and single nodes in rows below it."""

from typing import TypeAlias

import networkx as nx

from graphkit.graph import Graph
from graphkit.layout.drawing import drawn
from graphkit.layout.rows import in_rows

Positions: TypeAlias = dict[str, tuple[float, float]]
PART = 3  # nodes that belong together and are drawn by forces; fewer stand in rows


def positions(graph: Graph, *, seed: int = 1) -> Positions:
    """x and y of each node, in the page's pixels at a zoom of 1, y down.

    The same graph gives the same positions in any process, whatever the order of its nodes. No two nodes lie on one another
    at a zoom of 1, and at the zoom of the page's opening the names of the best connected do not either.
    """
    found = sorted(
        (sorted(part) for part in nx.connected_components(graph.to_undirected(as_view=True))), key=lambda part: (-len(part), part[0])
    )
    parts = [part for part in found if len(part) >= PART]
    placed = drawn(graph, parts, seed) if parts else {}
    placed |= in_rows(graph, [part for part in found if len(part) < PART], placed)
    return {node: (round(placed[node][0], 1), round(placed[node][1], 1)) for node in sorted(graph)}
