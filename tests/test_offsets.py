"""Where a mention or a quote is said to stand, the source holds it: in the sample, the corpus and 200 generated pages."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from graphkit import extract
from graphkit.pipeline import finder
from graphkit.read import documents
from graphkit.records import SourceText
from graphkit.segment import segment
from graphkit.text import squeeze
from tests.newspaper import KINDS, known_articles, pages

PAGES = 204


def misplaced(source: SourceText, document: dict[str, Any]) -> list[str]:
    """The mentions and quotes that the source does not hold where the document says."""
    told = [(span["surface"], span["start"], span["end"]) for entity in document["entities"] for span in entity["spans"]]
    told += [(fact["quote"], fact["quote_start"], fact["quote_end"]) for fact in document["relations"]]
    assert told
    return [surface for surface, start, end in told if squeeze(source.text[start:end]) != squeeze(surface)]


def found(source: SourceText) -> dict[str, Any]:
    return extract.document(source, finder()(segment(source)))


def check(sources: Iterable[SourceText]) -> None:
    assert {source.id: wrong for source in sources if (wrong := misplaced(source, found(source)))} == {}


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
