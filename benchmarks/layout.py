"""How good the drawings are, beside those of networkx and igraph: python benchmarks/layout.py [GRAPH_DB]

For the sample's graph (or that of GRAPH_DB) and generated ones. All drawings are measured at one size, that of the page's
opening on a small laptop, as the page would show them.

  seconds      of one core
  crossings    per 100 pairs of edges without a common end, of 100,000 sampled
  neighbours   of each node as many nearest nodes as it has neighbours: how many of both are the same (Jaccard), mean
  two steps    the same for the nodes within two steps
  names        of the nodes that the page opens on, how many of their names find room
  name pairs   names that would lie on one another if all stood below their nodes
  node pairs   nodes that lie on one another: at the opening, and of all nodes, at a zoom of 1
  spread       of the lengths of edges: standard deviation by mean
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import astuple, dataclass, fields
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import igraph
import networkx as nx
import numpy as np
from numpy.typing import NDArray
from page_names import named

from graphkit import graph as graphs
from graphkit import layout, pipeline
from graphkit.graph import Graph
from graphkit.layout import sizes
from graphkit.layout.apart import near_pairs
from tests import synthetic

SAMPLE = Path(__file__).parents[1] / "graphkit/data/sample"
VIEW = np.array([1032.0, 744.0])  # the page's canvas in a window of 1,280 × 800
MARGINS = np.array([150.0, 130.0])  # that the page leaves for names
SLOW = 5_000  # nodes from which networkx's layout is left out
PAIRS = 100_000

Points = NDArray[np.float64]
Edges = NDArray[np.int64]


@dataclass(frozen=True)
class Quality:
    """The figures of one drawing."""

    seconds: float
    crossings: float
    neighbours: float
    two_steps: float
    names: str
    name_pairs: int
    node_pairs: str
    spread: float


def plain(graph: Graph) -> tuple[list[str], Edges]:
    """Nodes, and edges as pairs of their numbers, each once and without loops."""
    nodes = sorted(graph)
    index = {node: number for number, node in enumerate(nodes)}
    ends = {tuple(sorted((index[head], index[tail]))) for head, tail in graph.edges() if head != tail}
    return nodes, np.array(sorted(ends))


def spring(nodes: list[str], edges: Edges) -> Points:
    graph = nx.Graph()
    graph.add_nodes_from(range(len(nodes)))
    graph.add_edges_from(map(tuple, edges.tolist()))
    return np.array(list(nx.spring_layout(graph, seed=1).values()))


def by_igraph(method: str, **options: object) -> Callable[[list[str], Edges], Points]:
    def draw(nodes: list[str], edges: Edges) -> Points:
        igraph.set_random_number_generator(random.Random(1))
        graph = igraph.Graph(n=len(nodes), edges=edges.tolist())
        return np.array(getattr(graph, f"layout_{method}")(**options).coords)

    return draw


OTHERS = {
    "networkx spring": spring,
    "igraph FR": by_igraph("fruchterman_reingold", niter=500, grid="auto"),
    "igraph DrL": by_igraph("drl"),
}


def crossings(points: Points, edges: Edges) -> float:
    """Crossing pairs of edges per 100 pairs, of a sample."""
    one, two = edges[np.random.default_rng(1).integers(len(edges), size=(2, PAIRS))]
    apart = (one[:, :, None] != two[:, None, :]).all(axis=(1, 2))
    a, b, c, d = (points[ends] for ends in (*one[apart].T, *two[apart].T))

    def side(start: Points, end: Points, at: Points) -> Points:
        return np.sign((end[:, 0] - start[:, 0]) * (at[:, 1] - start[:, 1]) - (end[:, 1] - start[:, 1]) * (at[:, 0] - start[:, 0]))

    return 100 * float(((side(a, b, c) != side(a, b, d)) & (side(c, d, a) != side(c, d, b))).mean())


def preservation(points: Points, near: list[set[int]]) -> float:
    """Mean Jaccard of each node's neighbours and as many nearest nodes."""
    found = []
    for number, wanted in enumerate(near):
        if wanted:
            away = ((points - points[number]) ** 2).sum(axis=1)
            away[number] = np.inf
            nearest = set(np.argpartition(away, len(wanted) - 1)[: len(wanted)].tolist())
            found.append(len(nearest & wanted) / len(nearest | wanted))
    return float(np.mean(found))


def neighbourhoods(count: int, edges: Edges) -> tuple[list[set[int]], list[set[int]]]:
    """Of each node those one step away, and those at most two."""
    one: list[set[int]] = [set() for _ in range(count)]
    for head, tail in edges.tolist():
        one[head].add(tail)
        one[tail].add(head)
    return one, [near.union(*(one[other] for other in near)) - {number} for number, near in enumerate(one)]


def touching(points: Points, radius: Points) -> int:
    """Pairs of discs that overlap."""
    first, second = near_pairs(points, 2 * float(radius.max()))
    return int((((points[first] - points[second]) ** 2).sum(axis=1) < (radius[first] + radius[second]) ** 2).sum())


def measured(graph: Graph, nodes: list[str], edges: Edges, points: Points, seconds: float) -> Quality:
    """The quality of a drawing, whatever its size: it is made as large as graphkit's own."""
    parts = sorted((sorted(part) for part in nx.weakly_connected_components(graph)), key=lambda part: (-len(part), part[0]))
    view = 10 * round(min(sizes.OPENING, VIEW.prod() / 3200) / 10)
    shown = sizes.ranked(graph, parts)[: min(view, sizes.opening(parts))]
    index = {node: number for number, node in enumerate(nodes)}
    opening = [index[node] for node in shown]
    screen = points * float(((VIEW - MARGINS) / np.ptp(points[opening], axis=0)).min())
    drawn = sum(len(part) for part in parts if len(part) > 2)
    zoom = sizes.ZOOM * min(1.0, (sizes.OPENING / drawn) ** 0.5)
    radius = sizes.radii(graph, shown, zoom)
    width, height = sizes.names(graph, shown)
    labels = [str(graph.nodes[node]["label"]) for node in shown]
    x, y = screen[opening].T
    below = y + radius + height / 2
    over = (np.abs(x[:, None] - x) < (width[:, None] + width) / 2) & (np.abs(below[:, None] - below) < (height[:, None] + height) / 2)
    one, two = neighbourhoods(len(nodes), edges)
    length = np.hypot(*(points[edges[:, 0]] - points[edges[:, 1]]).T)
    return Quality(
        seconds,
        crossings(points, edges),
        preservation(points, one),
        preservation(points, two),
        f"{named(screen[opening], radius, labels)} of {len(shown)}",
        int(np.triu(over, 1).sum()),
        f"{touching(screen[opening], radius)}, {touching(screen / zoom, sizes.radii(graph, nodes, 1.0))}",
        float(length.std() / length.mean()),
    )


def rows(name: str, graph: Graph) -> None:
    """Print the rows of a graph."""
    nodes, edges = plain(graph)
    start = time.process_time()
    found = layout.positions(graph)
    seconds = time.process_time() - start
    row(name, "graphkit", measured(graph, nodes, edges, np.array([found[node] for node in nodes]), seconds))
    for other, draw in OTHERS.items():
        if other == "networkx spring" and len(nodes) > SLOW:
            continue
        start = time.process_time()
        points = draw(nodes, edges)
        row("", other, measured(graph, nodes, edges, points, time.process_time() - start))


def row(name: str, method: str, quality: Quality) -> None:
    cells = [f"{value:.2f}" if isinstance(value, float) else str(value) for value in astuple(quality)]
    print(f"| {' | '.join((name, method, *cells))} |", flush=True)


def sample() -> Graph:
    """The graph of the bundled sample, built anew."""
    with tempfile.TemporaryDirectory() as folder:
        files = [path for path in sorted(SAMPLE.iterdir()) if path.name != "README.md"]
        pipeline.build(files, Path(folder, "built"))
        return graphs.build(Path(folder, "built/graph.db"))


def main() -> None:
    """Print the table, in Markdown."""
    heads = ("graph", "layout", *(field.name.replace("_", " ") for field in fields(Quality)))
    print(f"| {' | '.join(heads)} |\n|---|---{'|---:' * len(fields(Quality))}|")
    layout.positions(synthetic.graph(50, 100)[0])  # what is loaded is not counted
    first = graphs.build(Path(sys.argv[1])) if len(sys.argv) > 1 else sample()
    rows(f"{'GRAPH_DB' if len(sys.argv) > 1 else 'sample'}, {len(first)} / {first.number_of_edges()}", first)
    for count in (300, 1_000, 3_000, 10_000):
        rows(f"generated, {count:,} / {3 * count:,}", synthetic.graph(count, 3 * count)[0])


if __name__ == "__main__":
    main()
