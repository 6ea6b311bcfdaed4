"""What is fuzzed: every reader and the segmenter. A target takes any bytes; only ReadError may come out of a reader."""

import io
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from graphkit.errors import ReadError
from graphkit.read import READERS, Input, read
from graphkit.read.content import Content
from graphkit.records import Skipped, SourceText
from graphkit.segment import segment
from graphkit.text import normalise, squeeze

Target = Callable[[bytes], None]


def reader(suffix: str) -> Target:
    """The reader of one format, and the segmenter on what it reads."""

    def target(data: bytes) -> None:
        try:
            contents = [content for content in READERS[suffix](io.BytesIO(data)) if isinstance(content, Content)]
        except ReadError:
            return
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


TARGETS: dict[str, Target] = {suffix[1:]: reader(suffix) for suffix in READERS if suffix != ".htm"} | {
    "zip": archive,
    "segment": segmenter,
}


def seeds(name: str) -> Iterator[bytes]:
    """Sound inputs of a target, to begin from."""
    from tests.pdfs import columns
    from tests.read.sites import PARAGRAPHS, SITES, TITLE
    from tests.read.test_hostile import document, packed

    text = "\n\n".join((TITLE, *PARAGRAPHS))
    yield b""
    if name == "html":
        yield from (site.html.encode() for site in SITES)
    elif name == "docx":
        yield document(text)
    elif name == "zip":
        yield packed({"a.txt": text.encode("gb18030"), "b/c.docx": document(text)})
    elif name == "pdf":
        yield columns(PARAGRAPHS, rows=5)
    elif name == "jsonl":
        yield ('{"title": "' + TITLE + '", "text": "' + PARAGRAPHS[0] + '", "date": "2023-07-04"}\n').encode()
    else:
        yield from (text.encode(encoding) for encoding in ("utf-8", "gb18030", "utf-16"))
