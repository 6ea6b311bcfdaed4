import io
import json
import time
from pathlib import Path

import docx
import pytest

from graphkit.errors import ReadError
from graphkit.read import documents
from graphkit.read.docx import read_docx
from graphkit.read.html import read_html
from graphkit.read.jsonl import read_jsonl
from graphkit.read.pdf import Box, page_text, read_pdf
from graphkit.read.plain import read_markdown, read_text
from graphkit.records import Skipped, SourceText
from graphkit.segment import segment
from tests.pdfs import columns

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>市总送清凉 - 某市总工会</title></head><body>
<nav><a href="/">首页</a> <a href="/xw">新闻</a></nav><article><h1>市总送清凉</h1><p>7月3日，市总工会走进工地，为一线职工送去防暑用品，
价值二十万元。</p><p>市总工会主席说，今年还要走访三十家企业。</p><table><tr><th>项目</th><th>金额</th></tr><tr><td>夏送清凉</td><td>20万元</td></tr></table>
</article><footer>版权所有 联系电话 0910-0000000</footer></body></html>"""


def test_text_keeps_every_character() -> None:
    (content,) = read_text(io.BytesIO("第一行\r\n第二行".encode("gb18030")))
    assert (content.text, content.encoding) == ("第一行\r\n第二行", "gb18030")


def test_markdown_is_read_as_a_reader_sees_it() -> None:
    (content,) = read_markdown(io.BytesIO("# 标题\n\n正文**重点**和[链接](http://example.org)。\n\n- 一项\n- 两项\n".encode()))
    assert content.text == "标题\n\n正文重点和链接。\n\n一项\n\n两项"


def test_html_keeps_article_and_table_and_drops_navigation() -> None:
    (content,) = read_html(io.BytesIO(PAGE.encode()))
    assert content.text.startswith("市总送清凉")
    assert "夏送清凉 20万元" in content.text
    assert "首页" not in content.text
    assert content.meta["title"] == "市总送清凉"


def test_html_without_an_article_is_refused() -> None:
    with pytest.raises(ReadError, match="no article text"):
        list(read_html(io.BytesIO(b"<html><body></body></html>")))


def test_docx_keeps_paragraphs_and_tables_in_order() -> None:
    document = docx.Document()
    document.add_heading("工作报告", 1)
    document.add_paragraph("省总下拨资金。")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "送温暖", "1100万元"
    document.add_paragraph("完。")
    data = io.BytesIO()
    document.save(data)
    (content,) = read_docx(data)
    assert content.text == "工作报告\n\n省总下拨资金。\n\n送温暖 1100万元\n\n完。"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken", b"no zip at all"])
def test_a_broken_docx_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="not a Word document"):
        list(read_docx(io.BytesIO(data)))


def test_jsonl_goes_on_after_a_bad_line() -> None:
    lines = [
        json.dumps({"title": "题", "text": "正文。", "date": "2020-01-02"}, ensure_ascii=False),
        "{broken",
        json.dumps({"id": 3}),
        '["x"]',
    ]
    first, second, third, fourth = read_jsonl(io.BytesIO("\n".join(lines).encode()))
    assert not isinstance(first, ReadError)
    assert (first.text, first.meta["date"]) == ("题\n\n正文。", "2020-01-02")
    assert [str(error) for error in (second, third, fourth)] == [
        "line 2 is not JSON",
        "line 3 has no text (looked for text, content, body, 正文, 内容)",
        "line 4 has no text (looked for text, content, body, 正文, 内容)",
    ]


def test_jsonl_takes_paragraphs_and_numbers_and_nothing_else() -> None:
    records = [{"text": ["甲。", "乙。"], "date": 20230704}, {"text": {"a": 1}}, {"text": True, "content": "丙。"}]
    first, second, third = read_jsonl(io.BytesIO("\n".join(map(json.dumps, records)).encode()))
    assert not isinstance(first, ReadError)
    assert (first.text, first.meta["date"]) == ("甲。\n乙。", "20230704")
    assert isinstance(second, ReadError)
    assert not isinstance(third, ReadError)
    assert third.text == "丙。"


def test_two_columns_are_read_one_after_the_other() -> None:
    title = Box(100, 300, 10, 30, "大标题")
    left = [Box(10, 190, 60 + 14 * row, 72 + 14 * row, f"左{row}") for row in range(3)]
    right = [Box(210, 390, 60 + 14 * row, 72 + 14 * row, f"右{row}") for row in range(3)]
    mixed = [title, *(box for pair in zip(right, left, strict=True) for box in pair)]
    assert page_text(mixed) == "大标题\n\n左0\n左1\n左2\n\n右0\n右1\n右2"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 cut off", b"junk"])
def test_a_broken_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="a damaged PDF"):
        list(read_pdf(io.BytesIO(data)))


def test_documents_are_named_and_failures_told(tmp_path: Path) -> None:
    for name, text in {
        "a/2014.txt": "甲",
        "b/2014.txt": "乙",
        "c.txt": "丙",
        "empty.txt": " \n",
        "x.exe": "",
        "b/.hidden.txt": "丁",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = list(documents([tmp_path, tmp_path / "missing"]))
    assert {item.id: item.text for item in found if isinstance(item, SourceText)} == {"a/2014": "甲", "b/2014": "乙", "c": "丙"}
    assert {item.reason for item in found if isinstance(item, Skipped)} == {
        "empty",
        "no such file or folder",
        "a format that graphkit does not read (.exe)",
    }


def test_the_same_names_in_two_folders_given_apart(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text(folder)
    found = list(documents([tmp_path / "b", tmp_path / "a", tmp_path / "a" / "x.txt"]))
    assert [item.id for item in found if isinstance(item, SourceText)] == ["a/x.txt", "b/x.txt"]


def test_the_sample_is_read_in_every_format(sample: list[Path]) -> None:
    found = list(documents(sample))
    assert all(isinstance(item, SourceText) for item in found)
    formats = {item.format for item in found if isinstance(item, SourceText)}
    assert formats == {"txt", "md", "html", "docx", "pdf", "jsonl"}
    assert "gb18030" in {item.encoding for item in found if isinstance(item, SourceText)}


def test_an_indented_line_of_a_pdf_begins_a_paragraph() -> None:
    paragraphs = [
        "本报讯7月3日，白杨市总工会开展送清凉活动，为环卫工人、快递员等户外劳动者送去防暑降温用品，共慰问职工三千多人。",
        "活动当天，市总工会副主席一行还到建筑工地看望坚守岗位的建设者，询问他们的工作和生活，叮嘱大家注意防暑，并请企业把关爱措施落到实处。",
    ]
    (content,) = read_pdf(io.BytesIO(columns(paragraphs, width=20, rows=4)))
    (article,) = segment(SourceText("p", "p.pdf", content.text, "pdf"))
    assert article.text.split("\n") == paragraphs


def test_a_full_page_of_a_pdf_is_read_in_a_third_of_a_second() -> None:
    data = columns(
        ["职工代表大会审议了关于深化产业工人队伍建设改革的若干事项并作出决议。" * 4] * 45, width=18, rows=85, count=5, apart=True
    )
    start = time.process_time()
    (content,) = read_pdf(io.BytesIO(data))
    assert time.process_time() - start < 1.0  # 0.15 on an idle core; benchmarks/reading.py measures it
    assert len(content.text) > 6000
