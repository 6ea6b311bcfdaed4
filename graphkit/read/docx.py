"""Word documents: paragraphs and tables in their order."""

import io
import zipfile
from collections.abc import Iterator

from graphkit.errors import ReadError
from graphkit.read.content import Content


def read_docx(data: bytes) -> Iterator[Content]:
    """The text of a .docx file, paragraphs parted by empty lines, a table row's cells by spaces."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from docx.table import Table

    try:
        document = docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError):
        raise ReadError("not a Word document (.docx), or a damaged one") from None
    parts: list[str] = []
    for item in document.iter_inner_content():
        if isinstance(item, Table):
            parts += [" ".join(dict.fromkeys(cell.text.strip() for cell in row.cells)) for row in item.rows]
        else:
            parts.append(item.text.strip())
    title = document.core_properties.title or ""
    yield Content("\n\n".join(part for part in parts if part), meta={"title": title} if title else {})
