import codecs
from pathlib import Path

import pytest

from graphkit.encoding import decode
from graphkit.prepare import pages
from graphkit.read import inputs
from graphkit.read.find import Input
from graphkit.records import Article, Skipped, SourceText
from graphkit.text import normalise

TEXT = "陕西省总工会筹集资金1100万元,慰问困难职工。\n" * 3
TRADITIONAL = "陝西省總工會籌集資金，慰問困難職工，這是工會的關懷。" * 3
PAGE = "省总送清凉\n\n本报讯(记者 王力)7月3日,陕西省总工会筹集资金1100万元,慰问困难职工一千二百名。\n"
TRADITIONAL_PAGE = "省總送清涼\n\n本報訊（記者 於鳳婷）7月3日，陝西省總工會籌集資金，慰問困難職工，這是工會的關懷。\n"
MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "gb18030": "\ufeff".encode("gb18030"),
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


def read(data: bytes, folder: Path, name: str = "a.txt") -> tuple[SourceText, Article]:
    """What the first two stages make of a file of one article."""
    (folder / name).write_bytes(data)
    (source,) = inputs([folder / name])
    assert isinstance(source, Input)
    (found,) = pages(source)
    assert not isinstance(found, Skipped)
    text, (article,) = found
    return text, article


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_without_a_mark(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == (TEXT, encoding, 0)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be"])
def test_traditional_text_without_a_mark(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding)) == (TRADITIONAL, encoding, 0)


@pytest.mark.parametrize("encoding", MARKS)
def test_with_a_mark(encoding: str) -> None:
    assert decode(MARKS[encoding] + TEXT.encode(encoding)) == (TEXT, encoding, 0)


@pytest.mark.parametrize("ending", ["txt", "md", "jsonl", "html"])
@pytest.mark.parametrize("marked", [False, True], ids=["plain", "marked"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_a_file_of_each_format_gives_the_same_article(encoding: str, marked: bool, ending: str, tmp_path: Path) -> None:
    wrapped = {
        "txt": PAGE,
        "md": PAGE,
        "jsonl": '{"text": "' + PAGE.replace("\n", "\\n") + '"}\n',
        "html": f"<html><body><h1>{PAGE.splitlines()[0]}</h1><p>{PAGE.splitlines()[2]}</p></body></html>",
    }[ending]
    source, article = read((MARKS[encoding] if marked else b"") + wrapped.encode(encoding), tmp_path, f"a.{ending}")
    assert (source.encoding, source.damaged) == (encoding, 0)
    assert (article.title, article.byline) == ("省总送清凉", "王力")
    assert article.text.endswith("慰问困难职工一千二百名。")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be"])
def test_traditional_characters_are_kept_and_read_as_simplified_ones(encoding: str, tmp_path: Path) -> None:
    source, article = read(TRADITIONAL_PAGE.encode(encoding), tmp_path)
    assert (source.encoding, source.damaged, source.text) == (encoding, 0, TRADITIONAL_PAGE)
    assert (article.title, article.byline) == ("省總送清涼", "於鳳婷")
    start = article.text.index("陝西省總工會")
    first, last = article.source_span(start, start + 6)
    assert source.text[first:last] == "陝西省總工會"
    assert normalise(article.text)[start : start + 6] == "陕西省总工会"


@pytest.mark.parametrize("text", ["plain ASCII\n", "<p>一</p>\n" * 9, '{"id": 1}\n'])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_of_latin_letters_without_a_mark(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding, 0)


def test_a_stray_zero_leaves_utf_8_alone() -> None:
    text = "陕西省总工会\0慰问困难职工。"
    assert decode(text.encode()) == (text, "utf-8", 0)


def test_ascii_is_utf_8() -> None:
    assert decode(b"plain") == ("plain", "utf-8", 0)


@pytest.mark.parametrize(("encoding", "damage"), [("utf-8", b"\xff\xfe"), ("gb18030", b"\xff\xff"), ("big5", b"\xff\xff")])
def test_damaged_places_are_counted(encoding: str, damage: bytes) -> None:
    text = TRADITIONAL if encoding == "big5" else TEXT
    at = len(text[:10].encode(encoding))
    data = text.encode(encoding)
    found = decode(data[:at] + damage + data[at:])
    assert (found.encoding, found.damaged) == (encoding, 2)
    assert found.text.replace("\ufffd", "") == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_half_a_character_at_the_end_of_utf_16_is_one_damaged_place(encoding: str) -> None:
    found = decode(MARKS[encoding] + TEXT.encode(encoding)[:-1])
    assert found == (TEXT[:-1] + "\ufffd", encoding, 1)


def test_lines_in_two_encodings_are_read_by_the_commoner_one_and_the_others_counted(tmp_path: Path) -> None:
    source, article = read(PAGE.encode() + "责编:张三\n".encode("gb18030"), tmp_path)
    assert source.encoding == "utf-8"
    assert source.damaged == source.text.count("\ufffd") > 0
    assert article.title == "省总送清凉"
    assert "慰问困难职工一千二百名。" in article.text


def test_a_truncated_character_is_one_damaged_place() -> None:
    found = decode(TEXT.encode("utf-8")[:-3])
    assert (found.encoding, found.damaged) == ("utf-8", 1)


def test_empty() -> None:
    assert decode(b"") == ("", "utf-8", 0)
