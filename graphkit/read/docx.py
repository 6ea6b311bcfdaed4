"""Word documents: paragraphs, tables and text boxes in their order."""

from collections.abc import Iterator, Sequence
from typing import IO, Any
from zipfile import ZipFile

from graphkit.errors import ReadError
from graphkit.read.archive import checked
from graphkit.read.content import Content

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"  # the same in documents saved as Strict Open XML
_PROPERTIES, _TITLE = "docProps/core.xml", "{http://purl.org/dc/elements/1.1/}title"
_PARAGRAPH, _TABLE, _ROW, _CELL, _TEXT, _BOX = (f"{_WORD}{name}" for name in ("p", "tbl", "tr", "tc", "t", "txbxContent"))
_SPACES = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}
_WRAPPERS = {f"{_WORD}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")}
# What holds no text of its own: formats, what was struck out, the reading above a character, the second copy for older programs
_UNREAD = {f"{_WORD}{name}" for name in ("pPr", "rPr", "del", "moveFrom", "rt")} | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
_VALUE = f"{_WORD}val"
LONG_CELL, MOST_LINES = 200, 2  # characters and lines that a cell of a table of figures does not exceed
_DAMAGED = "not a Word document (.docx), or a damaged one"
OLD_WORD = b"\xd0\xcf\x11\xe0"  # how a .doc begins, and a .docx with a password


def read_docx(file: IO[bytes]) -> Iterator[Content]:
    """The text of a .docx file, paragraphs parted by empty lines, a table row's cells by spaces."""
    if file.read(4) == OLD_WORD:
        raise ReadError("an old Word document, or one with a password; save it as .docx without one")
    file.seek(0)
    with checked(file, _DAMAGED) as package:
        try:
            body = _xml(package, _main_part(package)).find(f"{_WORD}body")
            title = _title(package)
            text = "\n\n".join(_blocks(body))
        except MemoryError:
            raise
        except Exception:  # zipfile and lxml let through whatever a damaged file makes go wrong in them
            raise ReadError(_DAMAGED) from None
    yield Content(text, meta={"title": title} if title else {})


def _main_part(package: ZipFile) -> str:
    """The name of the part that holds the text; almost always word/document.xml."""
    relations = _xml(package, "_rels/.rels")
    targets = (relation.get("Target", "") for relation in relations if relation.get("Type", "").endswith("/officeDocument"))
    return next(targets, "word/document.xml").lstrip("/")


def _title(package: ZipFile) -> str:
    """The title that the document's properties tell, if they do."""
    return _xml(package, _PROPERTIES).findtext(_TITLE, "").strip() if _PROPERTIES in package.namelist() else ""


def _xml(package: ZipFile, name: str) -> Any:
    """A part's tree. No entity is replaced and nothing fetched; office programs write no document type, so one is refused."""
    from lxml import etree

    data = package.read(name).replace(_STRICT, _WORD[1:-1].encode())
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    if root.getroottree().docinfo.internalDTD is not None:
        raise ReadError(_DAMAGED)
    return root


def _blocks(parent: Any) -> Iterator[str]:
    """The paragraphs, boxes and table rows of a body, a cell or a box, those inside content controls too."""
    for element in parent:
        if element.tag == _PARAGRAPH:
            yield from _paragraph(element)
        elif element.tag == _TABLE:
            yield from _rows(element)
        elif element.tag in _WRAPPERS:
            yield from _blocks(element)


def _paragraph(element: Any) -> Iterator[str]:
    """A paragraph's own text, then that of the text boxes anchored in it."""
    boxes: list[Any] = []
    text = "".join(_runs(element, boxes)).strip()
    if text:
        yield text
    for box in boxes:
        yield from _blocks(box)


def _runs(parent: Any, boxes: list[Any]) -> Iterator[str]:
    """The characters below an element, whatever wraps the runs (links, smart tags, insertions); boxes are put aside."""
    for element in parent:
        if element.tag == _TEXT:
            yield element.text or ""
        elif element.tag in _SPACES:
            yield _SPACES[element.tag]
        elif element.tag == _BOX:
            boxes.append(element)
        elif element.tag not in _UNREAD:
            yield from _runs(element, boxes)


def _rows(table: Any) -> Iterator[str]:
    """The rows of a table, each a line of its cells; a row that only frames text gives the paragraphs in it."""
    above: dict[int, list[str]] = {}
    for row in _inside(table, _ROW):
        cells = list(_cells(row, above))
        if any(map(_is_frame, cells)):
            yield from (line for cell in cells for line in cell)
        elif any(cells):
            yield " ".join(line for cell in cells for line in cell)


def _cells(row: Any, above: dict[int, list[str]]) -> Iterator[list[str]]:
    """The lines of each cell of a row; a cell that is merged with the one above it says what that one says.

    `above` holds by column what the cells before have said, and is kept up.
    """
    column = 0
    for cell in _inside(row, _CELL):
        merged, span = (cell.find(f"{_WORD}tcPr/{_WORD}{name}") for name in ("vMerge", "gridSpan"))
        goes_on = merged is not None and merged.get(_VALUE, "continue") == "continue"
        if not goes_on:
            above[column] = list(_blocks(cell))
        lines = above.get(column, [])
        yield [] if goes_on and _is_frame(lines) else lines
        width = span.get(_VALUE, "") if span is not None else ""
        column += int(width) if width.isdecimal() else 1


def _inside(parent: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, those inside content controls too."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in _WRAPPERS:
            yield from _inside(element, tag)


def _is_frame(cell: Sequence[str]) -> bool:
    """Whether a cell holds running text, as where a table lays out a page."""
    return len(cell) > MOST_LINES or sum(map(len, cell)) > LONG_CELL
