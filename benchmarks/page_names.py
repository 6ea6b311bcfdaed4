"""Which names the page shows: the rule of graphkit/view/src/names.ts and labels.ts, for the benchmark of layouts."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

FIRST, SMALL, MARGIN, LINE = 14, 9.0, 4.0, 1.25

Box = tuple[float, float, float, float]


class Room:
    """Boxes that are taken."""

    def __init__(self) -> None:
        self._taken = np.empty((0, 4))

    def block(self, box: Box) -> None:
        self._taken = np.vstack([self._taken, box])

    def take(self, box: Box) -> bool:
        left, top, right, bottom = self._taken.T
        if ((box[0] < right) & (box[2] > left) & (box[1] < bottom) & (box[3] > top)).any():
            return False
        self.block(box)
        return True


def named(points: NDArray[np.float64], radius: NDArray[np.float64], labels: Sequence[str]) -> int:
    """How many of the names find room, the largest nodes' first: none over another, and but for the first none over a node."""
    room, order = Room(), sorted(range(len(labels)), key=lambda number: (-radius[number], number))
    large = [number for number in order if radius[number] > SMALL]
    for number in large:
        room.block(_mark(points[number], radius[number]))
    count = sum(_placed(room, points[number], radius[number], labels[number]) for number in order[:FIRST])
    for number in order[len(large) :]:
        room.block(_mark(points[number], radius[number]))
    return count + sum(_placed(room, points[number], radius[number], labels[number]) for number in order[FIRST:])


def _mark(point: NDArray[np.float64], radius: float) -> Box:
    (x, y), half = point, 0.85 * radius
    return x - half, y - half, x + half, y + half


def _placed(room: Room, point: NDArray[np.float64], radius: float, label: str) -> bool:
    """Whether a name finds room below its node, right or left of it, or above."""
    (x, y), gap = point, radius + 3
    size = 14 if radius > 20 else 13 if radius > 13 else 12
    lines = _lines(label, 11 if radius > 13 else 10)
    across, down = max(map(_ems, lines)) * size + MARGIN, len(lines) * size * LINE
    spots = ((-across / 2, gap), (gap + 1, -down / 2), (-gap - 1 - across, -down / 2), (-across / 2, -gap - down))
    return any(room.take((x + dx, y + dy, x + dx + across, y + dy + down)) for dx, dy in spots)


def _ems(line: str) -> float:
    return sum(1 if letter > "\u2e80" else 0.56 for letter in line)


def _lines(name: str, most: int) -> list[str]:
    width = _ems(name)
    if width <= most:
        return [name]
    half = -(-len(name) // 2) if width <= 2 * most else most
    rest = name[half:]
    return [name[:half], f"{rest[: most - 1]}…" if len(rest) > most + 1 else rest]
