"""PDF files made by hand: Chinese text set at coordinates with a font that is named and not embedded."""

from collections.abc import Sequence

SIZE = 10.0
LEADING = 14.0
WIDTH, HEIGHT = 595.0, 842.0
_FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> "
    "/DW 1000 /FontDescriptor 5 0 R >>",
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 "
    "/CapHeight 880 /StemV 93 >>",
)
Placed = tuple[float, float, str]


def pdf(objects: Sequence[str], trailer: str = "/Root 1 0 R", encoding: str = "utf-8") -> bytes:
    """A PDF of hand-written objects."""
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode(encoding)
    table = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode() + b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    return data + f"trailer\n<< /Size {len(objects) + 1} {trailer} >>\nstartxref\n{table}\n%%EOF\n".encode()


def placed(pages: Sequence[Sequence[Placed]], *, apart: bool = False) -> bytes:
    """A PDF whose pages hold lines of text at (left, top) in points from the upper left corner.

    `apart` places every character by itself and rules a frame round each line, as programs for newspaper layout do.
    """
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>", *_FONT]
    for number, lines in enumerate(pages):
        show = "\n".join(f"BT /F1 {SIZE} Tf 1 0 0 1 {left} {HEIGHT - top - SIZE} Tm {_shown(text, apart)} ET" for left, top, text in lines)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Resources << /Font << /F1 3 0 R >> >> /Contents {7 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(show)} >>\nstream\n{show}\nendstream")
    return pdf(objects)


def _shown(text: str, apart: bool) -> str:
    if not apart:
        return f"<{text.encode('utf-16-be').hex()}> Tj"
    frame = f"q 0.5 w 0 0 {len(text) * SIZE} {SIZE} re S Q"
    return "[" + " 1 ".join(f"<{character.encode('utf-16-be').hex()}>" for character in text) + f"] TJ {frame}"


def columns(paragraphs: Sequence[str], *, width: int = 24, rows: int = 50, count: int = 2, apart: bool = False) -> bytes:
    """A PDF of paragraphs in columns of so many characters and rows, the first line of each indented by two characters."""
    lines = [line for paragraph in paragraphs for line in _wrapped(paragraph, width)]
    pages: list[list[Placed]] = []
    for number, (indent, text) in enumerate(lines):
        column, row = divmod(number, rows)
        if column % count == 0 and row == 0:
            pages.append([])
        pages[-1].append((40 + (column % count) * (width + 2) * SIZE + indent * SIZE, 40 + row * LEADING, text))
    return placed(pages, apart=apart)


def _wrapped(paragraph: str, width: int) -> list[tuple[int, str]]:
    first, rest = paragraph[: width - 2], paragraph[width - 2 :]
    return [(2, first), *((0, rest[start : start + width]) for start in range(0, len(rest), width))]
