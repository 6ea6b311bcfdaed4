"""Keeping what is drawn apart: names and nodes at the opening, all nodes when one comes near."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graphkit.layout.forces import Points, Values

Numbers = NDArray[np.int64]
Pairs = tuple[Numbers, Numbers]
STEP = 0.9  # of what two need to be apart, that they are moved at once
CLEAR = 1.0  # pixels of overlap that nobody sees


@dataclass(frozen=True)
class Boxes:
    """What each node takes up about its point: half a width, half a height, and how far below the point the middle is."""

    widths: Values
    heights: Values
    below: Values

    def scaled(self, factor: float) -> "Boxes":
        """The same boxes larger or smaller."""
        return Boxes(self.widths * factor, self.heights * factor, self.below * factor)


def all_pairs(count: int) -> Pairs:
    """Each pair of numbers below `count` once."""
    first, second = np.triu_indices(count, 1)
    return first, second


def within_reach(points: Points, boxes: Boxes, pairs: Pairs, reach: float = 30.0) -> Pairs:
    """Those of the pairs whose boxes are nearer than `reach` to one another."""
    first, second = pairs
    apart = np.abs(points[first] - points[second])
    wide, high = boxes.widths[first] + boxes.widths[second], boxes.heights[first] + boxes.heights[second]
    below = np.abs(boxes.below[first] - boxes.below[second])
    near = (apart[:, 0] < wide + reach) & (apart[:, 1] < high + below + reach)
    return first[near], second[near]


def near_pairs(points: Points, reach: float) -> Pairs:
    """Each pair of points once that may be within `reach`: those in one cell of a grid of that size or in two that touch."""
    cells = np.floor((points - points.min(axis=0)) / reach).astype(np.int64) + 1
    stride = int(cells[:, 1].max()) + 2
    keys = cells[:, 0] * stride + cells[:, 1]
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    starts = np.arange(1, len(keys) + 1)
    found = [_spans(order, starts, np.searchsorted(keys, keys, "right"))]
    ahead = [keys + step for step in (1, stride - 1, stride, stride + 1)]
    found += [_spans(order, np.searchsorted(keys, key), np.searchsorted(keys, key, "right")) for key in ahead]
    return np.concatenate([pair[0] for pair in found]), np.concatenate([pair[1] for pair in found])


def _spans(order: Numbers, starts: Numbers, ends: Numbers) -> Pairs:
    """Each entry of the order with those between its start and its end."""
    counts = np.maximum(ends - starts, 0)
    first = np.repeat(np.arange(len(order)), counts)
    within = np.arange(len(first)) - np.repeat(np.cumsum(counts) - counts, counts)
    return order[first], order[starts[first] + within]


def eased(points: Points, boxes: Boxes, pairs: Pairs, *, room: float = 1.08) -> Points:
    """The points pushed apart a step along the lines that join them, as if the boxes were ellipses, `room` times as large."""
    first, second = pairs
    apart = points[first] - points[second]
    apart[:, 1] += boxes.below[first] - boxes.below[second]
    wide, high = boxes.widths[first] + boxes.widths[second], boxes.heights[first] + boxes.heights[second]
    distance = np.sqrt((apart[:, 0] / wide) ** 2 + (apart[:, 1] / high) ** 2)
    hit = np.flatnonzero(distance < room)
    apart, distance = apart[hit], distance[hit]
    push = apart * ((room - distance) / np.maximum(distance, 0.05) / 2)[:, None]
    push[:, 0] += np.where(distance < 1e-9, wide[hit] / 4, 0)  # two on one spot part sideways
    return _pushed(points, first[hit], second[hit], push)


def parted(points: Points, boxes: Boxes, pairs: Pairs) -> tuple[Points, int]:
    """The points pushed apart a step where boxes overlap, along the axis that needs less, and how many pairs visibly did."""
    first, second = pairs
    apart = points[first] - points[second]
    apart[:, 1] += boxes.below[first] - boxes.below[second]
    lack_x = boxes.widths[first] + boxes.widths[second] - np.abs(apart[:, 0])
    lack_y = boxes.heights[first] + boxes.heights[second] - np.abs(apart[:, 1])
    hit = np.flatnonzero((lack_x > 0) & (lack_y > 0))
    sideways = lack_x[hit] < lack_y[hit]
    sign = np.where(apart[hit] < 0, -1.0, 1.0)
    push = sign * np.stack([np.where(sideways, lack_x[hit], 0), np.where(sideways, 0, lack_y[hit])], axis=1) / 2
    return _pushed(points, first[hit], second[hit], push), int((np.minimum(lack_x, lack_y) > CLEAR).sum())


def _pushed(points: Points, first: Numbers, second: Numbers, push: Points) -> Points:
    """One of each pair moved by its push, the other by the opposite; those with many pairs, by less of each."""
    count = len(points)
    many = np.bincount(first, minlength=count) + np.bincount(second, minlength=count)
    moved = points.copy()
    for axis in (0, 1):
        total = np.bincount(first, push[:, axis], count) - np.bincount(second, push[:, axis], count)
        moved[:, axis] += STEP * total / np.sqrt(np.maximum(many, 1))
    return moved
