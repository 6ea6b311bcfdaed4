"""Web pages: the article without navigation and footer (trafilatura), tables kept."""

from collections.abc import Iterator
from typing import IO, Any

from graphkit.encoding import decode
from graphkit.errors import ReadError
from graphkit.read.content import Content


def read_html(file: IO[bytes]) -> Iterator[Content]:
    """The main text of an HTML page, paragraphs parted by empty lines, the page's headline first."""
    source, encoding, damaged = decode(file.read())
    page = _extract(source, favor_precision=True) or _extract(source, favor_recall=True)
    if page is None or not (page.text or "").strip():
        raise ReadError("no article text in this page")
    fields = page.as_dict()
    title = (fields.get("title") or "").strip()
    lines = [cell for line in (page.text or "").splitlines() if (cell := _row(line))]
    if title and title not in lines[:3]:
        lines.insert(0, title)
    meta = {"title": title, "date": fields.get("date") or "", "paper": fields.get("sitename") or "", "url": fields.get("url") or ""}
    yield Content("\n\n".join(lines), encoding=encoding, damaged=damaged, meta={key: value for key, value in meta.items() if value})


def _extract(source: str, **preference: Any) -> Any:
    from trafilatura import bare_extraction

    return bare_extraction(source, include_comments=False, include_tables=True, with_metadata=True, **preference)


def _row(line: str) -> str:
    """A line of text; a row of a table with its cells parted by spaces; nothing for a table's rule."""
    line = line.strip()
    if not line.startswith("|"):
        return line
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    return "" if all(set(cell) <= set("-: ") for cell in cells) else " ".join(cell for cell in cells if cell)
