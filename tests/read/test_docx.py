"""What people do in Word: all that shows is read, once, in its order."""

import io

import pytest

from graphkit.read.docx import read_docx
from tests.docs import styled, with_body


def text_of(data: bytes) -> str:
    (content,) = read_docx(io.BytesIO(data))
    return content.text


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


WIDE, FIRST, NEXT = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
TRACKED = (
    "<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
    "<w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom></w:p>"
)
RUBY = "<w:p><w:r><w:ruby><w:rt><w:r><w:t>zōng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>总</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"
LINKS = "<w:p><w:smartTag><w:r><w:t>7月3日</w:t></w:r></w:smartTag><w:hyperlink><w:r><w:t>市总</w:t></w:r></w:hyperlink></w:p>"
BODIES = {
    "runs": ("<w:p><w:r><w:t>省总</w:t></w:r><w:r><w:tab/><w:t>工会</w:t><w:br/><w:t>好</w:t></w:r></w:p>" + p(""), "省总\t工会\n好"),
    "links and smart tags": (LINKS, "7月3日市总"),
    "changes that are tracked": (TRACKED, "新"),
    "a content control": (f"<w:sdt><w:sdtContent>{p('正文')}</w:sdtContent></w:sdt>", "正文"),
    "pinyin above": (RUBY, "总"),
    "equal cells": (table(row(cell(p("送温暖")), cell(p("5")), cell(p("5")))), "送温暖 5 5"),
    "merged cells": (
        table(row(cell(p("市总"), WIDE), cell(p("甲"), FIRST)), row(cell(p("1")), cell(p("2")), cell(p(""), NEXT))),
        "市总 甲\n\n1 2 甲",
    ),
    "a table that frames the text": (table(row(cell(p("题") + p("一") + p("二")), cell(p("三")))), "题\n\n一\n\n二\n\n三"),
    "a frame over two rows": (table(row(cell(p("长" * 201), FIRST)), row(cell(p(""), NEXT))), "长" * 201),
    "a table in a table": (
        table(row(cell(p("甲") + table(row(cell(p("乙")), cell(p("丙"))), row(cell(p("丁"))))))),
        "甲\n\n乙 丙\n\n丁",
    ),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_body_is_read_as_it_shows(name: str) -> None:
    body, text = BODIES[name]
    assert text_of(with_body(body)) == text


def test_a_strict_document_is_read() -> None:
    assert text_of(with_body(p("正文"), word="http://purl.oclc.org/ooxml/wordprocessingml/main")) == "正文"


def test_text_boxes_stand_once_behind_their_paragraph() -> None:
    data = styled("题", ["第一段。", "第二段。"], boxes=["中国梦 劳动美"], rows=[["甲", "乙"]])
    assert text_of(data) == "题\n\n第一段。\n\n中国梦 劳动美\n\n第二段。\n\n甲 乙"
