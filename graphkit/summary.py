"""What a build read, found and wrote."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from graphkit import graph, store
from graphkit.records import Skipped
from graphkit.selection import Part


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build read and found: `places` counts damaged characters in all documents, `nodes` and `edges` are those that are shown.

    `people` is the setting that left out `left_out` people of the page and the exports.
    """

    documents: int
    articles: int
    damaged: int
    places: int
    skipped: tuple[Skipped, ...]
    nodes: dict[str, int]
    edges: dict[str, int]
    people: str
    left_out: int
    files: tuple[Path, ...]


def summary(path: Path, part: Part, files: Iterable[Path]) -> Summary:
    """The summary of a store, of the part of it that is shown, and of the files written."""
    with store.connect(path) as db:
        counted, skipped = store.counts(db), tuple(store.skipped(db))
    return Summary(*counted, skipped, *graph.counts(part.graph), part.graph.graph["people"], part.left_out, tuple(files))
