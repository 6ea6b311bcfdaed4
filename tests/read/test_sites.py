"""The habits of union websites: the article comes out whole and alone."""

import io

import pytest

from graphkit.read.html import read_html
from graphkit.records import SourceText
from graphkit.segment import segment
from tests.read.sites import CELLS, NOISE, PARAGRAPHS, SITES, TITLE, Site


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_the_article_comes_out_whole_and_alone(site: Site) -> None:
    (content,) = read_html(io.BytesIO(site.html.encode()))
    (article,) = segment(SourceText("a", "a.html", content.text, "html", meta=content.meta))
    kinds = [(block.kind, article.text[block.start : block.end]) for block in article.blocks]
    assert article.title == TITLE
    assert article.date == "2023-07-04"
    assert article.byline == "郁青禾"
    assert [text for kind, text in kinds if kind == "paragraph"] == list(PARAGRAPHS)
    assert [word for word in NOISE if word in article.text] == []
    rows = [text for kind, text in kinds if kind not in {"title", "paragraph"}]
    assert rows == ([" ".join(row) for row in CELLS] if site.table else [])


def test_a_title_keeps_its_own_dash() -> None:
    page = "<html><head><title>一线故事——老周的夜班</title></head><body><article><p>" + PARAGRAPHS[0] * 2 + "</p></article></body></html>"
    (content,) = read_html(io.BytesIO(page.encode()))
    assert content.text.startswith("一线故事——老周的夜班")
