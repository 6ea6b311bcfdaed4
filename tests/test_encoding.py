import codecs

import pytest

from graphkit.encoding import decode

TEXT = "陕西省总工会筹集资金1100万元,慰问困难职工。\n" * 3
TRADITIONAL = "陝西省總工會籌集資金，慰問困難職工，這是工會的關懷。" * 3


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_without_a_mark(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == (TEXT, encoding, 0)


def test_big5() -> None:
    assert decode(TRADITIONAL.encode("big5")) == (TRADITIONAL, "big5", 0)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_with_a_mark(mark: bytes, encoding: str) -> None:
    assert decode(mark + TEXT.encode(encoding)) == (TEXT, encoding, 0)


def test_a_gb18030_mark() -> None:
    assert decode(b"\x84\x31\x95\x33" + TEXT.encode("gb18030")).text == TEXT


def test_ascii_is_utf_8() -> None:
    assert decode(b"plain") == ("plain", "utf-8", 0)


def test_damaged_places_are_counted() -> None:
    data = TEXT.encode("utf-8")
    found = decode(data[:30] + b"\xff\xfe" + data[30:])
    assert found.encoding == "utf-8"
    assert found.damaged == 2
    assert found.text.replace("\ufffd", "") == TEXT


def test_a_truncated_character_is_one_damaged_place() -> None:
    found = decode(TEXT.encode("utf-8")[:-3])
    assert (found.encoding, found.damaged) == ("utf-8", 1)


def test_empty() -> None:
    assert decode(b"") == ("", "utf-8", 0)
