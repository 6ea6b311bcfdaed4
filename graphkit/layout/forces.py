"""Forces between nodes: edges pull, all nodes push each other away, and a well holds them together."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]  # n × 2
Edges = NDArray[np.int64]  # m × 2: numbers of nodes
Values = NDArray[np.float64]  # n


class Mesh:
    """The push of all masses on each, m₁m₂ ÷ distance, by the particle-mesh method (Hockney and Eastwood 1988): masses are spread
    on a grid, the field is a convolution by the fast Fourier transform. n nodes cost n + cells² log cells, not n²."""

    def __init__(self, cells: int):
        self._cells = cells
        ahead = np.arange(cells, dtype=np.float64)
        offset = np.concatenate([ahead, ahead - cells])
        square = offset[:, None] ** 2 + offset[None, :] ** 2 + 1.0  # below one cell the push fades out
        kernels = np.stack([np.broadcast_to(offset[None, :], square.shape), np.broadcast_to(offset[:, None], square.shape)]) / square
        self._kernels = np.fft.rfft2(kernels)

    def field(self, points: Points, masses: Values) -> Points:
        """Σ mⱼ (xᵢ − xⱼ) ÷ |xᵢ − xⱼ|² at each point."""
        cells = self._cells
        cell = max(float(np.ptp(points, axis=0).max()) / (cells - 2), 1e-9)
        places = (points - points.min(axis=0)) / cell
        corner = places.astype(np.int64)
        right, down = (places - corner).T
        at = corner[:, 1] * cells + corner[:, 0]
        shares = ((0, (1 - right) * (1 - down)), (1, right * (1 - down)), (cells, (1 - right) * down), (cells + 1, right * down))
        density = sum(np.bincount(at + step, masses * share, cells * cells) for step, share in shares)
        rows = np.fft.rfft(np.reshape(density, (cells, cells)), 2 * cells, axis=1)  # axis by axis: half of the padded grid is empty
        product = np.fft.fft(rows, 2 * cells, axis=0) * self._kernels
        field = np.fft.irfft(np.fft.ifft(product, axis=1)[:, :cells], 2 * cells, axis=2)[:, :, :cells].reshape(2, -1)
        pushes: Points = np.stack([sum(axis[at + step] * share for step, share in shares) for axis in field], axis=1) / cell
        return pushes


@dataclass(frozen=True)
class Forces:
    """A graph as a system of forces: edges pull by their weights; nodes push by their masses and sink into a well by them.

    `wide` is the width of the well by its height. Between the pull and the rest there is always balance (the virial theorem),
    so that a drawing keeps its size however it changes.
    """

    edges: Edges
    weights: Values
    masses: Values
    wide: float
    mesh: Mesh

    def moved(self, points: Points, *, exponent: float, well: float, most: float) -> Points:
        """The points a step further, none by more than `most`, about the origin.

        An edge pulls with its length to the `exponent`: 1 spreads nodes evenly (ForceAtlas2), towards 0 (LinLog, Noack 2009)
        communities draw together. `well` is the share of the well in what holds the nodes together; a strong one fills an ellipse.
        """
        count = len(points)
        heads, tails = self.edges.T
        along = points[tails] - points[heads]
        squares = (along * along).sum(axis=1)
        stiffness = self.weights * np.maximum(squares, 1e-18) ** ((exponent - 1) / 2)
        pull = along * stiffness[:, None]
        work = max(float((stiffness * squares).sum()), 1e-9)
        pairs = max((self.masses.sum() ** 2 - (self.masses**2).sum()) / 2, 1e-9)
        shape = np.array([1 / self.wide, 1.0])  # a field so much weaker along x holds an ellipse so much wider
        moment = max(float((self.masses[:, None] * shape * points * points).sum()), 1e-9)
        sink = well / (1 - well) * work / moment * self.masses
        total = work / (1 - well) / pairs * self.masses[:, None] * self.mesh.field(points, self.masses) - sink[:, None] * shape * points
        for axis in (0, 1):
            total[:, axis] += np.bincount(heads, pull[:, axis], count) - np.bincount(tails, pull[:, axis], count)
        stiff = np.bincount(heads, stiffness, count) + np.bincount(tails, stiffness, count) + sink
        step = total / np.maximum(stiff, 1e-18)[:, None] / 2
        length = np.sqrt((step * step).sum(axis=1))
        moved: Points = points + step * np.minimum(1, most / np.maximum(length, 1e-18))[:, None]
        moved -= moved.mean(axis=0)
        return moved
