"""Stage two: a source text → its articles, layout repaired, every offset kept.

`lines` looks at each line, `repair` puts cut paragraphs together, `split` tells the articles apart, `meta` reads who,
where and when.
"""

from collections.abc import Iterator, Sequence

from graphkit.records import Article, Block, Piece, SourceText
from graphkit.segment.lines import lines_of
from graphkit.segment.meta import article_date, dateline
from graphkit.segment.repair import Part, parts_of
from graphkit.segment.split import split, titles

LARGEST = 60_000  # characters of an article; a longer text is a book, and is annotated in pieces


def segment(source: SourceText) -> list[Article]:
    """The articles of a source text. Their characters are the source's own; only layout is left out."""
    lines = list(lines_of(source.text))
    furniture = "\n".join(line.text for line in lines if line.is_furniture)
    date = article_date(source.path, source.meta, furniture)
    groups = [piece for parts in split(parts_of(lines)) for piece in _limited(parts)]
    return [_article(source, number, parts, date) for number, parts in enumerate(groups, 1)]


def _limited(parts: Sequence[Part]) -> Iterator[list[Part]]:
    """The parts of an article in pieces of a size that the models can hold; almost always one."""
    piece: list[Part] = []
    size = 0
    for part in parts:
        size += len(part.text)
        if piece and size > LARGEST:
            yield piece
            piece, size = [], len(part.text)
        piece.append(part)
    yield piece


def _article(source: SourceText, number: int, parts: Sequence[Part], date: str) -> Article:
    text: list[str] = []
    pieces: list[Piece] = []
    blocks: list[Block] = []
    position = 0
    for kind, part in titles(parts):
        start = position
        for line in part.lines:
            pieces.append(Piece(position, line.start, len(line)))
            text.append(source.text[line.start : line.end])
            position += len(line)
        blocks.append(Block(kind, start, position))
        text.append("\n")
        position += 1
    body = "".join(text)[:-1]
    first = next((body[block.start : block.end] for block in blocks if block.kind == "paragraph"), "")
    opening = dateline(first)
    byline = next((body[block.start : block.end] for block in blocks if block.kind == "byline"), "")
    title = next((body[block.start : block.end] for block in blocks if block.kind == "title"), "")
    paper = opening.paper or source.meta.get("paper", "")
    return Article(source.id, number, body, tuple(pieces), tuple(blocks), title, opening.authors or byline, paper, opening.place, date)
