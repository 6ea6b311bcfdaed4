"""Stage one: files and folders → source texts, streamed. The only place that opens input.

One module per format; `find` finds the files and names the documents, `read` turns one file into its documents and every
failure into a `Skipped` record.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from graphkit import lexicon
from graphkit.errors import ReadError
from graphkit.read.archive import DAMAGED, members
from graphkit.read.content import Content
from graphkit.read.docx import read_docx
from graphkit.read.find import Input, find, unreadable
from graphkit.read.html import read_html
from graphkit.read.jsonl import read_jsonl
from graphkit.read.pdf import read_pdf
from graphkit.read.plain import read_markdown, read_text
from graphkit.records import Skipped, SourceText
from graphkit.text import SURROGATES, VISIBLE

Reader = Callable[[IO[bytes]], Iterator[Content | ReadError]]

READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".shtml": read_html,
    ".xhtml": read_html,
    ".docx": read_docx,
    ".docm": read_docx,
    ".pdf": read_pdf,
    ".jsonl": read_jsonl,
}
RECORDS = {".jsonl"}
ARCHIVES = {".zip"}

__all__ = ["Input", "documents", "inputs", "read"]


def inputs(paths: Iterable[Path]) -> Iterator[Input | Skipped]:
    """The files below the given files and folders, in the order of their documents' ids, and what is passed over."""
    return find(paths, READERS.keys() | ARCHIVES, _advice())


def _advice() -> dict[str, str]:
    return lexicon.read_yaml("formats.yml")


def documents(paths: Iterable[Path]) -> Iterator[SourceText | Skipped]:
    """Every document below the given files and folders, read in this process; what cannot be read as `Skipped`."""
    for source in inputs(paths):
        if isinstance(source, Skipped):
            yield source
        else:
            yield from read(source)


def read(source: Input) -> Iterator[SourceText | Skipped]:
    """The documents of one file."""
    try:
        with source.path.open("rb") as file:
            if os.fstat(file.fileno()).st_size == 0:
                yield Skipped(source.name, "empty")
            elif source.suffix in ARCHIVES:
                yield from _archive(source, file)
            else:
                yield from _file(source, file)
    except ReadError as error:
        yield Skipped(source.name, str(error))
    except OSError as error:
        yield Skipped(source.name, error.strerror or str(error))


def _archive(source: Input, file: IO[bytes]) -> Iterator[SourceText | Skipped]:
    """The documents of an archive, each called as the archive and its own name in it."""
    empty = True
    for member in members(file):
        empty = False
        name = f"{source.name}/{member.name}"
        suffix = PurePosixPath(member.name).suffix.lower()
        if suffix not in READERS:
            yield Skipped(name, "an archive in an archive; unpack it" if suffix in ARCHIVES else unreadable(suffix, _advice()))
            continue
        inner = Input(source.path, name, f"{source.id}/{PurePosixPath(member.name).with_suffix('')}", suffix)
        try:
            with member.open() as data:
                yield from _file(inner, data)
        except ReadError as error:
            yield Skipped(name, str(error))
        except DAMAGED:
            yield Skipped(name, "damaged")
    if empty:
        yield Skipped(source.name, "an archive without a file in it")


def _file(source: Input, file: IO[bytes]) -> Iterator[SourceText | Skipped]:
    for number, content in enumerate(READERS[source.suffix](file), 1):
        yield _document(source, content, number if source.suffix in RECORDS else 0)


def _document(source: Input, content: Content | ReadError, record: int) -> SourceText | Skipped:
    if isinstance(content, ReadError):
        return Skipped(source.name, str(content))
    if not VISIBLE.search(content.text):
        return Skipped(source.name, f"record {record} is empty" if record else "empty")
    name = f"{source.id}#{record}" if record else source.id
    text, lost = SURROGATES.subn("\ufffd", content.text)
    return SourceText(name, source.name, text, source.suffix[1:], content.encoding, content.damaged + lost, content.meta)
