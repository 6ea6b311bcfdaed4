"""Exports of the graph, one format a module. Each writer takes a `Table` and a path."""

from graphkit.export.collapse import collapse
from graphkit.export.table import Table
from graphkit.export.tabulate import tabulate
from graphkit.export.writers import BUILT, WRITERS, Writer

__all__ = ["BUILT", "WRITERS", "Table", "Writer", "collapse", "tabulate"]
