"""Asking the graph: the field's questions, the graph's own, Cypher and SQL; in notebooks and on the command line.

`graphkit.open("exports/graph.db")` gives the `KnowledgeGraph` to ask. What this package offers is loaded when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphkit.query.api import KnowledgeGraph
    from graphkit.query.plot import chinese_font
    from graphkit.query.result import Result
    from graphkit.query.rows import Row

__all__ = ["KnowledgeGraph", "Result", "Row", "chinese_font"]
_HOMES = {"KnowledgeGraph": "api", "Result": "result", "Row": "rows", "chinese_font": "plot"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__} has no attribute {name}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
