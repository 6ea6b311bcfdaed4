"""What every finder gives back, and how competing finds are settled."""

from collections.abc import Callable, Iterable
from typing import NamedTuple


class Found(NamedTuple):
    """A stretch of text that a finder holds to be a name: characters, type, and the finder."""

    start: int
    end: int
    type: str
    source: str

    @property
    def length(self) -> int:
        """Number of characters."""
        return self.end - self.start


Preference = Callable[[Found], tuple[int, ...]]


def without_overlaps(found: Iterable[Found], preference: Preference) -> list[Found]:
    """The finds that are left, in the order of the text, when each gives way to an overlapping one of higher preference.

    Ties are broken by length, then by place and type, so that the outcome never depends on the order of the input.
    """
    chosen: list[Found] = []
    taken: set[int] = set()
    for item in sorted(set(found), key=lambda item: (*(-rank for rank in preference(item)), -item.length, item)):
        span = range(item.start, item.end)
        if taken.isdisjoint(span):
            taken.update(span)
            chosen.append(item)
    return sorted(chosen)
