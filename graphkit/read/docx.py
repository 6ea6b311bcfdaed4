"""Word documents: paragraphs, tables and text boxes in their order."""

from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any

from graphkit.errors import ReadError
from graphkit.read.archive import checked
from graphkit.read.content import Content

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DAMAGED = "not a Word document (.docx), or a damaged one"
OLD_WORD = b"\xd0\xcf\x11\xe0"  # how a .doc begins, and a .docx with a password


def read_docx(file: IO[bytes]) -> Iterator[Content]:
    """The text of a .docx file, paragraphs parted by empty lines, a table row's cells by spaces."""
    if file.read(4) == OLD_WORD:
        raise ReadError("an old Word document, or one with a password; save it as .docx without one")
    file.seek(0)
    checked(file, _DAMAGED)
    file.seek(0)
    try:
        yield _content(file)
    except MemoryError:
        raise
    except Exception:  # the library lets through whatever a damaged file makes go wrong in it
        raise ReadError(_DAMAGED) from None


def _content(file: IO[bytes]) -> Content:
    import docx
    from docx.table import Table

    document = docx.Document(file)
    parts: list[str] = []
    for item in document.iter_inner_content():
        parts += _rows(item) if isinstance(item, Table) else _paragraph(item)
    title = document.core_properties.title or ""
    return Content("\n\n".join(part for part in parts if part), meta={"title": title} if title else {})


def _rows(table: "Table") -> Iterator[str]:
    """The rows of a table; cells that are merged are told once."""
    for row in table.rows:
        yield " ".join(dict.fromkeys(cell.text.strip() for cell in row.cells))


def _paragraph(paragraph: "Paragraph") -> Iterator[str]:
    """A paragraph's own text, then that of the text boxes anchored in it."""
    yield paragraph.text.strip()
    for box in paragraph._p.iter(f"{_WORD}txbxContent"):
        if not any(parent.tag == f"{_COMPATIBILITY}Fallback" for parent in box.iterancestors()):
            yield from (_text(line) for line in box.iter(f"{_WORD}p"))


def _text(line: Any) -> str:
    return "".join(run.text or "" for run in line.iter(f"{_WORD}t")).strip()
