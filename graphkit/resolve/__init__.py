"""Stage four: annotations → names, each with its identity and the reason of every join.

`article` completes and resolves the names of one article from its own context, never across articles, `details` reads what
the article tells beside a name, `confidence` how sure its facts are; `people` tells same-named people apart over all articles.
"""

from dataclasses import replace

from graphkit.knowledge import Knowledge
from graphkit.records import Annotation, Resolved
from graphkit.resolve import article, confidence
from graphkit.resolve.details import details
from graphkit.resolve.people import anchors

__all__ = ["anchors", "resolve"]


def resolve(annotation: Annotation, known: Knowledge | None = None) -> Resolved:
    """An annotation with its names, facts, and what it tells of the things named; by what the user knows where that says it."""
    resolved = confidence.judge(article.resolve(annotation, known))
    return replace(resolved, details=details(annotation, resolved.names))
