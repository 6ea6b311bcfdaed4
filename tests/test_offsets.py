"""Where a mention or a quote is said to stand, the source holds it: in the sample, the corpus and 200 generated pages.

A mention or quote in which a caption stands has no span of its own in the extract; its characters are looked up one by one.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from graphkit import extract
from graphkit.pipeline import finder
from graphkit.read import documents
from graphkit.records import Resolved, SourceText
from graphkit.segment import segment
from graphkit.text import squeeze
from tests.newspaper import KINDS, known_articles, pages

PAGES = 204


def broken(source: SourceText, found: Sequence[Resolved]) -> list[str]:
    """The mentions and quotes whose characters do not stand where their article says."""
    wrong = []
    for resolved in found:
        article = resolved.annotation.article
        ends = [span for fact in resolved.facts for span in (fact.head_span, fact.tail_span) if span]
        spans = [(m.start, m.end) for m in resolved.annotation.mentions] + [(f.start, f.end) for f in resolved.facts] + ends
        for start, end in spans:
            text = "".join(source.text[article.source_offset(place)] for place in range(start, end) if article.text[place] != "\n")
            wrong += [text] if squeeze(text) != squeeze(article.text[start:end]) else []
        wrong += [
            mention.surface for mention in resolved.annotation.mentions if article.text[mention.start : mention.end] != mention.surface
        ]
    return wrong


def misplaced(source: SourceText, document: dict[str, Any]) -> list[str]:
    """The mentions and quotes that the source does not hold where the document says."""
    told = [(span["surface"], span["start"], span["end"]) for entity in document["entities"] for span in entity["spans"]]
    told += [(fact["quote"], fact["quote_start"], fact["quote_end"]) for fact in document["relations"]]
    assert told
    return [surface for surface, start, end in told if squeeze(source.text[start:end]) != squeeze(surface)]


def check(sources: Iterable[SourceText]) -> None:
    """Every place holds what it says; of all mentions of the sources all but a few stand in one piece."""
    find = finder()
    whole = every = 0
    for source in sources:
        found = list(find(segment(source)))
        document = extract.document(source, found)
        assert broken(source, found) == []
        assert misplaced(source, document) == []
        mentions = [mention for item in found for mention, name in zip(item.annotation.mentions, item.names, strict=True) if name]
        whole += sum(len(entity["spans"]) for entity in document["entities"])
        every += sum(not mention.deictic for mention in mentions)
    assert whole >= 0.98 * every


def test_offsets_of_the_sample(sample: list[Path]) -> None:
    check(source for source in documents(sample) if isinstance(source, SourceText))


def test_offsets_of_the_corpus(shared: Path) -> None:
    check(source for source in documents([shared / "corpus"]) if isinstance(source, SourceText))


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_offsets_of_generated_pages(kind: str) -> None:
    generated = [page for page in pages(PAGES // len(KINDS), known_articles()) if page.kind == kind]
    assert len(generated) == PAGES // len(KINDS)
    check(SourceText(f"p{number}", "p.txt", page.text) for number, page in enumerate(generated))
