"""Pairs and single nodes in rows below the drawing."""

from math import ceil

from graphkit.graph import Graph

COLUMN, ROW, GAP = 130.0, 80.0, 140.0  # between two nodes of a row, between rows, between the drawing and the rows
WIDE = 1.4  # how wide all together is by its height, where there are enough of them

Place = tuple[float, float]


def in_rows(graph: Graph, parts: list[list[str]], above: dict[str, Place]) -> dict[str, Place]:
    """Places in rows under the middle of what is drawn above them: pairs first, in each kind by type and name."""
    xs, ys = [x for x, _ in above.values()] or [0.0], [y for _, y in above.values()] or [-GAP]
    columns = _columns(sum(map(len, parts)), max(xs) - min(xs), max(ys) - min(ys))
    left, top = (min(xs) + max(xs) - (columns - 1) * COLUMN) / 2, max(ys) + GAP
    placed: dict[str, Place] = {}
    row = column = 0
    for part in sorted(parts, key=lambda part: (-len(part), *_kind(graph, part[0]))):
        if column + len(part) > columns:
            row, column = row + 1, 0
        for node in part:
            placed[node] = (left + column * COLUMN, top + row * ROW)
            column += 1
    return placed


def _columns(count: int, width: float, height: float) -> int:
    """How many stand in a row: the width of the drawing, or more where there are so many that all together would grow too high."""
    columns = max(2, int(width / COLUMN) + 1)
    while columns * COLUMN < WIDE * (height + GAP + ceil(count / columns) * ROW) and columns < count:
        columns += 1
    return columns


def _kind(graph: Graph, node: str) -> tuple[str, str, str]:
    fields = graph.nodes[node]
    return str(fields.get("type", "")), str(fields.get("label", "")), node
