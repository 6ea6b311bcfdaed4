"""Pairs and single nodes in rows below the drawing."""

from math import ceil, sqrt

from graphkit.graph import Graph

COLUMN, ROW, GAP = 130.0, 80.0, 160.0  # between two nodes of a row, between rows, between the drawing and the rows


def in_rows(graph: Graph, parts: list[list[str]], above: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Places in rows as wide as what is drawn above them: pairs first, in each kind by type and name."""
    xs, ys = [x for x, _ in above.values()] or [0.0], [y for _, y in above.values()] or [-GAP]
    left, top = min(xs), max(ys) + GAP
    columns = max(2, int((max(xs) - left) / COLUMN) + 1, 0 if above else ceil(sqrt(1.5 * sum(map(len, parts)))))
    placed: dict[str, tuple[float, float]] = {}
    row = column = 0
    for part in sorted(parts, key=lambda part: (-len(part), *_kind(graph, part[0]))):
        if column + len(part) > columns:
            row, column = row + 1, 0
        for node in part:
            placed[node] = (left + column * COLUMN, top + row * ROW)
            column += 1
    return placed


def _kind(graph: Graph, node: str) -> tuple[str, str, str]:
    fields = graph.nodes[node]
    return str(fields.get("type", "")), str(fields.get("label", "")), node
