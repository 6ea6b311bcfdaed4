"""Word documents as people write them: styled runs, tables, tables in tables, text boxes."""

import io
import zipfile
from collections.abc import Sequence

import docx
from docx.oxml import parse_xml
from docx.shared import Pt, RGBColor

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = (
    f'xmlns:w="{WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
)
_BOX = (
    "<w:r {names}><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
Rows = Sequence[Sequence[str]]


def styled(title: str, paragraphs: Sequence[str], *, rows: Rows = (), boxes: Sequence[str] = (), run: int = 18) -> bytes:
    """A document whose paragraphs are runs of `run` characters with fonts and colours; a table, and boxes at the first paragraphs."""
    document = docx.Document()
    document.add_heading(title, 1)
    for number, paragraph in enumerate(paragraphs):
        made = document.add_paragraph()
        for at in range(0, len(paragraph), run):
            piece = made.add_run(paragraph[at : at + run])
            piece.font.name, piece.font.size, piece.font.color.rgb = "仿宋_GB2312", Pt(16), RGBColor(0x33, 0x33, at % 255)
            piece.bold = at % (2 * run) == 0
        if number < len(boxes):
            made._p.append(parse_xml(_box(boxes[number])))
    if rows:
        table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
        for line, row in zip(table.rows, rows, strict=True):
            for cell, text in zip(line.cells, row, strict=True):
                cell.text = text
    return saved(document)


def _box(text: str) -> str:
    inside = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    return _BOX.format(names=_NAMES, inside=inside)


def with_body(xml: str, *, word: str = WORD) -> bytes:
    """A document whose body is the given XML (prefix w for Word's own elements)."""
    document = f'<?xml version="1.0"?><w:document xmlns:w="{word}"><w:body>{xml}</w:body></w:document>'
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(docx.Document()))) as old, zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, document if name == "word/document.xml" else old.read(name))
    return data.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a document without what only tells how it looks."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = ("[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml")
        return {name: package.read(name) for name in names}


def saved(document: "docx.document.Document") -> bytes:
    """The bytes of a document."""
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()
