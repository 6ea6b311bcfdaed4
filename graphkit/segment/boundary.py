"""A place where a new article may begin, and what is compared there."""

from collections.abc import Sequence
from dataclasses import dataclass

from graphkit.segment import cohesion
from graphkit.segment.headings import main_heading
from graphkit.segment.lazy import lazy
from graphkit.segment.repair import Part

RECENT, OPENING = 8, 4  # parts of the article before that are compared: its last and its first ones
LOOK = 300  # characters of a part that are compared


@dataclass(frozen=True)
class Boundary:
    """A run of headings, the parts behind it, and the article that stands before it."""

    head: Sequence[Part]
    behind: Sequence[Part]
    before: Sequence[Part]

    @lazy
    def names(self) -> list[Part]:
        """The headings of the run that are no bylines and subtitles."""
        return [part for part in self.head if part.kind == "heading"]

    @lazy
    def main(self) -> Part:
        """The heading that would be the title."""
        return main_heading(self.names)

    @property
    def title(self) -> str:
        """Its text."""
        return self.main.text

    @lazy
    def section(self) -> Sequence[Part]:
        """The parts behind up to the next heading, without captions."""
        size = next((number for number, part in enumerate(self.behind) if number and part.kind == "heading"), len(self.behind))
        return [part for part in self.behind[:size] if part.kind != "caption"]

    @property
    def text(self) -> str:
        """The first part behind the headings that is no caption."""
        return (self.section or self.behind)[0].text if self.behind else ""

    @lazy
    def last(self) -> Part:
        """The last part of the article before that is no caption."""
        return next((part for part in reversed(self.before) if part.kind != "caption"), self.before[-1])

    @lazy
    def compared(self) -> Sequence[Part]:
        """The first and last parts of the article before."""
        return self.before if len(self.before) <= OPENING + RECENT else (*self.before[:OPENING], *self.before[-RECENT:])

    @lazy
    def inner(self) -> list[Part]:
        """The headings that the article before has inside."""
        return [part for part in self.before[1:] if part.kind == "heading"]

    @lazy
    def earlier_places(self) -> frozenset[str]:
        """The places of the first and last parts of the article before."""
        return frozenset().union(*(cohesion.places(part.text) for part in self.compared))

    @lazy
    def places(self) -> frozenset[str]:
        """The places of the text behind."""
        return cohesion.places(self.text[:LOOK])

    @lazy
    def pairs(self) -> frozenset[str]:
        """The pairs of characters of the section behind."""
        return cohesion.union(part.text[:LOOK] for part in self.section[:3])

    @lazy
    def earlier_pairs(self) -> frozenset[str]:
        """The pairs of characters of the article before."""
        return cohesion.union(part.text[:LOOK] for part in self.compared)
