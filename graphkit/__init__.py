"""graphkit: knowledge graphs from Chinese trade-union news.

The line of stages, each a module of this package::

    read → segment → annotate → resolve → store → graph → view | query | export

`graphkit.pipeline` joins them; `graphkit.train` and `graphkit.evaluate` stand beside the line. `graphkit.open` opens a built graph
for questions.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphkit.query import KnowledgeGraph

__version__ = "0.1.0"


def open(path: str | Path = "exports/graph.db") -> "KnowledgeGraph":  # noqa: A001
    """Open a graph that `graphkit build` wrote, to ask it questions. Raises StoreError for a file that is no store of this version."""
    from graphkit.query.api import KnowledgeGraph

    return KnowledgeGraph(Path(path))
