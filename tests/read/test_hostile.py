"""Hostile and broken input: each is one line and a count, within the limits, and the build goes on."""

import codecs
import io
import json
import os
import re
import resource
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from graphkit.prepare import prepared
from graphkit.records import Skipped
from graphkit.worker import LimitError, Limits, Worker
from tests.pdfs import columns, pdf

GOOD = "省总送清凉\n\n本报讯 7月3日,陕西省总工会开展“夏送清凉”活动。\n"
LIMITS = Limits(seconds=6, megabytes=700)


def document(text: str) -> bytes:
    data = io.BytesIO()
    made = docx.Document()
    made.add_paragraph(text)
    made.save(data)
    return data.getvalue()


def packed(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def docx_with(body: str) -> bytes:
    """A Word document whose main part is replaced."""
    with zipfile.ZipFile(io.BytesIO(document("正文"))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["word/document.xml"] = body.encode()
    return packed(files)


def entities() -> bytes:
    """A billion laughs in a Word document."""
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return docx_with(
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "lol">{lines}]><w:document xmlns:w='
        '"http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body></w:document>'
    )


LOOPING = pdf(
    [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>",
        "<< /Type /Pages /Kids [2 0 R] /Parent 3 0 R >>",
    ]
)
SELF_REFERRING = pdf(["<< /Type /Catalog /Pages 2 0 R >>", "2 0 R"])
SELF_DRAWING = pdf(
    [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R >>",
        "<< /Length 5 >>\nstream\n/X Do\nendstream",
        "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> /Length 5 >>\nstream\n/X Do\nendstream",
    ]
)
ENCRYPTED = pdf(
    [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [] /Count 0 >>",
        f"<< /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >>",
    ],
    f"/Root 1 0 R /Encrypt 3 0 R /ID [<{'43' * 16}> <{'43' * 16}>]",
)
SCANNED = pdf(
    [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] >>",
    ]
)


def pdf_bomb() -> bytes:
    """A page whose content is packed twice and unpacks to 300 MB of operands."""
    packed_twice = zlib.compress(zlib.compress(b"0 " * (150 << 20), 9), 9).hex()
    content = (
        f"<< /Length {len(packed_twice) + 1} /Filter [/ASCIIHexDecode /FlateDecode /FlateDecode] >>\nstream\n{packed_twice}>\nendstream"
    )
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>"
    return pdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, content])


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "bomb.docx": (lambda: packed({"word/document.xml": b" " * (300 << 20)}), "zip bomb"),
    "bomb.zip": (lambda: packed({"a.txt": b" " * (300 << 20)}), "zip bomb"),
    "bomb.pdf": (pdf_bomb, "needs more than 700 MB of memory|takes longer than 6 s"),
    "entities.docx": (entities, "not a Word document"),
    "deep.docx": (lambda: docx_with("<w:sdt>" * 100_000), "not a Word document"),
    "password.docx": (lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600, "with a password"),
    "truncated.docx": (lambda: document("正文")[:2000], "not a Word document"),
    "empty.zip": (lambda: b"PK\x05\x06" + b"\0" * 18, "an archive without a file in it"),
    "truncated.zip": (lambda: packed({"a.txt": GOOD.encode()})[:40], "damaged archive"),
    "inside.zip": (lambda: packed({"a.zip": packed({"b.txt": GOOD.encode()})}), "an archive in an archive"),
    "encrypted.pdf": (lambda: ENCRYPTED, "protected by a password"),
    "truncated.pdf": (lambda: columns([GOOD * 9])[:1500], "damaged PDF"),
    "looping.pdf": (lambda: LOOPING, "PDF"),
    "tables_in_a_circle.pdf": (lambda: LOOPING.replace(b"/Root", b"/Prev %d /Root" % LOOPING.index(b"xref")), "damaged PDF"),
    "referring_to_itself.pdf": (lambda: SELF_REFERRING, "takes longer than 6 s"),
    "drawing_itself.pdf": (lambda: SELF_DRAWING, "scanned PDF"),
    "scanned.pdf": (lambda: SCANNED, "scanned PDF"),
    "nested.html": (lambda: b"<html><body>" + b"<div><p>" * 12_500_000 + "字".encode(), "no article text"),
    "nested_as_large_as_is_parsed.html": (lambda: b"<html><body>" + b"<div><p>" * 2_300_000 + "字".encode(), "no article text"),
    "nested.jsonl": (lambda: b"[" * 50_000_000, "line 1 is not JSON"),
    "line.txt": (("工会" * 9_000_000).encode, "a line of 18,000,000 characters"),
    "line.md": (("工会" * 9_000_000).encode, "a line of 18,000,000 characters"),
    "line.jsonl": (lambda: b'{"text": "' + ("工会" * 9_000_000).encode() + b'"}', "a line of 18,000,000 characters"),
    "line.html": (lambda: b"<html><body><p>" + ("工会" * 9_000_000).encode(), "no article text"),
    "lines.txt": (lambda: "职工\n".encode() * 9_000_000, "needs more than 700 MB of memory|takes longer than 6 s"),
    "controls.txt": (lambda: bytes(range(32)) * 1_000_000, "a file of another kind"),
    "marks.txt": (lambda: "\u200f\u202e\ufeff\n".encode() * 1000, "empty"),
    "word.txt": (lambda: document("正文"), "a file of another kind"),
    "image.txt": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "a file of another kind"),
    "nothing.html": (lambda: b"<html><script>1</script></html>", "no article text"),
    "image.png": (lambda: b"\x89PNG", "run OCR"),
    "old.doc": (lambda: b"\xd0\xcf\x11\xe0", "save it as .docx"),
    "old.wps": (lambda: b"\xd0\xcf\x11\xe0", "save it as .docx in WPS"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(BAD))
def test_bad_input_is_one_line_and_the_rest_goes_on(name: str, tmp_path: Path) -> None:
    make, reason = BAD[name]
    (tmp_path / name).write_bytes(make())
    (tmp_path / "zz_good.txt").write_text(GOOD, encoding="utf-8")
    start = time.monotonic()
    found = list(prepared([tmp_path], LIMITS))
    assert time.monotonic() - start < LIMITS.seconds + 15
    assert [item[0].id for item in found if not isinstance(item, Skipped)] == ["zz_good"]
    (skipped,) = [item for item in found if isinstance(item, Skipped)]
    assert re.search(reason, skipped.reason)
    assert "\n" not in skipped.reason


@pytest.mark.slow
def test_memory_stays_within_the_limit(tmp_path: Path) -> None:
    (tmp_path / "bomb.pdf").write_bytes(pdf_bomb())
    (tmp_path / "lines.txt").write_bytes("职工\n".encode() * 9_000_000)
    assert len(list(prepared([tmp_path], LIMITS))) == 2
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    assert peak < LIMITS.megabytes + 300  # the idle process holds some 100 MB; other tests' children count too


def test_an_archive_goes_on_after_a_damaged_file(tmp_path: Path) -> None:
    data = bytearray(packed({"a.txt": GOOD.encode(), "b.txt": GOOD.encode(), "c.txt": GOOD.encode()}, zipfile.ZIP_STORED))
    first, second = (data.index(f"{name}.txt".encode(), data.index(b"PK\x01\x02")) - 4 for name in "ab")
    data[first : first + 4] = (2**32 - 2).to_bytes(4, "little")  # where it is said to begin
    data[data.index(GOOD.encode(), data.index(b"b.txt"))] ^= 1
    (tmp_path / "z.zip").write_bytes(data)
    found = list(prepared([tmp_path], LIMITS))
    assert second > first
    assert [item for item in found if isinstance(item, Skipped)] == [Skipped("z.zip/a.txt", "damaged"), Skipped("z.zip/b.txt", "damaged")]
    assert [item[0].id for item in found if not isinstance(item, Skipped)] == ["z/c"]


def test_libraries_say_nothing_of_bad_input(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.pdf").write_bytes(columns([GOOD]).replace(b" Tj ET", b" Tj /Filter Tj ET"))
    (tmp_path / "b.html").write_text("<p></p>")
    assert len(list(prepared([tmp_path], LIMITS))) == 2
    assert capfd.readouterr() == ("", "")


def test_special_files_and_circles_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    (tmp_path / "device.txt").symlink_to("/dev/zero")
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    found = list(prepared([tmp_path], LIMITS))
    assert [item[0].id for item in found if not isinstance(item, Skipped)] == ["good"]
    assert {item.path for item in found if isinstance(item, Skipped)} >= {"pipe.txt", "loop.txt", "device.txt"}


def test_names_with_path_parts_stay_names(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(packed({"../../etc/x.txt": GOOD.encode(), "/abs.txt": GOOD.encode(), "..\\w.txt": GOOD.encode()}))
    found = list(prepared([tmp_path], LIMITS))
    assert {item[0].id for item in found if not isinstance(item, Skipped)} == {"a/etc/x", "a/abs", "a/w"}
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def test_a_zip_keeps_chinese_names_of_windows(tmp_path: Path) -> None:
    data = packed({"placeholder.txt": GOOD.encode()}).replace(b"placeholder", "报纸页a".encode("gb18030").ljust(11, b"b"))
    (tmp_path / "w.zip").write_bytes(data)
    (item,) = prepared([tmp_path], LIMITS)
    assert not isinstance(item, Skipped)
    assert item[0].id == "w/报纸页abbbb"


def test_invisible_characters_do_not_part_a_name(tmp_path: Path) -> None:
    text = "省总送清凉\n\n本报讯 \u200f7月3日,陕西省\u200b总\x0b工\x00会开展活动,覆盖职工。\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8", newline="")
    ((source, articles),) = [item for item in prepared([tmp_path], LIMITS) if not isinstance(item, Skipped)]
    whole = articles[0].text
    start = whole.index("陕西省总")
    first, last = articles[0].source_span(start, start + 4)
    assert source.text[first:last] == "陕西省\u200b总"


def test_lone_surrogates_are_counted_and_harm_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "\ud800" + GOOD}) + "\n", encoding="utf-8")
    (item,) = prepared([tmp_path], LIMITS)
    assert not isinstance(item, Skipped)
    assert item[0].damaged == 1
    item[0].text.encode("utf-8")


@pytest.mark.parametrize(
    ("data", "damaged"),
    [
        (GOOD.encode() + b"\xed\xa0\x80", 3),
        (codecs.BOM_UTF16_LE + GOOD.encode("utf-16-le") + b"\x00\xd8\x41\x00", 1),
        (codecs.BOM_UTF16_BE + GOOD.encode("utf-16-be") + b"\xdc\x00", 1),
    ],
    ids=["utf-8", "utf-16-le", "utf-16-be"],
)
def test_lone_surrogates_in_the_bytes_are_counted(data: bytes, damaged: int, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    ((source, articles),) = [item for item in prepared([tmp_path], LIMITS) if not isinstance(item, Skipped)]
    assert source.damaged == damaged
    assert source.text.startswith(GOOD)
    assert articles[0].title == "省总送清凉"


def sleepy(seconds: float) -> object:
    yield "first"
    time.sleep(seconds)


def greedy(megabytes: int) -> object:
    yield len(bytearray(megabytes << 20))


def dying() -> object:
    yield os._exit(3)


def test_a_worker_is_stopped_and_replaced() -> None:
    with Worker(sleepy, Limits(seconds=1.5)) as worker:  # type: ignore[arg-type]
        results = worker.run(60)
        assert next(results) == "first"
        with pytest.raises(LimitError, match=r"takes longer than 1.5 s"):
            next(results)
        assert list(worker.run(0)) == ["first"]


def test_a_worker_that_eats_memory_or_dies_is_told() -> None:
    with Worker(greedy, Limits(seconds=20, megabytes=200)) as worker:  # type: ignore[arg-type]
        with pytest.raises(LimitError, match="more than 200 MB"):
            list(worker.run(400))
        assert list(worker.run(10)) == [10 << 20]
    with Worker(dying, Limits(seconds=20)) as worker, pytest.raises(LimitError, match="broke down"):  # type: ignore[arg-type]
        list(worker.run())
