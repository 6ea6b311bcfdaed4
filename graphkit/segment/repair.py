"""Paragraphs put together again from lines that columns have cut."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from graphkit.segment.lines import (
    Line,
    ends_sentence,
    has_dateline,
    is_byline,
    is_caption,
    is_furniture,
    is_heading,
    is_prose,
    is_subtitle,
    patterns,
)

LOOKAHEAD = 6


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, title, caption … of a page: its kind and the lines that it is made of."""

    kind: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The lines joined, in model width."""
        return "".join(line.text for line in self.lines)


def unwrap(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """Lines grouped into what stood on one line before a fixed width wrapped it; one line each where nothing is wrapped."""
    groups: list[tuple[Line, ...]] = []
    for run in _runs(lines):
        width = max(len(line) for line in run)
        wrapped = len(run) >= 4 and width <= 60 and median(len(line) for line in run) >= width - 3
        for line in run:
            if wrapped and groups and groups[-1][-1] in run and len(groups[-1][-1]) >= width - 3 and not _opens(line):
                groups[-1] += (line,)
            else:
                groups.append((line,))
    return groups


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    run: list[Line] = []
    for line in lines:
        if run and line.breaks > 1:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _opens(line: Line) -> bool:
    return has_dateline(line) or is_byline(line) or is_subtitle(line)


def parts_of(lines: Sequence[Line]) -> list[Part]:
    """The parts of a page in their order; a paragraph that a column end or a caption interrupts is one part, the caption follows it."""
    groups = unwrap([line for line in lines if not is_furniture(line)])
    parts: list[Part] = []
    number = 0
    while number < len(groups):
        group = groups[number]
        aside: list[Part] = []
        number += 1
        while is_cut(group) and (offset := _continuation(groups, number)) is not None:
            aside += [_part(between, "caption") for between in groups[number : number + offset]]
            group += groups[number + offset]
            number += offset + 1
        parts += [_part(group), *aside]
    return parts


def is_cut(group: tuple[Line, ...]) -> bool:
    """Whether running text stops here in the middle of a sentence."""
    joined, last = _joined(group), group[-1]
    return is_prose(joined) and not ends_sentence(last) and not is_caption(joined) and not is_byline(last) and not _signed(joined)


def _joined(group: tuple[Line, ...]) -> Line:
    text = "".join(line.text for line in group)
    return Line(text, group[0].start, group[0].start + len(text), group[0].breaks)


def _signed(line: Line) -> bool:
    """Whether the text ends with a signature in brackets or behind a square."""
    tail = line.text[-24:]
    return any(patterns().byline.fullmatch(tail[cut:]) for cut in range(len(tail)) if tail[cut] in "□口■（(")


def _continuation(groups: Sequence[tuple[Line, ...]], number: int) -> int | None:
    """How many groups further the sentence goes on: 0 for the next one, None where it does not."""
    for offset, group in enumerate(groups[number : number + LOOKAHEAD]):
        line = _joined(group)
        if has_dateline(line) or is_subtitle(line):
            return None
        if is_caption(line) or is_byline(line):
            continue
        if is_prose(line) or (ends_sentence(line) and not patterns().numbered.match(line.text)):
            return offset
    return None


def _part(group: tuple[Line, ...], kind: str = "") -> Part:
    return Part(kind or _kind(_joined(group)), group)


def _kind(line: Line) -> str:
    if is_byline(line):
        return "byline"
    if is_subtitle(line):
        return "subtitle"
    if is_caption(line):
        return "caption"
    return "heading" if is_heading(line) else "paragraph"
