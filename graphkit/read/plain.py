"""Plain text and Markdown."""

from collections.abc import Iterator
from typing import IO

from graphkit.encoding import decode
from graphkit.read.content import Content


def read_text(file: IO[bytes]) -> Iterator[Content]:
    """A plain text file, as it stands: its offsets are those of the decoded file."""
    text, encoding, damaged = decode(file.read())
    yield Content(text, encoding=encoding, damaged=damaged)


def read_markdown(file: IO[bytes]) -> Iterator[Content]:
    """A Markdown file: the text that a reader sees, headings and paragraphs parted by empty lines."""
    from markdown_it import MarkdownIt

    text, encoding, damaged = decode(file.read())
    parts = []
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "inline" and token.children is not None:
            parts.append("".join("\n" if child.type.endswith("break") else child.content for child in token.children))
        elif token.type in {"code_block", "fence"}:
            parts.append(token.content.rstrip())
    yield Content("\n\n".join(part for part in parts if part.strip()), encoding=encoding, damaged=damaged)
