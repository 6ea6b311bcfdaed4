"""The time that a figure is of: the nearest one told before it in its sentence, else the year or period that its paragraph goes by."""

import re
from collections.abc import Iterator

from graphkit.records import Article, RelationMention
from graphkit.text import normalise
from graphkit.times import TimeSpan, find_times

_SENTENCE_END = re.compile("[。！？；\n]")
_LONG = frozenset({"quarter", "year", "period"})


class Periods:
    """The times of one article, looked up by place."""

    def __init__(self, article: Article):
        self.text = normalise(article.text)
        self.times = find_times(self.text, article.date)

    def of(self, relation: RelationMention) -> dict[str, str]:
        """The attribute `period` (first and last day, parted by a slash) of a figure; empty where no time is told."""
        span = self._nearest(relation.start, relation.end) if relation.type == "FIGURE" else None
        return {"period": span.interval} if span else {}

    def _nearest(self, start: int, end: int) -> TimeSpan | None:
        opening = max((match.end() for match in _SENTENCE_END.finditer(self.text, 0, start)), default=0)
        here = next(self._before(end, opening), None)
        paragraph = self.text.rfind("\n", 0, start) + 1
        return here or next((span for span in self._before(opening, paragraph) if span.precision in _LONG), None)

    def _before(self, end: int, start: int) -> Iterator[TimeSpan]:
        """The times that lie in a span, the last first."""
        return (span for span in reversed(self.times) if start <= span.start and span.end <= end)
