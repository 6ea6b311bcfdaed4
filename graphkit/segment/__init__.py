"""Stage two: a source text → its articles, layout repaired, every offset kept.

`lines` looks at each line, `repair` puts cut paragraphs together, `split` tells the articles apart, `meta` reads who,
where and when.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graphkit.records import Article, Block, Piece, SourceText
from graphkit.segment.lines import lines_of
from graphkit.segment.meta import Page, article_date, dateline, furniture, near
from graphkit.segment.repair import Part, parts_of
from graphkit.segment.split import split, titles

LARGEST = 60_000  # characters of an article; a longer text is a book, and is annotated in pieces


def segment(source: SourceText) -> list[Article]:
    """The articles of a source text. Their characters are the source's own; only layout is left out."""
    lines = list(lines_of(source.text))
    pages = furniture(lines)
    groups = [piece for parts in split(parts_of(lines)) for piece in _limited(parts)]
    return [_article(source, number, parts, pages) for number, parts in enumerate(groups, 1)]


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


def _article(source: SourceText, number: int, parts: Sequence[Part], pages: Sequence[Page]) -> Article:
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
    return _told(source, Article(source.id, number, "".join(text)[:-1], tuple(pieces), tuple(blocks)), pages)


def _told(source: SourceText, article: Article, pages: Sequence[Page]) -> Article:
    """The article with what it, its page and its file tell about it."""
    texts: dict[str, list[str]] = {}
    for block in article.blocks:
        texts.setdefault(block.kind, []).append(article.text[block.start : block.end])
    title, kicker, subtitle, byline, first = (
        next(iter(texts.get(kind, ())), "") for kind in ("title", "kicker", "subtitle", "byline", "paragraph")
    )
    start, head = article.source_span(0, next((block.start for block in article.blocks if block.kind == "paragraph"), len(article.text)))
    opening = dateline(first)
    paper = opening.paper or source.meta.get("paper", "") or near(pages, "paper", start, head)
    headings = "\n".join((title, kicker, subtitle, byline))
    date = article_date(source.path, source.meta, near(pages, "date", start, head), opening, first, headings)
    return replace(
        article,
        title=title,
        kicker=kicker,
        subtitle=subtitle,
        byline=opening.authors or byline,
        dateline=opening.text,
        paper=paper,
        place=opening.place,
        date=date,
    )
