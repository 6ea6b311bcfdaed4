"""What is fuzzed: every reader and the segmenter. A target takes any bytes; only ReadError may come out of a reader."""

import io
import json
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from graphkit.errors import ReadError
from graphkit.read import READERS, Input, read
from graphkit.read.content import Content
from graphkit.records import Skipped, SourceText
from graphkit.segment import segment
from graphkit.text import normalise, squeeze

Target = Callable[[bytes], None]
OUTCOMES: Counter[str] = Counter()  # how the runs of this process ended; of an archive, each of its files


def reader(suffix: str) -> Target:
    """The reader of one format, and the segmenter on what it reads."""

    def target(data: bytes) -> None:
        try:
            contents = [content for content in READERS[suffix](io.BytesIO(data)) if isinstance(content, Content)]
        except ReadError as error:
            OUTCOMES[str(error)] += 1
            return
        OUTCOMES["read" if any(content.text.strip() for content in contents) else "empty"] += 1
        for content in contents:
            check_segments(content.text.encode("utf-8", "replace").decode())

    return target


def archive(data: bytes) -> None:
    """A zip file, its members read by the formats of their names."""
    with tempfile.NamedTemporaryFile(suffix=".zip") as file:
        file.write(data)
        file.flush()
        for document in read(Input(Path(file.name), "f.zip", "f", ".zip")):
            assert isinstance(document, SourceText | Skipped)
            OUTCOMES[document.reason if isinstance(document, Skipped) else "read"] += 1
            if isinstance(document, SourceText):
                check_segments(document.text)


def segmenter(data: bytes) -> None:
    """The segmenter alone, on text of any kind."""
    check_segments(data.decode("utf-8", "replace"))


def check_segments(text: str) -> None:
    """Nothing is invented, nothing moves: widths keep their length, pieces hold the source's own characters, blocks stay inside."""
    assert len(normalise(text)) == len(text)
    try:
        articles = segment(SourceText("f", "f.txt", text))
    except ReadError:
        return
    for article in articles:
        for piece in article.pieces:
            assert article.text[piece.start : piece.start + piece.length] == text[piece.source : piece.source + piece.length]
        for block in article.blocks:
            assert 0 <= block.start <= block.end <= len(article.text)
    assert len(squeeze("".join(article.text for article in articles))) <= len(squeeze(text))


TARGETS: dict[str, Target] = {suffix[1:]: reader(suffix) for suffix in (".txt", ".md", ".html", ".docx", ".pdf", ".jsonl")} | {
    "zip": archive,
    "segment": segmenter,
}


def seeds(name: str) -> Iterator[bytes]:
    """Sound inputs of a target, to begin from."""
    from tests.docs import parts, styled, with_body
    from tests.pdfs import columns
    from tests.read.sites import CELLS, PARAGRAPHS, SITES, TITLE, heavy
    from tests.read.test_docx import BODIES
    from tests.read.test_hostile import packed

    text = "\n\n".join((TITLE, *PARAGRAPHS))
    words = [styled(TITLE, PARAGRAPHS, rows=CELLS, boxes=["中国梦 劳动美"]), with_body("".join(body for body, _ in BODIES.values()))]
    words = [packed(parts(word)) for word in words]
    record = json.dumps({"title": TITLE, "text": text, "date": "2023-07-04", "来源": "白杨工人报"}, ensure_ascii=False).encode() + b"\n"
    if name == "html":
        yield from (site.html.encode() for site in SITES if site.html != heavy(TITLE, PARAGRAPHS))
    elif name == "docx":
        yield from words
    elif name == "zip":
        yield packed({"a.txt": text.encode("gb18030"), "b/c.docx": words[1], "d.jsonl": record, "e.html": SITES[0].html.encode()})
        yield packed({"f.pdf": columns(PARAGRAPHS, rows=5), "说明.doc": b"\xd0\xcf", "g.md": text.encode()})
    elif name == "pdf":
        yield columns(PARAGRAPHS, rows=5)
        yield columns(PARAGRAPHS[:1], rows=5, apart=True)
    elif name == "jsonl":
        yield record
    else:
        yield from (text.encode(encoding) for encoding in ("utf-8", "gb18030", "utf-16"))
