"""Stage four: annotations → names, each with its identity and the reason of every join.

`article` completes and resolves the names of one article from its own context, never across articles; `people` tells
same-named people apart over all articles.
"""

from graphkit.resolve.article import resolve
from graphkit.resolve.people import anchors

__all__ = ["anchors", "resolve"]
