"""How well newspaper pages are put together again: python benchmarks/segment.py [PAGES_PER_KIND [FIRST_SEED]]

Known articles are set as pages by tests/newspaper.py and read back: every second one, with seeds of their own, since the weights were
fitted on pages of the others (benchmarks/fit_segment.py). Printed by kind of noise: F1 of article boundaries, F1 of
rejoined breaks, the share of sound paragraph ends wrongly joined, titles exact, captions apart.

The kinds: `plain` has nothing but articles; `columns` cuts paragraphs at column ends; `captions` puts captions and slogan boxes between
the halves; `half-width` writes half-width punctuation; `repeats` begins the second half with the last characters of the first;
`wrapped` sets lines of one width. Half of the longer articles carry crossheads. `crowded` has all that full pages hold: column names
and kickers above titles, column names in place of a title, columns of short items with and without titles, photo news between and
inside articles, crossheads of many forms (some are clauses of the text), slogan boxes and captions between sound paragraphs, cut columns.
"""

import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from graphkit.evaluate import Counts
from graphkit.records import Article, SourceText
from graphkit.segment import segment
from tests.newspaper import KINDS, known_articles, pages
from tests.typesetting import Page

UNSEEN = 1000  # fitting takes the lower seeds


@dataclass
class Score:
    """What was counted on the pages of one kind."""

    pages: int = 0
    boundaries: Counts = field(default_factory=Counts)
    breaks: Counts = field(default_factory=Counts)
    ends: int = 0
    joined: int = 0
    titles: int = 0
    exact: int = 0
    captions: int = 0
    apart: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(*(getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__))

    def row(self, name: str) -> str:
        """One line of the table."""
        share = [(self.joined, self.ends), (self.exact, self.titles), (self.apart, self.captions)]
        rejoined = f"{self.breaks.f1:.3f}" if self.breaks.right + self.breaks.missed else "-"
        cells = [f"{self.boundaries.f1:.3f}", rejoined, *(f"{part / whole:.3f}" if whole else "-" for part, whole in share)]
        return f"{name:12}{self.pages:6}" + "".join(f"{cell:>12}" for cell in cells)


def score(page: Page) -> Score:
    """Read a page and compare with what is known of it."""
    articles = segment(SourceText("p", "p.txt", page.text))
    follows = {pair for article in articles for pair in neighbours(article)}
    lefts = {left for left, _ in follows}
    starts = {article.pieces[0].source for article in articles}
    right = len(starts & set(page.starts))
    rejoined = sum(pair in follows for pair in page.cuts)
    wrong = sum(left in lefts and (left, right) not in follows for left, right in page.cuts)
    joined = sum(pair in follows for pair in page.ends)
    titles = {article.pieces[0].source: article.title for article in articles}
    return Score(
        1,
        Counts(right, len(starts) - right, len(page.starts) - right),
        Counts(rejoined, wrong + joined, len(page.cuts) - rejoined),
        len(page.ends),
        joined,
        len(page.titles),
        sum(title in titles.values() for title in page.titles),
        len(page.captions),
        sum(apart(articles, start, end) for start, end in page.captions),
    )


def neighbours(article: Article) -> set[tuple[int, int]]:
    """The places in the source of characters that follow each other in the article's text across a gap in the source."""
    found = set()
    for left, right in zip(article.pieces, article.pieces[1:], strict=False):
        if left.start + left.length == right.start:
            found.add((left.source + left.length - 1, right.source))
    return found


def apart(articles: list[Article], start: int, end: int) -> bool:
    """Whether a caption is a block of its own."""
    for article in articles:
        for block in article.blocks:
            if article.source_span(block.start, block.end) == (start, end):
                return True
    return False


def main() -> None:
    """Print the table."""
    count, first = (*map(int, sys.argv[1:]), *(60, UNSEEN)[len(sys.argv) - 1 :])
    scores: dict[str, Score] = defaultdict(Score)
    for page in pages(count, known_articles()[1::2], first):
        scores[page.kind] += score(page)
    print(f"{'noise':12}{'pages':>6}{'boundaries':>12}{'rejoined':>12}{'wrong joins':>12}{'titles':>12}{'captions':>12}")
    for kind in KINDS:
        print(scores[kind].row(kind))
    print(sum(scores.values(), Score()).row("all"))


if __name__ == "__main__":
    main()
