"""Stage one: files and folders → source texts, streamed. The only place that opens input.

One module per format; `documents` finds the files, names the documents and turns every failure into a `Skipped` record.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from graphkit.errors import ReadError
from graphkit.read.content import Content
from graphkit.read.docx import read_docx
from graphkit.read.find import Input, find
from graphkit.read.html import read_html
from graphkit.read.jsonl import read_jsonl
from graphkit.read.pdf import read_pdf
from graphkit.read.plain import read_markdown, read_text
from graphkit.records import Skipped, SourceText

Reader = Callable[[bytes], Iterator[Content | ReadError]]

READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".docx": read_docx,
    ".pdf": read_pdf,
    ".jsonl": read_jsonl,
}


def documents(inputs: Iterable[Path]) -> Iterator[SourceText | Skipped]:
    """Every document below the given files and folders, in the order of their ids; what cannot be read as `Skipped`."""
    for found in find(inputs, READERS.keys()):
        if isinstance(found, Skipped):
            yield found
        else:
            yield from read(found)


def read(source: Input) -> Iterator[SourceText | Skipped]:
    """The documents of one file."""
    suffix = source.path.suffix.lower()
    try:
        contents = list(READERS[suffix](source.path.read_bytes())) if suffix != ".jsonl" else READERS[suffix](source.path.read_bytes())
        for number, content in enumerate(contents, 1):
            yield _document(source, content, number if suffix == ".jsonl" else 0)
    except ReadError as error:
        yield Skipped(source.name, str(error))
    except OSError as error:
        yield Skipped(source.name, error.strerror or str(error))


def _document(source: Input, content: Content | ReadError, record: int) -> SourceText | Skipped:
    if isinstance(content, ReadError):
        return Skipped(source.name, str(content))
    if not content.text.strip():
        return Skipped(source.name, "empty")
    name = f"{source.id}#{record}" if record else source.id
    return SourceText(name, source.name, content.text, source.path.suffix.lower()[1:], content.encoding, content.damaged, content.meta)
