"""PDF pages, read by coordinates: columns in reading order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from statistics import median
from typing import IO, Any

from graphkit.errors import ReadError
from graphkit.read.content import Content
from graphkit.text import without_radicals

_PROTECTED = "a PDF that is protected by a password"
_DAMAGED = "a damaged PDF"
INDENT = "\u3000\u3000"


@dataclass(frozen=True, slots=True)
class Box:
    """A run of characters on a page; y grows downwards."""

    x0: float
    x1: float
    y0: float
    y1: float
    text: str


def read_pdf(file: IO[bytes]) -> Iterator[Content]:
    """The text layer of a PDF file: lines in reading order, blocks parted by empty lines."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        with pdfplumber.open(BytesIO(file.read())) as document:
            pages = [page_text(_words(page)) for page in document.pages]
            title = str((document.metadata or {}).get("Title") or "")
    except PDFPasswordIncorrect:
        raise ReadError(_PROTECTED) from None
    except PdfminerException as error:
        protected = any(isinstance(reason, PDFPasswordIncorrect) for reason in error.args)
        raise ReadError(_PROTECTED if protected else _DAMAGED) from None
    except MemoryError:
        raise
    except Exception:  # the library lets through whatever a damaged file makes go wrong in it
        raise ReadError(_DAMAGED) from None
    if not any(page.strip() for page in pages):
        raise ReadError("a scanned PDF without a text layer; run OCR over it first (ocrmypdf -l chi_sim, for example)")
    text = without_radicals("\n\n".join(page for page in pages if page.strip()))
    yield Content(text, meta={"title": title} if title else {})


def _words(page: Any) -> list[Box]:
    """The words of a page. Of its characters only the places are worked out, and nothing of its pictures and rules: half the time."""
    from pdfminer.converter import PDFPageAggregator
    from pdfminer.pdfinterp import PDFPageInterpreter
    from pdfplumber.utils.text import extract_words

    class Device(PDFPageAggregator):
        def render_image(self, *_: Any) -> None: ...
        def paint_path(self, *_: Any) -> None: ...

    device = Device(page.pdf.rsrcmgr, pageno=page.page_number)
    PDFPageInterpreter(page.pdf.rsrcmgr, device).process_page(page.page_obj)
    return [_box(word) for word in extract_words([_character(item) for item in _characters(device.get_result())], x_tolerance=2)]


def _characters(container: Iterable[Any]) -> Iterator[Any]:
    """The characters of a page, those in its figures too."""
    from pdfminer.layout import LTChar, LTContainer

    for item in container:
        if isinstance(item, LTChar):
            yield item
        elif isinstance(item, LTContainer):
            yield from _characters(item)


def _character(item: Any) -> dict[str, object]:
    """A character as pdfplumber puts words together from; y grows downwards."""
    place = {"x0": item.x0, "x1": item.x1, "top": -item.y1, "bottom": -item.y0, "doctop": -item.y1}
    return {"text": item.get_text(), "upright": item.upright, **place}


def _box(word: dict[str, object]) -> Box:
    x0, x1, top, bottom = (float(str(word[key])) for key in ("x0", "x1", "top", "bottom"))
    return Box(x0, x1, top, bottom, str(word["text"]))


def page_text(boxes: Sequence[Box]) -> str:
    """The text of a page from its boxes: a recursive XY cut (Nagy and Seth 1984), columns before paragraphs."""
    if not boxes:
        return ""
    height = median(box.y1 - box.y0 for box in boxes)
    return "\n\n".join(_lines(block, height) for block in _blocks(list(boxes), height))


def _blocks(boxes: list[Box], height: float) -> Iterator[list[Box]]:
    """The boxes parted at the gutters between columns, else at the gaps between paragraphs, in reading order."""
    for axis, least in (("x", height * 0.8), ("y", height * 0.9)):
        parts = _cut(boxes, axis, least)
        if len(parts) > 1:
            for part in parts:
                yield from _blocks(part, height)
            return
    yield boxes


def _cut(boxes: list[Box], axis: str, least: float) -> list[list[Box]]:
    """The boxes parted wherever a stripe at least so wide crosses none of them."""
    ends = [((box.x0, box.x1) if axis == "x" else (box.y0, box.y1), box) for box in boxes]
    ends.sort(key=lambda item: item[0])
    parts: list[list[Box]] = []
    reach = float("-inf")
    for (start, end), box in ends:
        if start - reach >= least:
            parts.append([])
        parts[-1].append(box)
        reach = max(reach, end)
    return parts


def _lines(boxes: list[Box], height: float) -> str:
    """The lines of a block. One that is indented by a character or more keeps that as two spaces of Chinese width: a new paragraph."""
    lines: list[list[Box]] = []
    for box in sorted(boxes, key=lambda box: (box.y0 + box.y1, box.x0)):
        if lines and abs(box.y0 + box.y1 - lines[-1][-1].y0 - lines[-1][-1].y1) < height:
            lines[-1].append(box)
        else:
            lines.append([box])
    left = median(min(box.x0 for box in line) for line in lines)
    return "\n".join(_line(sorted(line, key=lambda box: box.x0), left + height) for line in lines)


def _line(boxes: list[Box], indented: float) -> str:
    return (INDENT if boxes[0].x0 >= indented else "") + "".join(box.text for box in boxes)
