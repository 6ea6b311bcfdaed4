"""How large nodes and names are on the screen, as the page draws them (view/src: frame.ts, names.ts), and which of them it opens on."""

from heapq import heappop, heappush
from math import ceil

import numpy as np

from graphkit.graph import Graph
from graphkit.layout.apart import Boxes
from graphkit.layout.forces import Values

OPENING = 300  # nodes that the page opens on at most
WHOLE = 40  # a part of so many nodes is opened alone
FRAME = np.array([860.0, 600.0])  # pixels that they have on a small laptop's screen
ZOOM = 0.6  # of the page, when as many nodes as it opens on fill the frame
NAMED = 0.33  # share of the frame that names and their nodes may take: with more of them communities would dissolve
LETTER, LATIN, LINE = 12.5, 7.0, 16.0  # pixels of a character, of a Latin one, of a line
LONGEST = 10  # characters of a line; a longer name takes two
ROOM = 4.0  # pixels about a node without a name


def ranked(graph: Graph, parts: list[list[str]]) -> list[str]:
    """All nodes as the page ranks them: part by part, the largest first, from its best connected node on always the best connected
    neighbour of what is there."""
    degrees = dict(graph.degree())
    return [node for part in parts for node in _grown(graph, min(part, key=lambda node: (-degrees[node], node)), degrees)]


def opening(parts: list[list[str]]) -> int:
    """How many of the ranked nodes the page opens on: of the largest part alone, unless it is small."""
    return min(OPENING, len(parts[0]) if len(parts[0]) >= WHOLE else sum(map(len, parts)))


def _grown(graph: Graph, start: str, degrees: dict[str, int]) -> list[str]:
    queue, seen, grown = [(-degrees[start], start)], {start}, []
    while queue:
        _, node = heappop(queue)
        grown.append(node)
        for other in sorted({*graph.successors(node), *graph.predecessors(node)} - seen):
            seen.add(other)
            heappush(queue, (-degrees[other], other))
    return grown


def radii(graph: Graph, nodes: list[str], zoom: float) -> Values:
    """Pixels of each node's radius."""
    degrees = dict(graph.degree())
    scale = 0.5 * min(1.5, max(0.42, zoom**0.5))
    return np.array([max(2.2, (6 + 4 * degrees[node] ** 0.5) * scale) for node in nodes])


def names(graph: Graph, nodes: list[str]) -> tuple[Values, Values]:
    """Pixels that each node's name is wide and high, whatever the zoom."""
    sizes = [_name(str(graph.nodes[node].get("label", node))) for node in nodes]
    return np.array([wide for wide, _ in sizes]), np.array([high for _, high in sizes])


def _name(name: str) -> tuple[float, float]:
    width = sum(LETTER if letter > "\u2e80" else LATIN for letter in name)
    rows = 1 if width <= LONGEST * LETTER else 2
    return min(width, LETTER * LONGEST, ceil(width / rows)), rows * LINE


def boxes(graph: Graph, nodes: list[str], zoom: float, frame: float) -> Boxes:
    """Boxes of nodes at the zoom of the opening: with the name below, in their order, until names fill their share of the frame
    (square pixels); then the node alone."""
    radius = radii(graph, nodes, zoom)
    width, height = names(graph, nodes)
    wide, high = np.maximum(width / 2 + 3, radius + ROOM), radius + height / 2 + 2
    named = np.cumsum(4 * wide * high) < NAMED * frame
    alone = radius + ROOM
    return Boxes(np.where(named, wide, alone), np.where(named, high, alone), np.where(named, height / 2, 0))
