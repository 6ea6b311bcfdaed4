"""When news says that something was: 今年, 去年11月, 前三季度, 截至11月底, 日前, 十四五, resolved against the article's date.

A grammar of our own: the libraries that parse Chinese times know no newspaper's 日前 and no five-year plan, and bring
dependencies of a hundred megabytes. `points` reads years, months and days, `periods` what is told by other words,
`span` holds the days.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from datetime import date

from graphkit.times.periods import FINDERS
from graphkit.times.points import find_points
from graphkit.times.span import TimeSpan, between, parse_date, readable

__all__ = ["TimeSpan", "between", "find_times", "parse_date", "readable"]

_SPACE = re.compile("(?<=[0-9]) +(?=[年月日号])|(?<=[年月]) +(?=[0-9])")
_TO = re.compile("[-—~～－]{1,2}|至|到")
_UNTIL = re.compile("(?:截至|截止到?|截至到)(?:目前)?$")
Finder = Callable[[str, date | None], Iterator[TimeSpan]]


def find_times(text: str, told: str = "") -> list[TimeSpan]:
    """The times of a text that can be resolved, in order and without overlaps; `told` is the article's date in ISO form.

    What needs the article's date is left out where there is none; impossible dates are left out.
    """
    known = parse_date(told) if told else None
    today = known[1] if known else None
    compact, offsets = _compact(text)
    found: list[TimeSpan] = []
    for finder in (*FINDERS, find_points):
        for span in finder(compact, today):
            if all(span.end <= other.start or span.start >= other.end for other in found):
                found.append(span)
    spans = _joined(sorted(found, key=lambda span: span.start), compact)
    return [span.at(offsets(span.start), offsets(span.end - 1) + 1) for span in (_until(span, compact, today) for span in spans)]


def _compact(text: str) -> tuple[str, Callable[[int], int]]:
    """The text without the spaces that typists set beside digits (2014 年 12 月), and where its characters stand in the text."""
    removed = [(match.start(), match.end()) for match in _SPACE.finditer(text)]
    if not removed:
        return text, lambda offset: offset
    shifts, places, total = [0], [0], 0
    for start, end in removed:
        places.append(start - total)
        total += end - start
        shifts.append(total)
    return _SPACE.sub("", text), lambda offset: offset + shifts[bisect_right(places, offset) - 1]


def _joined(spans: list[TimeSpan], text: str) -> list[TimeSpan]:
    """Two times with 至 or a dash between them as one: 12月28日—1月3日, which ends in the next year."""
    joined: list[TimeSpan] = []
    for span in spans:
        left = joined[-1] if joined else None
        if left is None or not _TO.fullmatch(text, left.end, span.start) or "about" in {left.precision, span.precision}:
            joined.append(span)
            continue
        later = span if span.first >= left.first or not span.bare else span.next_year()
        if later.last < left.first:
            joined.append(span)
            continue
        precision = left.precision if left.precision == span.precision else "period"
        joined[-1] = TimeSpan(left.start, span.end, left.first, later.last, precision)
    return joined


def _until(span: TimeSpan, text: str, today: date | None) -> TimeSpan:
    """截至11月底: from the beginning of that year to its day."""
    before = _UNTIL.search(text[max(span.start - 6, 0) : span.start])
    if before is None or span.precision == "until":
        return span
    last = min(span.last, today) if today and span.first <= today else span.last
    return TimeSpan(span.start - len(before.group()), span.end, date(last.year, 1, 1), last, "until")
