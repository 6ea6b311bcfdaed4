"""Paragraphs put together again from lines that columns have cut."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from graphkit.segment.halves import Junction, in_bracket, is_cut_dateline, log_odds
from graphkit.segment.junction import overlap
from graphkit.segment.lazy import lazy
from graphkit.segment.lines import Line

LOOKAHEAD = 6
FULL_LINE = 2.0  # log-odds that a line as wide as the wrapped column goes on in the next one; no generated page has this, PDF files do
LONG = 50  # characters of a line that is no heading
SURE = 5.0  # log-odds at which no line further down is looked at
LIKELY = -0.9  # log-odds above which two lines are joined: a sentence left in two costs more than a heading swallowed


@dataclass(frozen=True)
class Part:
    """A paragraph, title, caption … of a page: its kind and the lines that it is made of."""

    kind: str
    lines: tuple[Line, ...]

    @lazy
    def text(self) -> str:
        """The lines joined, in model width."""
        return "".join(line.text for line in self.lines)

    @property
    def breaks(self) -> int:
        """How many line ends stand before it."""
        return self.lines[0].breaks


def parts_of(lines: Sequence[Line]) -> list[Part]:
    """The parts of a page in their order.

    A paragraph that a column end interrupts is one part; captions and boxes that stand between its halves follow it.
    """
    groups = unwrap([line for line in lines if not line.is_furniture])
    goes_on_at = joins(groups)
    halves, asides = set(goes_on_at.values()), {between for left, right in goes_on_at.items() for between in range(left + 1, right)}
    parts: list[Part] = []
    for number, group in enumerate(groups):
        if number in halves or number in asides - goes_on_at.keys():
            continue
        whole, between, left = group, [], number
        while left in goes_on_at:
            right = goes_on_at[left]
            between += [Part("caption", groups[place]) for place in range(left + 1, right)]
            whole, left = _joined(whole, groups[right]), right
        parts += [Part(_kind(_line(whole)), whole), *between]
    return parts


def unwrap(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """Lines grouped into what stood on one line before a fixed width wrapped it; one line each where nothing is wrapped."""
    groups: list[tuple[Line, ...]] = []
    runs = list(_runs(lines))
    widths = [width for run in runs if (width := _width(run))]
    usual = int(median(widths)) if widths else 0
    for run in runs:
        width = _width(run) or usual
        full = False
        for place, line in enumerate(run):
            glued = place > 0 and line.breaks == 0
            # one space may be the one between two names at which the line was cut
            inside = not line.indent or (line.indent == 1 and not run[place - 1].ends_sentence)
            if glued or (full and inside and not _opens(line)):
                groups[-1] += (line,)
            else:
                groups.append((line,))
            full = width > 0 and len(line) + line.indent >= width - 3
    return groups


def _width(run: Sequence[Line]) -> int:
    """The width at which a run of lines is wrapped; 0 where it is not, or too short to tell."""
    if len(run) < 3:
        return 0
    sizes = [len(line) + line.indent for line in run]
    width = max(sizes)
    if width > 60:
        return 0
    full = [line for line, size in zip(run[:-1], sizes, strict=False) if size >= width - 3]
    cut = sum(not line.ends_sentence for line in full)
    return width if len(full) >= 0.6 * (len(run) - 1) and cut >= 0.5 * len(full) else 0


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines that follow each other without an empty one."""
    run: list[Line] = []
    for line in lines:
        if run and line.breaks > 1:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _opens(line: Line) -> bool:
    return line.has_dateline or line.is_byline or line.is_subtitle


def _line(group: tuple[Line, ...]) -> Line:
    """A group as one line."""
    if len(group) == 1:
        return group[0]
    text = "".join(line.text for line in group)
    return Line(text, group[0].start, group[0].start + len(text), group[0].breaks, group[0].indent)


def openness(lines: Sequence[Line]) -> float:
    """The share of a page's long lines that end open: nothing where no column was cut."""
    long = [line for line in lines if len(line) > LONG]
    return sum(not (line.ends_sentence or line.is_signed) for line in long) / max(len(long), 1)


def junctions(lines: Sequence[Line], number: int, cut: float) -> Iterator[tuple[int, Junction]]:
    """The lines further down, by number, where a line that ends open may go on; `cut` is the page's openness."""
    left = lines[number]
    if left.ends_sentence or left.is_caption or left.is_subtitle or ((left.is_byline or left.is_signed) and not in_bracket(left)):
        return
    headed = number > 0 and lines[number - 1].is_heading
    between: list[Line] = []
    for place, right in enumerate(lines[number + 1 : number + 1 + (LOOKAHEAD if left.is_prose else 3)], number + 1):
        if (right.has_dateline and not is_cut_dateline(left, right)) or right.is_subtitle:
            return
        if not right.is_byline and not right.is_caption:
            yield place, Junction(left, right, tuple(between), cut, headed)
        between.append(right)


def _column(groups: Sequence[tuple[Line, ...]]) -> int:
    """The width of the lines that were wrapped; 0 where none was."""
    widths = [max(len(line) + line.indent for line in group) for group in groups if len(group) > 1]
    return int(median(widths)) if widths else 0


def joins(groups: Sequence[tuple[Line, ...]]) -> dict[int, int]:
    """Which groups go on where: from the number of each left half to that of its right half, the surest pairs first.

    No two pairs cross or share a half, and no pair stands inside another.
    """
    found = []
    lines = [_line(group) for group in groups]
    cut, width = openness(lines), _column(groups)
    for number in range(len(lines)):
        full = width > 0 and len(groups[number][-1]) + groups[number][-1].indent >= width - 3
        for place, junction in junctions(lines, number, cut):
            odds = log_odds(junction) + (FULL_LINE if full and place == number + 1 else 0.0)
            if odds > LIKELY:
                found.append((-odds, number, place))
            if odds > SURE:
                break
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _, left, right in sorted(found):
        gaps = set(range(left, right))
        if taken.isdisjoint(gaps):
            taken |= gaps
            chosen[left] = right
    return chosen


def _joined(group: tuple[Line, ...], right: tuple[Line, ...]) -> tuple[Line, ...]:
    """Two halves as one, what the second repeats of the first left out."""
    skipped = overlap(group[-1].text, right[0].text)
    first = right[0]
    return (*group, Line(first.text[skipped:], first.start + skipped, first.end, first.breaks, first.indent), *right[1:])


def _kind(line: Line) -> str:
    if line.is_byline:
        return "byline"
    if line.is_subtitle:
        return "subtitle"
    if line.is_caption:
        return "caption"
    return "heading" if line.is_heading else "paragraph"
