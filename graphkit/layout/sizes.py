"""How large nodes and names are on the screen, as the page draws them, and which of them it opens on."""

import numpy as np

from graphkit.graph import Graph
from graphkit.layout.apart import Boxes
from graphkit.layout.forces import Values

OPENING = 300  # nodes that the page opens on at most
FRAME = np.array([930.0, 615.0])  # pixels that they have on a small laptop's screen
ZOOM = 0.42  # of the page, when as many nodes as it opens on fill the frame
NAMED = 0.45  # share of the frame that names and their nodes may take: with more of them communities would dissolve
LETTER, LATIN, LINE, LONGEST = 13.0, 7.2, 19.0, 18  # pixels of a character, of a Latin one, of a line; characters of a name at most


def opening(graph: Graph, parts: list[list[str]]) -> list[str]:
    """The nodes that the page opens on: the largest parts first, in each the best connected first."""
    degrees = dict(graph.degree())
    ranked = [node for part in parts for node in sorted(part, key=lambda node: (-degrees[node], node))]
    return ranked[:OPENING]


def radii(graph: Graph, nodes: list[str]) -> Values:
    """Of each node at a zoom of 1."""
    degrees = dict(graph.degree())
    return np.array([6 + 4 * degrees[node] ** 0.5 for node in nodes])


def name_widths(graph: Graph, nodes: list[str]) -> Values:
    """Pixels that each node's name takes, whatever the zoom."""
    names = [str(graph.nodes[node].get("label", node))[:LONGEST] for node in nodes]
    return np.array([sum(LETTER if ord(letter) > 255 else LATIN for letter in name) for name in names])


def opening_boxes(radius: Values, width: Values, frame: float) -> Boxes:
    """Boxes of the nodes of the opening: with the name below, in their order, until names fill their share of the frame; then
    the node alone."""
    wide, high, below = np.maximum(width / 2 + 3, radius + 2), radius + LINE / 2 + 1, np.full(len(radius), LINE / 2)
    named = np.cumsum(4 * wide * high) < NAMED * frame
    return Boxes(np.where(named, wide, radius + 2), np.where(named, high, radius + 2), np.where(named, below, 0))
