"""The time that a fact is of, as far as the text tells it.

A figure has the nearest time told before it in its sentence, else the year or period that its paragraph goes by. A post
was held on the day, or in the month or year, that its sentence tells before it.
"""

import re
from collections.abc import Iterator

from graphkit.records import Article, RelationMention
from graphkit.text import normalise
from graphkit.times import TimeSpan, find_times, parse_date

_SENTENCE_END = re.compile("[。！？；\n]")
_LONG = frozenset({"quarter", "year", "period"})
_SEEN = frozenset({"day", "month", "year"})
_COMPARED = re.compile("(?:比|较|与|同)上?$")
_SAME = re.compile("同期|相比|年?的?(?:水平|基础)")
_BELONGS = re.compile("[^，。；、：]{0,12}的")  # 2008年成立的市总工会主席: the year is the union's


class Periods:
    """The times of one article, looked up by place."""

    def __init__(self, article: Article):
        self.text = normalise(article.text)
        self.times = [span for span in find_times(self.text, article.date) if not self._is_compared(span)]
        told = parse_date(article.date)
        self.today = told[1] if told else None

    def of(self, relation: RelationMention) -> dict[str, str]:
        """The attributes `period` (first and last day, parted by a slash) and `precision` of a fact; empty where no time is told."""
        find = {"FIGURE": self._nearest, "HOLDS": self._seen}.get(relation.type)
        span = find(relation.start, relation.end) if find else None
        return {"period": span.interval, "precision": span.precision} if span else {}

    def _is_compared(self, span: TimeSpan) -> bool:
        """Whether a time is only what another is compared with: 比去年, 去年同期."""
        before = self.text[max(span.start - 2, 0) : span.start]
        return bool(_COMPARED.search(before) or _SAME.match(self.text, span.end))

    def _nearest(self, start: int, end: int) -> TimeSpan | None:
        opening = self._opening(start)
        here = next(self._before(end, opening), None)
        paragraph = self.text.rfind("\n", 0, start) + 1
        return here or next((span for span in self._before(opening, paragraph) if span.precision in _LONG), None)

    def _seen(self, start: int, end: int) -> TimeSpan | None:
        """The time at which a post was held; none where it goes on to the article's own date, which says as much."""
        for span in self._before(end, self._opening(start)):
            if span.precision in _SEEN and not _BELONGS.match(self.text, span.end):
                return None if self.today and span.last > self.today else span
        return None

    def _opening(self, start: int) -> int:
        return max((match.end() for match in _SENTENCE_END.finditer(self.text, 0, start)), default=0)

    def _before(self, end: int, start: int) -> Iterator[TimeSpan]:
        """The times that lie in a span, the last first."""
        return (span for span in reversed(self.times) if start <= span.start and span.end <= end)
