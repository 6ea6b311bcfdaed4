"""Web pages: the article without navigation and footer (trafilatura), tables kept."""

import copy
import re
from collections.abc import Iterator, Sequence
from typing import IO, Any

from graphkit.encoding import decode
from graphkit.errors import ReadError
from graphkit.read.content import Content

LONG_CELL = 200  # characters that a cell of a table of figures does not hold
LINKED = 0.6  # the share of its text that a list of links has in them
_LINKS = (
    "(//ul | //ol | //dl | //table | //div | //nav)[count(.//a) > 4]"
    "[not(.//text()[not(ancestor::a)][string-length(normalize-space()) > 20])]"
)
_SITE = re.compile(r"(\s*[-_|｜—–]+\s*)")
_SITE_NAME = re.compile("(?:工会|联合会|网|网站|报|政府|在线|新闻|频道|门户|首页)$")


def read_html(file: IO[bytes]) -> Iterator[Content]:
    """The main text of an HTML page, paragraphs parted by empty lines, the page's headline first."""
    from trafilatura import load_html

    source, encoding, damaged = decode(file.read())
    page = load_html(source)
    if page is not None:
        _lighten(page)
        _unframe(page)
    main = _extract(page, favor_precision=True) or _extract(page, favor_recall=True)
    if main is None or not (main.text or "").strip():
        raise ReadError("no article text in this page")
    fields = main.as_dict()
    lines = [cell for line in (main.text or "").splitlines() if (cell := _row(line))]
    title = _headline(fields.get("title") or "", lines)
    if title and title not in lines:
        lines.insert(0, title)
    meta = {"title": title, "date": fields.get("date") or "", "paper": fields.get("sitename") or "", "url": fields.get("url") or ""}
    yield Content("\n\n".join(lines), encoding=encoding, damaged=damaged, meta={key: value for key, value in meta.items() if value})


def _extract(page: Any, **preference: Any) -> Any:
    from trafilatura import bare_extraction

    return bare_extraction(copy.copy(page), include_comments=False, include_tables=True, with_metadata=True, **preference)


def _lighten(page: Any) -> None:
    """Take away what is no text and, at a third of the cost of judging it later, the lists of links: menus, other news, friends.

    A list of links has nearly all its text in them; beside them stand dates and dots, but no sentence.
    """
    for part in page.xpath("//script[not(@type='application/ld+json')] | //style | //noscript | //comment()"):
        part.drop_tree()
    for part in page.xpath(_LINKS):
        linked = sum(map(_size, part.iter("a")))
        if linked >= LINKED * _size(part) and part.getparent() is not None:
            part.drop_tree()


def _size(part: Any) -> int:
    """The characters of an element's text, white space aside."""
    return sum(map(len, part.text_content().split()))


def _unframe(page: Any) -> None:
    """Turn tables that only lay out a page, as old sites do, into divisions: a cell of theirs holds whole paragraphs."""
    for table in page.xpath("//table"):
        cells = table.xpath("./tr/td | ./tbody/tr/td")
        if any(len(cell.text_content()) > LONG_CELL or len(cell.xpath(".//p")) > 2 for cell in cells):
            for part in (table, *table.xpath("./tbody | ./tr | ./tbody/tr"), *cells):
                part.tag = "div"


def _headline(title: str, lines: Sequence[str]) -> str:
    """A page's title without the name of the site behind it."""
    title = title.strip()
    parts = _SITE.split(title)
    known = next((part for part in ("".join(parts[:size]).strip() for size in range(1, len(parts), 2)) if part in lines), "")
    return known or (parts[0].strip() if len(parts) > 1 and _SITE_NAME.search(parts[-1]) else title)


def _row(line: str) -> str:
    """A line of text; a row of a table with its cells parted by spaces; nothing for a table's rule."""
    line = line.strip()
    if not line.startswith("|"):
        return line
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    return "" if all(set(cell) <= set("-: ") for cell in cells) else " ".join(cell for cell in cells if cell)
