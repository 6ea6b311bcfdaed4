"""The drawing of the connected part: structure by forces, then names growing into it, then whatever still overlaps parted."""

import numpy as np

from graphkit.graph import Graph
from graphkit.layout import sizes
from graphkit.layout.apart import CLEAR, Boxes, Numbers, Pairs, all_pairs, eased, near_pairs, parted, within_reach
from graphkit.layout.communities import communities, scattered
from graphkit.layout.forces import Edges, Forces, Mesh, Points, Values

STRUCTURE, NAMES, APART = 120, 200, 200  # steps of each stage
EVEN, CLOSE = 1.0, 0.4  # how an edge pulls: by its length to this power
WELL = 0.9  # share of what holds nodes together that is not the edges: fills the frame evenly
BETWEEN = 0.4  # weight of an edge between communities; within, 1
OUTLIERS = 0.01  # share of the opening on each side that may stand beyond the frame
GROWN = 0.7  # of the steps, after which names have their size
RENEW = 5  # steps after which pairs of near nodes are looked for again


def drawn(graph: Graph, parts: list[list[str]], seed: int) -> dict[str, tuple[float, float]]:
    """Positions of the nodes of some parts, each of three nodes or more, the largest first."""
    nodes = sorted(node for part in parts for node in part)
    index = {node: number for number, node in enumerate(nodes)}
    ends = [sorted((index[head], index[tail])) for head, tail in graph.subgraph(nodes).edges() if head != tail]
    edges = np.unique(np.array(ends, dtype=np.int64), axis=0)
    first = sizes.ranked(graph, parts)[: sizes.OPENING]
    drawing = _Drawing(graph, nodes, edges, np.array([index[node] for node in first], dtype=np.int64), sizes.opening(parts))
    points = drawing.with_names(drawing.structure(seed))
    return {node: (float(x), float(y)) for node, (x, y) in zip(nodes, points, strict=True)}


class _Drawing:
    """The connected part in pixels of the page's opening, about the origin."""

    def __init__(self, graph: Graph, nodes: list[str], edges: Edges, best: Numbers, opening: int):
        count = len(nodes)
        self.edges, self.best, self.opening = edges, best, best[:opening]
        self.masses: Values = np.bincount(edges.ravel(), minlength=count).astype(np.float64) + 1
        self.zoom = sizes.ZOOM * min(1.0, (sizes.OPENING / count) ** 0.5)
        self.half: Values = sizes.FRAME / 2 * min(1.0, (count / sizes.OPENING) ** 0.5)
        self.wide = float(self.half[0] / self.half[1])
        self.mesh = Mesh(16 * round(min(15, max(6, 0.25 * count**0.5))))
        names = [nodes[number] for number in best]
        self.boxes = sizes.boxes(graph, names, self.zoom, float(4 * self.half.prod()))
        near = sizes.radii(graph, nodes, 1.0) * self.zoom + CLEAR
        near[best] = sizes.radii(graph, names, self.zoom)  # no leaf on its hub
        self.discs = Boxes(near, near, np.zeros(count))

    def structure(self, seed: int) -> Points:
        """Communities, and the nodes in and between them, 1 wide or so."""
        members = communities(len(self.masses), self.edges, seed)
        within = members[self.edges[:, 0]] == members[self.edges[:, 1]]
        self.forces = Forces(self.edges, np.where(within, 1.0, BETWEEN), self.masses, self.wide, self.mesh)
        points = scattered(members, self.edges, self.masses, self.wide, seed)
        for step in range(STRUCTURE):
            points = self.forces.moved(points, exponent=EVEN, well=WELL, most=0.1 * (1 - step / STRUCTURE))
        return points

    def with_names(self, points: Points) -> Points:
        """The points moved so that names and nodes have room, in pixels at a zoom of 1."""
        points, pairs = self._framed(points), all_pairs(len(self.best))
        for step in range(NAMES):
            done = (step + 1) / NAMES
            if step % RENEW == 0:
                close = within_reach(points[self.best], self.boxes, pairs)
            most = self.half[0] * 0.06 * (1 - done) + CLEAR
            points = self._framed(self.forces.moved(points, exponent=CLOSE, well=WELL, most=most))
            points[self.best] = eased(points[self.best], self.boxes.scaled(min(1.0, done / GROWN)), close)
        roomy: Points = self._parted(points, pairs) / self.zoom
        return roomy

    def _parted(self, points: Points, pairs: Pairs) -> Points:
        """The points with what still overlaps pushed apart."""
        for step in range(APART):
            if step % RENEW == 0:
                near = within_reach(points, self.discs, near_pairs(points, 2 * float(self.discs.widths.max())), 8 * CLEAR)
                close = within_reach(points[self.best], self.boxes, pairs)
            points, touching = parted(points, self.discs, near)
            points[self.best], overlapping = parted(points[self.best], self.boxes, close)
            if not touching + overlapping:
                break
        return points

    def _framed(self, points: Points) -> Points:
        """The points drawn out or in along each axis until the nodes of the opening, but for a few, just fill the frame."""
        low, high = np.quantile(points[self.opening], [OUTLIERS, 1 - OUTLIERS], axis=0)
        stretch: Values = 2 * self.half / np.maximum(high - low, 1e-9)
        framed: Points = (points - (low + high) / 2) * stretch
        return framed
