"""How sure a share of right ones is: Wilson's interval, and the bands of confidence by which facts are judged."""

from math import sqrt
from typing import NamedTuple

Z = 1.96  # of 95 %
EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)  # where the bands of confidence begin


class Share(NamedTuple):
    """Right and wrong ones; fractions where they were weighted."""

    right: float = 0
    wrong: float = 0

    @property
    def judged(self) -> float:
        """Right and wrong ones together."""
        return self.right + self.wrong

    @property
    def precision(self) -> float:
        """The share of right ones; 0 where none was judged."""
        return self.right / self.judged if self.judged else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of the share (Wilson 1927), which holds for few and for all right ones too."""
        if not self.judged:
            return 0.0, 1.0
        spread = Z * Z / self.judged
        middle = (self.precision + spread / 2) / (1 + spread)
        half = Z * sqrt(self.precision * (1 - self.precision) / self.judged + spread / self.judged / 4) / (1 + spread)
        return max(middle - half, 0.0), min(middle + half, 1.0)


def band(confidence: float) -> str:
    """The band that a confidence lies in: 0.73 → 0.7–0.8."""
    number = max(place for place, edge in enumerate(EDGES) if confidence >= edge)
    return BANDS[number]


BANDS = tuple(f"{low:.1f}–{high:.1f}" for low, high in zip(EDGES, (*EDGES[1:], 1.0), strict=True))


def weighted(strata: list[tuple[int, Share]]) -> Share:
    """The share over strata of known sizes, as so many plain judgements as it is worth (Kish's effective sample size)."""
    judged = [(size, share) for size, share in strata if share.judged]
    if not judged:
        return Share()
    whole = sum(size for size, _ in judged)
    precision = sum(size / whole * share.precision for size, share in judged)
    worth = 1 / sum((size / whole) ** 2 / share.judged for size, share in judged)
    return Share(precision * worth, (1 - precision) * worth)
