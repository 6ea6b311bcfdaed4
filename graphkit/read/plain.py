"""Plain text and Markdown."""

import re
from collections.abc import Iterator
from typing import IO

from graphkit.encoding import Decoded, decode
from graphkit.errors import ReadError
from graphkit.read.content import Content

OTHERS = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
)  # how other files begin
CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MOST_CONTROLS = 0.05  # the share of control characters that no text has; a tenth of what is packed are such bytes
SAMPLE = 20_000  # characters that are looked at


def read_text(file: IO[bytes]) -> Iterator[Content]:
    """A plain text file, as it stands: its offsets are those of the decoded file."""
    text, encoding, damaged = _decoded(file)
    yield Content(text, encoding=encoding, damaged=damaged)


def read_markdown(file: IO[bytes]) -> Iterator[Content]:
    """A Markdown file: the text that a reader sees, headings and paragraphs parted by empty lines."""
    from markdown_it import MarkdownIt

    text, encoding, damaged = _decoded(file)
    parts = []
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "inline" and token.children is not None:
            parts.append("".join("\n" if child.type.endswith("break") else child.content for child in token.children))
        elif token.type in {"code_block", "fence"}:
            parts.append(token.content.rstrip())
    yield Content("\n\n".join(part for part in parts if part.strip()), encoding=encoding, damaged=damaged)


def _decoded(file: IO[bytes]) -> Decoded:
    """The text of a file. Raises ReadError where it is of another kind, whatever its name says."""
    data = file.read()
    found = decode(data)
    if data.startswith(OTHERS) or len(CONTROLS.findall(found.text, 0, SAMPLE)) > MOST_CONTROLS * min(len(found.text), SAMPLE):
        raise ReadError("no text but a file of another kind; give it its own ending (.docx, .pdf, .zip)")
    return found
