"""Changes that keep the container sound: what lies inside a Word document, an archive or a PDF is changed, and packed again.

A mutator takes bytes and a seed and gives bytes; `mutate` is the fuzzer's own mutation of bytes (atheris.Mutate). One time in
eight the whole file is left to that, so that the container is tried too.
"""

import io
import json
import random
import re
import zipfile
import zlib
from collections.abc import Callable

from lxml import etree

from tests.docs import WORD
from tests.pdfs import pdf

Mutate = Callable[[bytes, int], bytes]
Inside = Callable[[bytes, random.Random, Mutate], bytes]
LONGEST = 4096  # bytes of a piece after mutation
PLAIN = 0.125  # how often a file is changed as bytes

_WORDS = (
    "p",
    "r",
    "t",
    "tbl",
    "tr",
    "tc",
    "tcPr",
    "gridSpan",
    "vMerge",
    "sdt",
    "sdtContent",
    "ins",
    "del",
    "txbxContent",
    "tab",
    "ruby",
    "rt",
)
_ENDINGS = (".txt", ".md", ".html", ".docx", ".pdf", ".jsonl", ".zip", ".doc", "", "/")
_NAMES = ("a", "../a", "/a", "..\\a", "报纸", "__MACOSX/a", ".a", "a/" * 40 + "a", "\u202ea", "a\x00b", "a.txt/b")
_OBJECT = re.compile(rb"\d+ 0 obj\n(.*?)\nendobj", re.DOTALL)
_STREAM = re.compile(rb"\nstream\n(.*)\nendstream", re.DOTALL)
_TOKEN = re.compile(rb"/?[\w.-]+|<[0-9a-f]+>")
_TOKENS = b"0 -1 1e9 0.001 99999999999 /F1 /Type /Page /Pages /Kids /Parent /Contents /Font /Filter /FlateDecode /Rotate 90 2 3 5 6 7 R null true [ ] << >>"


def mutator(inside: Inside, mutate: Mutate) -> Callable[[bytes, int, int], bytes]:
    """The mutator of a kind of file, as atheris calls it."""

    def changed(data: bytes, most: int, seed: int) -> bytes:
        chance = random.Random(seed)
        if chance.random() < PLAIN:
            return mutate(data, most)
        try:
            return inside(data, chance, mutate)[:most]
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError, RuntimeError, KeyError, zlib.error):
            return mutate(data, most)

    return changed


def packed(files: list[tuple[str, bytes]], chance: random.Random) -> bytes:
    """An archive of files; names may come twice."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", chance.choice([zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])) as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=archive.compression)
    return data.getvalue()


def unpacked(data: bytes) -> list[tuple[str, bytes]]:
    """The files of an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(info.filename, archive.read(info)) for info in archive.infolist()]


def in_docx(data: bytes, chance: random.Random, mutate: Mutate) -> bytes:
    """A Word document with changes in the tree of one part, mostly the one that holds the text."""
    files = unpacked(data)
    known = [number for number, (name, _) in enumerate(files) if name.endswith("document.xml")]
    number = chance.choice(known) if known and chance.random() < 0.93 else chance.randrange(len(files))
    name, content = files[number]
    files[number] = name, in_xml(content, chance, mutate) if chance.random() < 0.97 else mutate(content, LONGEST)
    return packed(files, chance)


def in_xml(data: bytes, chance: random.Random, mutate: Mutate) -> bytes:
    """A document with elements taken away, doubled, moved, renamed or filled."""
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return mutate(data, LONGEST)
    body = root.find(f"{{{WORD}}}body")
    whole = root if body is None or not len(body) or chance.random() < 0.03 else body
    for _ in range(chance.randint(1, 3)):
        inner = list(whole.iterdescendants(etree.Element))
        if inner:
            _change(chance.choice(inner), whole, chance, mutate)
    return etree.tostring(root)


def _change(element: etree._Element, root: etree._Element, chance: random.Random, mutate: Mutate) -> None:
    """One change of an element."""
    parent = element.getparent()
    kind = chance.choice(["text", "rename", "wrap", "attribute", "double", "move", "remove"])
    if kind == "text":
        element.text = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd]", "", mutate((element.text or "").encode(), 200).decode("utf-8", "ignore"))
    elif kind == "rename":
        element.tag = f"{{{WORD}}}{chance.choice(_WORDS)}"
    elif kind == "wrap":
        inner = etree.SubElement(element, f"{{{WORD}}}{chance.choice(_WORDS)}")
        inner.extend(list(element)[:-1])
    elif kind == "attribute":
        element.set(f"{{{WORD}}}val", chance.choice(["restart", "continue", "2", "0", "-1", "99999999", "x", ""]))
    elif parent is not None and kind == "double":
        parent.insert(chance.randint(0, len(parent)), etree.fromstring(etree.tostring(element)))
    elif parent is not None and kind == "move":
        others = [other for other in root.iter(etree.Element) if element not in {other, *other.iterancestors()}]
        chance.choice(others).append(element)
    elif parent is not None:
        parent.remove(element)


def in_zip(data: bytes, chance: random.Random, mutate: Mutate) -> bytes:
    """An archive with a member renamed, changed inside, doubled or taken away."""
    files = unpacked(data)
    number = chance.randrange(len(files))
    name, content = files[number]
    kind = chance.choice(["name", "content", "content", "content", "double", "remove", "nest"])
    if kind == "name":
        files[number] = chance.choice(_NAMES) + chance.choice(_ENDINGS), content
    elif kind == "content":
        inside = next((change for ending, change in INSIDE.items() if name.endswith(f".{ending}")), None)
        files[number] = name, mutator(inside, mutate)(content, 1 << 16, chance.getrandbits(32)) if inside else mutate(content, LONGEST)
    elif kind == "double":
        files.append((name, content))
    elif kind == "nest" and len(data) < 20_000:
        files.append(("in.zip", data))
    elif len(files) > 1:
        files.pop(number)
    return packed(files, chance)


def in_pdf(data: bytes, chance: random.Random, mutate: Mutate) -> bytes:
    """A PDF with a change inside an object or its stream, the table of objects and the lengths made right again."""
    objects = [match.group(1) for match in _OBJECT.finditer(data)]
    if not objects:
        raise ValueError("no objects")
    shown = [number for number, content in enumerate(objects) if _STREAM.search(content)]
    number = chance.choice(shown) if shown and chance.random() < 0.7 else chance.randrange(len(objects))
    stream = _STREAM.search(objects[number])
    if stream is None:
        objects[number] = _tokens(objects[number], chance, mutate)
    else:
        inside = _tokens(stream.group(1), chance, mutate) if chance.random() < 0.8 else mutate(stream.group(1), LONGEST)
        objects[number] = b"<< /Length %d >>\nstream\n%b\nendstream" % (len(inside), inside)
    return pdf([content.decode("latin-1") for content in objects], encoding="latin-1")


def _tokens(content: bytes, chance: random.Random, mutate: Mutate) -> bytes:
    """PDF syntax with one token put in another's place, doubled, taken away or changed."""
    places = list(_TOKEN.finditer(content))
    if not places:
        return mutate(content, LONGEST)
    match = chance.choice(places)
    other = chance.choice(
        [chance.choice(_TOKENS.split()), chance.choice(places).group(), b"", match.group() * 2, mutate(match.group(), 40)]
    )
    return content[: match.start()] + other + content[match.end() :]


def in_jsonl(data: bytes, chance: random.Random, mutate: Mutate) -> bytes:
    """Records with a value, or the name of a field, changed."""
    lines = data.decode("utf-8", "replace").splitlines() or ["{}"]
    number = chance.randrange(len(lines))
    record = json.loads(lines[number])
    if not isinstance(record, dict) or not record:
        raise ValueError("no record")
    field = chance.choice(list(record))
    text = mutate(str(record[field]).encode("utf-8", "replace"), LONGEST).decode("utf-8", "surrogateescape")
    if chance.random() < 0.2:
        record[chance.choice(["text", "title", "date", "正文", "日期", text])] = record.pop(field)
    else:
        record[field] = chance.choice([text, text, text, None, 7, -1.5, [text], {"text": text}, True])
    lines[number] = json.dumps(record, ensure_ascii=chance.random() < 0.5)
    if chance.random() < 0.2:
        lines.append(chance.choice(lines))
    return "\n".join(lines).encode("utf-8", "surrogateescape")


INSIDE: dict[str, Inside] = {"docx": in_docx, "pdf": in_pdf, "jsonl": in_jsonl, "zip": in_zip}
