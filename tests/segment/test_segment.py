from pathlib import Path

import pytest

from graphkit.read import documents
from graphkit.records import SourceText
from graphkit.segment import segment
from graphkit.segment.meta import dateline, find_date
from graphkit.text import squeeze


def read(text: str, path: str = "t.txt") -> SourceText:
    return SourceText("t", path, text)


def kinds(text: str) -> list[tuple[str, str]]:
    (only,) = segment(read(text))
    return [(block.kind, only.text[block.start : block.end]) for block in only.blocks]


CUT = """把温暖送到一线

——某市总工会工作小记

今年以来,市总工会坚持把服务职工摆在首位,筹集资金三百万元,走访慰问困难职

工一千二百名,受到广泛好评。同时,市总工会还举办技能大赛,带动两万名职工参加岗位练

图为技能大赛现场。 李默 摄

兵,六十三人晋升技术等级。
"""


def test_a_cut_paragraph_is_joined_and_the_caption_set_apart() -> None:
    found = kinds(CUT)
    assert found[0] == ("title", "把温暖送到一线")
    assert found[1] == ("subtitle", "——某市总工会工作小记")
    assert found[2][0] == "paragraph"
    assert "慰问困难职工一千二百名" in found[2][1]
    assert "岗位练兵,六十三人" in found[2][1]
    assert found[3] == ("caption", "图为技能大赛现场。 李默 摄")


def test_every_character_keeps_its_place_in_the_source() -> None:
    (only,) = segment(read(CUT))
    start = only.text.index("困难职工一千")
    first, last = only.source_span(start, start + 4)
    assert squeeze(CUT[first:last]) == "困难职工"
    assert CUT[first:last] != "困难职工"


PAGE = """第02版    西部工运报

甲市总工会启动送清凉活动

本报讯(记者 王力)7月1日,甲市总工会启动夏送清凉活动,首批慰问品价值十万元,惠及环卫工人六百名。

乙县总工会办起职工夜校

本报讯(通讯员 李明)近日,乙县总工会办起职工夜校,开设电工、焊工两个班,一百二十名职工报名参加学习。

让每位职工都有家的温暖

——记丙街道工会联合会

丙街道工会联合会坚持建会建家并进,为快递员、外卖员提供歇脚的地方,今年新建站点十二个。

“暖心+聚力” 当好娘家人

他们还组织志愿者上门服务,帮助三十名困难职工解决了实际问题,得到大家的称赞。

责编:赵六
"""


def test_a_page_is_split_into_its_articles() -> None:
    articles = segment(read(PAGE))
    assert [article.title for article in articles] == [
        "甲市总工会启动送清凉活动",
        "乙县总工会办起职工夜校",
        "让每位职工都有家的温暖",
    ]
    assert [article.byline for article in articles] == ["王力", "李明", ""]
    assert all("责编" not in article.text and "第02版" not in article.text for article in articles)
    assert "“暖心+聚力” 当好娘家人" in articles[2].text


def test_lines_of_one_width_are_unwrapped() -> None:
    text = "甲市总工会今年以来坚持以职工为中心筹\n集送温暖资金三百万元走访慰问困难职工\n一千二百名举办各类招聘会二十四场帮助\n三千余名职工实现就业受到职工群众的欢\n迎。"
    (only,) = segment(read(text))
    assert only.text == text.replace("\n", "")


def test_a_text_of_paragraphs_is_left_as_it_is() -> None:
    text = "标题在此\n第一段说一件事,说得很清楚。\n第二段说另一件事,也很清楚。"
    assert [kind for kind, _ in kinds(text)] == ["title", "paragraph", "paragraph"]


@pytest.mark.parametrize("text", ["", "\n \n", "第02版\n责编:王五"])
def test_nothing_gives_no_article(text: str) -> None:
    assert segment(read(text)) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2014-12-18_A2.txt", "2014-12-18"),
        ("20141218.txt", "2014-12-18"),
        ("2014年12月18日 星期四", "2014-12-18"),
        ("２０１４年１２月", "2014-12"),
        ("2014.13.45", ""),
        ("第1218期", ""),
        ("2014/12/18/A2.txt", "2014-12-18"),
        ("二〇一四年十二月十八日 星期四", "2014-12-18"),
        ("2014-02-30.txt", ""),
        ("20140230", ""),
        ("2014年2月30日", ""),
        ("12014-12-18", ""),
        ("0915-2012-12", ""),
        ("1418860800", ""),
    ],
)
def test_dates(text: str, date: str) -> None:
    assert find_date(text) == date


@pytest.mark.parametrize(
    ("text", "paper", "place", "authors"),
    [
        ("西安讯（记者 王力）今天", "", "西安", "王力"),
        ("通讯 王力", "", "", ""),
        ("陕工网讯（记者 王力）今天", "陕工网", "", "王力"),
        ("据新华社西安2015年1月4日电", "新华社", "西安", ""),
        ("（甘肃工人报记者 王力）近日", "甘肃工人报", "", "王力"),
        ("本报讯(记者 王力 通讯员 李明)近日", "", "", "王力 通讯员 李明"),
        ("中工网讯(记者 吴思)日前", "中工网", "", "吴思"),
        ("本报西安1月4日讯(记者 王力)今天", "", "西安", "王力"),
        ("近日,主席接受记者采访时说,该区总工会", "", "", ""),
        ("勞動報瀋陽1月4日訊(记者 於鳳婷　王力)今天", "勞動報", "沈阳", "於鳳婷 王力"),
    ],
)
def test_datelines(text: str, paper: str, place: str, authors: str) -> None:
    assert dateline(text)[1:4] == (paper, place, authors)


NEWS = "省总启动送温暖活动，筹集资金三千万元，惠及职工两万人。"


@pytest.mark.parametrize(
    ("text", "path", "date"),
    [
        (f"题目在此处\n\n本报西安1月4日讯（记者 王力）今天，{NEWS}", "2015-01-05_A2.txt", "2015-01-04"),  # today is the dateline's
        (f"题目在此处\n\n本报西安12月31日电 今天，{NEWS}", "2015-01-05_A2.txt", "2014-12-31"),
        (f"题目在此处\n\n本报讯 1月4日，{NEWS}", "2015-01-05_A2.txt", "2015-01-05"),
        (f"题目在此处\n\n本报讯 1月4日，{NEWS}", "2015-01.txt", "2015-01-04"),
        (f"题目在此处\n\n本报西安9月4日讯 {NEWS}", "2015-01-05_A2.txt", "2015-01-05"),
        (f"题目在此处\n\n本报西安1月4日讯 {NEWS}", "t.txt", ""),
        (f"题目在此处\n\n新华社西安2014年12月18日电 {NEWS}", "t.txt", "2014-12-18"),
        (f"题目在此处\n\n2014年12月18日，{NEWS}", "t.txt", "2014-12-18"),
        (f"甘肃工人报    第02版   2014年12月18日 星期四\n\n题目在此处\n\n近日，{NEWS}", "t.txt", "2014-12-18"),
        (f"题目在此处\n\n近日，{NEWS}", "2013-01-01合订本/2014-12-18_A2.txt", "2014-12-18"),
        (f"题目在此处\n\n近日，{NEWS}", "2014-02-30.txt", ""),
    ],
)
def test_the_date_of_an_article(text: str, path: str, date: str) -> None:
    (only,) = segment(read(text, path))
    assert only.date == date


def test_each_article_has_the_date_and_paper_of_its_own_page() -> None:
    pages = [PAGE.replace("西部工运报", f"{paper}   {date}").replace("责编:赵六", "") for paper, date in DAYS]
    articles = segment(read("\n".join(pages)))
    assert [(article.paper, article.date) for article in articles] == [(paper, date) for paper, date in DAYS for _ in range(3)]


DAYS = (("西部工运报", "2014-12-18"), ("甘肃工人报", "2014-12-19"))


def test_what_an_article_tells_about_itself() -> None:
    text = f"甘肃工人报   第02版   2014年12月18日 星期四\n\n送温暖\n\n省总启动送温暖活动\n\n——全省工会在行动\n\n本报兰州12月17日讯（记者 王力）{NEWS}"
    (only,) = segment(read(text))
    assert (only.kicker, only.title, only.subtitle) == ("送温暖", "省总启动送温暖活动", "——全省工会在行动")
    assert (only.dateline, only.byline, only.paper, only.place, only.date) == (
        "本报兰州12月17日讯",
        "王力",
        "甘肃工人报",
        "兰州",
        "2014-12-17",
    )


def test_offsets_hold_for_every_file_of_the_sample(sample: list[Path]) -> None:
    for source in documents(sample):
        assert isinstance(source, SourceText)
        for article in segment(source):
            for piece in article.pieces:
                assert source.text[piece.source : piece.source + piece.length] == article.text[piece.start : piece.start + piece.length]
