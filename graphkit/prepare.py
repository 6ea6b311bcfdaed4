"""The first two stages together, read → segment, in a process of their own: input is not to be trusted.

This module is all that the process imports, so that it starts at once and holds little.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from graphkit import read
from graphkit.errors import GraphkitError
from graphkit.records import Article, Skipped, SourceText
from graphkit.segment import segment
from graphkit.worker import Limits, Worker

Prepared = tuple[SourceText, list[Article]]


@dataclass(frozen=True, slots=True)
class Options:
    """How input is read: the limits of each document, and the file of names that the user knows."""

    limits: Limits = field(default_factory=Limits)
    lexicon: Path | None = None


def prepared(paths: Iterable[Path], limits: Limits | None = None) -> Iterator[Skipped | Prepared]:
    """Each document below files and folders with its articles; what cannot be read, or breaks a limit, as `Skipped`."""
    with Worker(pages, limits) as worker:
        for source in read.inputs(paths):
            if isinstance(source, Skipped):
                yield source
                continue
            try:
                yield from worker.run(source)
            except GraphkitError as error:
                yield Skipped(source.name, str(error))


def pages(source: read.Input) -> Iterator[Skipped | Prepared]:
    """The documents of one file with their articles: what the worker does."""
    for item in read.read(source):
        yield item if isinstance(item, Skipped) else (item, segment(item))
