"""Positions of nodes on the plane: computed once, seeded; communities apart, names of the best connected legible at the opening."""

from graphkit.layout.plane import Positions, positions

__all__ = ["Positions", "positions"]
